// Folding any bytes: whatever they are, the result folds to itself and knows where it comes from.
#include <unicode/utf8.h>

#include <algorithm>

#include "expect.h"
#include "text/fold.h"

namespace {

bool is_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    UChar32 code = 0;
    U8_NEXT(bytes, i, text.size(), code);
    if (code < 0) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  const std::string folded = rawabit::fold(text);
  expect(is_utf8(folded), "the fold is UTF-8");
  expect(rawabit::fold(folded) == folded, "the fold folds to itself");

  const rawabit::FoldedText back = rawabit::fold_with_source(text);
  expect(back.text == folded, "the fold is the same with its source");
  expect(back.source.size() == folded.size() + 1, "each byte has a source, and the end");
  expect(std::is_sorted(back.source.begin(), back.source.end()), "the sources ascend");
  expect(back.source.back() == size, "the end's source is the end");

  const std::string key = rawabit::name_key(text);
  expect(rawabit::fold(key) == key, "a name key is folded");
  expect(key.empty() || (key.front() != ' ' && key.back() != ' '), "a name key has no outer space");
  expect(key.find("  ") == std::string::npos, "a name key has single spaces");

  expect(rawabit::skip_letters(text, 3) <= size, "skipping stays inside");
  return 0;
}
