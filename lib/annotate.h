// From what the cascade found to the annotation that is printed and stored.
#pragma once

#include <vector>

#include "model/annotation.h"
#include "model/article.h"
#include "resolve/within_article.h"
#include "rules/parse.h"
#include "time/date_reader.h"

namespace rawabit {

/// What the cascade found, as the article wrote it.
[[nodiscard]] Mention make_mention(const Article& article, const Parse& parse,
                                   const FoundMention& found);

/// The annotation of `article`: sentences, entities by their first mention, dates resolved,
/// relations. Spans are those of the file.
[[nodiscard]] Annotation make_annotation(const Article& article, const Parse& parse,
                                         const std::vector<MentionGroup>& groups,
                                         const DateReader& dates);

}  // namespace rawabit
