#include "rules/openings.h"

#include <algorithm>
#include <array>
#include <bit>
#include <type_traits>

namespace rawabit {
namespace {

using Op = Instruction::Op;

/// Where the matches of a program can be after some letters: instructions, each once. Anchors are
/// taken to hold.
class Frontier {
 public:
  explicit Frontier(const Program& program) : program_(program), seen_(program.code().size()) {
    follow(program.start());
  }

  /// One letter further, whatever it is.
  void advance() {
    last_.swap(atoms_);
    atoms_.clear();
    seen_.assign(program_.code().size(), 0);
    for (const std::uint32_t atom : last_) follow(program_.code()[atom].next);
  }
  /// The instructions of the next letter.
  [[nodiscard]] const std::vector<std::uint32_t>& atoms() const { return atoms_; }
  /// Can a match be over here, or have been before?
  [[nodiscard]] bool is_over() const { return is_over_; }

 private:
  void follow(std::uint32_t from) {
    ways_.assign(1, from);
    while (!ways_.empty()) {
      const std::uint32_t at = ways_.back();
      ways_.pop_back();
      if (seen_[at] != 0) continue;
      seen_[at] = 1;
      const Instruction& step = program_.code()[at];
      if (step.op == Op::atom) {
        atoms_.push_back(at);
      } else if (step.op == Op::match) {
        is_over_ = true;
      } else {
        ways_.push_back(step.next);
        if (step.op == Op::choice) ways_.push_back(step.second);
      }
    }
  }

  const Program& program_;
  std::vector<std::uint32_t> atoms_;
  std::vector<std::uint32_t> last_;  ///< scratch of advance(): the atoms of the last letter
  std::vector<std::uint32_t> ways_;  ///< scratch of follow()
  std::vector<std::uint8_t> seen_;
  bool is_over_ = false;
};

}  // namespace

void Openings::set(RuleSet& rules, std::size_t rule) {
  if (rules.size() <= rule / 64) rules.resize(rule / 64 + 1);
  rules[rule / 64] |= std::uint64_t{1} << (rule % 64);
}

void Openings::add_rule(const Program& program) {
  const std::size_t rule = rules_++;
  Frontier frontier(program);
  for (Depth& depth : depths_) {
    for (const std::uint32_t instruction : frontier.atoms()) {
      const std::size_t atom = program.code()[instruction].argument;
      if (depth.by_atom.size() <= atom) depth.by_atom.resize(atom + 1);
      set(depth.by_atom[atom], rule);
    }
    if (frontier.is_over()) set(depth.free, rule);
    frontier.advance();
  }
}

/// To the set of the last letter.
void LetterOpenings::add(std::size_t depth, const RuleSet& rules) {
  std::uint64_t* const set = known_.data() + known_.size() - (Openings::kDepth - depth) * words_;
  for (std::size_t w = 0; w < rules.size(); ++w) set[w] |= rules[w];
}

/// The sets of the letters that are new.
void LetterOpenings::learn() {
  const std::size_t sets = Openings::kDepth * words_;
  while (known_.size() < (letters_->size() + 1) * sets) {
    const std::size_t number = known_.size() / sets;
    known_.resize(known_.size() + sets);
    for (std::size_t d = 0; d < Openings::kDepth; ++d) {
      const Openings::Depth& depth = openings_->depths_[d];
      add(d, depth.free);
      if (number == kEnd) continue;
      const auto atoms = letters_->set(static_cast<Letter>(number - 1));
      for (std::size_t word = 0; word < atoms.size(); ++word) {
        for (std::uint64_t rest = atoms[word]; rest != 0; rest &= rest - 1) {
          const std::size_t atom = word * 64 + static_cast<std::size_t>(std::countr_zero(rest));
          if (atom < depth.by_atom.size()) add(d, depth.by_atom[atom]);
        }
      }
    }
  }
}

/// From the end of the row to its begin: each letter is known when it is needed. `Words` is how
/// many words a set has, known to the compiler where they are few: a loop would cost as much again.
template <class Words>
void LetterOpenings::find_in(std::span<const Letter> row, const std::uint64_t* alive, Words words,
                             std::uint64_t* any) {
  const std::uint64_t* const known = known_.data();
  const auto sets_of = [&](std::size_t letter) {
    return known + letter * Openings::kDepth * words;
  };
  std::uint64_t* found = found_.data() + row.size() * words;
  std::uint32_t* const places = places_.data();
  std::size_t first_place = row.size();
  const std::uint64_t* second = sets_of(kEnd) + words;
  const std::uint64_t* third = second + words;
  for (std::size_t place = row.size(); place-- > 0;) {
    const std::uint64_t* const first = sets_of(row[place] + std::size_t{1});
    found -= words;
    std::uint64_t here = 0;
    for (std::size_t w = 0; w < words; ++w) {
      const std::uint64_t rules = alive[w] & first[w] & second[w] & third[w];
      found[w] = rules;
      any[w] |= rules;
      here |= rules;
    }
    places[first_place - 1] = static_cast<std::uint32_t>(place);
    first_place -= here != 0 ? 1 : 0;
    third = second + words;
    second = first + words;
  }
  first_place_ = first_place;
}

template <std::size_t kWords>
void LetterOpenings::find_in_few(std::span<const Letter> row, const RuleSet& alive) {
  std::array<std::uint64_t, kWords> of{};  // copies: they stay in registers
  std::array<std::uint64_t, kWords> any{};
  std::ranges::copy(alive, of.begin());
  find_in(row, of.data(), std::integral_constant<std::size_t, kWords>(), any.data());
  std::ranges::copy(any, any_.begin());
}

void LetterOpenings::find(std::span<const Letter> row, const RuleSet& alive) {
  static_assert(Openings::kDepth == 3);
  learn();
  found_.resize(row.size() * words_);
  any_.assign(words_, 0);
  places_.resize(row.size());
  first_place_ = row.size();
  if (row.empty()) return;
  if (words_ == 1) return find_in_few<1>(row, alive);
  if (words_ == 2) return find_in_few<2>(row, alive);
  find_in(row, alive.data(), words_, any_.data());
}

}  // namespace rawabit
