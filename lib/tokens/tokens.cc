#include "tokens/tokens.h"

#include "text/fold.h"
#include "tokens/scanner.h"
#include "tokens/sentences.h"
#include "tokens/token_hash.h"

namespace rawabit {
namespace {

/// Folds the block first, scans the folded text, and takes the tokens back to the block's bytes.
void scan_folded(std::string_view block, std::uint32_t offset, TokenizedText& out,
                 std::vector<std::uint32_t>& line_starts) {
  const FoldedText folded = fold_with_source(block);
  const std::size_t first = out.tokens.size();
  detail::scan_block(folded.text, 0, detail::Neighbours::keep, out, line_starts);
  for (std::size_t i = first; i < out.tokens.size(); ++i) {
    Span<Decoded>& span = out.tokens[i].span;
    // A character that folds to several stands behind each of them.
    std::uint32_t end = span.end;
    while (end + 1 < folded.source.size() && folded.source[end] == folded.source[end - 1]) ++end;
    span = {offset + folded.source[span.begin], offset + folded.source[end]};
  }
}

void tokenize_block(std::string_view block, std::uint32_t offset, std::uint32_t index,
                    TokenizedText& out) {
  const std::size_t folded = out.folded.size();
  const std::size_t first = out.tokens.size();
  std::vector<std::uint32_t> line_starts;
  if (!detail::scan_block(block, offset, detail::Neighbours::stop, out, line_starts)) {
    out.folded.resize(folded);
    out.tokens.resize(first);
    line_starts.clear();
    scan_folded(block, offset, out, line_starts);
  }
  detail::split_sentences(out, static_cast<std::uint32_t>(first), index, line_starts);
}

/// Room for the tokens of so many bytes: one in eight is more than any prose has.
void reserve(TokenizedText& out, std::size_t bytes) {
  out.folded.reserve(bytes + bytes / 8);
  out.tokens.reserve(bytes / 8);
}

}  // namespace

TokenizedText tokenize(const Article& article) {
  TokenizedText out;
  reserve(out, article.text.size());
  for (std::uint32_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    if (block.kind == BlockKind::boilerplate) continue;
    tokenize_block(slice(article.text, block.span), block.span.begin, i, out);
    out.folded += '\n';
  }
  return out;
}

TokenizedText tokenize(std::string_view text) {
  TokenizedText out;
  tokenize(text, out);
  return out;
}

void tokenize(std::string_view text, TokenizedText& out) {
  out.folded.clear();
  out.tokens.clear();
  out.sentences.clear();
  reserve(out, text.size());
  tokenize_block(text, 0, 0, out);
}

std::uint64_t token_hash(std::string_view folded) { return detail::hash_bytes(folded); }

}  // namespace rawabit
