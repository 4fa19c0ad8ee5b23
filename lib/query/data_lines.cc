#include "query/data_lines.h"

#include "base/file.h"

namespace rawabit {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

}  // namespace

Error data_error(const std::string& path, int line, std::string message) {
  return {Error::Kind::data, std::move(message), path, line};
}

Result<std::vector<DataLine>> read_data_lines(const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  std::vector<DataLine> lines;
  std::string_view rest = *bytes;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    const std::string_view text = trimmed(line);
    if (text.empty() || line.front() == '#') continue;
    lines.push_back({number, text.data() != line.data(), std::string(text)});
  }
  return lines;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (true) {
    const std::size_t begin = text.find_first_not_of(kSpaces);
    if (begin == std::string_view::npos) return words;
    text.remove_prefix(begin);
    const std::size_t end = text.find_first_of(kSpaces);
    words.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return words;
    text.remove_prefix(end);
  }
}

HeadAndRest split_head(std::string_view text) {
  const std::size_t end = text.find_first_of(kSpaces);
  if (end == std::string_view::npos) return {text, {}};
  return {text.substr(0, end), trimmed(text.substr(end))};
}

}  // namespace rawabit
