#include "rules/alphabet.h"

#include <fmt/format.h>

#include <algorithm>

namespace rawabit {
namespace {

constexpr char32_t kFirstLetter = 0x100;  // two bytes of UTF-8 for the first 1,792 letters
constexpr char32_t kSurrogates = 0xD800;  // no letters from here on: RE2 refuses surrogates
constexpr char32_t kAfterSurrogates = 0xE000;

char32_t nth_letter(std::size_t n) {
  const auto letter = static_cast<char32_t>(kFirstLetter + n);
  return letter < kSurrogates ? letter : letter + (kAfterSurrogates - kSurrogates);
}

bool has_class(const Parse& parse, const NodeReading& reading, MarkedClass cls) {
  for (std::uint32_t c = reading.first_class; c < reading.last_class; ++c) {
    if (parse.class_pool[c] == cls) return true;
  }
  return false;
}

bool any_reading_has(const Parse& parse, const Node& node, MarkedClass cls) {
  for (std::uint32_t r = node.first_reading; r < node.last_reading; ++r) {
    if (has_class(parse, parse.reading_pool[r], cls)) return true;
  }
  return false;
}

/// The folded form of a reading of a one-token node; empty for others.
std::string node_form(const Parse& parse, const Node& node, const NodeReading& reading) {
  if (node.last - node.first != 1 || node.mention != kNoMention) return {};
  return reading_form(parse.text->form(parse.text->tokens[node.first]), reading.proclitics);
}

}  // namespace

void append_utf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

Result<std::size_t> Alphabet::atom(const BoundAtom& atom) {
  const auto found = std::ranges::find(atoms_, atom);
  if (found != atoms_.end()) return static_cast<std::size_t>(found - atoms_.begin());
  if (atoms_.size() == kMaxAtoms) {
    return Error{Error::Kind::data,
                 fmt::format("a phase may name at most {} classes and words", kMaxAtoms)};
  }
  const std::size_t index = atoms_.size();
  atoms_.push_back(atom);
  switch (atom.kind) {
    case Atom::Kind::in_class:
      by_class_[atom.cls].push_back(index);
      break;
    case Atom::Kind::literal:
      by_literal_[atom.literal].push_back(index);
      break;
    default:
      others_.push_back(index);
  }
  return index;
}

bool Alphabet::satisfies(const Parse& parse, const Node& node, const NodeReading& reading,
                         const BoundAtom& atom) {
  if (!atom.proclitics.admits(reading.proclitics)) return false;
  switch (atom.kind) {
    case Atom::Kind::any:
      return true;
    case Atom::Kind::in_class:
      return has_class(parse, reading, atom.cls);
    case Atom::Kind::not_in_class:
      return !any_reading_has(parse, node, atom.cls);
    case Atom::Kind::literal:
      return node_form(parse, node, reading) == atom.literal;
  }
  return false;
}

void Alphabet::add_class_atoms(const Parse& parse, const NodeReading& reading, AtomSet& set) const {
  for (std::uint32_t c = reading.first_class; c < reading.last_class; ++c) {
    const auto found = by_class_.find(parse.class_pool[c]);
    if (found == by_class_.end()) continue;
    for (const std::size_t a : found->second) {
      if (atoms_[a].proclitics.admits(reading.proclitics)) set.set(a);
    }
  }
}

Alphabet::AtomSet Alphabet::atoms_of(const Parse& parse, const Node& node) const {
  AtomSet set;
  for (std::uint32_t r = node.first_reading; r < node.last_reading; ++r) {
    const NodeReading& reading = parse.reading_pool[r];
    add_class_atoms(parse, reading, set);
    for (const std::size_t a : others_) {
      if (!set[a] && satisfies(parse, node, reading, atoms_[a])) set.set(a);
    }
    if (by_literal_.empty()) continue;
    const auto found = by_literal_.find(node_form(parse, node, reading));
    if (found == by_literal_.end()) continue;
    for (const std::size_t a : found->second) {
      if (atoms_[a].proclitics.admits(reading.proclitics)) set.set(a);
    }
  }
  return set;
}

char32_t Alphabet::letter(const Parse& parse, const Node& node) {
  const AtomSet set = atoms_of(parse, node);
  const auto [found, is_new] = letters_.try_emplace(set, nth_letter(sets_.size()));
  if (is_new) sets_.push_back(set);
  return found->second;
}

std::string Alphabet::character_class(std::size_t atom) const {
  std::string out;
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    if (!sets_[i][atom]) continue;
    std::size_t last = i;
    while (last + 1 < sets_.size() && sets_[last + 1][atom] &&
           nth_letter(last + 1) == nth_letter(last) + 1) {
      ++last;
    }
    append_utf8(nth_letter(i), out);
    if (last > i) {
      out += '-';
      append_utf8(nth_letter(last), out);
    }
    i = last;
  }
  // A class that no letter has: one that never stands in a class string.
  return out.empty() ? "[\\x01]" : "[" + out + "]";
}

}  // namespace rawabit
