// Articles into the graph, incrementally: extraction in several threads, one writer.
//
//   ArticleSource source(list_inputs(paths).inputs);
//   Result<RunSummary> summary = extract(source, pipeline, store, {.threads = 2}, hooks);
//
// An article whose bytes and whose reader (program, gazetteers, rules: `fingerprint`) are as they
// were is left alone; a changed one replaces what it said; with `prune` those that the source no
// longer has are removed. Articles are committed whole. However the run ends, the next one goes on
// where it stopped, and the graph is the same as that of one undisturbed run.
#pragma once

#include <string>

#include "extract/article_source.h"
#include "extract/run.h"
#include "pipeline.h"
#include "store/store.h"

namespace rawabit {

struct ExtractOptions {
  int threads = 1;
  bool prune = false;
  std::string fingerprint;  ///< of what reads the articles
};

/// The Error is one of the database; what cannot be read goes to hooks.refused.
[[nodiscard]] Result<RunSummary> extract(ArticleSource& source, const Pipeline& pipeline,
                                         Store& store, const ExtractOptions& options,
                                         const RunHooks& hooks);

}  // namespace rawabit
