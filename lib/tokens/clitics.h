// Proclitics as readings of a word, not as cuts: every way to take the conjunctions waw and feh,
// the prepositions beh, lam and kaf, and their chains off the front, the whole word first.
//
// The rest has at least two letters, or is the one letter of an abbreviation behind waw (and Dr.).
// A lam before an article that lost its alef (two lams) also gives the reading whose form starts
// with the article: the lam is cut, article_restored. Where the noun itself begins with lam, the
// article's lam is lost as well (lam_restored): of three lams two are written.
#pragma once

#include <array>
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
  bool article_restored = false;  ///< the form is the article and what follows the two lams
  bool lam_restored = false;      ///< ... and what follows the first of them
  auto operator<=>(const Proclitics&) const = default;
};

struct Reading {
  Proclitics proclitics;
  std::string form;  ///< folded
};

/// The readings of a folded word; the first is the word itself, then by the letters taken. The
/// article is never taken off.
[[nodiscard]] std::vector<Reading> clitic_readings(std::string_view folded_word);

/// The same without the forms, for those who read every word of an article.
struct ProcliticList {
  std::array<Proclitics, 5> all;
  std::uint8_t count = 0;

  [[nodiscard]] const Proclitics* begin() const { return all.data(); }
  [[nodiscard]] const Proclitics* end() const { return all.data() + count; }
};
[[nodiscard]] ProcliticList proclitics_of(std::string_view folded_word);

/// The folded form of `folded_word` in that reading, which must be one of its own. The second is
/// what is put before the rest: empty, alef, or alef and lam.
[[nodiscard]] std::string reading_form(std::string_view folded_word, const Proclitics& reading);
[[nodiscard]] std::string_view reading_prefix(const Proclitics& reading);

}  // namespace rawabit
