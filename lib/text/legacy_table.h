// What each byte of an 8-bit encoding stands for, from ICU's converter.
//
//   Result<LegacyTable> table = legacy_table("windows-1256");
//   (*table)[0xC7] == U'\u0627'
#pragma once

#include <array>

#include "base/result.h"

namespace rawabit {

/// A code point for each byte; kNoCharacter where the encoding has none.
using LegacyTable = std::array<char32_t, 256>;
inline constexpr char32_t kNoCharacter = 0xFFFD;

/// An Error when ICU does not know an encoding of that name.
[[nodiscard]] Result<LegacyTable> legacy_table(const char* name);

}  // namespace rawabit
