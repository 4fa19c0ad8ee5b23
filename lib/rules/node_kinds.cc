#include "rules/node_kinds.h"

#include <algorithm>

#include "tokens/token_hash.h"

namespace rawabit {
namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 12U;
constexpr std::size_t kMostKeys = std::size_t{1} << 20U;     // 32 MB of slots
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

std::size_t NodeKinds::slot_of(std::uint64_t key) const {
  std::size_t at = key & (slots_.size() - 1);
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
  return at;
}

std::optional<KindId> NodeKinds::remembered(std::uint64_t key) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[slot_of(key)];
  if (slot.key == 0) return std::nullopt;
  return slot.kind;
}

void NodeKinds::remember(std::uint64_t key, KindId kind) {
  if (key == 0) return;  // the sign of a free slot: once in 2^64
  if (2 * (used_slots_ + 1) > slots_.size()) grow();
  Slot& slot = slots_[slot_of(key)];
  if (slot.key == 0) ++used_slots_;
  slot = {key, kind};
}

void NodeKinds::grow() {
  std::vector<Slot> old(slots_.empty() ? kFirstSlots : 2 * slots_.size());
  std::swap(old, slots_);
  for (const Slot& slot : old) {
    if (slot.key != 0) slots_[slot_of(slot.key)] = slot;
  }
}

bool NodeKinds::is_full() const {
  return used_slots_ >= kMostKeys || classes_.size() >= kMostClasses;
}

void NodeKinds::clear() { *this = NodeKinds(phases_); }

}  // namespace rawabit
