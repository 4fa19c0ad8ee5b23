#include "text/excerpt.h"

#include <algorithm>
#include <vector>

namespace rawabit {
namespace {

struct Word {
  std::size_t start = 0, end = 0;  ///< bytes
  std::size_t length = 0;          ///< code points, with the space before it
};

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::vector<Word> words_of(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  std::vector<Word> words;
  for (std::size_t at = 0;;) {
    const std::size_t start = text.find_first_not_of(kSpace, at);
    if (start == std::string_view::npos) return words;
    at = std::min(text.find_first_of(kSpace, start), text.size());
    words.push_back({start, at, code_points(text.substr(start, at - start)) + 1});
  }
}

}  // namespace

std::string excerpt(std::string_view text, std::string_view part, std::size_t room) {
  if (code_points(text) <= room) return std::string(text);
  const std::vector<Word> words = words_of(text);
  const std::size_t found = text.find(part);
  const std::size_t from = found == std::string_view::npos ? 0 : found;
  const std::size_t to = found == std::string_view::npos ? 0 : found + part.size();
  std::size_t first = 0;
  while (first + 1 < words.size() && words[first].end <= from) ++first;
  std::size_t last = first, used = 0;  // [first, last)
  const auto takes = [&](std::size_t word) { return used + words[word].length <= room + 1; };
  while (last < words.size() && (words[last].start < to || last == first)) {
    used += words[last++].length;
  }
  // As much before as after, as long as there is any.
  for (bool grew = true; grew;) {
    grew = false;
    if (last < words.size() && takes(last)) used += words[last++].length, grew = true;
    if (first > 0 && takes(first - 1)) used += words[--first].length, grew = true;
  }
  if (first == last) return {};
  std::string cut = first > 0 ? "… " : "";
  cut += text.substr(words[first].start, words[last - 1].end - words[first].start);
  if (last < words.size()) cut += " …";
  return cut;
}

}  // namespace rawabit
