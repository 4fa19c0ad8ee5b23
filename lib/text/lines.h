// Text -> its lines, as spans: without line breaks and without white space at their ends.
//
//   split_lines(" a \r\n\r\nb")   // "a" (blank_after), "b"
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace rawabit {

struct LineSpan {
  Span<Decoded> span;        ///< never empty
  bool blank_after = false;  ///< a blank line follows, or the text ends
};

/// The lines that are not blank. Lines end at LF, CR, and Unicode's line and paragraph separators.
[[nodiscard]] std::vector<LineSpan> split_lines(std::string_view text);

}  // namespace rawabit
