#include "rules/alphabet.h"

#include <fmt/format.h>

#include <algorithm>

namespace rawabit {
namespace {

/// The bit of a reading with those proclitics.
ReadingMask mask_of(const Proclitics& proclitics) {
  const unsigned conjunction = proclitics.conjunction == Conjunction::none ? 0 : 1;
  const unsigned number = conjunction * 4 + static_cast<unsigned>(proclitics.preposition);
  return static_cast<ReadingMask>(1U << number);
}

/// The bits of all readings that the atom admits.
ReadingMask admitted_by(const ProcliticSpec& spec) {
  unsigned mask = 0;
  for (const auto conjunction : {Conjunction::none, Conjunction::waw}) {
    for (const auto preposition :
         {Preposition::none, Preposition::beh, Preposition::lam, Preposition::kaf}) {
      const Proclitics proclitics{.conjunction = conjunction, .preposition = preposition};
      if (spec.admits(proclitics)) mask |= mask_of(proclitics);
    }
  }
  return static_cast<ReadingMask>(mask);
}

}  // namespace

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
  const auto index = static_cast<std::uint16_t>(atoms_.size());
  atoms_.push_back(atom);
  admitted_.push_back(admitted_by(atom.proclitics));
  if (atom.kind != BoundAtom::Kind::any) {
    if (by_class_.size() <= atom.cls) {
      by_class_.resize(atom.cls + 1);
      is_asked_.resize(atom.cls + 1);
    }
    by_class_[atom.cls].push_back(index);
    is_asked_[atom.cls] = true;
  }
  if (atom.kind != BoundAtom::Kind::in_class) others_.push_back(index);
  return index;
}

void Alphabet::atoms_of_kind(const NodeKinds& kinds, KindId kind,
                             std::span<std::uint64_t> set) const {
  std::ranges::fill(set, 0);
  AtomSet excluded;  // of kind not_in_class, whose class some reading has
  bool excludes = false;
  for (const NodeReading& reading : kinds.readings(kind)) {
    const ReadingMask self = mask_of(reading.proclitics);
    const auto add_admitted = [&](std::uint16_t atom) {
      if ((admitted_[atom] & self) != 0) set[atom / 64] |= std::uint64_t{1} << (atom % 64);
    };
    for (const MarkedClass cls : kinds.classes(reading)) {
      if (cls >= is_asked_.size() || !is_asked_[cls]) continue;
      for (const std::uint16_t atom : by_class_[cls]) {
        if (atoms_[atom].kind == BoundAtom::Kind::in_class) {
          add_admitted(atom);
        } else {
          excluded.set(atom);
          excludes = true;
        }
      }
    }
    std::ranges::for_each(others_, add_admitted);
  }
  if (!excludes) return;
  for (const std::uint16_t atom : others_) {
    if (excluded[atom]) set[atom / 64] &= ~(std::uint64_t{1} << (atom % 64));
  }
}

Letter Letters::letter(const NodeKinds& kinds, KindId kind) {
  made_.resize(width_);
  alphabet_->atoms_of_kind(kinds, kind, made_);
  if (2 * (size() + 1) > slots_.size()) grow();
  Letter& slot = slots_[slot_of(made_)];
  if (slot == kNoLetter) {
    slot = static_cast<Letter>(size());
    sets_.insert(sets_.end(), made_.begin(), made_.end());
  }
  return slot;
}

/// Where the set's letter stands, or can stand.
std::size_t Letters::slot_of(std::span<const std::uint64_t> set) const {
  std::uint64_t key = 0;
  for (const std::uint64_t word : set) key = mix_key(key, word);
  std::size_t at = key & (slots_.size() - 1);
  while (slots_[at] != kNoLetter && !std::ranges::equal(this->set(slots_[at]), set)) {
    at = (at + 1) & (slots_.size() - 1);
  }
  return at;
}

void Letters::grow() {
  constexpr std::size_t kFirstSlots = 64;
  slots_.assign(std::max(kFirstSlots, 2 * slots_.size()), kNoLetter);
  for (Letter letter = 0; letter < size(); ++letter) slots_[slot_of(set(letter))] = letter;
}

void Letters::forget() {
  sets_.clear();
  slots_.clear();
}

}  // namespace rawabit
