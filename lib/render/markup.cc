#include "render/markup.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <unicode/unistr.h>

namespace rawabit {
namespace {

bool is_control(UChar32 point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xFFFE || point == 0xFFFF;
}

}  // namespace

std::string plain_text(std::string_view text) {
  icu::UnicodeString points = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  for (std::int32_t i = 0; i < points.length(); i = points.moveIndex32(i, 1)) {
    if (is_control(points.char32At(i))) points.setCharAt(i, ' ');
  }
  std::string out;
  return points.toUTF8String(out);
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : plain_text(text)) {
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

std::string csv_field(std::string_view text) {
  std::string out = "\"";
  for (const char c : plain_text(text)) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string json_text(std::string_view text) {
  const std::string plain = plain_text(text);
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  out.String(plain.data(), static_cast<rapidjson::SizeType>(plain.size()));
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
