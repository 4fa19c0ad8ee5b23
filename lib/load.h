// Annotations -> graph: what `annotate` printed, through the same resolution as `extract`.
//
// Takes JSON Lines of annotations (lib/model/annotation_json.h) and the gazetteers; writes the same
// graph that extraction would have. An annotation without its article's text leaves the sentences
// out, unless the articles are given: then text and sentences come from the one of that name.
//
//   Result<IngestReport> report = load(store, lexicon, {"gold.jsonl"}, {}, options);
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ingest.h"
#include "lexicon/lexicon.h"
#include "model/annotation.h"
#include "pipeline.h"
#include "read/inputs.h"
#include "store/store.h"

namespace rawabit {

/// Fills in path, title, date, text and sentences of an annotation that lacks its text; leaves one
/// as it is whose article is not there. Is called by several threads.
using TextSupplier = std::function<Status(Annotation&)>;

/// A supplier that finds the articles among `inputs` by name. `pipeline` must outlive it.
[[nodiscard]] TextSupplier supply_texts_from(std::vector<Input> inputs, const Pipeline& pipeline);

/// `files`: paths, or "-" for standard input. `supplier` may be empty.
[[nodiscard]] Result<IngestReport> load(Store& store, const Lexicon& lexicon,
                                        std::vector<std::string> files,
                                        const TextSupplier& supplier, const IngestOptions& options);

}  // namespace rawabit
