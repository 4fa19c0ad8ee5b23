// The lines of the files that questions are understood by: UTF-8, each with its number and whether
// it is indented. Blank lines and lines whose first character is # are left out.
//
//   Result<std::vector<DataLine>> lines = read_data_lines("rules/questions/phrases.txt");
//
// A file that cannot be read is refused by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawabit {

struct DataLine {
  int number = 0;  ///< from 1
  bool indented = false;
  std::string text;  ///< without the spaces around it
};

Result<std::vector<DataLine>> read_data_lines(const std::string& path);

[[nodiscard]] Error data_error(const std::string& path, int line, std::string message);

/// The pieces of `text` between white space.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

/// Everything before the first white space of `text`, and what comes after that white space.
struct HeadAndRest {
  std::string_view head;
  std::string_view rest;
};
[[nodiscard]] HeadAndRest split_head(std::string_view text);

}  // namespace rawabit
