#include "read/document.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "base/file.h"
#include "read/temporary_tree.h"

namespace rawabit {
namespace {

namespace fs = std::filesystem;

std::string error_of(const std::string& path) {
  const Result<RawDocument> document = read_document({.path = path, .id = "x"});
  return document ? "" : document.error().message;
}

}  // namespace

TEST_CASE("a document is the bytes of its file") {
  const TemporaryTree tree;
  const std::string bytes("\xEF\xBB\xBF a\r\n\0b", 10);
  const Result<RawDocument> document =
      read_document({.path = tree.write("x.txt", bytes), .id = "x"});
  REQUIRE(document);
  CHECK(document->bytes == bytes);
  CHECK(document->id == "x");
  CHECK(document->path == tree.path("x.txt"));
  CHECK(document->date.empty());
  CHECK_FALSE(document->is_record);
}

TEST_CASE("what cannot be read says why") {
  const TemporaryTree tree;
  CHECK(error_of(tree.path("no.txt")) == "cannot be opened: No such file or directory");
  CHECK(error_of(tree.path()) == "is a directory, no file");
  CHECK(error_of(tree.write("empty.txt", "")) == "the file is empty");
  CHECK(error_of("/dev/null") == "is no regular file");
}

TEST_CASE("a file over the limit is refused, one at the limit is read") {
  const TemporaryTree tree;
  tree.write("big.txt");
  fs::resize_file(tree.path("big.txt"), kFileLimit + 1);
  CHECK(error_of(tree.path("big.txt")) == "is larger than 33554432 bytes, the limit for one file");
  fs::resize_file(tree.path("big.txt"), std::size_t{70} << 20);
  CHECK(error_of(tree.path("big.txt")) == "is larger than 33554432 bytes, the limit for one file");
  fs::resize_file(tree.path("big.txt"), kFileLimit);
  CHECK(error_of(tree.path("big.txt")).empty());
}

TEST_CASE("a file without read permission is refused") {
  const TemporaryTree tree;
  const std::string path = tree.write("shut.txt");
  fs::permissions(tree.path(), fs::perms::all);
  fs::permissions(path, fs::perms::none);
  const bool is_root = geteuid() == 0;
  if (is_root) REQUIRE(seteuid(65534) == 0);
  const std::string error = error_of(path);
  if (is_root) REQUIRE(seteuid(0) == 0);
  CHECK(error == "cannot be opened: Permission denied");
}

}  // namespace rawabit
