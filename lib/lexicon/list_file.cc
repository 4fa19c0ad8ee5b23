#include "lexicon/list_file.h"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <fstream>
#include <system_error>

namespace rawabit {
namespace {

Result<std::string> read_file(const std::string& path) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  std::array<char, 65536> chunk{};
  while (in.good()) {
    in.read(chunk.data(), chunk.size());
    bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.is_open() && in.eof() && !in.bad()) return bytes;
  const std::string reason = std::generic_category().message(errno != 0 ? errno : EIO);
  return Error{Error::Kind::data, fmt::format("cannot be read: {}", reason), path};
}

bool is_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());  // NOLINT: ICU's macro
  for (std::size_t i = 0; i < text.size();) {
    UChar32 code = 0;
    U8_NEXT(bytes, i, text.size(), code);
    if (code < 0) return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

std::string_view without_mark(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  return bytes.starts_with(kByteOrderMark) ? bytes.substr(kByteOrderMark.size()) : bytes;
}

/// The lines that say something, each cut into its columns by `cut`.
template <class Cut>
Result<std::vector<ListLine>> read_cut(const std::string& path, Cut cut) {
  Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  std::vector<ListLine> lines;
  std::string_view rest = without_mark(*bytes);
  lines.reserve(static_cast<std::size_t>(std::ranges::count(rest, '\n')) + 1);
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (!is_utf8(line)) return Error{Error::Kind::data, "expected UTF-8", path, number};
    if (line.starts_with('#') || trimmed(line).empty()) continue;
    lines.push_back({number, cut(line)});
  }
  return lines;
}

}  // namespace

std::vector<std::string> split_trimmed(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  pieces.reserve(static_cast<std::size_t>(std::ranges::count(text, separator)) + 1);
  while (true) {
    const std::size_t end = text.find(separator);
    pieces.emplace_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

Result<std::vector<ListLine>> read_lines(const std::string& path) {
  return read_cut(path, [](std::string_view line) { return std::vector{std::string(line)}; });
}

Result<std::vector<ListLine>> read_list_file(const std::string& path) {
  return read_cut(path, [](std::string_view line) { return split_trimmed(line, '\t'); });
}

}  // namespace rawabit
