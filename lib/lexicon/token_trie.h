// All forms of all lists as one trie over token hashes: the hot path of matching.
//
// Made once from (form, classes, entry); asked from many threads. The edges lie in one
// open-addressing table, each with what ends there, so that a word of one meaning costs one look
// at memory. A bitmap before it says of most words of a text at once that no form begins with them.
// Words are told apart by 64 bits of hash alone.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"

namespace rawabit {

class TokenTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;

  /// What a form means.
  struct Meaning {
    EntryId entry = 0;
    ClassId cls = 0;
  };

  /// The step by one word from one node to another.
  struct Edge {
    std::uint64_t hash = 0;  ///< of the word
    Node from = 0;
    Node to = kRoot;                  ///< the root: there is no such edge
    Meaning meaning;                  ///< the first of `meanings`
    std::uint32_t first_meaning = 0;  ///< of the forms that end here, ordered by class
    std::uint16_t meanings = 0;       ///< how many: one for each class, by the first entry
    bool goes_on = false;             ///< longer forms begin so
  };

  void insert(std::span<const std::uint64_t> hashes, std::span<const ClassId> classes,
              EntryId entry);
  /// To be called once, after the last insert() and before the first question.
  void finish();

  /// False when no form begins with that token; true in most other cases only.
  [[nodiscard]] bool may_begin(std::uint64_t hash) const {
    return (begins_[hash >> 6U & (kBitmapWords - 1)] >> (hash & 63U) & 1U) != 0;
  }
  /// The edge for that word from that node; its `to` is the root where there is none.
  [[nodiscard]] const Edge& step(Node from, std::uint64_t hash) const {
    std::size_t i = slot_of(from, hash);
    while (edges_[i].to != kRoot && (edges_[i].hash != hash || edges_[i].from != from)) {
      i = (i + 1) & (edges_.size() - 1);
    }
    return edges_[i];
  }
  [[nodiscard]] std::span<const Meaning> meanings(const Edge& edge) const {
    if (edge.meanings == 1) return {&edge.meaning, 1};
    return {meanings_.data() + edge.first_meaning, edge.meanings};
  }

 private:
  static constexpr std::size_t kBitmapWords = 4096;  // 32 KB: stays in the first cache

  [[nodiscard]] std::size_t slot_of(Node from, std::uint64_t hash) const {
    return (hash ^ hash >> 29U ^ from * 0x9E3779B97F4A7C15U) & (edges_.size() - 1);
  }
  Node find_or_add(Node from, std::uint64_t hash);
  void grow();
  void set_meanings();

  std::vector<Edge> edges_ = std::vector<Edge>(1024);  // a power of two, at most half full
  std::vector<std::uint64_t> begins_ = std::vector<std::uint64_t>(kBitmapWords);
  Node nodes_ = 1;
  std::vector<std::pair<Node, Meaning>> inserted_;  // until finish()
  std::vector<Meaning> meanings_;
};

}  // namespace rawabit
