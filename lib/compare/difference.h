// What two readings of one article have in common, and what only one of them has.
//
//   const FactPairs pairs = pair_facts(before, after);
//   const ArticleDifference d = difference(before, after);
//   for (const Change& change : d.changes) use(change.kind, change.before, change.after);
//
// Entities are paired one to one within their type: those of one name that stand in one place,
// then those of one name, then those that share a place, then those that share a form. Names are
// compared folded and without the article. A relation is paired with one of the same predicate and
// modality between the paired ends, a symmetric one from either end. Nothing is refused.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "compare/facts.h"

namespace rawabit {

/// For each fact of `before` the index of the one in `after`.
struct FactPairs {
  std::vector<std::optional<std::size_t>> entities;
  std::vector<std::optional<std::size_t>> relations;
};

[[nodiscard]] FactPairs pair_facts(const ArticleFacts& before, const ArticleFacts& after);

/// The indexes below `count` that no pair has as its second.
[[nodiscard]] std::vector<std::size_t> unpaired(
    const std::vector<std::optional<std::size_t>>& pairs, std::size_t count);

struct Change {
  enum class Kind { lost, gained, changed };
  Kind kind = Kind::lost;
  bool is_relation = false;
  std::string_view what;  ///< type (of a title its kind) or predicate
  std::string before;     ///< the fact in words; empty where it was gained
  std::string after;      ///< the same; empty where it was lost
  std::string sentence;   ///< of a relation, where known
};

struct ArticleDifference {
  std::string id;
  std::vector<Change> changes;  ///< entities first; lost, changed and gained by their order
};

[[nodiscard]] ArticleDifference difference(const ArticleFacts& before, const ArticleFacts& after);

}  // namespace rawabit
