// Proclitics as readings of a word, not as cuts: every way to take the conjunctions waw and feh,
// the prepositions beh, lam and kaf, and their chains off the front, the whole word first.
//
// The rest has at least two letters. A lam before an article that lost its alef (two lams) gives
// the reading whose form starts with the article: cut 1 letter, article_restored.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rawabit {

enum class Conjunction : std::uint8_t { none, waw, feh };
enum class Preposition : std::uint8_t { none, beh, lam, kaf };

struct Proclitics {
  Conjunction conjunction = Conjunction::none;
  Preposition preposition = Preposition::none;
  std::uint8_t letters = 0;       ///< folded letters that are no part of the rest
  bool article_restored = false;  ///< the rest's form is the article and what follows the two lams
  auto operator<=>(const Proclitics&) const = default;
};

struct Reading {
  Proclitics proclitics;
  std::string form;  ///< folded
};

/// The readings of a folded word; the first is the word itself. The article is never taken off.
[[nodiscard]] std::vector<Reading> clitic_readings(std::string_view folded_word);

}  // namespace rawabit
