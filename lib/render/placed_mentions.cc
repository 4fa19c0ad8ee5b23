#include "render/placed_mentions.h"

#include <algorithm>
#include <optional>
#include <string>

namespace rawabit {
namespace {

/// Where a mention stands in its sentence: by its bytes where the file is UTF-8, else by its words.
std::optional<std::size_t> place_in(const Sentence& sentence, const Mention& mention) {
  if (sentence.text.size() == sentence.span.size()) {
    return mention.span.begin - sentence.span.begin;
  }
  const std::size_t at = sentence.text.find(mention.text);
  if (at == std::string::npos) return std::nullopt;
  return at;
}

}  // namespace

std::vector<Span<Decoded>> place_sentences(const Annotation& annotation) {
  std::vector<Span<Decoded>> places;
  std::size_t from = 0;
  for (const Sentence& sentence : annotation.sentences) {
    const std::size_t at = annotation.text.find(sentence.text, from);
    if (at == std::string::npos) return {};
    from = at + sentence.text.size();
    places.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)});
  }
  return places;
}

std::vector<PlacedMention> place_mentions(const Annotation& annotation) {
  const std::vector<Span<Decoded>> sentences = place_sentences(annotation);
  std::vector<PlacedMention> placed;
  for (const Entity& entity : annotation.entities) {
    for (const Mention& mention : entity.mentions) {
      for (std::size_t s = 0; s < sentences.size(); ++s) {
        const Sentence& sentence = annotation.sentences[s];
        if (!sentence.span.contains(mention.span)) continue;
        const auto at = place_in(sentence, mention);
        if (!at) break;
        const auto begin = sentences[s].begin + static_cast<std::uint32_t>(*at);
        placed.push_back(
            {{begin, begin + static_cast<std::uint32_t>(mention.text.size())}, &entity});
        break;
      }
    }
  }
  std::ranges::stable_sort(placed, [](const PlacedMention& a, const PlacedMention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return placed;
}

std::string_view label_of(const Entity& entity) {
  return entity.kind == TitleKind::none ? name_of(entity.type) : name_of(entity.kind);
}

}  // namespace rawabit
