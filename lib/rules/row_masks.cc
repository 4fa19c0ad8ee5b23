#include "rules/row_masks.h"

#include <algorithm>
#include <bit>

namespace rawabit {

static_assert(Gate::kMaxFactors / 64 <= 64);  // a bit for each word of a mask

namespace {

constexpr std::size_t kAhead = 4;  // nodes: time enough for memory to answer

}  // namespace

void RowMasks::forget_kinds() {
  of_kind_.clear();
  packed_.clear();
  known_masks_.clear();
}

std::uint32_t RowMasks::place_of(const Gate::Mask& mask) {
  std::uint64_t words = 0;
  std::uint64_t key = 1;
  for (std::size_t w = 0; w < mask.size(); ++w) {
    if (mask[w] == 0) continue;
    words |= std::uint64_t{1} << w;
    key = mix_key(key + w, mask[w]);
  }
  if (const auto known = known_masks_.find(key)) return *known;
  const auto place = static_cast<std::uint32_t>(packed_.size());
  packed_.push_back(words);
  for (const std::uint64_t word : mask) {
    if (word != 0) packed_.push_back(word);
  }
  known_masks_.put(key, place);
  return place;
}

void RowMasks::add_kind(const NodeKinds& kinds, KindId kind, Gate::Mask& together) {
  while (of_kind_.size() <= kind) {
    of_kind_.push_back(place_of(gate_.mask_of(kinds, static_cast<KindId>(of_kind_.size()))));
  }
  const std::uint64_t* packed = packed_.data() + of_kind_[kind];
  for (std::uint64_t words = *packed++; words != 0; words &= words - 1) {
    together[static_cast<std::size_t>(std::countr_zero(words))] |= *packed++;
  }
}

void RowMasks::start_article(const Parse& parse) {
  const auto always = gate_.always();
  served_.assign(parse.rows.size(), {});
  candidates_.clear();
  for (std::size_t row = 0; row < parse.rows.size(); ++row) {
    candidates_.insert(candidates_.end(), always.begin(), always.end());
  }
  nodes_seen_ = 0;
  see_new_nodes(parse);
}

void RowMasks::add(const Gate::Mask& mask, std::size_t row) {
  std::uint64_t* const candidates = candidates_.data() + row * gate_.always().size();
  Gate::Mask& served = served_[row];
  const Gate::Mask& keys = gate_.keys();
  for (std::size_t w = 0; w < mask.size(); ++w) {
    for (std::uint64_t rest = mask[w] & ~served[w] & keys[w]; rest != 0; rest &= rest - 1) {
      const std::size_t factor = w * 64 + static_cast<std::size_t>(std::countr_zero(rest));
      for (const std::uint32_t rule : gate_.candidates(factor)) {
        candidates[rule / 64] |= std::uint64_t{1} << (rule % 64);
      }
    }
    served[w] |= mask[w];
  }
}

/// Fetches what add_kind() will look at for the node.
void RowMasks::prepare(const Parse& parse, std::size_t node) const {
  if (node >= parse.nodes.size() || parse.nodes[node].kind >= of_kind_.size()) return;
  __builtin_prefetch(packed_.data() + of_kind_[parse.nodes[node].kind]);
}

/// A node's row is the sentence of its tokens. What nodes of one row that follow each other serve
/// is added at once.
void RowMasks::see_new_nodes(const Parse& parse) {
  const auto& sentences = parse.text->sentences;
  const auto row_of = [&](const Node& node) {
    const auto next = std::ranges::upper_bound(sentences, node.first, {}, &TokenRange::first);
    return static_cast<std::size_t>(next - sentences.begin()) - 1;
  };
  while (nodes_seen_ < parse.nodes.size()) {
    const std::size_t row = row_of(parse.nodes[nodes_seen_]);
    Gate::Mask together{};
    for (; nodes_seen_ < parse.nodes.size(); ++nodes_seen_) {
      const Node& node = parse.nodes[nodes_seen_];
      if (node.first < sentences[row].first || node.first >= sentences[row].last) break;
      prepare(parse, nodes_seen_ + kAhead);
      add_kind(*parse.kinds, node.kind, together);
    }
    add(together, row);
  }
}

}  // namespace rawabit
