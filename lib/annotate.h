// From what the cascade found to the annotation that is printed and stored.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "model/annotation.h"
#include "model/article.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

/// The annotation of `article`: sentences, entities by their first mention, relations. Spans are
/// those of the file.
[[nodiscard]] Annotation make_annotation(const Article& article, const Parse& parse,
                                         const std::vector<MentionGroup>& groups,
                                         const Lexicon& lexicon);

}  // namespace rawabit
