// Whether a rule matches from a place of a row: a finite automaton that is built as rows call for
// it.
//
// Most searches are in vain. The automaton says so with one step a letter, where the search
// (program.h) would try choice after choice; only where it says yes is the search worth its time.
// It sees a letter by the rule's own atoms alone: letters that differ in none of them are one
// symbol. A state is the atoms of the program that may come next; the states and the steps between
// them are made when first needed, and thrown away when they have become too many.
//
//   Automaton automaton(program, letters);     // of one thread
//   if (automaton.match_from(row, at) != Automaton::Verdict::no) search ...
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "base/key_table.h"
#include "rules/alphabet.h"
#include "rules/program.h"

namespace rawabit {

class alignas(64) Automaton {
 public:
  /// Both must outlive it.
  Automaton(const Program& program, const Letters& letters);

  /// `unknown` after kFarthest letters: a search through a long row remembers where it has been,
  /// while this would read the same letters from each place anew.
  enum class Verdict : std::uint8_t { no, yes, unknown };
  static constexpr std::size_t kFarthest = 64;
  [[nodiscard]] Verdict match_from(std::span<const Letter> row, std::size_t at);

  /// To be called when the letters were forgotten.
  void forget();

 private:
  using State = std::uint16_t;
  using Symbol = std::uint16_t;
  static constexpr State kDead = 0;
  static constexpr State kMatched = 1;  ///< whatever comes
  static constexpr State kUnknown = 0xFFFF;
  static constexpr Symbol kNoSymbol = 0xFFFF;

  /// The atoms (instructions of the program) that may come next, ascending.
  struct Place {
    std::vector<std::uint32_t> atoms;
    bool matches = false;         ///< nothing need come
    bool matches_at_end = false;  ///< at the end of the row nothing need come
  };

  State start(bool at_begin);
  State step(State from, Letter letter);
  State make_step(State from, Letter letter, Symbol symbol);
  State number_of(Place place);
  Symbol symbol(Letter letter);
  Symbol make_symbol(Letter letter);
  void widen();
  void add_state(Place place);
  /// Adds what may come from the instruction on without a letter.
  void follow(std::uint32_t instruction, bool at_begin, Place& place);
  [[nodiscard]] bool reaches_match(std::uint32_t instruction, bool at_begin) const;

  // What every step asks for comes first: of the many rules that a row asks, each is one line of
  // the cache.
  std::vector<State> steps_;     ///< of each state, `width_` of them
  std::vector<Symbol> symbols_;  ///< of the letters
  std::uint32_t width_ = 8;
  State starts_[2] = {kUnknown, kUnknown};  ///< elsewhere, at the begin of the row
  bool is_large_ = false;                   ///< to be forgotten before the next run
  const Program* program_;
  const Letters* letters_;
  std::vector<std::uint64_t> own_atoms_;  ///< of the alphabet, 64 a word
  KeyTable known_symbols_;                ///< by the own atoms of a letter
  std::vector<Place> places_;             ///< of the states
  std::map<std::vector<std::uint32_t>, State> by_atoms_[2];
  std::vector<std::uint32_t> seen_;  ///< scratch of follow(): instructions, by `round_`
  std::vector<std::uint32_t> ways_;  ///< scratch of follow(): the ways not yet gone
  std::uint32_t round_ = 0;
};

}  // namespace rawabit
