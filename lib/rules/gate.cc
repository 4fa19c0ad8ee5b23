#include "rules/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

namespace rawabit {
namespace {

/// Numbers of atoms, ascending.
using Atoms = std::vector<std::size_t>;

/// Adds the factors of every match of `node`; none where it need not stand.
void add_factors(const BoundPattern& node, std::vector<Atoms>& out) {
  if (node.min == 0) return;
  switch (node.kind) {
    case BoundPattern::Kind::begin:
    case BoundPattern::Kind::end:
      break;
    case BoundPattern::Kind::atom:
      out.push_back({node.atom});
      break;
    case BoundPattern::Kind::sequence:
      for (const BoundPattern& child : node.children) add_factors(child, out);
      break;
    case BoundPattern::Kind::alternation: {
      // Of each alternative its narrowest factor: one of them must stand.
      Atoms any;
      std::vector<Atoms> choices;
      for (const BoundPattern& child : node.children) {
        choices.clear();
        add_factors(child, choices);
        if (choices.empty()) return;
        const Atoms& narrowest = *std::ranges::min_element(choices, {}, &Atoms::size);
        any.insert(any.end(), narrowest.begin(), narrowest.end());
      }
      std::ranges::sort(any);
      any.erase(std::ranges::unique(any).begin(), any.end());
      out.push_back(std::move(any));
      break;
    }
  }
}

}  // namespace

void Gate::Needs::add(std::size_t factor) {
  std::size_t i = 0;
  while (i < count_ && words_[i] != factor / 64) ++i;
  if (i == count_) ++count_;
  words_[i] = static_cast<std::uint8_t>(factor / 64);
  bits_[i] |= std::uint64_t{1} << (factor % 64);
}

/// The number of the factor; kNone when it has an atom that nearly every node satisfies: no use in
/// asking for it.
Result<std::uint16_t> Gate::factor(std::span<const std::size_t> set,
                                   std::span<const BoundAtom> atoms) {
  std::vector<BoundAtom> key;
  for (const std::size_t a : set) {
    if (atoms[a].kind != BoundAtom::Kind::in_class) return kNone;
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
    by_class_[atom.cls].push_back({admitted_by(atom.proclitics), number});
  }
  factors_.emplace(std::move(key), number);
  return number;
}

Result<Gate::Needs> Gate::add_rule(const BoundPattern& pattern, std::span<const BoundAtom> atoms) {
  Needs needs;
  asked_.push_back({.is_rule = true});
  std::vector<Atoms> sets;
  add_factors(pattern, sets);
  std::ranges::stable_sort(sets, {}, &Atoms::size);  // those of few atoms tell most
  std::size_t count = 0;
  for (const Atoms& set : sets) {
    if (count == Needs::kMost) break;
    const auto number = factor(set, atoms);
    if (!number) return number.error();
    if (*number == kNone) continue;
    needs.add(*number);
    asked_.back().factors.push_back(*number);
    ++count;
  }
  return needs;
}

std::size_t Gate::start_phase() {
  const std::size_t word = (asked_.size() + 63) / 64;
  asked_.resize(word * 64);
  return word;
}

void Gate::finish() {
  std::vector<std::uint32_t> askers(factors_.size(), 0);
  for (const Asked& rule : asked_) {
    for (const std::uint16_t factor : rule.factors) ++askers[factor];
  }
  always_.assign((asked_.size() + 63) / 64, 0);
  std::vector<std::vector<std::uint32_t>> of_factor(factors_.size());
  for (std::uint32_t rule = 0; rule < asked_.size(); ++rule) {
    const auto& factors = asked_[rule].factors;
    if (asked_[rule].is_rule && factors.empty()) {
      always_[rule / 64] |= std::uint64_t{1} << (rule % 64);
    } else if (!factors.empty()) {
      const auto rarest =
          std::ranges::min_element(factors, {}, [&](std::uint16_t f) { return askers[f]; });
      of_factor[*rarest].push_back(rule);
      keys_[*rarest / 64] |= std::uint64_t{1} << (*rarest % 64);
    }
  }
  by_factor_from_.assign(1, 0);
  for (const auto& rules : of_factor) {
    by_factor_.insert(by_factor_.end(), rules.begin(), rules.end());
    by_factor_from_.push_back(static_cast<std::uint32_t>(by_factor_.size()));
  }
}

Gate::Mask Gate::mask_of(const NodeKinds& kinds, KindId kind) const {
  Mask mask{};
  for (const NodeReading& reading : kinds.readings(kind)) {
    const ReadingMask self = reading_mask(reading.proclitics);
    for (const MarkedClass cls : kinds.classes(reading)) {
      if (cls >= by_class_.size()) continue;
      for (const Served& served : by_class_[cls]) {
        if ((served.admitted & self) != 0) {
          mask[served.factor / 64] |= std::uint64_t{1} << (served.factor % 64);
        }
      }
    }
  }
  return mask;
}

}  // namespace rawabit
