#include "text/legacy_table.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <memory>

namespace rawabit {

Result<LegacyTable> legacy_table(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name, &status),
                                                                     &ucnv_close);
  if (U_FAILURE(status)) {
    return Error{.kind = Error::Kind::data,
                 .message = fmt::format("ICU has no encoding {}: {}", name, u_errorName(status))};
  }
  LegacyTable table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const char source = static_cast<char>(byte);
    const char* from = &source;
    ucnv_reset(converter.get());
    status = U_ZERO_ERROR;
    const UChar32 code = ucnv_getNextUChar(converter.get(), &from, from + 1, &status);
    table[byte] = U_FAILURE(status) ? kNoCharacter : static_cast<char32_t>(code);
  }
  return table;
}

}  // namespace rawabit
