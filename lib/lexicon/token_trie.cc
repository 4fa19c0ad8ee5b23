#include "lexicon/token_trie.h"

#include <algorithm>
#include <tuple>

namespace rawabit {

void TokenTrie::insert(std::span<const std::uint64_t> hashes, std::span<const ClassId> classes,
                       EntryId entry) {
  begins_[hashes[0] >> 6U & (kBitmapWords - 1)] |= std::uint64_t{1} << (hashes[0] & 63U);
  Node node = kRoot;
  for (const std::uint64_t hash : hashes) node = find_or_add(node, hash);
  for (const ClassId cls : classes) inserted_.push_back({node, {entry, cls}});
}

void TokenTrie::finish() {
  const auto key = [](const auto& one) {
    return std::tuple(one.first, one.second.cls, one.second.entry);
  };
  const auto same_class = [](const auto& a, const auto& b) {
    return a.first == b.first && a.second.cls == b.second.cls;
  };
  std::sort(inserted_.begin(), inserted_.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  inserted_.erase(std::unique(inserted_.begin(), inserted_.end(), same_class), inserted_.end());
  set_meanings();
  inserted_ = {};
}

/// Gives each edge what ends at its node, out of inserted_, which is in order.
void TokenTrie::set_meanings() {
  std::vector<std::uint32_t> first(nodes_ + 1, 0);
  std::vector<bool> goes_on(nodes_, false);
  for (const auto& [node, meaning] : inserted_) {
    meanings_.push_back(meaning);
    ++first[node + 1];
  }
  for (Node node = 0; node < nodes_; ++node) first[node + 1] += first[node];
  for (const Edge& edge : edges_) {
    if (edge.to != kRoot) goes_on[edge.from] = true;
  }
  for (Edge& edge : edges_) {
    if (edge.to == kRoot) continue;
    edge.first_meaning = first[edge.to];
    edge.meanings = static_cast<std::uint16_t>(first[edge.to + 1] - first[edge.to]);
    if (edge.meanings > 0) edge.meaning = meanings_[edge.first_meaning];
    edge.goes_on = goes_on[edge.to];
  }
}

TokenTrie::Node TokenTrie::find_or_add(Node from, std::uint64_t hash) {
  if (const Edge& found = step(from, hash); found.to != kRoot) return found.to;
  if (2 * nodes_ > edges_.size()) grow();
  std::size_t i = slot_of(from, hash);
  while (edges_[i].to != kRoot) i = (i + 1) & (edges_.size() - 1);
  edges_[i].hash = hash;
  edges_[i].from = from;
  edges_[i].to = nodes_;
  return nodes_++;
}

void TokenTrie::grow() {
  std::vector<Edge> old = std::exchange(edges_, std::vector<Edge>(2 * edges_.size()));
  for (const Edge& edge : old) {
    if (edge.to == kRoot) continue;
    std::size_t i = slot_of(edge.from, edge.hash);
    while (edges_[i].to != kRoot) i = (i + 1) & (edges_.size() - 1);
    edges_[i] = edge;
  }
}

}  // namespace rawabit
