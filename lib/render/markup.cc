#include "render/markup.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <unicode/unistr.h>

namespace rawabit {
namespace {

/// Line breaks of Unicode among them: many a reader of lines splits at those, too.
bool is_control(UChar32 point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029 ||
         point == 0xFFFE || point == 0xFFFF;
}

/// Embeddings, overrides and isolates, which reach beyond the word that they stand at. The marks
/// U+200E, U+200F and U+061C do not, and belong to how a name is spelt.
bool turns_direction(UChar32 point) {
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x206F);
}

icu::UnicodeString plain_points(std::string_view text) {
  icu::UnicodeString points = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  for (std::int32_t i = 0; i < points.length(); i = points.moveIndex32(i, 1)) {
    if (is_control(points.char32At(i))) points.setCharAt(i, ' ');
  }
  return points;
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::string plain_text(std::string_view text) {
  std::string out;
  return plain_points(text).toUTF8String(out);
}

std::string label_text(std::string_view text) {
  const icu::UnicodeString points = plain_points(text);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < points.length(); i = points.moveIndex32(i, 1)) {
    if (!turns_direction(points.char32At(i))) kept.append(points.char32At(i));
  }
  std::string out;
  return kept.toUTF8String(out);
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : label_text(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string csv_field(std::string_view text) { return in_quotes(label_text(text)); }

std::string spreadsheet_field(std::string_view text) {
  constexpr std::string_view kFormula = "=+-@";
  const std::string label = label_text(text);
  const std::size_t first = label.find_first_not_of(' ');
  const bool is_formula =
      first != std::string::npos && kFormula.find(label[first]) != std::string_view::npos;
  return in_quotes((is_formula ? "'" : "") + label);
}

std::string json_text(std::string_view text) {
  const std::string label = label_text(text);
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  out.String(label.data(), static_cast<rapidjson::SizeType>(label.size()));
  return {buffer.GetString(), buffer.GetSize()};
}

std::string shown_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view two = text.substr(at, 2);
    const std::string_view three = text.substr(at, 3);
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((three >= "\xE2\x80\xAA" && three <= "\xE2\x80\xAE") ||
        (three >= "\xE2\x81\xA6" && three <= "\xE2\x81\xA9")) {
      at += 2;
    } else if (two >= "\xC2\x80" && two <= "\xC2\x9F") {
      out += ' ';
      ++at;
    } else {
      const bool is_control = (byte < 0x20 && byte != '\n') || byte == 0x7F;
      out += is_control ? ' ' : text[at];
    }
  }
  return out;
}

}  // namespace rawabit
