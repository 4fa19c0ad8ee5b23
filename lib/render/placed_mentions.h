// Where the mentions of an annotation stand in its decoded text.
//
//   for (const PlacedMention& mention : place_mentions(annotation)) use(mention.span,
//   *mention.entity);
//
// Spans of annotations count bytes of the file, which are those of the text only where it is UTF-8;
// elsewhere a mention is looked for in its sentence. What is not found is left out: all of it where
// the annotation lacks text or sentences. The annotation must outlive the result.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/annotation.h"

namespace rawabit {

struct PlacedMention {
  Span<Decoded> span;
  const Entity* entity = nullptr;
};

/// By begin, the longer first.
[[nodiscard]] std::vector<PlacedMention> place_mentions(const Annotation& annotation);

/// The sentences, one for each of the annotation.
[[nodiscard]] std::vector<Span<Decoded>> place_sentences(const Annotation& annotation);

/// The type of an entity, of a title its kind.
[[nodiscard]] std::string_view label_of(const Entity& entity);

}  // namespace rawabit
