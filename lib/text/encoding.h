// Which encoding bytes are in: the guess that lib/text/charset.h decodes by.
//
// Takes bytes; gives their encoding and how many bytes of byte order mark precede the text.
// `binary` is what has control characters as no text has; `unknown` is no UTF-8 and shows no Arabic
// in any legacy encoding. Bytes that are UTF-8 for the most part are `utf8` even where broken: the
// decoder says where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rawabit {

enum class Encoding : std::uint8_t {
  utf8,
  utf16_le,
  utf16_be,
  utf32_le,
  utf32_be,
  windows_1256,
  iso_8859_6,
  binary,
  unknown
};

struct EncodingGuess {
  Encoding encoding = Encoding::utf8;
  std::size_t mark = 0;  ///< bytes of the byte order mark
};

[[nodiscard]] EncodingGuess guess_encoding(std::string_view bytes);

/// The byte at which well-formed UTF-8 ends; bytes.size() when all of it is.
[[nodiscard]] std::size_t first_malformed_utf8(std::string_view bytes);

}  // namespace rawabit
