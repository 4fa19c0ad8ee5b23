// The fused pass over one block: folds, cuts and hashes, and keeps each token's way back.
//
// Takes a block's text and where it begins in the article; appends to the folded text and the
// tokens. It knows code points one by one only: when it meets one whose fold hangs on its
// neighbours it stops, and says so; such a block is folded first and scanned afterwards.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tokens/tokens.h"

namespace rawabit::detail {

/// What to do at a code point whose fold hangs on its neighbours.
enum class Neighbours : std::uint8_t {
  stop,  ///< the text is raw
  keep   ///< the text is folded: it stays as it is
};

/// False when it stopped; what it appended is then of no use. `line_starts` gets the index of the
/// first token of every line after a break.
bool scan_block(std::string_view block, std::uint32_t offset, Neighbours neighbours,
                TokenizedText& out, std::vector<std::uint32_t>& line_starts);

}  // namespace rawabit::detail
