#include "rules/alphabet.h"

#include <fmt/format.h>

#include <algorithm>

namespace rawabit {

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

AtomSet Alphabet::atoms_of_kind(const NodeKinds& kinds, KindId kind) const {
  AtomSet set;
  AtomSet excluded;  // of kind not_in_class, whose class some reading has
  for (const NodeReading& reading : kinds.readings(kind)) {
    for (const MarkedClass cls : kinds.classes(reading)) {
      if (cls >= is_asked_.size() || !is_asked_[cls]) continue;
      for (const std::uint16_t a : by_class_[cls]) {
        if (atoms_[a].kind == BoundAtom::Kind::not_in_class) {
          excluded.set(a);
        } else if (atoms_[a].proclitics.admits(reading.proclitics)) {
          set.set(a);
        }
      }
    }
    for (const std::uint16_t a : others_) {
      if (atoms_[a].proclitics.admits(reading.proclitics)) set.set(a);
    }
  }
  return set & ~excluded;
}

Letter Letters::letter(const NodeKinds& kinds, KindId kind) {
  const AtomSet set = alphabet_->atoms_of_kind(kinds, kind);
  const auto [known, is_new] = letters_.try_emplace(set, static_cast<Letter>(sets_.size()));
  if (is_new) sets_.push_back(set);
  return known->second;
}

void Letters::forget() {
  letters_.clear();
  sets_.clear();
}

}  // namespace rawabit
