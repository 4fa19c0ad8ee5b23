#include "query/sounds.h"

#include <fmt/format.h>

#include <algorithm>

#include "lexicon/list_file.h"
#include "query/data_lines.h"

namespace rawabit {
namespace {

constexpr std::size_t kMostWays = 32;

Result<std::vector<std::string>> sounds_in(std::string_view text) {
  std::vector<std::string> sounds;
  for (std::string& sound : split_trimmed(text, '|')) {
    if (sound == "-") sound.clear();
    const bool is_letter =
        sound.size() <= 1 && (sound.empty() || (sound[0] >= 'a' && sound[0] <= 'z'));
    if (!is_letter) {
      return Error{Error::Kind::data, fmt::format("expected one letter or -, not '{}'", sound)};
    }
    sounds.push_back(std::move(sound));
  }
  return sounds;
}

/// Each way so far with each of the sounds after it; doubled sounds count once.
std::vector<std::string> continued(const std::vector<std::string>& ways,
                                   const std::vector<std::string>& sounds) {
  std::vector<std::string> longer;
  for (const std::string& way : ways) {
    for (const std::string& sound : sounds) {
      if (longer.size() == kMostWays) return longer;
      const bool is_double = !sound.empty() && !way.empty() && way.back() == sound.front();
      longer.push_back(is_double ? way : way + sound);
    }
  }
  return longer;
}

}  // namespace

Result<Sounds> Sounds::load(const std::string& path) {
  Result<std::vector<ListLine>> lines = read_list_file(path);
  if (!lines) return lines.error();
  Sounds sounds;
  for (const ListLine& line : *lines) {
    const bool has_vowel = line.columns.size() == 3;
    if ((line.columns.size() != 2 && !has_vowel) || line.columns[0].empty() ||
        line.columns[1].empty()) {
      return data_error(path, line.number, "expected letters and their sounds, with a tab between");
    }
    const std::string& text = line.columns[1];
    const std::size_t slash = text.find('/');
    Result<std::vector<std::string>> at_begin = sounds_in(text.substr(0, slash));
    if (!at_begin) return data_error(path, line.number, at_begin.error().message);
    Letter letter{*at_begin, *at_begin};
    if (slash != std::string::npos) {
      Result<std::vector<std::string>> elsewhere = sounds_in(text.substr(slash + 1));
      if (!elsewhere) return data_error(path, line.number, elsewhere.error().message);
      letter.elsewhere = *elsewhere;
    }
    if (has_vowel) letter.vowel = line.columns[2];
    sounds.longest_ = std::max(sounds.longest_, line.columns[0].size());
    sounds.letters_[line.columns[0]] = std::move(letter);
  }
  return sounds;
}

const Sounds::Letter* Sounds::longest_letter(std::string_view rest, std::size_t& length) const {
  for (length = std::min(longest_, rest.size()); length > 0; --length) {
    const auto found = letters_.find(rest.substr(0, length));
    if (found != letters_.end()) return &found->second;
  }
  return nullptr;
}

std::uint32_t Sounds::first_of(std::string_view word) const {
  constexpr std::uint32_t kAny = ~std::uint32_t{0};
  std::size_t length = 0;
  const Letter* letter = longest_letter(word, length);
  if (letter == nullptr) return 0;
  std::uint32_t first = 0;
  for (const std::string& sound : letter->at_begin) {
    if (sound.empty()) return kAny;
    first |= 1U << static_cast<unsigned>(sound.front() - 'a');
  }
  return first;
}

std::vector<std::string> Sounds::ways_of(std::string_view word, bool with_vowels) const {
  std::vector<std::string> ways = {""};
  for (std::size_t at = 0; at < word.size();) {
    std::size_t length = 0;
    const Letter* letter = longest_letter(word.substr(at), length);
    if (letter == nullptr) return {};
    const bool is_vowel = with_vowels && !letter->vowel.empty();
    ways = continued(ways, is_vowel  ? std::vector<std::string>{letter->vowel}
                           : at == 0 ? letter->at_begin
                                     : letter->elsewhere);
    at += length;
  }
  return ways;
}

std::vector<std::string> Sounds::voiced(std::string_view word) const { return ways_of(word, true); }

std::vector<std::string> Sounds::of(std::string_view word) const {
  std::vector<std::string> ways = ways_of(word, false);
  std::erase_if(ways, [](const std::string& way) { return way.size() < 2; });
  std::ranges::sort(ways);
  ways.erase(std::ranges::unique(ways).begin(), ways.end());
  return ways;
}

bool is_spoken_as(std::string_view arabic, std::string_view latin) {
  const auto is_vowel = [](char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'u'; };
  std::size_t i = 0;
  for (std::size_t j = 0; j < latin.size(); ++j) {
    const char other = i < arabic.size() ? arabic[i] : ' ';
    const bool is_carrier = i == 0 && other == 'a' && is_vowel(latin[j]);
    const bool is_wide = latin[j] == 'e' && (other == 'a' || other == 'i');
    const bool must_be_written = j + 1 == latin.size() && (latin[j] == 'i' || latin[j] == 'u');
    if (other == latin[j] || is_carrier || is_wide) {
      ++i;
    } else if (!is_vowel(latin[j]) || must_be_written) {
      return false;
    }
  }
  return i == arabic.size();
}

}  // namespace rawabit
