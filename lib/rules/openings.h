// With which letters the matches of the rules of a phase begin: a look at all rules at once.
//
// Of each rule it is known which atoms can be the first, the second and the third of a match. A
// letter has, for each of these depths, a bit for every rule that can have it there; a place in a
// row where a rule's bit is missing from one of the three letters begins no match of it. A match
// that is over before some depth has every letter there, and the end of the row.
//
//   Openings openings;                                          // of a phase
//   openings.add_rule(program);                                 // of each, in order
//   LetterOpenings known(openings, letters);                    // of one thread
//   known.find(row, alive);                                     // `alive`: a bit for each rule
//   for (const std::uint32_t place : known.places()) if (known.may_begin(place, rule)) ...
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/alphabet.h"
#include "rules/program.h"

namespace rawabit {

/// A bit for each rule of a phase, 64 a word.
using RuleSet = std::vector<std::uint64_t>;

class Openings {
 public:
  static constexpr std::size_t kDepth = 3;

  void add_rule(const Program& program);
  [[nodiscard]] std::size_t words() const { return (rules_ + 63) / 64; }

 private:
  friend class LetterOpenings;
  struct Depth {
    std::vector<RuleSet> by_atom;  ///< the rules that can have the atom there
    RuleSet free;                  ///< those that can be over
  };
  static void set(RuleSet& rules, std::size_t rule);

  std::size_t rules_ = 0;
  Depth depths_[kDepth];
};

class LetterOpenings {
 public:
  /// Both must outlive it.
  LetterOpenings(const Openings& openings, const Letters& letters)
      : openings_(&openings), letters_(&letters), words_(openings.words()) {}

  /// Looks where in the row rules may begin, of those in `alive`.
  void find(std::span<const Letter> row, const RuleSet& alive);
  /// Of the row found last: the rules that may begin anywhere.
  [[nodiscard]] const RuleSet& rules() const { return any_; }
  /// The places where any rule may begin, ascending: few of a row.
  [[nodiscard]] std::span<const std::uint32_t> places() const {
    return std::span(places_).subspan(first_place_);
  }
  [[nodiscard]] bool may_begin(std::size_t place, std::size_t rule) const {
    return (found_[place * words_ + rule / 64] >> (rule % 64) & 1U) != 0;
  }
  /// To be called when the letters were forgotten.
  void forget() { known_.clear(); }

 private:
  static constexpr std::size_t kEnd = 0;  ///< in known_, what stands behind a row
  void learn();
  template <class Words>
  void find_in(std::span<const Letter> row, const std::uint64_t* alive, Words words,
               std::uint64_t* any);
  template <std::size_t kWords>
  void find_in_few(std::span<const Letter> row, const RuleSet& alive);
  void add(std::size_t depth, const RuleSet& rules);

  const Openings* openings_;
  const Letters* letters_;
  std::size_t words_;
  RuleSet known_;  ///< of kEnd and, after it, of each letter: kDepth sets
  RuleSet found_;  ///< of each place of the row: a set
  RuleSet any_;
  std::vector<std::uint32_t> places_;  ///< from first_place_ on
  std::size_t first_place_ = 0;
};

}  // namespace rawabit
