// Cutting any bytes: tokens lie in order inside the text, and each re-folds from its own source.
#include "expect.h"
#include "text/fold.h"
#include "tokens/clitics.h"
#include "tokens/tokens.h"

namespace {

/// A waw by itself is moved to the next word: texts are compared without their spaces, which
/// control characters are too.
std::string closed_up(std::string text) {
  std::erase_if(text, [](char c) { return (c >= '\0' && c <= ' ') || c == '\x7F'; });
  return text;
}

void check_token(std::string_view text, const rawabit::TokenizedText& tokens,
                 const rawabit::Token& token) {
  expect(token.span.begin < token.span.end && token.span.end <= text.size(), "a span is inside");
  expect(token.folded.end <= tokens.folded.size(), "a folded span is inside");
  const std::string_view form = tokens.form(token);
  if (form.empty()) {
    const bool is_tatweel = slice(text, token.span) == "\u0640";
    expect(is_tatweel && token.kind == rawabit::TokenKind::punctuation,
           "only a tatweel for a dash has no form");
    return;
  }
  expect(token.hash == rawabit::token_hash(form), "the hash is that of the form");
  // A character may fold to several tokens (a ligature of words): then it holds them all.
  const std::string again = closed_up(rawabit::fold(slice(text, token.span)));
  expect(again.find(form) != std::string::npos, "the source of a token folds to it");
  for (const rawabit::Reading& reading : rawabit::clitic_readings(form)) {
    expect(!reading.form.empty(), "a reading leaves something");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  const rawabit::TokenizedText tokens = rawabit::tokenize(text);
  expect(closed_up(tokens.folded) == closed_up(rawabit::fold(text)),
         "the text is folded as fold() does");
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    const rawabit::Token& token = tokens.tokens[i];
    check_token(text, tokens, token);
    if (i == 0) continue;
    const rawabit::Token& before = tokens.tokens[i - 1];
    expect(before.folded.end <= token.folded.begin, "folded tokens follow one another");
    expect(before.span.end <= token.span.begin || before.span.overlaps(token.span) ||
               before.span == token.span,
           "tokens follow one another");
    expect(before.span.begin <= token.span.begin && before.span.end <= token.span.end,
           "spans ascend");
  }
  std::uint32_t next = 0;
  for (const rawabit::TokenRange& sentence : tokens.sentences) {
    expect(sentence.first == next && sentence.first < sentence.last, "sentences hold all tokens");
    next = sentence.last;
  }
  expect(next == tokens.tokens.size(), "the last sentence ends with the last token");
  return 0;
}
