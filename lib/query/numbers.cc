#include "query/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "lexicon/list_file.h"
#include "query/data_lines.h"
#include "text/fold.h"

namespace rawabit {
namespace {

/// 37, or 37 and a Latin ending (37th). Four digits are a year, not a place in a row.
std::optional<int> digits_of(std::string_view word) {
  constexpr int kHighest = 999;
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || value < 1 || value > kHighest) return std::nullopt;
  const std::string_view ending(end, static_cast<std::size_t>(word.data() + word.size() - end));
  const bool is_ending =
      ending.empty() || ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
  return is_ending ? std::optional(value) : std::nullopt;
}

}  // namespace

Result<NumberWords> NumberWords::load(const std::string& path) {
  Result<std::vector<ListLine>> lines = read_list_file(path);
  if (!lines) return lines.error();
  NumberWords numbers;
  for (const ListLine& line : *lines) {
    if (line.columns.size() != 3) {
      return data_error(path, line.number, "expected value, part and forms, with tabs between");
    }
    const std::optional<int> value = digits_of(line.columns[0]);
    if (!value) return data_error(path, line.number, "expected a number from 1 to 999");
    const std::string& part = line.columns[1];
    if (part != "whole" && part != "unit" && part != "ten") {
      return data_error(path, line.number,
                        fmt::format("expected whole, unit or ten, not {}", part));
    }
    const Part kind = part == "whole" ? Part::whole : part == "unit" ? Part::unit : Part::ten;
    for (const std::string& form : split_trimmed(line.columns[2], '|')) {
      const std::string key = name_key(form);
      const HeadAndRest words = split_head(key);
      numbers.forms_[std::string(words.head)].push_back({std::string(words.rest), kind, *value});
    }
  }
  return numbers;
}

std::optional<int> NumberWords::value_of(const WordKeys& word, Part part) const {
  for (const std::string& key : word) {
    const auto found = forms_.find(key);
    if (found == forms_.end()) continue;
    for (const Form& form : found->second) {
      if (form.part == part && form.second.empty()) return form.value;
    }
  }
  return std::nullopt;
}

std::optional<int> NumberWords::two_word_form(const WordKeys& word, const WordKeys& next) const {
  for (const std::string& key : word) {
    const auto found = forms_.find(key);
    if (found == forms_.end()) continue;
    for (const Form& form : found->second) {
      const bool stands =
          !form.second.empty() && std::ranges::find(next, form.second) != next.end();
      if (stands) return form.value;
    }
  }
  return std::nullopt;
}

std::optional<NumberWords::Found> NumberWords::at(std::span<const WordKeys> words,
                                                  std::size_t first) const {
  const WordKeys& word = words[first];
  if (first + 1 < words.size()) {
    const WordKeys& next = words[first + 1];
    if (const std::optional<int> value = two_word_form(word, next)) return Found{*value, 2};
    std::optional<int> unit = value_of(word, Part::unit);
    std::optional<int> ten = value_of(next, Part::ten);
    if (!unit || !ten) {
      ten = value_of(word, Part::ten);
      unit = value_of(next, Part::unit);
    }
    if (unit && ten) return Found{*unit + *ten, 2};
  }
  for (const std::string& key : word) {
    if (const std::optional<int> value = digits_of(key)) return Found{*value, 1};
  }
  std::optional<int> value = value_of(word, Part::whole);
  if (!value) value = value_of(word, Part::ten);
  if (!value) return std::nullopt;
  return Found{*value, 1};
}

}  // namespace rawabit
