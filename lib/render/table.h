// Rows as a table for a terminal: columns padded by the width that their text has on the screen.
//
//   fmt::print("{}", to_table({"body", "city"}, {{"...", "..."}}));
//
// Arabic diacritics and format characters take no room, wide East Asian characters two cells. Line
// breaks and tabs in a cell become spaces. Rows may be shorter than the head.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rawabit {

using TableRow = std::vector<std::string>;

[[nodiscard]] std::string to_table(const TableRow& head, const std::vector<TableRow>& rows);

/// How many cells of a terminal the text takes.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace rawabit
