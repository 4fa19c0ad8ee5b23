// A directory of this process for the files of a fuzz target, which writes them anew each time.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

class Workplace {
 public:
  explicit Workplace(const std::string& name)
      : path_((std::filesystem::temp_directory_path() /
               ("rawabit_fuzz_" + name + "_" + std::to_string(getpid())))
                  .string()) {
    std::filesystem::create_directories(path_);
  }
  ~Workplace() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

  /// The path of a file with that text.
  std::string write(const std::string& file, std::string_view text) const {
    std::string path = path_ + "/" + file;
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

 private:
  std::string path_;
};
