// Articles -> graph.
//
// Takes what there is to read and a pipeline; writes what the articles say to the database and
// resolves it. An article whose bytes, and what reads it, are as the database has them is not done
// again. Errors of single articles are in the report; an Error is for the database.
//
//   ExtractOptions options;
//   Result<IngestReport> report = extract(store, pipeline, list.inputs, options);
#pragma once

#include <vector>

#include "base/result.h"
#include "ingest.h"
#include "pipeline.h"
#include "read/inputs.h"
#include "store/store.h"

namespace rawabit {

[[nodiscard]] Result<IngestReport> extract(Store& store, const Pipeline& pipeline,
                                           std::vector<Input> inputs, const IngestOptions& options);

}  // namespace rawabit
