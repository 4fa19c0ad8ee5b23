// A 128-bit fingerprint of bytes: MurmurHash3 (x64, 128 bits, seed 0), by Austin Appleby, public
// domain. It tells changed content from unchanged; it is no protection against a forger.
//
//   to_hex(fingerprint("abc")) == "b4963f3f3fad7867ba2744126ca2d52c"
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace rawabit {

struct Fingerprint {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Fingerprint&) const = default;
};

[[nodiscard]] Fingerprint fingerprint(std::string_view bytes);

/// 32 lower-case hexadecimal digits.
[[nodiscard]] std::string to_hex(Fingerprint value);

}  // namespace rawabit
