#include "lexicon/name_index.h"

#include <algorithm>

namespace rawabit {

void NameIndex::add(std::uint64_t name, EntryId entry) { entries_.emplace_back(name, entry); }

void NameIndex::finish() {
  std::sort(entries_.begin(), entries_.end());
  entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
}

std::vector<EntryId> NameIndex::find(std::string_view name) const {
  const std::uint64_t hash = token_hash(name);
  std::vector<EntryId> found;
  auto at = std::lower_bound(entries_.begin(), entries_.end(), std::pair(hash, EntryId{0}));
  for (; at != entries_.end() && at->first == hash; ++at) found.push_back(at->second);
  return found;
}

}  // namespace rawabit
