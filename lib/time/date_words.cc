#include "time/date_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>
#include <string_view>

namespace rawabit {
namespace {

/// The classes of the lists under gazetteers/time, in the order in which they win ties.
constexpr std::array<std::string_view, 18> kClasses = {
    "MONTH",        "WEEKDAY",   "REL_DAY", "REL_MOD",     "ORDINAL",       "NUMBER_WORD",
    "THIS_PERIOD",  "FEAST",     "SEASON",  "PERIOD_NOUN", "MONTH_WEAK",    "AGO",
    "WEEKDAY_WEAK", "DATE_MARK", "DAYPART", "PERIOD_EDGE", "ORDINAL_INDEF", "RANGE_WORD"};

using Attributes = std::map<std::string, std::string>;

std::optional<int> number_of(const Attributes& attributes, const char* name) {
  const auto found = attributes.find(name);
  if (found == attributes.end()) return std::nullopt;
  const std::string& text = found->second;
  int value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string_view text_of(const Attributes& attributes, const char* name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<PeriodUnit> unit_named(std::string_view name) {
  if (name == "day") return PeriodUnit::day;
  if (name == "week") return PeriodUnit::week;
  if (name == "month") return PeriodUnit::month;
  if (name == "year") return PeriodUnit::year;
  return std::nullopt;
}

DateWord word_of(const Attributes& attributes) {
  DateWord word{.month = number_of(attributes, "month"),
                .day = number_of(attributes, "day"),
                .weekday = number_of(attributes, "weekday"),
                .value = number_of(attributes, "value"),
                .offset = number_of(attributes, "offset"),
                .direction = number_of(attributes, "direction"),
                .ago = number_of(attributes, "ago"),
                .unit = unit_named(text_of(attributes, "unit")),
                .count = number_of(attributes, "count"),
                .is_same_as_before = text_of(attributes, "same") == "1"};
  const std::string_view calendar = text_of(attributes, "calendar");
  if (calendar == "hijri") word.calendar = Calendar::hijri;
  if (calendar == "gregorian") word.calendar = Calendar::gregorian;
  const auto from = number_of(attributes, "from");
  const auto to = number_of(attributes, "to");
  if (from && to) word.season = Season{*from, *to};
  return word;
}

/// The stroke that a token is, '\0' if it is none that stands between the numbers of a date.
char separator_of(std::string_view form) {
  if (form == "/" || form == "\\") return '/';
  if (form == "-" || form == "\xE2\x80\x93" || form == "\xE2\x80\x94") return '-';
  return form == ":" ? ':' : '\0';
}

/// Reads runs of numbers: "22.6.2019" is one token, "22 / 6 / 2019" are five.
class RunReader {
 public:
  RunReader(const TokenizedText& text, std::uint32_t last) : text_(text), last_(last) {}

  /// The run that begins at `at`, which is moved behind it.
  NumberRun read(std::uint32_t& at) {
    add_number(at++);
    while (at + 1 < last_ && text_.tokens[at + 1].kind == TokenKind::number) {
      const char separator = separator_of(text_.form(text_.tokens[at]));
      if (separator == '\0') break;
      run_.separators.push_back(separator);
      add_number(at + 1);
      at += 2;
    }
    return is_sound_ ? run_ : NumberRun{.values = {0}, .separators = {}};
  }

 private:
  void add_number(std::uint32_t at) {
    std::string_view form = text_.form(text_.tokens[at]);
    for (std::size_t dot = 0; (dot = form.find('.')) != std::string_view::npos;) {
      add_value(form.substr(0, dot));
      run_.separators.push_back('.');
      form.remove_prefix(dot + 1);
    }
    add_value(form);
  }

  void add_value(std::string_view digits) {
    const auto value = small_number(digits);
    is_sound_ = is_sound_ && value.has_value();
    run_.values.push_back(value.value_or(0));
  }

  const TokenizedText& text_;
  std::uint32_t last_;
  NumberRun run_ = {};
  bool is_sound_ = true;
};

}  // namespace

DateWordFinder::DateWordFinder(const Lexicon& lexicon) : lexicon_(lexicon) {
  for (const std::string_view name : kClasses) classes_.push_back(lexicon.class_named(name));
}

std::optional<std::size_t> DateWordFinder::rank(ClassId cls) const {
  const auto found = std::ranges::find(classes_, cls);
  if (found == classes_.end() || cls == Lexicon::kNoClass) return std::nullopt;
  return static_cast<std::size_t>(found - classes_.begin());
}

std::vector<LexiconMatch> DateWordFinder::longest_matches(const TokenizedText& text,
                                                          std::uint32_t first,
                                                          std::uint32_t last) const {
  std::vector<LexiconMatch> all;
  lexicon_.match(text, {.first = first, .last = last, .block = 0}, all);
  std::erase_if(all, [this](const LexiconMatch& m) { return !rank(m.cls); });
  std::ranges::stable_sort(all, [this](const LexiconMatch& a, const LexiconMatch& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.last != b.last ? a.last > b.last : *rank(a.cls) < *rank(b.cls);
  });
  std::vector<LexiconMatch> longest;
  std::uint32_t free_from = first;
  for (const LexiconMatch& match : all) {
    if (match.first < free_from) continue;
    longest.push_back(match);
    free_from = match.last;
  }
  return longest;
}

DateWords DateWordFinder::find(const TokenizedText& text, std::uint32_t first,
                               std::uint32_t last) const {
  const std::vector<LexiconMatch> matches = longest_matches(text, first, last);
  DateWords found;
  auto match = matches.begin();
  for (std::uint32_t at = first; at < last;) {
    while (match != matches.end() && match->first < at) ++match;
    if (match != matches.end() && match->first == at) {
      found.words.push_back(word_of(lexicon_.entries()[match->entry].attributes));
      at = match->last;
    } else if (text.tokens[at].kind == TokenKind::number) {
      std::vector<DateParts> numbers = read_number_run(RunReader(text, last).read(at));
      if (!numbers.empty()) found.words.push_back({.numbers = std::move(numbers)});
    } else {
      const TokenKind kind = text.tokens[at++].kind;
      found.other_words += kind == TokenKind::punctuation ? 0 : 1;
    }
  }
  return found;
}

}  // namespace rawabit
