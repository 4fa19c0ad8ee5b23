#include "query/glossary.h"

#include <algorithm>

#include "lexicon/list_file.h"
#include "query/data_lines.h"
#include "text/fold.h"

namespace rawabit {

Result<Glossary> Glossary::load(const std::string& path) {
  Result<std::vector<ListLine>> lines = read_list_file(path);
  if (!lines) return lines.error();
  Glossary glossary;
  for (const ListLine& line : *lines) {
    if (line.columns.size() != 2 || line.columns[0].empty() || line.columns[1].empty()) {
      return data_error(path, line.number, "expected English and Arabic words, with a tab between");
    }
    std::vector<WordRow> forms;
    for (const std::string& form : split_trimmed(line.columns[1], '|')) {
      const std::string key = name_key(form);
      const std::vector<std::string_view> words = split_words(key);
      forms.emplace_back(words.begin(), words.end());
    }
    for (const std::string& form : split_trimmed(line.columns[0], '|')) {
      const std::string english = name_key(form);
      glossary.longest_ = std::max(glossary.longest_, split_words(english).size());
      std::vector<WordRow>& all = glossary.entries_[english];
      all.insert(all.end(), forms.begin(), forms.end());
    }
  }
  return glossary;
}

const std::vector<Glossary::WordRow>* Glossary::entry(const std::string& english) const {
  auto found = entries_.find(english);
  if (found == entries_.end() && english.ends_with('s')) {
    found = entries_.find(english.substr(0, english.size() - 1));
  }
  if (found == entries_.end() && english.ends_with("ies")) {
    found = entries_.find(english.substr(0, english.size() - 3) + "y");
  }
  return found == entries_.end() ? nullptr : &found->second;
}

Glossary::Found Glossary::find(std::span<const std::string> words, std::size_t first) const {
  Found best;
  std::string english;
  for (std::size_t count = 1; count <= longest_ && first + count <= words.size(); ++count) {
    if (count > 1) english += ' ';
    english += words[first + count - 1];
    if (const auto* forms = entry(english)) best = {count, *forms};
  }
  return best;
}

}  // namespace rawabit
