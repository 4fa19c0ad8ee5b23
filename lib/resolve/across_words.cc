#include "resolve/across_words.h"

#include <algorithm>

#include "text/fold.h"
#include "tokens/clitics.h"

namespace rawabit {
namespace {

/// Do the words of `name` from `at` on read as `part`?
bool reads_as(const Words& name, std::size_t at, const Words& part) {
  if (part.empty() || at + part.size() > name.size()) return false;
  if (name[at] != part[0] && bare_word(name[at]) != bare_word(part[0])) return false;
  return std::equal(part.begin() + 1, part.end(),
                    name.begin() + static_cast<std::ptrdiff_t>(at) + 1);
}

}  // namespace

std::string bare_word(std::string_view word) {
  std::string shortest(word);
  for (const Reading& reading : clitic_readings(word)) {
    std::string key = name_key(reading.form);
    if (!key.empty() && key.size() < shortest.size()) shortest = std::move(key);
  }
  return shortest;
}

Words split_words(std::string_view key) {
  Words words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (end > 0) words.emplace_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

std::string join_words(const Words& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

std::size_t count_words(std::string_view key) {
  if (key.empty()) return 0;
  return 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
}

Words loose_words(std::string_view key) {
  Words words = split_words(key);
  for (std::size_t i = 1; i < words.size(); ++i) words[i] = bare_word(words[i]);
  return words;
}

Words person_words(std::string_view name, const KnownNames& known) {
  Words words;
  bool glue = false;
  for (std::string& word : split_words(fold(name))) {
    if (name_key(word).empty()) continue;
    const bool prefix = known.is_name_prefix(word);
    if (glue || (!words.empty() && known.is_name_suffix(word))) {
      words.back() += word;
    } else {
      words.push_back(std::move(word));
    }
    glue = prefix;
  }
  return words;
}

Words without_part(const Words& name, const std::vector<Words>& parts) {
  std::size_t best = 0;
  std::size_t best_at = 0;
  for (const Words& part : parts) {
    for (std::size_t at = 1; at < name.size(); ++at) {
      if (part.size() > best && reads_as(name, at, part)) {
        best = part.size();
        best_at = at;
      }
    }
  }
  Words rest = name;
  const auto first = rest.begin() + static_cast<std::ptrdiff_t>(best_at);
  rest.erase(first, first + static_cast<std::ptrdiff_t>(best));
  return rest;
}

double word_overlap(const Words& a, const Words& b) {
  if (a.empty() || b.empty()) return 0;
  Words left = b;
  std::size_t shared = 0;
  for (const std::string& word : a) {
    if (const auto found = std::find(left.begin(), left.end(), word); found != left.end()) {
      left.erase(found);
      ++shared;
    }
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

}  // namespace rawabit
