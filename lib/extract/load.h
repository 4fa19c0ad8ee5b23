// Annotations (what `annotate` prints) into the graph, through the same resolution as extraction.
//
//   Result<LineReader> lines = LineReader::open("annotations.jsonl");
//   Result<RunSummary> summary = load(*lines, "annotations.jsonl", lexicon, store, {}, hooks);
//
// A line that is unchanged is left alone, a changed one replaces what stood under its id. What is
// no annotation, and the second one of an id, is refused with its line; the others are loaded. For
// annotations without text, `texts` may give it; without, their sentences stay unknown.
#pragma once

#include <string>
#include <unordered_map>

#include "base/file.h"
#include "extract/article_source.h"
#include "extract/run.h"
#include "pipeline.h"
#include "store/store.h"

namespace rawabit {

/// By the id of the article: annotations of which only path, title, date, text and sentences count.
using ArticleTexts = std::unordered_map<std::string, Annotation>;

struct LoadOptions {
  int threads = 1;
  std::string fingerprint;  ///< of what reads the annotations
  ArticleTexts texts;
};

[[nodiscard]] ArticleTexts read_texts(ArticleSource& source, const Pipeline& pipeline, int threads,
                                      const RunHooks& hooks);

[[nodiscard]] Result<RunSummary> load(LineReader& lines, const std::string& name,
                                      const Lexicon& lexicon, Store& store,
                                      const LoadOptions& options, const RunHooks& hooks);

}  // namespace rawabit
