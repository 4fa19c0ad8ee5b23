#include "rules/gate.h"

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

std::uint32_t Gate::factor(const AtomSet& atoms) {
  const auto known = std::ranges::find(factors_, atoms);
  if (known != factors_.end()) return static_cast<std::uint32_t>(known - factors_.begin());
  if (factors_.size() == kMaxFactors) return kNone;
  factors_.push_back(atoms);
  return static_cast<std::uint32_t>(factors_.size() - 1);
}

void Gate::add_rule(const BoundPattern& pattern, std::span<const BoundAtom> atoms) {
  AtomSet wide;  // atoms that nearly every sentence has: no use in asking for them
  for (std::size_t a = 0; a < atoms.size(); ++a) {
    if (atoms[a].kind != BoundAtom::Kind::in_class) wide.set(a);
  }
  RuleFactors rule;
  AtomSet first;
  if (!add_first(pattern, first)) rule.first = factor(first);
  if (rule.first != kNone) rule.needs.set(rule.first);
  for (const AtomSet& atoms_of_factor : factors_of(pattern)) {
    if ((atoms_of_factor & wide).any()) continue;
    const std::uint32_t number = factor(atoms_of_factor);
    if (number != kNone) rule.needs.set(number);
  }
  rules_.push_back(rule);
}

Gate::Mask Gate::mask_of(const AtomSet& atoms) const {
  Mask mask;
  for (std::size_t f = 0; f < factors_.size(); ++f) mask[f] = (factors_[f] & atoms).any();
  return mask;
}

}  // namespace rawabit
