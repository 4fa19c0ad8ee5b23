// Reading any line as a record: it is well-formed UTF-8 that decodes to itself, or is refused with
// its place.
#include "expect.h"
#include "read/records.h"
#include "text/charset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto record = rawabit::parse_record(text_of(data, size), "n.jsonl", 1);
  if (!record) {
    expect(record.error().line == 1 && record.error().file == "n.jsonl", "an error says where");
    return 0;
  }
  expect(record->is_record && !record->id.empty(), "a record has an id");
  expect(record->date.empty() || record->date.size() == 10, "a date is a day or empty");
  const auto article = rawabit::decode(*record);
  expect(article.ok() && article->text == record->bytes, "a record decodes to itself");
  return 0;
}
