// An input of the list -> the document in it, not yet decoded.
//
// Takes an Input that is an article; gives its bytes as they lie on disk, with path and id. An
// empty file, one larger than kFileLimit and one that cannot be read are Errors that name the path.
// Whether the bytes are text at all is for lib/text/charset.h to say.
//
//   Result<RawDocument> document = read_document(input);
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "read/inputs.h"

namespace rawabit {

[[nodiscard]] Result<RawDocument> read_document(const Input& input);

}  // namespace rawabit
