// Bytes of a file -> UTF-8 text with the way back.
//
// Takes a RawDocument; gives an Article whose text is decoded and whose OriginMap leads back to the
// bytes; nothing is taken away but a byte order mark. UTF-8, with or without a mark; UTF-16 and
// UTF-32 with one, UTF-16 without one too; windows-1256 and ISO-8859-6, told apart by what they
// would make of the bytes and by ICU's detector.
// An Error that names the path and the byte: broken UTF-8 (a character cut short, a stray byte),
// broken UTF-16, binary data, and text in none of these encodings. Blocks are left empty
// (lib/text/blocks.h).
//
//   Result<Article> article = decode(document);
#pragma once

#include "base/result.h"
#include "model/article.h"

namespace rawabit {

[[nodiscard]] Result<Article> decode(const RawDocument& document);

}  // namespace rawabit
