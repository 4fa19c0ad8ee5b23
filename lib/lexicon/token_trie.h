// All forms of all lists as one trie over token hashes: the hot path of matching.
//
// Made once from (form, classes, entry); asked from many threads. Edges lie in one open-addressing
// table; a bitmap before it says of most words of a text at once that no form begins with them.
// Words are told apart by 64 bits of hash alone.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/lexicon.h"

namespace rawabit {

class TokenTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;
  static constexpr Node kNone = 0xFFFFFFFF;

  /// What a form means that ends at a node.
  struct Meaning {
    ClassId cls = 0;
    EntryId entry = 0;
    auto operator<=>(const Meaning&) const = default;
  };

  void insert(std::span<const std::uint64_t> hashes, std::span<const ClassId> classes,
              EntryId entry);
  /// To be called once, after the last insert() and before the first question.
  void finish();

  /// False when no form begins with that token; true in most other cases only.
  [[nodiscard]] bool may_begin(std::uint64_t hash) const {
    return (begins_[hash >> 6U & (kBitmapWords - 1)] >> (hash & 63U) & 1U) != 0;
  }
  /// The node that `hash` leads to from `from`, or kNone.
  [[nodiscard]] Node step(Node from, std::uint64_t hash) const {
    for (std::size_t i = slot_of(from, hash);; ++i) {
      const Edge& edge = edges_[i & (edges_.size() - 1)];
      if (edge.to == kNone) return kNone;
      if (edge.hash == hash && edge.from == from) return edge.to;
    }
  }
  /// By class, one meaning each: the first entry that gave it.
  [[nodiscard]] std::span<const Meaning> meanings(Node node) const {
    return {meanings_.data() + first_meaning_[node],
            first_meaning_[node + 1] - first_meaning_[node]};
  }

 private:
  struct Edge {
    std::uint64_t hash = 0;
    Node from = 0;
    Node to = kNone;
  };
  static constexpr std::size_t kBitmapWords = 4096;  // 32 KB: stays in the first cache

  [[nodiscard]] std::size_t slot_of(Node from, std::uint64_t hash) const {
    return (hash ^ hash >> 29U ^ from * 0x9E3779B97F4A7C15U) & (edges_.size() - 1);
  }
  Node find_or_add(Node from, std::uint64_t hash);
  void grow();

  std::vector<Edge> edges_ = std::vector<Edge>(1024);  // a power of two, at most half full
  std::vector<std::uint64_t> begins_ = std::vector<std::uint64_t>(kBitmapWords);
  Node nodes_ = 1;
  std::vector<std::pair<Node, Meaning>> inserted_;  // until finish()
  std::vector<std::uint32_t> first_meaning_;
  std::vector<Meaning> meanings_;
};

}  // namespace rawabit
