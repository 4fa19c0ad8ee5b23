#include "explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "rules/parse.h"
#include "rules/rule_file.h"

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

Span<Decoded> span_of(const Parse& parse, std::uint32_t first, std::uint32_t last) {
  const auto& tokens = parse.text->tokens;
  return {tokens[first].span.begin, tokens[last - 1].span.end};
}

AlmostMatch almost_match(const Article& article, const Parse& parse, const TokenRange& range,
                         NearMiss miss) {
  AlmostMatch almost{std::move(miss), {}, {}, 0};
  const NearMiss& m = almost.miss;
  if (m.first < m.last) almost.begun = slice(article.text, span_of(parse, m.first, m.last));
  if (m.first < m.last && m.last < range.last) {
    almost.broke_at = slice(article.text, span_of(parse, m.last, m.last + 1));
    almost.offset =
        parse.text->tokens[m.last].span.begin - parse.text->tokens[range.first].span.begin;
  }
  return almost;
}

/// What almost matched in the sentences of the explanation.
Status add_near_misses(const Pipeline& pipeline, const RawDocument& document, std::size_t most,
                       Explanation& explanation) {
  const auto look = [&](const Article& article, const std::vector<Rule>& rules,
                        const ClassTable& classes, const Parse& parse) {
    for (std::size_t row = 0; row < parse.rows.size(); ++row) {
      const TokenRange& range = parse.text->sentences[row];
      if (range.first == range.last) continue;
      const auto span = article.origin.original(span_of(parse, range.first, range.last));
      const auto found = std::ranges::find_if(
          explanation.sentences,
          [&](const ExplainedSentence& part) { return part.sentence.span == span; });
      if (found == explanation.sentences.end()) continue;
      for (NearMiss& miss : near_misses(rules, classes, parse, row)) {
        found->almost.push_back(almost_match(article, parse, range, std::move(miss)));
      }
    }
  };
  if (Status watched = pipeline.watch(document, look); !watched) return watched;
  for (ExplainedSentence& part : explanation.sentences) {
    std::ranges::stable_sort(part.almost, is_nearer, &AlmostMatch::miss);
    if (part.almost.size() > most) part.almost.resize(most);
  }
  return Done{};
}

}  // namespace

Result<Explanation> explain(const Pipeline& pipeline, const RawDocument& document,
                            std::optional<std::uint32_t> offset, std::size_t near) {
  auto annotation = pipeline.annotate(document);
  if (!annotation) return annotation.error();
  Explanation explanation{*std::move(annotation), {}};
  for (const Sentence& sentence : explanation.annotation.sentences) {
    if (offset && (*offset < sentence.span.begin || *offset >= sentence.span.end)) continue;
    explanation.sentences.push_back(
        {sentence, known_words(pipeline.lexicon(), explanation.annotation, sentence), {}});
  }
  if (offset && explanation.sentences.empty()) {
    return Error{Error::Kind::usage, fmt::format("no sentence has the byte {}", *offset),
                 document.path};
  }
  if (near > 0) {
    if (Status added = add_near_misses(pipeline, document, near, explanation); !added) {
      return added.error();
    }
  }
  return explanation;
}

}  // namespace rawabit
