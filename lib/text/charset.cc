#include "text/charset.h"

#include <fmt/format.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "text/encoding.h"
#include "text/legacy_table.h"

namespace rawabit {
namespace {

/// Decoded text as it grows, a step of the map for each character.
class Decoding {
 public:
  explicit Decoding(std::size_t characters) {
    text_.reserve(characters * 2);
    steps_.reserve(characters + 1);
  }

  void add(char32_t code, std::size_t original) {
    step(original);
    char utf8[U8_MAX_LENGTH];
    std::size_t size = 0;
    U8_APPEND_UNSAFE(utf8, size, code);
    text_.append(utf8, size);
  }

  void move_to(Article& article, std::size_t end) && {
    step(end);
    article.text = std::move(text_);
    article.origin.steps = std::move(steps_);
  }

 private:
  void step(std::size_t original) {
    steps_.push_back(
        {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(original)});
  }

  std::string text_;
  std::vector<OriginMap::Step> steps_;
};

Error malformed(const RawDocument& document, std::string_view encoding, std::size_t at) {
  return {.message = fmt::format("expected {}, but byte {} (counted from 0) starts no character",
                                 encoding, at),
          .file = document.path};
}

Status decode_utf8(const RawDocument& document, std::size_t mark, Article& article) {
  const std::string_view text = std::string_view(document.bytes).substr(mark);
  const std::size_t good = first_malformed_utf8(text);
  if (good != text.size()) return malformed(document, "UTF-8", mark + good);
  article.text = text;
  article.origin.shift = static_cast<std::uint32_t>(mark);
  return Done{};
}

/// Code units of `width` bytes in either byte order.
class Units {
 public:
  Units(std::string_view bytes, std::size_t width, bool little)
      : bytes_(bytes), width_(width), little_(little) {}

  [[nodiscard]] bool has(std::size_t at) const { return at + width_ <= bytes_.size(); }
  [[nodiscard]] char32_t at(std::size_t at) const {
    char32_t unit = 0;
    for (std::size_t i = 0; i < width_; ++i) {
      const std::size_t byte = at + (little_ ? width_ - 1 - i : i);
      unit = unit << 8U | static_cast<unsigned char>(bytes_[byte]);
    }
    return unit;
  }

 private:
  std::string_view bytes_;
  std::size_t width_;
  bool little_;
};

Status decode_utf16(const RawDocument& document, EncodingGuess guess, Article& article) {
  const Units units(document.bytes, 2, guess.encoding == Encoding::utf16_le);
  const std::size_t size = document.bytes.size();
  Decoding decoding(size / 2);
  for (std::size_t at = guess.mark; at < size;) {
    if (!units.has(at)) return malformed(document, "UTF-16", at);
    char32_t code = units.at(at);
    std::size_t width = 2;
    if (U16_IS_LEAD(code) && units.has(at + 2) && U16_IS_TRAIL(units.at(at + 2))) {
      code = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(code, units.at(at + 2)));
      width = 4;
    } else if (U16_IS_SURROGATE(code) || code == 0) {
      return malformed(document, "UTF-16", at);
    }
    decoding.add(code, at);
    at += width;
  }
  std::move(decoding).move_to(article, size);
  return Done{};
}

Status decode_utf32(const RawDocument& document, EncodingGuess guess, Article& article) {
  const Units units(document.bytes, 4, guess.encoding == Encoding::utf32_le);
  const std::size_t size = document.bytes.size();
  Decoding decoding(size / 4);
  for (std::size_t at = guess.mark; at < size; at += 4) {
    const char32_t code = units.has(at) ? units.at(at) : 0;
    if (code == 0 || code > 0x10FFFF || U_IS_SURROGATE(code)) {
      return malformed(document, "UTF-32", at);
    }
    decoding.add(code, at);
  }
  std::move(decoding).move_to(article, size);
  return Done{};
}

Status decode_legacy(const RawDocument& document, const char* encoding, Article& article) {
  const Result<LegacyTable> table = legacy_table(encoding);
  if (!table) return Error{.message = table.error().message, .file = document.path};
  Decoding decoding(document.bytes.size());
  for (std::size_t at = 0; at < document.bytes.size(); ++at) {
    const char32_t code = (*table)[static_cast<unsigned char>(document.bytes[at])];
    if (code == kNoCharacter) return malformed(document, encoding, at);
    decoding.add(code, at);
  }
  std::move(decoding).move_to(article, document.bytes.size());
  return Done{};
}

Status decode_by(EncodingGuess guess, const RawDocument& document, Article& article) {
  switch (guess.encoding) {
    case Encoding::utf8:
      return decode_utf8(document, guess.mark, article);
    case Encoding::utf16_le:
    case Encoding::utf16_be:
      return decode_utf16(document, guess, article);
    case Encoding::utf32_le:
    case Encoding::utf32_be:
      return decode_utf32(document, guess, article);
    case Encoding::windows_1256:
      return decode_legacy(document, "windows-1256", article);
    case Encoding::iso_8859_6:
      return decode_legacy(document, "ISO-8859-6", article);
    case Encoding::binary:
      return Error{.message = "holds binary data, no text", .file = document.path};
    case Encoding::unknown:
      break;
  }
  return Error{.message =
                   "is in no known encoding; expected UTF-8, UTF-16, windows-1256 or "
                   "ISO-8859-6",
               .file = document.path};
}

}  // namespace

Result<Article> decode(const RawDocument& document) {
  Article article{.id = document.id,
                  .path = document.path,
                  .text = {},
                  .origin = {},
                  .blocks = {},
                  .date = document.date};
  // A record was UTF-8 already when it was read, whatever its letters look like.
  const EncodingGuess guess = document.is_record ? EncodingGuess{} : guess_encoding(document.bytes);
  const Status decoded = decode_by(guess, document, article);
  if (!decoded) return decoded.error();
  return article;
}

}  // namespace rawabit
