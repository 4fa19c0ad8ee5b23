#include "rules/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <iterator>
#include <limits>
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

void Gate::Needs::put_rarest_first(std::span<const std::uint32_t> asked) {
  const auto askers = [&](std::size_t i) {
    std::uint32_t fewest = std::numeric_limits<std::uint32_t>::max();
    for (std::uint64_t rest = bits_[i]; rest != 0; rest &= rest - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
      fewest = std::min(fewest, asked[std::size_t{words_[i]} * 64 + bit]);
    }
    return fewest;
  };
  std::size_t rarest = 0;
  for (std::size_t i = 1; i < count_; ++i) {
    if (askers(i) < askers(rarest)) rarest = i;
  }
  std::swap(bits_[0], bits_[rarest]);
  std::swap(words_[0], words_[rarest]);
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
    asked_.resize(factors_.size());
    ++asked_[*number];
    ++count;
  }
  return needs;
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

RowMasks::RowMasks(const Gate& gate) : gate_(gate) {
  constexpr std::size_t kUsualKinds = std::size_t{1} << 16U;  // unused room costs nothing
  kinds_.reserve(kUsualKinds);
}

const Gate::Mask& RowMasks::of_kind(const NodeKinds& kinds, KindId kind) {
  while (kinds_.size() <= kind) {
    kinds_.push_back(gate_.mask_of(kinds, static_cast<KindId>(kinds_.size())));
  }
  return kinds_[kind];
}

void RowMasks::start_article(const Parse& parse) {
  rows_.assign(parse.rows.size(), {});
  nodes_seen_ = 0;
  see_new_nodes(parse);
}

/// A node's row is the sentence of its tokens.
void RowMasks::see_new_nodes(const Parse& parse) {
  const auto& sentences = parse.text->sentences;
  std::size_t row = 0;
  for (; nodes_seen_ < parse.nodes.size(); ++nodes_seen_) {
    const Node& node = parse.nodes[nodes_seen_];
    if (node.first < sentences[row].first || node.first >= sentences[row].last) {
      const auto next = std::ranges::upper_bound(sentences, node.first, {}, &TokenRange::first);
      row = static_cast<std::size_t>(next - sentences.begin()) - 1;
    }
    const Gate::Mask& more = of_kind(*parse.kinds, node.kind);
    for (std::size_t w = 0; w < more.size(); ++w) rows_[row][w] |= more[w];
  }
}

}  // namespace rawabit
