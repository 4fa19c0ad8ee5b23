#include "rules/node_kinds.h"

#include <algorithm>

#include "tokens/token_hash.h"

namespace rawabit {
namespace {

constexpr std::size_t kMostKeys = std::size_t{1} << 20U;  // 32 MB of slots
constexpr std::size_t kUsualKinds = std::size_t{1} << 16U;
constexpr std::size_t kMostClasses = std::size_t{1} << 22U;  // of some 100,000 kinds

std::uint64_t content_key(const KindDraft& draft) {
  std::uint64_t key = 1;
  for (const NodeReading& reading : draft.readings) {
    key = mix_key(key, number_of(reading.proclitics));
    for (std::uint32_t c = reading.first_class; c < reading.last_class; ++c) {
      key = mix_key(key, draft.classes[c]);
    }
  }
  return key;
}

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
NodeKinds::NodeKinds(std::size_t phases) : phases_(phases) {
  if (phases == 0) return;  // of a few kinds
  letters_.reserve(kUsualKinds * phases);
  classes_.reserve(kMostClasses);
}

std::span<const NodeReading> NodeKinds::readings(KindId kind) const {
  const Kind& found = kinds_[kind];
  return {readings_.data() + found.first_reading, readings_.data() + found.last_reading};
}

std::span<const MarkedClass> NodeKinds::classes(const NodeReading& reading) const {
  return {classes_.data() + reading.first_class, classes_.data() + reading.last_class};
}

bool NodeKinds::has_class(const NodeReading& reading, MarkedClass cls) const {
  const auto all = classes(reading);
  return std::ranges::find(all, cls) != all.end();
}

bool NodeKinds::is_same(KindId kind, const KindDraft& draft) const {
  return std::ranges::equal(
      readings(kind), draft.readings, [&](const NodeReading& a, const NodeReading& b) {
        return a.proclitics == b.proclitics &&
               std::ranges::equal(classes(a), std::span(draft.classes.data() + b.first_class,
                                                        draft.classes.data() + b.last_class));
      });
}

KindId NodeKinds::intern(const KindDraft& draft) {
  const std::uint64_t key = content_key(draft);
  const auto [begin, end] = by_content_.equal_range(key);
  for (auto known = begin; known != end; ++known) {
    if (is_same(known->second, draft)) return known->second;
  }
  const auto kind = static_cast<KindId>(kinds_.size());
  const auto base = static_cast<std::uint32_t>(classes_.size());
  Kind made{static_cast<std::uint32_t>(readings_.size()), 0};
  for (NodeReading reading : draft.readings) {
    reading.first_class += base;
    reading.last_class += base;
    readings_.push_back(reading);
  }
  made.last_reading = static_cast<std::uint32_t>(readings_.size());
  classes_.insert(classes_.end(), draft.classes.begin(), draft.classes.end());
  kinds_.push_back(made);
  letters_.resize(letters_.size() + phases_, kNoLetter);
  by_content_.emplace(key, kind);
  return kind;
}

bool NodeKinds::is_full() const {
  return by_key_.size() >= kMostKeys || classes_.size() >= kMostClasses;
}

void NodeKinds::clear() { *this = NodeKinds(phases_); }

}  // namespace rawabit
