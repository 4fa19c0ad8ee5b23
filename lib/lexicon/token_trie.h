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

#include "base/large_pages.h"
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

  /// The step by one word from one node to another: half a cache line.
  struct Edge {
    std::uint64_t hash = 0;  ///< of the word
    Node from = 0;
    Node to = kRoot;                ///< the root: there is no such edge
    std::uint32_t next_words = 0;   ///< a bit for some of the words that go on; see may_follow
    std::uint32_t first_class = 0;  ///< in classes_: those of the forms that end here, ascending
    EntryId entry = 0;              ///< of them all, or the first's index in entries_
    std::uint16_t meanings = 0;     ///< how many: one for each class, by the first entry
    bool one_entry = true;

    /// False when no form goes on with that word.
    [[nodiscard]] bool may_follow(std::uint64_t next_hash) const {
      return (next_words & bit_of(next_hash)) != 0;
    }
    [[nodiscard]] static std::uint32_t bit_of(std::uint64_t word_hash) {
      return std::uint32_t{1} << (word_hash >> 59U);
    }
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
  /// Fetches what step(kRoot, hash) will look at.
  void prepare(std::uint64_t hash) const { __builtin_prefetch(&edges_[slot_of(kRoot, hash)]); }
  /// Calls `use` with each meaning of the forms that end with `edge`.
  template <class Use>
  void for_meanings(const Edge& edge, Use use) const {
    for (std::uint32_t i = 0; i < edge.meanings; ++i) {
      const EntryId entry = edge.one_entry ? edge.entry : entries_[edge.entry + i];
      use(Meaning{entry, classes_[edge.first_class + i]});
    }
  }

 private:
  static constexpr std::size_t kBitmapWords = 8192;  // 64 KB: stays in the second cache

  [[nodiscard]] std::size_t slot_of(Node from, std::uint64_t hash) const {
    return (hash ^ hash >> 29U ^ from * 0x9E3779B97F4A7C15U) & (edges_.size() - 1);
  }
  Node find_or_add(Node from, std::uint64_t hash);
  void grow();
  void sort_inserted();
  void set_next_words();
  void set_meanings();

  using Edges = std::vector<Edge, LargePages<Edge>>;

  Edges edges_ = Edges(1024);  // a power of two, at most three quarters full
  std::vector<std::uint64_t> begins_ = std::vector<std::uint64_t>(kBitmapWords);
  Node nodes_ = 1;
  std::vector<std::pair<Node, Meaning>> inserted_;  // until finish()
  std::vector<ClassId> classes_;  // each set of classes once, so that they stay in the first cache
  std::vector<EntryId> entries_;
};

}  // namespace rawabit
