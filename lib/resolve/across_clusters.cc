#include "resolve/across_clusters.h"

#include <algorithm>
#include <numeric>

namespace rawabit {

Clusters::Clusters(std::size_t locals)
    : parents_(locals), known_(locals, kUnknown), reasons_(locals, JoinReason::none) {
  std::iota(parents_.begin(), parents_.end(), 0U);
}

std::uint32_t Clusters::find(std::uint32_t local) const {
  while (parents_[local] != local) {
    parents_[local] = parents_[parents_[local]];
    local = parents_[local];
  }
  return local;
}

bool Clusters::join(std::uint32_t a, std::uint32_t b, JoinReason reason) {
  std::uint32_t root = find(a);
  std::uint32_t other = find(b);
  if (known_[root] != kUnknown && known_[other] != kUnknown && known_[root] != known_[other]) {
    return false;
  }
  for (const std::uint32_t local : {a, b}) {
    if (a != b && reasons_[local] == JoinReason::none) reasons_[local] = reason;
  }
  if (root == other) return true;
  if (other < root) std::swap(root, other);
  parents_[other] = root;
  if (known_[root] == kUnknown) known_[root] = known_[other];
  return true;
}

bool Clusters::may_be_one(const KeyedLocal* first, const KeyedLocal* last) const {
  KnownId seen = kUnknown;
  for (; first != last; ++first) {
    const KnownId known = known_[find(first->local)];
    if (known == kUnknown) continue;
    if (seen != kUnknown && seen != known) return false;
    seen = known;
  }
  return true;
}

void Clusters::join_all(std::vector<KeyedLocal>& keyed, JoinReason reason) {
  std::sort(keyed.begin(), keyed.end());
  const KeyedLocal* const end = keyed.data() + keyed.size();
  for (const KeyedLocal* first = keyed.data(); first != end;) {
    const KeyedLocal* last = first + 1;
    while (last != end && last->key == first->key) ++last;
    if (last - first > 1 && may_be_one(first, last)) {
      for (const KeyedLocal* next = first + 1; next != last; ++next) {
        join(first->local, next->local, reason);
      }
    }
    first = last;
  }
}

}  // namespace rawabit
