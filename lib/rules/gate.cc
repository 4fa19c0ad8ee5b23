#include "rules/gate.h"

#include <fmt/format.h>

#include <algorithm>

namespace rawabit {
namespace {

/// Adds the atoms that a match of `node` can begin with; true when it can also match nothing.
bool add_first(const BoundPattern& node, AtomSet& first) {
  bool passes = node.min == 0;
  switch (node.kind) {
    case BoundPattern::Kind::begin:
    case BoundPattern::Kind::end:
      return true;
    case BoundPattern::Kind::atom:
      first.set(node.atom);
      return passes;
    case BoundPattern::Kind::alternation:
      for (const BoundPattern& child : node.children) passes = add_first(child, first) || passes;
      return passes;
    case BoundPattern::Kind::sequence:
      break;
  }
  for (const BoundPattern& child : node.children) {
    if (!add_first(child, first)) return passes;
  }
  return true;
}

/// The factors of every match of `node`; none where it need not stand.
std::vector<AtomSet> factors_of(const BoundPattern& node) {
  if (node.min == 0) return {};
  std::vector<AtomSet> out;
  switch (node.kind) {
    case BoundPattern::Kind::begin:
    case BoundPattern::Kind::end:
      break;
    case BoundPattern::Kind::atom:
      out.emplace_back().set(node.atom);
      break;
    case BoundPattern::Kind::sequence:
      for (const BoundPattern& child : node.children) {
        const auto more = factors_of(child);
        out.insert(out.end(), more.begin(), more.end());
      }
      break;
    case BoundPattern::Kind::alternation:
      // Of each alternative its narrowest factor: one of them must stand.
      out.emplace_back();
      for (const BoundPattern& child : node.children) {
        const auto choices = factors_of(child);
        if (choices.empty()) return {};
        out.front() |= *std::ranges::min_element(choices, {}, &AtomSet::count);
      }
      break;
  }
  return out;
}

}  // namespace

/// The number of the factor; kNone when it has an atom that nearly every node satisfies: no use in
/// asking for it.
Result<std::uint16_t> Gate::factor(const AtomSet& set, std::span<const BoundAtom> atoms) {
  std::vector<BoundAtom> key;
  for (std::size_t a = 0; a < atoms.size(); ++a) {
    if (!set[a]) continue;
    if (atoms[a].kind != BoundAtom::Kind::in_class) return Needs::kNone;
    key.push_back(atoms[a]);
  }
  std::ranges::sort(key);
  const auto known = factors_.find(key);
  if (known != factors_.end()) return known->second;
  if (factors_.size() == kMaxFactors) {
    return Error{Error::Kind::data,
                 fmt::format("the rules of all files may ask for at most {} choices of classes and "
                             "words: expected fewer or simpler rules",
                             kMaxFactors)};
  }
  const auto number = static_cast<std::uint16_t>(factors_.size());
  for (const BoundAtom& atom : key) {
    if (by_class_.size() <= atom.cls) by_class_.resize(atom.cls + 1);
    by_class_[atom.cls].push_back({atom.proclitics, number});
  }
  factors_.emplace(std::move(key), number);
  return number;
}

Result<Gate::Needs> Gate::add_rule(const BoundPattern& pattern, std::span<const BoundAtom> atoms) {
  Needs needs;
  AtomSet first;
  if (!add_first(pattern, first)) {
    const auto number = factor(first, atoms);
    if (!number) return number.error();
    needs.first = *number;
  }
  auto sets = factors_of(pattern);
  std::ranges::stable_sort(sets, {}, &AtomSet::count);  // those of few atoms tell most
  for (const AtomSet& set : sets) {
    if (needs.count == Needs::kMost) break;
    const auto number = factor(set, atoms);
    if (!number) return number.error();
    needs.add(*number);
  }
  needs.add(needs.first);
  return needs;
}

Gate::Mask Gate::mask_of(const NodeKinds& kinds, KindId kind) const {
  Mask mask;
  for (const NodeReading& reading : kinds.readings(kind)) {
    for (const MarkedClass cls : kinds.classes(reading)) {
      if (cls >= by_class_.size()) continue;
      for (const Served& served : by_class_[cls]) {
        if (served.proclitics.admits(reading.proclitics)) mask.set(served.factor);
      }
    }
  }
  return mask;
}

const Gate::Mask& RowMasks::of_kind(const NodeKinds& kinds, KindId kind) {
  while (kinds_.size() <= kind) {
    kinds_.push_back(gate_.mask_of(kinds, static_cast<KindId>(kinds_.size())));
  }
  return kinds_[kind];
}

const Gate::Mask& RowMasks::of_row(const Parse& parse, std::size_t row) {
  Row& known = rows_[row];
  const auto nodes = static_cast<std::uint32_t>(parse.nodes.size());
  if (known.nodes_seen == nodes) return known.mask;
  for (const std::uint32_t node : parse.rows[row]) {
    if (node >= known.nodes_seen) known.mask |= of_kind(*parse.kinds, parse.nodes[node].kind);
  }
  known.nodes_seen = nodes;
  return known.mask;
}

}  // namespace rawabit
