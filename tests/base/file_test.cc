#include "base/file.h"

#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace rawabit {
namespace {

/// The lines of a pipe that holds `bytes`; errors as their text.
std::vector<std::string> lines_of(const std::string& bytes, std::size_t limit) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  REQUIRE(::write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  ::close(ends[1]);
  LineReader reader{FileDescriptor(ends[0]), "in", limit};
  std::vector<std::string> lines;
  while (const auto line = reader.next()) {
    lines.push_back(*line ? std::to_string((*line)->number) + "=" + (*line)->text
                          : line->error().text());
  }
  return lines;
}

}  // namespace

TEST_CASE("lines are read one after another") {
  using Lines = std::vector<std::string>;
  CHECK(lines_of("", 9) == Lines{});
  CHECK(lines_of("\n", 9) == Lines{"1="});
  CHECK(lines_of("a", 9) == Lines{"1=a"});
  CHECK(lines_of("a\nb\n", 9) == Lines{"1=a", "2=b"});
  CHECK(lines_of("a\r\n\r\nb", 9) == Lines{"1=a", "2=", "3=b"});
  CHECK(lines_of("aaaa\nbbb\ncccccc", 3) == Lines{"in:1: the line is longer than 3 bytes", "2=bbb",
                                                  "in:3: the line is longer than 3 bytes"});
}

TEST_CASE("a file that fails while it is read says so once") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  LineReader reader{FileDescriptor(ends[1]), "in", 9};  // the end that cannot be read
  const auto failure = reader.next();
  REQUIRE(failure);
  REQUIRE_FALSE(*failure);
  CHECK(failure->error().text() == "in: cannot be read: Bad file descriptor");
  CHECK_FALSE(reader.next());
  ::close(ends[0]);
}

TEST_CASE("files without a size are read whole") {
  const Result<std::string> bytes = read_file("/proc/self/status");
  REQUIRE(bytes);
  CHECK(bytes->find("Name:") != std::string::npos);
}

}  // namespace rawabit
