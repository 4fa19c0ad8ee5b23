// The hash by which tokens are compared: of the folded bytes alone, the same in every run.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace rawabit::detail {

/// Up to eight bytes as a number. The length is mixed in elsewhere.
inline std::uint64_t load_bytes(const char* bytes, std::size_t count) {
  std::uint64_t word = 0;
  if (count >= 8) {
    std::memcpy(&word, bytes, 8);
  } else if (count >= 4) {  // two reads that may overlap: both depend on the count alone
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, bytes, 4);
    std::memcpy(&high, bytes + count - 4, 4);
    word = low | std::uint64_t{high} << 32U;
  } else {
    for (std::size_t i = 0; i < count; ++i) {
      word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << 8U * i;
    }
  }
  return word;
}

inline std::uint64_t hash_bytes(std::string_view bytes) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = bytes.size() * kFactor;
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left > 8; at += 8, left -= 8) {
    hash = (std::rotl(hash, 29) ^ load_bytes(at, 8)) * kFactor;
  }
  hash = (std::rotl(hash, 29) ^ load_bytes(at, left)) * kFactor;
  hash ^= hash >> 32U;
  hash *= 0xD6E8FEB86659FD93U;
  return hash ^ hash >> 32U;
}

}  // namespace rawabit::detail
