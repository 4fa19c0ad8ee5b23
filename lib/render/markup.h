// Text of a graph inside other formats: whatever a name holds, it stays text.
//
// Malformed UTF-8 and what a format cannot hold (control characters, breaks of lines, U+FFFE,
// U+FFFF) become U+FFFD or a space. Every name leaves the graph through label_text(), which leaves
// out what would turn the direction of the text around it. Nothing is refused, and nothing is
// shortened: only pictures do that.
#pragma once

#include <string>
#include <string_view>

namespace rawabit {

/// Valid UTF-8 on one line, without control characters, as many code points as before.
[[nodiscard]] std::string plain_text(std::string_view text);
/// The same without embeddings, overrides and isolates of writing direction.
[[nodiscard]] std::string label_text(std::string_view text);
/// A label for XML and HTML, between tags and in attributes.
[[nodiscard]] std::string xml_text(std::string_view text);
/// A label as a field of a CSV file (RFC 4180), always in quotes.
[[nodiscard]] std::string csv_field(std::string_view text);
/// The same for files that people open in a spreadsheet: what that would take for a formula has an
/// apostrophe before it.
[[nodiscard]] std::string spreadsheet_field(std::string_view text);
/// A label as a string of JSON, with its quotes.
[[nodiscard]] std::string json_text(std::string_view text);

/// For a terminal, lines as they are: no escape codes, and no marks that turn the direction of what
/// follows them.
[[nodiscard]] std::string shown_text(std::string_view text);

}  // namespace rawabit
