// English words and what they are in Arabic, so that a body described in English is found by its
// Arabic name: rules/questions/glossary.tsv.
//
//   glossary->find(words, i)  ->  {words 1, {{"centre" in Arabic}}}
//
// A line that does not have two columns is refused with file and line.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace rawabit {

class Glossary {
 public:
  using WordRow = std::vector<std::string>;
  struct Found {
    std::size_t words = 0;       ///< how many of the question; 0: not in the glossary
    std::vector<WordRow> forms;  ///< each way to say it: the name_keys of its Arabic words
  };
  static Result<Glossary> load(const std::string& path);

  /// The longest entry whose words start at `first`. A plural in -s finds its singular.
  [[nodiscard]] Found find(std::span<const std::string> words, std::size_t first) const;

 private:
  [[nodiscard]] const std::vector<WordRow>* entry(const std::string& english) const;

  std::unordered_map<std::string, std::vector<WordRow>> entries_;
  std::size_t longest_ = 1;  ///< in words
};

}  // namespace rawabit
