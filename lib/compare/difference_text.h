// Differences as people and programs read them.
//
//   article-1
//     - person X
//     ~ organization Y -> organization Y Z
//     + X works_for Y
//         The sentence that says it.
//
// As JSON: {"article": ..., "changes": [{"change": "gained", "fact": "relation", "after": ...,
// "sentence": ...}]}. Nothing is refused.
#pragma once

#include <string>

#include "compare/difference.h"

namespace rawabit {

/// Empty where nothing differs.
[[nodiscard]] std::string difference_text(const ArticleDifference& difference,
                                          bool with_sentences = true);
/// One line, without its line break.
[[nodiscard]] std::string difference_json(const ArticleDifference& difference);

/// How many entities and relations were gained, lost and changed.
struct DifferenceCount {
  std::size_t articles = 0;  ///< that differ
  std::size_t entities_gained = 0, entities_lost = 0, entities_changed = 0;
  std::size_t relations_gained = 0, relations_lost = 0;

  void add(const ArticleDifference& difference);
  /// "3 articles differ: entities +1 -0 ~2, relations +4 -1"
  [[nodiscard]] std::string text() const;
};

}  // namespace rawabit
