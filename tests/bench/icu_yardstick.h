// What the folding of rawabit is measured against: the same folding, offsets and all, done with
// nothing but ICU's own functions. Its speed is the measure of the machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rawabit {

struct IcuFolded {
  std::string text;
  std::vector<std::uint32_t> source;  ///< of each byte of text, the byte it came from
};

/// NFKC by Normalizer2::normalizeUTF8 with Edits, then marks, format characters and tatweel
/// dropped, letters unified, and the offsets of both steps put together.
[[nodiscard]] IcuFolded icu_fold(std::string_view text);

}  // namespace rawabit
