#include "text/repeats.h"

#include <algorithm>

#include "text/fold.h"

namespace rawabit {
namespace {

/// The first words of a line, in at most so many bytes; a line without a space is cut anywhere.
std::string_view first_words(std::string_view line) {
  constexpr std::size_t kBytes = 96;
  if (line.size() <= kBytes) return line;
  const std::size_t space = line.rfind(' ', kBytes);
  return line.substr(0, space == std::string_view::npos ? kBytes : space);
}

}  // namespace

bool has_words_of_repetition(std::string_view key) {
  return !key.empty() && std::ranges::count(key, ' ') + 1 >= kWordsOfRepetition;
}

bool SeenLines::repeats(std::string_view line) {
  std::string start = name_key(first_words(line));
  if (!has_words_of_repetition(start)) return false;
  std::vector<std::string_view>& alike = lines_[std::move(start)];
  if (!alike.empty()) {
    const std::string key = name_key(line);
    const auto is_same = [&key](std::string_view other) { return name_key(other) == key; };
    if (std::ranges::any_of(alike, is_same)) return true;
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
