// The 25 questions about the seeds and what answers them rightly.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "query/ask.h"

namespace rawabit::testing {

struct Expected {
  std::string id, english, arabic;
  std::vector<std::set<std::string>> groups;  ///< name_keys
};

/// Fails the test when the file cannot be read.
[[nodiscard]] std::vector<std::string> lines_of(const std::string& path);

/// By id.
[[nodiscard]] std::map<std::string, Expected> questions();

/// Every answer is one of the names of some group, and every group is hit.
[[nodiscard]] bool is_right(const std::vector<std::string>& names, const Expected& expected);

[[nodiscard]] std::string joined(const std::vector<std::string>& names);
[[nodiscard]] std::vector<std::string> names_of(const Answer& answer);

/// With the project's own words and phrases.
[[nodiscard]] const Asker& asker();

}  // namespace rawabit::testing
