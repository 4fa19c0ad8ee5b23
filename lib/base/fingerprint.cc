#include "base/fingerprint.h"

#include <fmt/format.h>

#include <bit>

namespace rawabit {
namespace {

constexpr std::uint64_t kFirst = 0x87c37b91114253d5;
constexpr std::uint64_t kSecond = 0x4cf5ad432745937f;

/// `count` bytes as a little-endian number, whatever the machine.
std::uint64_t read_bytes(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return value;
}

std::uint64_t mix_first(std::uint64_t value) { return std::rotl(value * kFirst, 31) * kSecond; }
std::uint64_t mix_second(std::uint64_t value) { return std::rotl(value * kSecond, 33) * kFirst; }

std::uint64_t finish(std::uint64_t value) {
  value ^= value >> 33;
  value *= 0xff51afd7ed558ccd;
  value ^= value >> 33;
  value *= 0xc4ceb9fe1a85ec53;
  return value ^ (value >> 33);
}

}  // namespace

Fingerprint fingerprint(std::string_view bytes) {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  const std::uint64_t size = bytes.size();
  for (; bytes.size() >= 16; bytes.remove_prefix(16)) {
    first =
        (std::rotl(first ^ mix_first(read_bytes(bytes.data(), 8)), 27) + second) * 5 + 0x52dce729;
    second = (std::rotl(second ^ mix_second(read_bytes(bytes.data() + 8, 8)), 31) + first) * 5 +
             0x38495ab5;
  }
  const std::size_t rest = bytes.size();
  if (rest > 8) second ^= mix_second(read_bytes(bytes.data() + 8, rest - 8));
  if (rest > 0) first ^= mix_first(read_bytes(bytes.data(), rest < 8 ? rest : 8));
  first ^= size;
  second ^= size;
  first += second;
  second += first;
  first = finish(first);
  second = finish(second);
  first += second;
  second += first;
  return {first, second};
}

std::string to_hex(Fingerprint value) {
  return fmt::format("{:016x}{:016x}", value.high, value.low);
}

}  // namespace rawabit
