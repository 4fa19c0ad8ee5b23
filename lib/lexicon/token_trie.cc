#include "lexicon/token_trie.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace rawabit {

void TokenTrie::insert(std::span<const std::uint64_t> hashes, std::span<const ClassId> classes,
                       EntryId entry) {
  begins_[hashes[0] >> 6U & (kBitmapWords - 1)] |= std::uint64_t{1} << (hashes[0] & 63U);
  Node node = kRoot;
  for (const std::uint64_t hash : hashes) node = find_or_add(node, hash);
  for (const ClassId cls : classes) inserted_.push_back({node, {entry, cls}});
}

void TokenTrie::finish() {
  const auto same_class = [](const auto& a, const auto& b) {
    return a.first == b.first && a.second.cls == b.second.cls;
  };
  sort_inserted();
  inserted_.erase(std::unique(inserted_.begin(), inserted_.end(), same_class), inserted_.end());
  set_next_words();
  set_meanings();
  inserted_ = {};
}

/// By node, class and entry. Few forms end at one node: they are put side by side by counting.
void TokenTrie::sort_inserted() {
  std::vector<std::uint32_t> ends(nodes_ + 1, 0);
  for (const auto& one : inserted_) ++ends[one.first + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<std::pair<Node, Meaning>> sorted(inserted_.size());
  for (const auto& one : inserted_) sorted[ends[one.first]++] = one;  // now each is its node's end
  const auto key = [](const auto& one) { return std::pair(one.second.cls, one.second.entry); };
  std::uint32_t begin = 0;
  for (Node node = 0; node < nodes_; ++node) {
    std::sort(sorted.begin() + begin, sorted.begin() + ends[node],
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    begin = ends[node];
  }
  inserted_ = std::move(sorted);
}

void TokenTrie::set_next_words() {
  std::vector<std::uint32_t> next_words(nodes_, 0);
  for (const Edge& edge : edges_) {
    if (edge.to != kRoot) next_words[edge.from] |= Edge::bit_of(edge.hash);
  }
  for (Edge& edge : edges_) edge.next_words = edge.to == kRoot ? 0 : next_words[edge.to];
}

/// Gives each edge what ends at its node, out of inserted_, which is in order.
void TokenTrie::set_meanings() {
  std::vector<Edge*> edge_to(nodes_, nullptr);
  for (Edge& edge : edges_) {
    if (edge.to != kRoot) edge_to[edge.to] = &edge;
  }
  std::map<std::vector<ClassId>, std::uint32_t> sets;
  std::vector<ClassId> classes;
  for (auto at = inserted_.begin(); at != inserted_.end();) {
    const auto end =
        std::find_if(at, inserted_.end(), [&](const auto& one) { return one.first != at->first; });
    Edge& edge = *edge_to[at->first];
    classes.clear();
    for (auto one = at; one != end; ++one) {
      classes.push_back(one->second.cls);
      edge.one_entry = edge.one_entry && one->second.entry == at->second.entry;
    }
    const auto [set, is_new] =
        sets.try_emplace(classes, static_cast<std::uint32_t>(classes_.size()));
    if (is_new) classes_.insert(classes_.end(), classes.begin(), classes.end());
    edge.first_class = set->second;
    edge.meanings = static_cast<std::uint16_t>(classes.size());
    edge.entry = edge.one_entry ? at->second.entry : static_cast<EntryId>(entries_.size());
    for (; at != end; ++at) {
      if (!edge.one_entry) entries_.push_back(at->second.entry);
    }
  }
}

TokenTrie::Node TokenTrie::find_or_add(Node from, std::uint64_t hash) {
  if (const Edge& found = step(from, hash); found.to != kRoot) return found.to;
  if (nodes_ > edges_.size() / 4 * 3) grow();
  std::size_t i = slot_of(from, hash);
  while (edges_[i].to != kRoot) i = (i + 1) & (edges_.size() - 1);
  edges_[i].hash = hash;
  edges_[i].from = from;
  edges_[i].to = nodes_;
  return nodes_++;
}

void TokenTrie::grow() {
  Edges old = std::exchange(edges_, Edges(2 * edges_.size()));
  for (const Edge& edge : old) {
    if (edge.to == kRoot) continue;
    std::size_t i = slot_of(edge.from, edge.hash);
    while (edges_[i].to != kRoot) i = (i + 1) & (edges_.size() - 1);
    edges_[i] = edge;
  }
}

}  // namespace rawabit
