// From 64-bit keys to small numbers: what is looked up for every word of an article.
//
// A good hash is all that tells two keys apart. One flat table with open addressing, so that a look
// is one place in memory, which prepare() can fetch before it is needed.
//
//   KeyTable table;
//   table.put(key, number);
//   if (const std::optional<std::uint32_t> known = table.find(key)) ...
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/large_pages.h"

namespace rawabit {

class KeyTable {
 public:
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t key) const {
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = slots_[slot_of(key)];
    if (slot.key == 0) return std::nullopt;
    return slot.number;
  }

  /// In place of what the key led to before.
  void put(std::uint64_t key, std::uint32_t number) {
    if (key == 0) return;  // the sign of a free slot: once in 2^64
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[slot_of(key)];
    if (slot.key == 0) ++used_;
    slot = {key, number};
  }

  void prepare(std::uint64_t key) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[key & (slots_.size() - 1)]);
  }

  [[nodiscard]] std::size_t size() const { return used_; }
  void clear() { *this = {}; }

 private:
  struct Slot {
    std::uint64_t key = 0;  ///< 0: free
    std::uint32_t number = 0;
  };

  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    constexpr std::size_t kFirstSlots = 64;
    std::vector<Slot, LargePages<Slot>> old(slots_.empty() ? kFirstSlots : 2 * slots_.size());
    std::swap(old, slots_);
    for (const Slot& slot : old) {
      if (slot.key != 0) slots_[slot_of(slot.key)] = slot;
    }
  }

  std::vector<Slot, LargePages<Slot>> slots_;  ///< a power of two, at most half full
  std::size_t used_ = 0;
};

}  // namespace rawabit
