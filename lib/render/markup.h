// Text of a graph inside other formats: whatever a name holds, it stays text.
//
// Malformed UTF-8 and what a format cannot hold (control characters, U+FFFE, U+FFFF) become U+FFFD
// or a space. Nothing is refused.
#pragma once

#include <string>
#include <string_view>

namespace rawabit {

/// Valid UTF-8 on one line, without control characters.
[[nodiscard]] std::string plain_text(std::string_view text);
/// The same for XML and HTML, between tags and in attributes.
[[nodiscard]] std::string xml_text(std::string_view text);
/// A field of a CSV file (RFC 4180), always in quotes.
[[nodiscard]] std::string csv_field(std::string_view text);
/// A string of JSON, with its quotes.
[[nodiscard]] std::string json_text(std::string_view text);

/// For a terminal, lines as they are: no escape codes, and no marks that turn the direction of what
/// follows them.
[[nodiscard]] std::string shown_text(std::string_view text);

}  // namespace rawabit
