#include "read/document.h"

#include <string>
#include <utility>

#include "base/file.h"

namespace rawabit {

Result<RawDocument> read_document(const Input& input) {
  Result<std::string> bytes = read_file(input.path);
  if (!bytes) return bytes.error();
  if (bytes->empty()) return Error{.message = "the file is empty", .file = input.path};
  return RawDocument{.id = input.id, .path = input.path, .bytes = *std::move(bytes), .date = {}};
}

}  // namespace rawabit
