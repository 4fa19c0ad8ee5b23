// One article between reading and annotation: its decoded text, the way back to the bytes of its
// file, and what its parts are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"

namespace rawabit {

/// What a directory, file or stream held: bytes not yet decoded.
struct RawDocument {
  std::string id;          ///< file name without extension, or the record's id
  std::string path;        ///< as given, with the line for a JSON Lines record ("news.jsonl:12")
  std::string bytes;       ///< of the file; of a record: title, two line breaks, text, in UTF-8
  std::string date;        ///< ISO 8601, from the record's "date"; else empty
  bool is_record = false;  ///< a JSON Lines record: always UTF-8, its first line is the title
};

/// The way from bytes of decoded text back to bytes of the file. Empty steps: the two are equal
/// but for a constant shift (a byte order mark).
struct OriginMap {
  struct Step {
    std::uint32_t decoded = 0;   ///< from this byte of decoded text on ...
    std::uint32_t original = 0;  ///< ... the character starts at this byte of the file
  };
  std::uint32_t shift = 0;
  std::vector<Step> steps;  ///< one a character, ascending, and one for the end

  /// Span of the file that `span` was decoded from. Precondition: both ends are character borders.
  [[nodiscard]] Span<Original> original(Span<Decoded> span) const;
};

enum class BlockKind : std::uint8_t { title, body, boilerplate };

/// A paragraph (or a part of one) of the article. Blocks are in order and cover all but blank
/// lines.
struct Block {
  BlockKind kind = BlockKind::body;
  Span<Decoded> span;
};

struct Article {
  std::string id;
  std::string path;
  std::string text;  ///< decoded, UTF-8, nothing taken away
  OriginMap origin;
  std::vector<Block> blocks;
  std::string date;  ///< publication date, ISO 8601, or empty
};

}  // namespace rawabit
