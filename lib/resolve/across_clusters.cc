#include "resolve/across_clusters.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace rawabit {

double Grounds::certainty() const {
  if (confidence >= 0) return confidence;
  return against == Objection::none ? text_of(reason).confidence : text_of(against).confidence;
}

Clusters::Clusters(std::size_t locals)
    : parents_(locals), known_(locals, kUnknown), reasons_(locals, JoinReason::none) {
  std::iota(parents_.begin(), parents_.end(), 0U);
}

void Clusters::keep_apart(const std::vector<Apart>& apart) {
  for (std::uint32_t number = 0; number < apart.size(); ++number) {
    for (int which : {0, 1}) {
      for (const std::uint32_t local : apart[number].sides[which]) {
        sides_[local].push_back({number, which, apart[number].is_exception[which]});
      }
    }
  }
}

std::uint32_t Clusters::find(std::uint32_t local) const {
  while (parents_[local] != local) {
    parents_[local] = parents_[parents_[local]];
    local = parents_[local];
  }
  return local;
}

KnownId Clusters::line(KnownId known) const {
  for (auto found = lines_.find(known); found != lines_.end(); found = lines_.find(known)) {
    known = found->second;
  }
  return known;
}

void Clusters::make_one(KnownId a, KnownId b) {
  const auto [first, second] = std::minmax({line(a), line(b)});
  if (first != second) lines_[second] = first;
}

bool Clusters::are_apart(std::uint32_t a, std::uint32_t b) const {
  if (sides_.empty()) return false;
  const auto left = sides_.find(find(a)), right = sides_.find(find(b));
  if (left == sides_.end() || right == sides_.end()) return false;
  return std::ranges::any_of(left->second, [&](const Side& side) {
    return std::ranges::any_of(right->second, [&](const Side& other) {
      return side.apart == other.apart && side.which != other.which;
    });
  });
}

int Clusters::lateness(std::uint32_t local) const {
  const auto found = sides_.find(find(local));
  if (found == sides_.end()) return 0;
  return std::ranges::any_of(found->second, &Side::is_exception) ? 2 : 1;
}

void Clusters::merge_sides(std::uint32_t root, std::uint32_t other) {
  const auto found = sides_.find(other);
  if (found == sides_.end()) return;
  const std::vector<Side> moved = std::move(found->second);
  sides_.erase(found);
  std::vector<Side>& sides = sides_[root];
  sides.insert(sides.end(), moved.begin(), moved.end());
}

void Clusters::note(std::uint32_t a, std::uint32_t b, bool joined, const Grounds& grounds) {
  const auto [first, second] = std::minmax({a, b});
  (joined ? joined_ : nearly_)
      .push_back({first, second, joined, grounds.reason, grounds.against, grounds.certainty()});
}

void Clusters::nearly(std::uint32_t a, std::uint32_t b, const Grounds& grounds) {
  if (find(a) != find(b)) note(a, b, false, grounds);
}

bool Clusters::join(std::uint32_t a, std::uint32_t b, const Grounds& grounds) {
  std::uint32_t root = find(a);
  std::uint32_t other = find(b);
  const KnownId left = line(known_[root]), right = line(known_[other]);
  if (left != kUnknown && right != kUnknown && left != right) {
    note(a, b, false, {grounds.reason, Objection::gazetteer});
    return false;
  }
  if (root != other && are_apart(root, other)) {
    note(a, b, false, {grounds.reason, Objection::verdict});
    return false;
  }
  for (const std::uint32_t local : {a, b}) {
    if (a != b && reasons_[local] == JoinReason::none) reasons_[local] = grounds.reason;
  }
  if (root == other) return true;
  note(a, b, true, grounds);
  if (other < root) std::swap(root, other);
  parents_[other] = root;
  if (known_[root] == kUnknown) known_[root] = known_[other];
  if (!sides_.empty()) merge_sides(root, other);
  return true;
}

std::uint32_t Clusters::join_group(std::vector<std::uint32_t> locals, const Grounds& grounds) {
  if (!sides_.empty()) std::ranges::stable_sort(locals, {}, [&](auto l) { return lateness(l); });
  std::vector<std::uint32_t> heads = {locals.front()};
  for (const std::uint32_t local : std::span(locals).subspan(1)) {
    const bool joined =
        std::ranges::any_of(heads, [&](auto head) { return join(head, local, grounds); });
    if (!joined) heads.push_back(local);
  }
  return heads.front();
}

bool Clusters::may_be_one(const KeyedLocal* first, const KeyedLocal* last) {
  const KeyedLocal* seen = nullptr;
  for (; first != last; ++first) {
    if (known(first->local) == kUnknown) continue;
    if (seen == nullptr) seen = first;
    if (known(seen->local) != known(first->local)) {
      nearly(seen->local, first->local, {JoinReason::full_name, Objection::gazetteer});
      return false;
    }
  }
  return true;
}

void Clusters::join_all(std::vector<KeyedLocal>& keyed, const Grounds& grounds) {
  std::sort(keyed.begin(), keyed.end());
  const KeyedLocal* const end = keyed.data() + keyed.size();
  for (const KeyedLocal* first = keyed.data(); first != end;) {
    const KeyedLocal* last = first + 1;
    while (last != end && last->key == first->key) ++last;
    if (last - first > 1 && may_be_one(first, last)) {
      std::vector<std::uint32_t> locals;
      locals.reserve(static_cast<std::size_t>(last - first));
      for (const KeyedLocal* item = first; item != last; ++item) locals.push_back(item->local);
      join_group(std::move(locals), grounds);
    }
    first = last;
  }
}

std::vector<Joining> Clusters::log() const {
  std::map<std::pair<std::uint32_t, std::uint32_t>, Joining> apart;
  for (Joining item : nearly_) {
    const auto roots = std::minmax({find(item.first), find(item.second)});
    if (roots.first == roots.second) continue;
    if (item.against != Objection::verdict && are_apart(item.first, item.second)) {
      item.against = Objection::verdict;
      item.confidence = text_of(Objection::verdict).confidence;
    }
    const auto [found, is_new] = apart.try_emplace(roots, item);
    if (!is_new && item.confidence > found->second.confidence) found->second = item;
  }
  std::vector<Joining> all = joined_;
  for (const auto& [roots, item] : apart) all.push_back(item);
  std::ranges::sort(all, {}, [](const Joining& j) { return std::tuple(j.first, j.second); });
  return all;
}

}  // namespace rawabit
