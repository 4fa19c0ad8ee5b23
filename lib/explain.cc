#include "explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rawabit {
namespace {

/// Does a mention cover these bytes of the sentence's text? Only where the file is UTF-8 do bytes
/// of the text count as bytes of the file.
bool is_taken(const Annotation& annotation, const Sentence& sentence, Span<Decoded> span) {
  if (sentence.text.size() != sentence.span.size()) return false;
  const Span<Original> bytes{sentence.span.begin + span.begin, sentence.span.begin + span.end};
  return std::ranges::any_of(annotation.entities, [&](const Entity& entity) {
    return std::ranges::any_of(
        entity.mentions, [&](const Mention& mention) { return mention.span.overlaps(bytes); });
  });
}

std::vector<KnownWords> known_words(const Lexicon& lexicon, const Annotation& annotation,
                                    const Sentence& sentence) {
  const TokenizedText text = tokenize(sentence.text);
  std::vector<LexiconMatch> matches;
  for (const TokenRange& range : text.sentences) lexicon.match(text, range, matches);
  std::vector<KnownWords> words;
  for (const LexiconMatch& match : matches) {
    const Span<Decoded> span{text.tokens[match.first].span.begin,
                             text.tokens[match.last - 1].span.end};
    const LexiconEntry& entry = lexicon.entries()[match.entry];
    words.push_back({std::string(slice(sentence.text, span)), lexicon.class_names()[match.cls],
                     entry.id.empty() && !entry.forms.empty() ? entry.forms.front() : entry.id,
                     lexicon.lists()[entry.list].file, entry.line,
                     is_taken(annotation, sentence, span)});
  }
  return words;
}

}  // namespace

Result<Explanation> explain(const Pipeline& pipeline, const RawDocument& document,
                            std::optional<std::uint32_t> offset) {
  auto annotation = pipeline.annotate(document);
  if (!annotation) return annotation.error();
  Explanation explanation{*std::move(annotation), {}};
  for (const Sentence& sentence : explanation.annotation.sentences) {
    if (offset && (*offset < sentence.span.begin || *offset >= sentence.span.end)) continue;
    explanation.sentences.push_back(
        {sentence, known_words(pipeline.lexicon(), explanation.annotation, sentence)});
  }
  if (offset && explanation.sentences.empty()) {
    return Error{Error::Kind::usage, fmt::format("no sentence has the byte {}", *offset),
                 document.path};
  }
  return explanation;
}

}  // namespace rawabit
