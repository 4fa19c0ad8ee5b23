// Rows of a table, for a terminal, for programs and for documents.
//
//   Rows rows{.head = {"body", "articles"}, .cells = {{"الإنتربول", 3}}};
//   fmt::print("{}", to_table(rows, {.width = 80}));
//
// to_table pads columns by the width that text has on the screen: combining marks and format
// characters take no room, wide East Asian characters and pictures two cells. Where the terminal is
// too narrow the widest columns are cut between characters, with "…". Line breaks and tabs in a
// cell become spaces. Rows may be shorter than the head.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rawabit {

struct Cell {
  enum class Kind { text, number, null };
  std::string text;
  Kind kind = Kind::text;

  Cell(std::string value) : text(std::move(value)) {}                            // NOLINT: implicit
  Cell(std::string_view value) : text(value) {}                                  // NOLINT: implicit
  Cell(const char* value) : text(value) {}                                       // NOLINT: implicit
  Cell(std::int64_t value) : text(std::to_string(value)), kind(Kind::number) {}  // NOLINT: implicit
  Cell(int value) : Cell(std::int64_t{value}) {}                                 // NOLINT: implicit
  /// A number as it is written.
  static Cell number(std::string_view written) {
    Cell cell(written);
    cell.kind = Kind::number;
    return cell;
  }
  static Cell null() {
    Cell cell("");
    cell.kind = Kind::null;
    return cell;
  }
};

using TableRow = std::vector<Cell>;

struct Rows {
  std::vector<std::string> head;
  std::vector<TableRow> cells;
};

struct TableLook {
  std::size_t width = 0;  ///< cells of the terminal; 0: as wide as it takes
  bool colours = false;   ///< the head in bold
};

[[nodiscard]] std::string to_table(const Rows& rows, const TableLook& look = {});
/// An array of objects, on one line.
[[nodiscard]] std::string to_json(const Rows& rows);
/// RFC 4180, with a head.
[[nodiscard]] std::string to_csv(const Rows& rows);
/// A table of GitHub's Markdown; what would be markup there is written so that it is not.
[[nodiscard]] std::string to_markdown(const Rows& rows);

/// How many cells of a terminal the text takes.
[[nodiscard]] std::size_t display_width(std::string_view text);
/// As much of the text as fits into so many cells, "…" at its end where that is not all.
[[nodiscard]] std::string fitted(const std::string& text, std::size_t width);

}  // namespace rawabit
