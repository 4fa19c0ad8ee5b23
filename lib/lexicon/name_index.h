// Entries by a name of theirs: a sorted table of hashes, which needs no copy of the names.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"

namespace rawabit {

class NameIndex {
 public:
  /// By the token_hash() of the name.
  void add(std::uint64_t name, EntryId entry);
  /// To be called once, after the last add() and before the first question.
  void finish();

  /// Ascending, each once.
  [[nodiscard]] std::vector<EntryId> find(std::string_view name) const;

 private:
  std::vector<std::pair<std::uint64_t, EntryId>> entries_;
};

}  // namespace rawabit
