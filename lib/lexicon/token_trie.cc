#include "lexicon/token_trie.h"

#include <algorithm>
#include <utility>

namespace rawabit {

void TokenTrie::insert(std::span<const std::uint64_t> hashes, std::span<const ClassId> classes,
                       EntryId entry) {
  begins_[hashes[0] >> 6U & (kBitmapWords - 1)] |= std::uint64_t{1} << (hashes[0] & 63U);
  Node node = kRoot;
  for (const std::uint64_t hash : hashes) node = find_or_add(node, hash);
  for (const ClassId cls : classes) inserted_.push_back({node, {cls, entry}});
}

void TokenTrie::finish() {
  std::sort(inserted_.begin(), inserted_.end());
  first_meaning_.assign(nodes_ + 1, 0);
  const Meaning* last = nullptr;
  Node last_node = kNone;
  meanings_.reserve(inserted_.size());
  for (const auto& [node, meaning] : inserted_) {
    if (node == last_node && last->cls == meaning.cls) continue;
    meanings_.push_back(meaning);
    last = &meanings_.back();
    last_node = node;
    ++first_meaning_[node + 1];
  }
  for (Node node = 0; node < nodes_; ++node) first_meaning_[node + 1] += first_meaning_[node];
  inserted_ = {};
}

TokenTrie::Node TokenTrie::find_or_add(Node from, std::uint64_t hash) {
  if (const Node found = step(from, hash); found != kNone) return found;
  if (2 * nodes_ > edges_.size()) grow();
  std::size_t i = slot_of(from, hash);
  while (edges_[i & (edges_.size() - 1)].to != kNone) ++i;
  edges_[i & (edges_.size() - 1)] = {hash, from, nodes_};
  return nodes_++;
}

void TokenTrie::grow() {
  std::vector<Edge> old = std::exchange(edges_, std::vector<Edge>(2 * edges_.size()));
  for (const Edge& edge : old) {
    if (edge.to == kNone) continue;
    std::size_t i = slot_of(edge.from, edge.hash);
    while (edges_[i & (edges_.size() - 1)].to != kNone) ++i;
    edges_[i & (edges_.size() - 1)] = edge;
  }
}

}  // namespace rawabit
