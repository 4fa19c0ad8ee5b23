// A directory of gazetteers that lives as long as the test that wrote it.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace rawabit_test {

class ListDirectory {
 public:
  ListDirectory() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("rawabit_lists_" + std::to_string(getpid()) + "_" + std::to_string(count++));
    std::filesystem::create_directories(path_);
  }
  ListDirectory(const ListDirectory&) = delete;
  ListDirectory& operator=(const ListDirectory&) = delete;
  ~ListDirectory() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string path() const { return path_.string(); }

  void write(const std::string& file, std::string_view content) const {
    std::ofstream(path_ / file, std::ios::binary | std::ios::app) << content;
  }

  /// A list and its line in the manifest. `class_name` and so on as in lists.tsv.
  void list(const std::string& file, const std::string& format, const std::string& class_name,
            const std::string& type, const std::string& article, std::string_view content) const {
    write("lists.tsv", file + "\t" + format + "\t" + class_name + "\t" + type + "\t" + article +
                           "\tar\trawabit authors\tApache-2.0\ta list of the tests\n");
    write(file, content);
  }

  [[nodiscard]] rawabit::Result<rawabit::Lexicon> load() const {
    return rawabit::Lexicon::load({path()});
  }

 private:
  std::filesystem::path path_;
};

}  // namespace rawabit_test
