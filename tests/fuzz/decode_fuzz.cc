// Decoding any bytes: the text is well-formed UTF-8 whose characters lead back to them, or they are
// refused with their path; the blocks of the text are in order.
#include <string>

#include "expect.h"
#include "text/blocks.h"
#include "text/charset.h"
#include "text/encoding.h"

namespace {

void check_way_back(const rawabit::Article& article, std::size_t bytes) {
  rawabit::Span<rawabit::Original> last;
  for (std::uint32_t at = 0; at < article.text.size();) {
    std::uint32_t end = at + 1;
    while (end < article.text.size() && (article.text[end] & 0xC0) == 0x80) ++end;
    const auto span = article.origin.original({at, end});
    expect(span.begin >= last.end && span.end > span.begin, "characters are in order in the file");
    expect(span.end <= bytes, "characters are in the file");
    last = span;
    at = end;
  }
}

void check_blocks(const rawabit::Article& article) {
  static const auto patterns = rawabit::BoilerplatePatterns::load(
      {RAWABIT_SOURCE_DIR "/gazetteers/language/boilerplate.tsv"});
  expect(patterns.ok(), "the patterns load");
  for (const auto title : {rawabit::TitlePlace::guess, rawabit::TitlePlace::first_line}) {
    std::uint32_t end = 0;
    for (const rawabit::Block& block : rawabit::find_blocks(article.text, title, *patterns)) {
      expect(block.span.begin >= end && !block.span.empty(), "blocks are in order");
      end = block.span.end;
    }
    expect(end <= article.text.size(), "blocks are in the text");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(text_of(data, size));
  const auto article = rawabit::decode({.id = "x", .path = "x.txt", .bytes = bytes, .date = {}});
  if (!article) {
    expect(article.error().file == "x.txt", "an error names the path");
    expect(!article.error().message.empty(), "an error says why");
    return 0;
  }
  expect(rawabit::first_malformed_utf8(article->text) == article->text.size(), "the text is UTF-8");
  check_way_back(*article, size);
  check_blocks(*article);
  return 0;
}
