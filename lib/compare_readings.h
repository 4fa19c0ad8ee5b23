// Two readings of many articles: what each has that the other has not.
//
//   compare_readings(before, after, [&](const ArticleDifference& d) { ...; return Done{}; });
//
// The readings are files of annotations or databases, in any order: articles are compared by name,
// as soon as both have come, and held until then. Articles that only one of them has are told at
// the end, by name, as if the other had found nothing in them. Refused is what AnnotationSource
// refuses, and an article that stands twice in one reading.
#pragma once

#include <functional>

#include "annotation_source.h"
#include "base/result.h"
#include "compare/difference.h"

namespace rawabit {

struct ReadingsCompared {
  std::size_t in_both = 0;
  std::size_t only_before = 0;
  std::size_t only_after = 0;
};

/// Is given each article, also where nothing differs.
using UseDifference = std::function<Status(const ArticleDifference&)>;

[[nodiscard]] Result<ReadingsCompared> compare_readings(AnnotationSource& before,
                                                        AnnotationSource& after,
                                                        const UseDifference& use);

}  // namespace rawabit
