// The reference scorer, where the optional directory ../shared has it: run, and its output read.
#pragma once

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace rawabit::testing {

inline const std::string kShared = RAWABIT_SOURCE_DIR "/../shared";

inline bool has_reference() {
  return std::filesystem::exists(kShared + "/score.py") &&
         std::system("python3 --version >/dev/null 2>&1") == 0;
}

inline std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string output;
  std::array<char, 4096> chunk{};
  for (std::size_t n = 0; pipe && (n = fread(chunk.data(), 1, chunk.size(), pipe.get())) > 0;) {
    output.append(chunk.data(), n);
  }
  return output;
}

inline std::string reference_score(const std::string& gold, const std::string& system,
                                   const std::string& options) {
  return output_of("python3 -B '" + kShared + "/score.py' '" + gold + "' '" + system + "' " +
                   options);
}

}  // namespace rawabit::testing
