#include "text/repeats.h"

#include <algorithm>

#include "text/fold.h"

namespace rawabit {
namespace {

/// The key of a line's first words: what most lines differ in already.
std::string first_words(std::string_view line) {
  constexpr std::size_t kBytes = 64;  // hold three words and their diacritics
  constexpr int kWords = 3;
  std::string key = name_key(line.substr(0, std::min(line.size(), line.rfind(' ', kBytes))));
  std::size_t end = 0;
  for (int i = 0; i < kWords && end != std::string::npos; ++i) end = key.find(' ', end + 1);
  if (end != std::string::npos) key.resize(end);
  return key;
}

}  // namespace

bool has_words_of_repetition(std::string_view key) {
  return !key.empty() && std::ranges::count(key, ' ') + 1 >= kWordsOfRepetition;
}

bool SeenLines::repeats(std::string_view line) {
  if (!has_words_of_repetition(line)) return false;  // punctuation may still count as words here
  std::string start = first_words(line);
  if (start.empty()) return false;
  std::vector<std::string_view>& alike = lines_[std::move(start)];
  if (!alike.empty()) {
    const std::string key = name_key(line);
    const auto is_same = [&key](std::string_view other) { return name_key(other) == key; };
    if (std::ranges::any_of(alike, is_same)) return has_words_of_repetition(key);
  }
  alike.push_back(line);
  return false;
}

bool stands_in(std::string_view line_key, std::string_view whole_key) {
  if (line_key.empty()) return false;
  for (std::size_t at = 0; (at = whole_key.find(line_key, at)) != std::string_view::npos; ++at) {
    const std::size_t end = at + line_key.size();
    const bool begins = at == 0 || whole_key[at - 1] == ' ';
    if (begins && (end == whole_key.size() || whole_key[end] == ' ')) return true;
  }
  return false;
}

}  // namespace rawabit
