#include "rules/alphabet.h"

#include <fmt/format.h>

#include <algorithm>

namespace rawabit {

namespace {

/// A good hash of the set, by two words at a time: all that tells two sets apart.
std::uint64_t key_of(std::span<const std::uint64_t> set) {
  std::uint64_t key = 0;
  for (std::size_t w = 0; w < set.size(); w += 2) {
    key = mix_key(key ^ set[w], w + 1 < set.size() ? set[w + 1] : 0);
  }
  return key;
}

}  // namespace

ReadingMask reading_mask(const Proclitics& proclitics) {
  const unsigned conjunction = proclitics.conjunction == Conjunction::none ? 0 : 1;
  const unsigned number = conjunction * 4 + static_cast<unsigned>(proclitics.preposition);
  return static_cast<ReadingMask>(1U << number);
}

ReadingMask admitted_by(const ProcliticSpec& spec) {
  unsigned mask = 0;
  for (const auto conjunction : {Conjunction::none, Conjunction::waw}) {
    for (const auto preposition :
         {Preposition::none, Preposition::beh, Preposition::lam, Preposition::kaf}) {
      const Proclitics proclitics{.conjunction = conjunction, .preposition = preposition};
      if (spec.admits(proclitics)) mask |= reading_mask(proclitics);
    }
  }
  return static_cast<ReadingMask>(mask);
}

bool satisfies(const NodeKinds& kinds, KindId kind, const NodeReading& reading,
               const BoundAtom& atom) {
  if (!atom.proclitics.admits(reading.proclitics)) return false;
  switch (atom.kind) {
    case BoundAtom::Kind::any:
      return true;
    case BoundAtom::Kind::in_class:
      return kinds.has_class(reading, atom.cls);
    case BoundAtom::Kind::not_in_class:
      return std::ranges::none_of(kinds.readings(kind), [&](const NodeReading& any) {
        return kinds.has_class(any, atom.cls);
      });
  }
  return false;
}

Result<std::size_t> Alphabet::atom(const BoundAtom& atom) {
  const auto [known, is_new] = numbers_.try_emplace(atom, atoms_.size());
  if (!is_new) return known->second;
  if (atoms_.size() == kMaxAtoms) {
    numbers_.erase(known);
    return Error{Error::Kind::data, fmt::format("the rules of a file may name at most {} classes "
                                                "and words: expected a file for some of them",
                                                kMaxAtoms)};
  }
  atoms_.push_back(atom);
  admitted_.push_back(admitted_by(atom.proclitics));
  return known->second;
}

Letter Letters::letter(const NodeKinds& kinds, KindId kind) {
  const auto atoms = alphabet_->atoms();
  std::vector<std::uint64_t> set(width_);
  for (std::size_t a = 0; a < atoms.size(); ++a) {
    const bool is_satisfied = std::ranges::any_of(
        kinds.readings(kind),
        [&](const NodeReading& reading) { return satisfies(kinds, kind, reading, atoms[a]); });
    if (is_satisfied) set[a / 64] |= std::uint64_t{1} << (a % 64);
  }
  return letter_of(set);
}

Letter Letters::letter_of(std::span<const std::uint64_t> set) {
  const std::uint64_t key = key_of(set);
  if (const auto known = by_set_.find(key)) return *known;
  const auto made = static_cast<Letter>(size());
  by_set_.put(key, made);
  sets_.insert(sets_.end(), set.begin(), set.end());
  return made;
}

void Letters::forget() {
  sets_.clear();
  by_set_.clear();
}

}  // namespace rawabit
