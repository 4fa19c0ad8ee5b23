// The hash by which tokens are compared: of the folded bytes alone, the same in every run.
//
// Words are told apart by it, so that it must not only spread but tell apart: each step multiplies
// to 128 bits and folds them. (A 64-bit multiplication leaves the high letters of a piece in the
// high bits, where the next piece can cancel them; conjugations of Arabic verbs did.)
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace rawabit::detail {

inline std::uint64_t multiply_fold(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{a} * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

template <class Word>
std::uint64_t load_as(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

inline std::uint64_t hash_bytes(std::string_view bytes) {
  constexpr std::uint64_t kFirst = 0xA0761D6478BD642FU;  // odd, with as many ones as zeros
  constexpr std::uint64_t kSecond = 0xE7037ED1A0B428DBU;
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  std::uint64_t hash = kSecond;
  for (; left > 16; at += 16, left -= 16) {
    hash =
        multiply_fold(load_as<std::uint64_t>(at) ^ kFirst, load_as<std::uint64_t>(at + 8) ^ hash);
  }
  // The rest as two words; they may overlap, but by how much the length says.
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  if (left >= 8) {
    low = load_as<std::uint64_t>(at);
    high = load_as<std::uint64_t>(at + left - 8);
  } else if (left >= 4) {
    low = load_as<std::uint32_t>(at);
    high = load_as<std::uint32_t>(at + left - 4);
  } else {
    for (std::size_t i = 0; i < left; ++i) low = low << 8U | static_cast<unsigned char>(at[i]);
  }
  return multiply_fold(kFirst ^ bytes.size(), multiply_fold(low ^ kFirst, high ^ hash));
}

}  // namespace rawabit::detail
