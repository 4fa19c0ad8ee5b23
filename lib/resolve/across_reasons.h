// Why two local entities are one, or why they are not although they look alike.
//
// Every decision of resolution across articles has a reason that speaks for it, an objection where
// something speaks against it, and a confidence that the two are one, from 0 to 1.
//
//   text_of(JoinReason::full_name).name   ->  "full_name"
//   text_of(JoinReason::full_name).tells  ->  "both have the same full name"
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rawabit {

/// What speaks for it, from the strongest to the weakest; the first that holds is kept.
enum class JoinReason : std::uint8_t {
  none,
  verdict,
  gazetteer,
  same_wording,
  same_date,
  full_name,
  other_words,
  of_same_body,
  shorter_name,
  other_name,
  same_series,
  same_occasion,
  same_people,
  other_spelling,
  like_spelling
};

/// What speaks against it.
enum class Objection : std::uint8_t {
  none,
  verdict,
  gazetteer,
  one_article,
  two_fathers,
  two_countries,
  several,
  other_position,
  more_words,
  other_letters,
  other_kind,
  other_number,
  other_place,
  other_date,
  other_words,
  other_people
};

struct ReasonText {
  std::string_view name, tells;
  double confidence;  ///< that the two are one, where nothing more is known
};

inline constexpr std::array<ReasonText, 15> kJoinReasons = {{
    {"", "", 0},
    {"verdict", "a verdict says so", 1.0},
    {"gazetteer", "one line of a gazetteer has names of both", 0.97},
    {"same_wording", "titles of the same words and kind", 0.97},
    {"same_date", "one ISO date", 0.99},
    {"full_name", "both have the same full name", 0.95},
    {"other_words", "the same words but for connecting letters", 0.9},
    {"of_same_body", "the same name of a part of the same body or country", 0.85},
    {"shorter_name", "one name is the other with words left out", 0.7},
    {"other_name", "the full name of one is a further name of the other", 0.75},
    {"same_series", "meetings of the same series and number", 0.85},
    {"same_occasion", "meetings at the same place and day with like names", 0.75},
    {"same_people", "meetings on the same day of the same people", 0.65},
    {"other_spelling", "one foreign name, spelled in two ways", 0.8},
    {"like_spelling", "names that differ in one letter", 0.5},
}};

inline constexpr std::array<ReasonText, 16> kObjections = {{
    {"", "", 1.0},
    {"not_same", "a verdict says that they are not", 0},
    {"two_lines", "the gazetteers tell them apart", 0.1},
    {"one_article", "an article speaks of both", 0.2},
    {"two_fathers", "the names tell of two fathers", 0.1},
    {"two_countries", "they work for two countries", 0.4},
    {"several", "the shorter name may be that of several", 0.45},
    {"other_position", "no article gives both the same position", 0.4},
    {"more_words", "the word may make it another body", 0.4},
    {"other_letters", "nothing else says that they are one", 0.5},
    {"other_kind", "the nouns say two kinds of meeting", 0.4},
    {"other_number", "they have two numbers", 0.15},
    {"other_place", "they were held in two places", 0.3},
    {"other_date", "they were held on two dates", 0.3},
    {"few_words", "their names share too few words", 0.35},
    {"other_people", "too many others took part in one of them", 0.35},
}};

constexpr const ReasonText& text_of(JoinReason reason) {
  return kJoinReasons[static_cast<std::size_t>(reason)];
}
constexpr const ReasonText& text_of(Objection objection) {
  return kObjections[static_cast<std::size_t>(objection)];
}

}  // namespace rawabit
