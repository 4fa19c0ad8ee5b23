// The lines of a gazetteer file: tab-separated UTF-8, comments and blank lines left out.
//
//   Result<std::vector<ListLine>> lines = read_list_file("gazetteers/lists.tsv");
//
// A file that cannot be read and a line that is not UTF-8 are refused with file and line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawabit {

struct ListLine {
  int number = 0;  ///< from 1
  std::vector<std::string> columns;
};

Result<std::vector<ListLine>> read_list_file(const std::string& path);
/// The same with each line as one column.
Result<std::vector<ListLine>> read_lines(const std::string& path);

/// The pieces between the separators, each without the spaces around it. "" is one empty piece.
[[nodiscard]] std::vector<std::string> split_trimmed(std::string_view text, char separator);

}  // namespace rawabit
