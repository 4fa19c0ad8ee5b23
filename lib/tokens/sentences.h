// Where sentences end, decided over the tokens of one block.
//
// A sentence ends at a stop (. ? ! and the Arabic ones), at two or more dots, at a line break and
// at the block's end. Closing quotes and brackets after the stop belong to it. A dot inside a
// number, an address (site.com) or an abbreviation of single letters ends nothing, nor does one
// that stands apart between two letters (A .F .P) or behind the letter of "Dr.".
#pragma once

#include <cstdint>
#include <span>

#include "tokens/tokens.h"

namespace rawabit::detail {

/// Cuts the tokens from `first` to the end; `line_starts` are those that begin a line, ascending.
void split_sentences(TokenizedText& text, std::uint32_t first, std::uint32_t block,
                     std::span<const std::uint32_t> line_starts);

}  // namespace rawabit::detail
