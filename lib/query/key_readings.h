// A word of a name_key and what is left of it without its proclitics, as views into the word.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rawabit {

struct KeyReadings {
  std::array<std::string_view, 6> all;
  std::uint8_t count = 0;

  [[nodiscard]] const std::string_view* begin() const { return all.data(); }
  [[nodiscard]] const std::string_view* end() const { return all.data() + count; }
};

/// The word itself first; each reading is what name_key() makes of the word without proclitics.
[[nodiscard]] KeyReadings key_readings(std::string_view key_word);

}  // namespace rawabit
