#include "render/table.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace rawabit {
namespace {

constexpr std::size_t kGap = 2;

std::size_t cells_of(UChar32 point) {
  if ((U_GET_GC_MASK(point) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0) {
    return 0;
  }
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string in_one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

void append_row(std::string& out, const TableRow& row, const std::vector<std::size_t>& widths) {
  std::size_t owed = 0;  // blanks are written only when something follows them
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string cell = in_one_line(row[i]);
    const std::size_t width = display_width(cell);
    if (width > 0) {
      out.append(owed, ' ');
      out += cell;
      owed = 0;
    }
    owed += widths[i] - width + kGap;
  }
  out += '\n';
}

}  // namespace

std::size_t display_width(std::string_view text) {
  const icu::StringPiece bytes(text.data(), static_cast<std::int32_t>(text.size()));
  const icu::UnicodeString points = icu::UnicodeString::fromUTF8(bytes);
  std::size_t width = 0;
  for (std::int32_t i = 0; i < points.length(); i = points.moveIndex32(i, 1)) {
    width += cells_of(points.char32At(i));
  }
  return width;
}

std::string to_table(const TableRow& head, const std::vector<TableRow>& rows) {
  std::vector<std::size_t> widths;
  for (const std::string& name : head) widths.push_back(display_width(name));
  for (const TableRow& row : rows) {
    widths.resize(std::max(widths.size(), row.size()), 0);
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(in_one_line(row[i])));
    }
  }
  TableRow rule;
  for (const std::size_t width : widths) rule.emplace_back(width, '-');
  std::string out;
  append_row(out, head, widths);
  append_row(out, rule, widths);
  for (const TableRow& row : rows) append_row(out, row, widths);
  return out;
}

}  // namespace rawabit
