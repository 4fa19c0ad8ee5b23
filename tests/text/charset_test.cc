#include "text/charset.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "text/encoding.h"

namespace rawabit {
namespace {

using std::string_literals::operator""s;

const std::string kNews =
    "أبوظبي - وام: عقد وزراء الداخلية، أمس، اجتماعهم «الرابع» في أبوظبي؛ وبحثوا مكافحة الجريمة.\n"
    "وقال العميد هزاع الهاجري إن التعاون مستمر بين الدول الأعضاء، هل يكفي؟";

/// `text` in an encoding of ICU's.
std::string encoded(const std::string& text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(text.size() * 4 + 16, '\0');
  const int32_t size =
      ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<int32_t>(bytes.size()), text.data(),
                   static_cast<int32_t>(text.size()), &status);
  REQUIRE(U_SUCCESS(status));
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

RawDocument document_of(std::string bytes) {
  return {.id = "x", .path = "x.txt", .bytes = std::move(bytes), .date = {}};
}

/// Without the characters that ISO-8859-6 does not have.
std::string without_guillemets(std::string text) {
  for (const std::string_view mark : {"«", "»"}) {
    for (std::size_t at = 0; (at = text.find(mark)) != std::string::npos;) {
      text.erase(at, mark.size());
    }
  }
  return text;
}

}  // namespace

TEST_CASE("every encoding decodes to the same text, and every character finds its bytes") {
  const std::string plain = without_guillemets(kNews);
  const std::string emoji = "خبر 😀 قصير في أبوظبي";
  struct {
    std::string what, text, bytes;
    const char* character_encoding;  ///< of single characters, in which the way back is checked
  } const table[] = {
      {"UTF-8", kNews, kNews, "UTF-8"},
      {"UTF-8 with a mark", kNews, "\xEF\xBB\xBF" + kNews, "UTF-8"},
      {"UTF-16LE with a mark", kNews, "\xFF\xFE" + encoded(kNews, "UTF-16LE"), "UTF-16LE"},
      {"UTF-16BE with a mark", kNews, "\xFE\xFF" + encoded(kNews, "UTF-16BE"), "UTF-16BE"},
      {"UTF-16LE", kNews, encoded(kNews, "UTF-16LE"), "UTF-16LE"},
      {"UTF-16BE", kNews, encoded(kNews, "UTF-16BE"), "UTF-16BE"},
      {"UTF-16LE, surrogates", emoji, encoded(emoji, "UTF-16LE"), "UTF-16LE"},
      {"UTF-16BE, surrogates", emoji, encoded(emoji, "UTF-16BE"), "UTF-16BE"},
      {"UTF-16LE, English", "Abu Dhabi", encoded("Abu Dhabi", "UTF-16LE"), "UTF-16LE"},
      {"UTF-16BE, a word", "أبوظبي", encoded("أبوظبي", "UTF-16BE"), "UTF-16BE"},
      {"UTF-32LE with a mark", kNews, "\xFF\xFE\0\0"s + encoded(kNews, "UTF-32LE"), "UTF-32LE"},
      {"UTF-32BE with a mark", kNews, "\0\0\xFE\xFF"s + encoded(kNews, "UTF-32BE"), "UTF-32BE"},
      {"windows-1256", kNews, encoded(kNews, "windows-1256"), "windows-1256"},
      {"windows-1256, a word", "أبوظبي", encoded("أبوظبي", "windows-1256"), "windows-1256"},
      {"ISO-8859-6", plain, encoded(plain, "ISO-8859-6"), "ISO-8859-6"},
      {"ISO-8859-6, a word", "أبوظبي", encoded("أبوظبي", "ISO-8859-6"), "ISO-8859-6"},
      {"a mark alone", "", "\xEF\xBB\xBF", "UTF-8"},
      {"ASCII", "Abu Dhabi", "Abu Dhabi", "UTF-8"},
      {"a replacement character that was there", "أبو\uFFFDظبي", "أبو\uFFFDظبي", "UTF-8"},
      {"one stray control character", "خبر\x01 قصير", "خبر\x01 قصير", "UTF-8"},
  };
  for (const auto& row : table) {
    INFO(row.what);
    const Result<Article> article = decode(document_of(row.bytes));
    REQUIRE(article);
    CHECK(article->text == row.text);
    for (std::uint32_t at = 0; at < row.text.size();) {
      std::uint32_t end = at + 1;
      while (end < row.text.size() && (row.text[end] & 0xC0) == 0x80) ++end;
      const std::string letter = row.text.substr(at, end - at);
      const Span<Original> span = article->origin.original({at, end});
      CHECK(slice(row.bytes, span) == encoded(letter, row.character_encoding));
      at = end;
    }
    const auto end = static_cast<std::uint32_t>(row.text.size());
    CHECK(article->origin.original({end, end}).end == row.bytes.size());
  }
}

TEST_CASE("what is no text says what was expected and where") {
  const std::string latin = "D\xE9j\xE0 vu, \xE9t\xE9 fran\xE7\x61is \xE0 l'h\xF4tel";
  struct {
    std::string what, bytes, message;
  } const table[] = {
      {"the last character cut short", kNews.substr(0, 3),
       "expected UTF-8, but byte 2 (counted from 0) starts no character"},
      {"a byte lost in the middle", "أبو\xD8 ظبي",
       "expected UTF-8, but byte 6 (counted from 0) starts no character"},
      {"a stray byte", "أبو\xFFظبي",
       "expected UTF-8, but byte 6 (counted from 0) starts no character"},
      {"a surrogate in UTF-8", "أبو\xED\xA0\x80ظبي",
       "expected UTF-8, but byte 6 (counted from 0) starts no character"},
      {"an overlong character", "أبو\xC0\xAFظبي",
       "expected UTF-8, but byte 6 (counted from 0) starts no character"},
      {"broken behind a mark", "\xEF\xBB\xBF\xFF",
       "expected UTF-8, but byte 3 (counted from 0) starts no character"},
      {"NUL in UTF-8", "أبوظبي\0أ"s, "holds binary data, no text"},
      {"NUL behind a mark", "\xEF\xBB\xBF\0x"s, "holds binary data, no text"},
      {"a picture", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "holds binary data, no text"},
      {"control characters", "\x01\x02\x03\x04", "holds binary data, no text"},
      {"half a code unit", "\xFF\xFE\x27\x06\x28",
       "expected UTF-16, but byte 4 (counted from 0) starts no character"},
      {"half a pair", "\xFF\xFE\x3D\xD8\x27\x06",
       "expected UTF-16, but byte 2 (counted from 0) starts no character"},
      {"the wrong half", "\xFF\xFE\x27\x06\x00\xDE"s,
       "expected UTF-16, but byte 4 (counted from 0) starts no character"},
      {"NUL in UTF-16", "\xFF\xFE\x27\x06\0\0"s,
       "expected UTF-16, but byte 4 (counted from 0) starts no character"},
      {"beyond Unicode", "\0\0\xFE\xFF\0\x11\0\0"s,
       "expected UTF-32, but byte 4 (counted from 0) starts no character"},
      {"French", latin,
       "is in no known encoding; expected UTF-8, UTF-16, windows-1256 or ISO-8859-6"},
  };
  for (const auto& row : table) {
    INFO(row.what);
    const Result<Article> article = decode(document_of(row.bytes));
    REQUIRE_FALSE(article);
    CHECK(article.error().text() == "x.txt: " + row.message);
  }
}

TEST_CASE("a record is UTF-8 whatever its letters look like") {
  RawDocument record = document_of("\xEF\xBB\xBF");
  record.is_record = true;
  record.date = "2015-07-21";
  const Result<Article> article = decode(record);
  REQUIRE(article);
  CHECK(article->text == "\xEF\xBB\xBF");
  CHECK(article->date == "2015-07-21");
  CHECK(article->id == "x");
  CHECK(article->path == "x.txt");
}

TEST_CASE("the first malformed byte is found at any place") {
  const std::string parts[] = {"abcdefgh", "أب", "€", "😀"};
  for (const std::string& before : parts) {
    for (const std::string& after : parts) {
      for (std::size_t spaces = 0; spaces < 9; ++spaces) {
        const std::string good = std::string(spaces, ' ') + before;
        CHECK(first_malformed_utf8(good + after) == good.size() + after.size());
        CHECK(first_malformed_utf8(good + "\xFF" + after) == good.size());
      }
    }
  }
}

}  // namespace rawabit
