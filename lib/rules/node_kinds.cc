#include "rules/node_kinds.h"

#include <algorithm>

#include "tokens/token_hash.h"

namespace rawabit {
namespace {

constexpr std::size_t kMostKeys = std::size_t{1} << 20U;  // 32 MB of slots
constexpr std::size_t kMostKinds = std::size_t{1} << 17U;
constexpr std::size_t kUsualKinds = std::size_t{1} << 16U;
constexpr std::size_t kUsualClasses = std::size_t{1} << 20U;

}  // namespace

std::uint64_t mix_key(std::uint64_t key, std::uint64_t number) {
  constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15U;
  constexpr std::uint64_t kSecond = 0xE7037ED1A0B428DBU;
  return detail::multiply_fold(key ^ kFirst, number ^ kSecond);
}

std::uint64_t number_of(const Proclitics& proclitics) {
  return static_cast<std::uint64_t>(proclitics.conjunction) |
         static_cast<std::uint64_t>(proclitics.preposition) << 8U |
         static_cast<std::uint64_t>(proclitics.letters) << 16U |
         static_cast<std::uint64_t>(proclitics.article_restored) << 24U |
         static_cast<std::uint64_t>(proclitics.lam_restored) << 25U;
}

/// Room for most runs: pages that nobody writes to cost nothing, copies of a table that grows do.
NodeKinds::NodeKinds(std::size_t phases, const WantedClasses* wanted)
    : phases_(phases), wanted_(wanted) {
  if (phases == 0) return;  // of a few kinds
  letters_.reserve(kUsualKinds * phases);
  classes_.reserve(kUsualClasses);
}

std::span<const NodeReading> NodeKinds::readings(KindId kind) const {
  const Kind& found = kinds_[kind];
  return {readings_.data() + found.first_reading, readings_.data() + found.last_reading};
}

std::span<const MarkedClass> NodeKinds::classes(const NodeReading& reading) const {
  return {classes_.data() + reading.first_class, classes_.data() + reading.last_class};
}

bool NodeKinds::has_class(const NodeReading& reading, MarkedClass cls) const {
  return std::ranges::binary_search(classes(reading), cls);
}

/// The key is a sum, so that only what is new need be put in order.
std::uint32_t NodeKinds::set_of(std::span<const MarkedClass> classes) {
  wanted_of_.clear();
  std::uint64_t key = 1;
  for (const MarkedClass cls : classes) {
    if (wanted_ != nullptr && (cls >= wanted_->size() || (*wanted_)[cls] == 0)) continue;
    wanted_of_.push_back(cls);
    key += mix_key(cls, cls);
  }
  if (const auto known = known_sets_.find(key)) return *known;
  std::ranges::sort(wanted_of_);
  wanted_of_.erase(std::ranges::unique(wanted_of_).begin(), wanted_of_.end());
  const auto first = static_cast<std::uint32_t>(classes_.size());
  classes_.insert(classes_.end(), wanted_of_.begin(), wanted_of_.end());
  const auto number = static_cast<std::uint32_t>(sets_.size());
  sets_.push_back({first, static_cast<std::uint32_t>(classes_.size())});
  known_sets_.put(key, number);
  return number;
}

KindId NodeKinds::intern(const KindDraft& draft) {
  drafted_.clear();
  std::uint64_t key = 1;
  for (const NodeReading& reading : draft.readings) {
    drafted_.push_back(set_of(
        {draft.classes.data() + reading.first_class, draft.classes.data() + reading.last_class}));
    key = mix_key(key, number_of(reading.proclitics) << 32U | drafted_.back());
  }
  if (const auto known = by_content_.find(key)) return *known;
  const auto kind = static_cast<KindId>(kinds_.size());
  Kind made{static_cast<std::uint32_t>(readings_.size()), 0};
  for (std::size_t r = 0; r < draft.readings.size(); ++r) {
    const ClassSet& set = sets_[drafted_[r]];
    readings_.push_back({draft.readings[r].proclitics, set.first, set.last});
  }
  made.last_reading = static_cast<std::uint32_t>(readings_.size());
  kinds_.push_back(made);
  letters_.resize(letters_.size() + phases_, kNoShortLetter);
  by_content_.put(key, kind);
  return kind;
}

bool NodeKinds::is_full() const {
  return by_key_.size() >= kMostKeys || kinds_.size() >= kMostKinds;
}

void NodeKinds::clear() { *this = NodeKinds(phases_, wanted_); }

}  // namespace rawabit
