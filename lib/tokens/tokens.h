// Sentences and tokens of an article: one pass that folds, cuts and hashes.
//
// A token is a run of letters and marks (word), of digits with their inner separators (number), or
// one punctuation character. A word ends at a teh marbuta or alef maksura before the article, also
// where no space follows: some archives lose it. A waw by itself belongs to the word after it on
// the line ("w X" is read as "wX"). A tatweel by itself is a dash, whose form is empty. Sentences
// end at . ? ! (Arabic ones too), at line ends and block borders; not inside a number, an
// abbreviation of single letters, or before a closing quote. Boilerplate blocks give no tokens.
// Nothing is refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/article.h"

namespace rawabit {

enum class TokenKind : std::uint8_t { word, latin, number, punctuation };

struct Token {
  Span<Decoded> span;      ///< in Article::text
  Span<Folded> folded;     ///< in TokenizedText::folded
  std::uint64_t hash = 0;  ///< token_hash() of the folded bytes
  TokenKind kind = TokenKind::word;
  bool spaced = false;  ///< white space or the border of a block stands before it
};

/// A sentence is the tokens [first, last).
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t block = 0;  ///< index into Article::blocks
};

struct TokenizedText {
  std::string folded;  ///< as fold() gives it, but for the place of spaces behind a lone waw
  std::vector<Token> tokens;
  std::vector<TokenRange> sentences;

  [[nodiscard]] std::string_view form(const Token& t) const { return slice(folded, t.folded); }
};

[[nodiscard]] TokenizedText tokenize(const Article& article);
/// The tokens of a lone piece of text, such as a gazetteer form or a question: one sentence or
/// more.
[[nodiscard]] TokenizedText tokenize(std::string_view text);
/// The same into a text that was used before: for many small pieces.
void tokenize(std::string_view text, TokenizedText& out);

[[nodiscard]] std::uint64_t token_hash(std::string_view folded);

}  // namespace rawabit
