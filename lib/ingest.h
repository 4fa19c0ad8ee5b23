// Many articles into the database: threads that work, one that writes.
//
// Takes jobs in order; runs them in several threads and writes what they give in that order, so
// that the database is the same whatever the number of threads. Then resolves across articles. An
// article that fails is recorded and the others are done. When asked to stop, it finishes the
// articles at hand, commits, and leaves the rest and the resolution to the next run.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "resolve/verdicts.h"
#include "store/article_writer.h"
#include "store/store.h"

namespace rawabit {

/// The article stands in the database as it is now.
struct UnchangedArticle {
  std::string article, path;
};

/// What a job gives: an article, that it is unchanged, that it failed, or an input without a name.
using Outcome = std::variant<ArticleRecord, UnchangedArticle, FailedArticle, Error>;
/// Is given what stood in the database when the run began. Runs in any thread.
using Job = std::function<Outcome(const KnownArticles& before)>;
/// The next job; nothing at the end. Called by one thread at a time.
using JobSource = std::function<std::optional<Job>()>;

struct IngestProgress {
  std::size_t done = 0;
  std::size_t failed = 0;
};

struct IngestOptions {
  std::string command = "extract";  ///< for the table of runs
  std::string fingerprint;          ///< of program, gazetteers and rules: fingerprint_of()
  std::optional<std::vector<Verdict>> verdicts;         ///< in place of those that the database has
  unsigned threads = 0;                                 ///< 0: one for each processor
  std::stop_token stop;                                 ///< asks the run to end early
  std::function<void(const IngestProgress&)> progress;  ///< called between two articles
  /// Removes articles that were read from below these paths before and are not among the jobs.
  std::vector<std::string> prune_below;
};

struct IngestReport {
  std::size_t added = 0, changed = 0, unchanged = 0, removed = 0, failed = 0;
  std::vector<Error> errors;  ///< one for each that failed
  bool interrupted = false;
  bool resolved = false;  ///< the graph was brought up to date
};

[[nodiscard]] Result<IngestReport> ingest(Store& store, const Lexicon& lexicon,
                                          const JobSource& source, const IngestOptions& options);

/// 32 digits that change with the version of the program and with any file below the directories.
[[nodiscard]] Result<std::string> fingerprint_of(const std::vector<std::string>& directories);

}  // namespace rawabit
