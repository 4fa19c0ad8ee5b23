#include "query/question.h"

#include <algorithm>

#include "query/data_lines.h"
#include "text/fold.h"
#include "tokens/tokens.h"

namespace rawabit {
namespace {

Kinds placeholder_in(std::string_view chunk) {
  if (chunk.size() < 3 || chunk.front() != '{' || chunk.back() != '}') return 0;
  return kinds_named(chunk.substr(1, chunk.size() - 2)).value_or(0);
}

/// 37 and th are one word where nothing stands between them.
void add_words(std::string_view chunk, std::vector<QuestionWord>& words, TokenKind& last) {
  const TokenizedText text = tokenize(chunk);
  if (last == TokenKind::number) last = TokenKind::latin;
  for (const Token& token : text.tokens) {
    const std::string_view form = text.form(token);
    if (token.kind == TokenKind::latin && last == TokenKind::number && !token.spaced) {
      words.back() = question_word(words.back().written.append(form));
    } else if (token.kind != TokenKind::punctuation) {
      words.push_back(question_word(std::string(form)));
      words.back().shown = slice(chunk, token.span);
      words.back().begins_clause = last == TokenKind::punctuation && words.size() > 1;
    }
    last = token.kind;
  }
}

}  // namespace

bool QuestionWord::is_number() const {
  return !key.empty() && std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; });
}

QuestionWord question_word(std::string written) {
  QuestionWord word{.written = std::move(written), .key = {}, .rests = {}};
  word.key = name_key(word.written);
  for (const Proclitics& proclitics : proclitics_of(word.written)) {
    if (proclitics == Proclitics{}) continue;
    word.rests.push_back({proclitics, name_key(reading_form(word.written, proclitics))});
  }
  return word;
}

Question read_question(std::string_view text) {
  Question question;
  TokenKind last = TokenKind::latin;
  for (const std::string_view chunk : split_words(text)) {
    const Kinds placeholder = placeholder_in(chunk);
    if (placeholder == 0) {
      add_words(chunk, question.words, last);
      continue;
    }
    question.words.push_back({.written = std::string(chunk),
                              .key = std::string(chunk),
                              .rests = {},
                              .placeholder = placeholder});
  }
  return question;
}

}  // namespace rawabit
