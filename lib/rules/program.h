// A rule's pattern as a program over class strings, and the search for its matches.
//
// The meaning is that of RE2 and Perl: the leftmost match, and of those that begin there the one
// that the pattern prefers (greedy or lazy, the first alternative). The search tries the choices in
// their order and comes to no place of the program twice at the same letter, so that its time is at
// most the product of both lengths, whatever the pattern.
//
//   Result<Program> program = Program::compile(pattern, captures);  // "too large a pattern"
//   Search search;
//   if (search.run(*program, row, letters, from, next_start)) search.group(0) ...
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/result.h"
#include "rules/alphabet.h"
#include "rules/bound_pattern.h"

namespace rawabit {

/// Small numbers: the programs of all rules together are to stay in the cache.
struct Instruction {
  enum class Op : std::uint8_t { atom, choice, save, begin, end, match };
  using Number = std::uint16_t;
  Op op = Op::match;
  Number next = 0;
  Number second = 0;    ///< of a choice: what to try when `next` fails
  Number argument = 0;  ///< the atom, or the slot to save the place in
  Number join = 0;      ///< number, from 1, of a place to which several ways lead; else 0
};

class Program {
 public:
  static constexpr std::size_t kMaxInstructions = 20000;

  /// `captures`: how many there are. Error: more than kMaxInstructions.
  static Result<Program> compile(const BoundPattern& pattern, std::size_t captures);

  [[nodiscard]] const std::vector<Instruction>& code() const { return code_; }
  [[nodiscard]] std::uint32_t start() const { return start_; }
  [[nodiscard]] std::size_t joins() const { return joins_; }
  [[nodiscard]] std::size_t slots() const { return slots_; }
  [[nodiscard]] bool may_be_empty() const { return may_be_empty_; }

 private:
  class Compiler;
  void number_joins();

  std::vector<Instruction> code_;
  Instruction::Number start_ = 0;
  std::size_t joins_ = 0;
  std::size_t slots_ = 0;
  bool may_be_empty_ = false;
};

/// Searches with memory that is used again. Belongs to one thread.
class Search {
 public:
  /// The first match in `row` from its letter `from` on; `^` is the begin of `row` even so.
  /// `next_start(place)`: the first place from that one on where a match that is not empty may
  /// begin, asked for ascending places; the end of the row for none.
  template <class NextStart>
  bool run(const Program& program, std::span<const Letter> row, const Letters& letters,
           std::size_t from, NextStart&& next_start) {
    bool is_ready = false;
    for (std::size_t at = from; at <= row.size(); ++at) {
      if (!program.may_be_empty()) {
        at = next_start(at);
        if (at >= row.size()) return false;
      }
      if (!is_ready) prepare(program, row.size());
      is_ready = true;
      if (run_at(program, row, letters, static_cast<std::uint32_t>(at))) return true;
    }
    return false;
  }

  /// Letters [first, second) of the whole match (0) or of a capture (from 1) after a run() that was
  /// true; twice kNone for a capture that took no part.
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> group(std::size_t n) const {
    return {slots_[2 * n], slots_[2 * n + 1]};
  }

 private:
  /// A choice to come back to, or the old value of a slot to put back.
  struct Job {
    std::uint32_t instruction = 0;
    std::uint32_t at = 0;
    std::uint32_t slot = kNone;
  };
  void prepare(const Program& program, std::size_t letters);
  bool run_at(const Program& program, std::span<const Letter> row, const Letters& letters,
              std::uint32_t at);
  bool follow(const Program& program, std::span<const Letter> row, const Letters& letters,
              std::uint32_t instruction, std::uint32_t at);
  /// False when the search was there before, in vain.
  bool visit(std::uint32_t join, std::uint32_t at);

  std::vector<std::uint32_t> slots_;
  std::vector<Job> jobs_;
  std::vector<std::uint64_t> visited_;  ///< a bit for each join and place between letters
  std::vector<std::uint32_t> touched_;  ///< the words of visited_ that are not 0
  std::size_t places_ = 0;
};

}  // namespace rawabit
