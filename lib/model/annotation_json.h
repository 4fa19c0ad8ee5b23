// Annotations as JSON Lines: what `annotate` prints and `load` reads.
//
//   {"id":"a1","entities":[{"id":1,"type":"date","name":"...","iso":"2020-03-01",
//     "mentions":[{"start":0,"end":23,"text":"..."}]}],
//    "relations":[{"subject":2,"predicate":"held_on","object":1,"start":0,"end":40,
//     "rule":"meeting.held_on","confidence":0.9,"modality":"asserted","origin":"text"}],
//    "path":"a1.txt","title":"...","date":"2020-03-02","text":"...",
//    "sentences":[{"start":0,"end":60,"text":"..."}]}
//
// `kind` stands on titles alone, `iso`, `form` where they are set, `evidence` on a relation that
// has more than one, or one with a `speaker`: the id of the entity that the article quotes. The
// reader also takes lines without `kind`, `iso`, `form`, `rule`, `confidence`, `modality`,
// `origin`, `evidence` and everything after `relations`. It refuses what is no JSON, no UTF-8, a
// name outside the closed lists, a span that ends before it begins, an entity without a mention, an
// id that stands twice and a relation to an entity that is not there.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/annotation.h"

namespace rawabit {

/// One line of JSON, without the line break.
[[nodiscard]] std::string to_json_line(const Annotation& annotation);

/// The annotation that `line` holds. `file` and `line_number` are for the error alone.
[[nodiscard]] Result<Annotation> annotation_from_json(std::string_view line, std::string_view file,
                                                      int line_number);

}  // namespace rawabit
