// How wide text is on a terminal, and cutting it there.
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "render/table.h"

namespace rawabit {
namespace {

std::size_t cells_of(UChar32 point) {
  if ((U_GET_GC_MASK(point) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0) {
    return 0;
  }
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Of what is one character to its reader: as wide as the widest of its code points; a flag is two.
std::size_t cells_of(const icu::UnicodeString& points, std::int32_t from, std::int32_t to) {
  std::size_t width = 0;
  for (std::int32_t i = from; i < to; i = points.moveIndex32(i, 1)) {
    const UChar32 point = points.char32At(i);
    const bool is_flag = u_hasBinaryProperty(point, UCHAR_REGIONAL_INDICATOR) != 0;
    width = std::max(width, is_flag ? 2 : cells_of(point));
  }
  return width;
}

icu::UnicodeString points_of(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// Calls take(from, to, cells) for each character until it says false.
template <class Take>
void for_each_character(const icu::UnicodeString& points, const Take& take) {
  UErrorCode failed = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), failed));
  if (U_FAILURE(failed)) return;
  breaks->setText(points);
  std::int32_t from = breaks->first();
  for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; to = breaks->next()) {
    if (!take(from, to, cells_of(points, from, to))) return;
    from = to;
  }
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

}  // namespace

std::size_t display_width(std::string_view text) {
  if (is_ascii(text)) return text.size();
  std::size_t width = 0;
  for_each_character(points_of(text), [&](std::int32_t, std::int32_t, std::size_t cells) {
    width += cells;
    return true;
  });
  return width;
}

std::string fitted(const std::string& text, std::size_t width) {
  if (display_width(text) <= width) return text;
  if (width == 0) return "";
  const icu::UnicodeString points = points_of(text);
  std::int32_t end = 0;
  std::size_t used = 1;  // of the "…"
  for_each_character(points, [&](std::int32_t, std::int32_t to, std::size_t cells) {
    used += cells;
    if (used > width) return false;
    end = to;
    return true;
  });
  std::string out;
  points.tempSubString(0, end).toUTF8String(out);
  return out + "…";
}

}  // namespace rawabit
