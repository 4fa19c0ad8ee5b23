#include "text/lines.h"

#include <array>
#include <cstdint>

namespace rawabit {
namespace {

constexpr std::array<std::string_view, 2> kSeparators = {"\xE2\x80\xA8", "\xE2\x80\xA9"};

/// White space and invisible marks that stand at line ends without meaning anything: no-break
/// space, zero width space, direction marks, byte order mark.
constexpr std::array<std::string_view, 11> kBlanks = {
    " ",        "\t",           "\v",           "\f",           "\r",          "\n",
    "\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\x8E", "\xE2\x80\x8F", "\xEF\xBB\xBF"};

std::size_t blank_at_begin(std::string_view text) {
  for (const std::string_view blank : kBlanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::size_t blank_at_end(std::string_view text) {
  for (const std::string_view blank : kBlanks) {
    if (text.ends_with(blank)) return blank.size();
  }
  return 0;
}

/// The next line break at or after `from`: where it starts and its size (0 at the text's end).
struct Break {
  std::size_t at = 0;
  std::size_t size = 0;
};

Break next_break(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') return {at, 1};
    if (c == '\r') return {at, text.substr(at).starts_with("\r\n") ? 2U : 1U};
    if (c != kSeparators[0].front()) continue;
    for (const std::string_view separator : kSeparators) {
      if (text.substr(at).starts_with(separator)) return {at, separator.size()};
    }
  }
  return {text.size(), 0};
}

Span<Decoded> trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  std::string_view line = text.substr(begin, end - begin);
  while (const std::size_t blank = blank_at_begin(line)) {
    line.remove_prefix(blank);
    begin += blank;
  }
  while (const std::size_t blank = blank_at_end(line)) line.remove_suffix(blank);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + line.size())};
}

}  // namespace

std::vector<LineSpan> split_lines(std::string_view text) {
  std::vector<LineSpan> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const Break line_break = next_break(text, begin);
    const Span<Decoded> span = trimmed(text, begin, line_break.at);
    if (!span.empty()) {
      lines.push_back({span});
    } else if (!lines.empty()) {
      lines.back().blank_after = true;
    }
    begin = line_break.at + line_break.size;
    if (line_break.size == 0) break;
  }
  if (!lines.empty()) lines.back().blank_after = true;
  return lines;
}

}  // namespace rawabit
