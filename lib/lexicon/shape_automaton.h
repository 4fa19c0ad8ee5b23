// Shapes of words that need no more than a few bits a letter: all of them at once.
//
// Most shapes are a beginning, a length and an ending. Such a pattern is a sequence of steps, each
// a set of letters that comes once, or once and more; the automaton keeps a bit for each step of
// all patterns and goes over a word once (Shift-And with repeats).
//
// Takes patterns that begin with ^ and end with $, of letters, `.`, sets in brackets, groups of
// alternatives (no group within a group); ?, *, +, {n} and {n,m} behind a step, ? behind a group.
// Refuses any other, and what does not fit into its bits: that is for RE2 to try.
//
//   ShapeAutomaton automaton;
//   bool taken = automaton.add("^b.+(s|d)$");      // numbered by the adds that were taken
//   std::vector<std::uint16_t> fitting;
//   automaton.match("beds", fitting);              // 0; one with several endings may come twice
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rawabit {

class ShapeAutomaton {
 public:
  /// False where the pattern is refused; the automaton is then as before.
  bool add(std::string_view pattern);
  /// Appends the numbers of the patterns that fit the whole of `word`.
  void match(std::string_view word, std::vector<std::uint16_t>& fitting) const;

 private:
  static constexpr std::size_t kWords = 16;
  using Bits = std::array<std::uint64_t, kWords>;

  /// The letters of a step: those named, or all others.
  struct Step {
    std::vector<char32_t> letters;
    bool is_negated = false;
    bool repeats = false;
  };
  using Sequence = std::vector<Step>;
  class Parser;

  void add_step(const Step& step);
  /// The number of a letter in admits_; 0 for those that no step names.
  [[nodiscard]] std::size_t number_of(char32_t letter) const;
  std::size_t number_new(char32_t letter);

  std::uint16_t patterns_ = 0;
  std::size_t steps_ = 0;
  std::vector<char32_t> letters_;        ///< that some step names
  std::vector<std::uint8_t> numbers_;    ///< of the letters up to the last block that is looked up
  std::vector<Bits> admits_ = {Bits{}};  ///< of each number: the steps that take the letter
  Bits first_{}, last_{}, repeats_{};
  std::vector<std::uint16_t> pattern_of_;  ///< of each step
};

}  // namespace rawabit
