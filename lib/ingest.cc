#include "ingest.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <thread>
#include <unordered_set>

#include "base/ordered_queue.h"
#include "resolve/across_known.h"
#include "store/resolve_graph.h"
#include "store/run_log.h"
#include "store/verdict_table.h"

namespace rawabit {
namespace {

/// Articles that may wait for the writer, for each thread.
constexpr std::size_t kWindow = 64;
/// The writer commits after so many bytes, or so much time: what a run that is killed loses.
constexpr std::size_t kBytesAtOnce = std::size_t{32} << 20;
constexpr std::chrono::seconds kTimeAtOnce{2};

/// Threads that run jobs and hand over what they give in the order of the jobs.
class Workers {
 public:
  Workers(const JobSource& source, const KnownArticles& before, std::stop_token stop,
          unsigned count)
      : source_(source), before_(before), stop_(std::move(stop)), outcomes_(count * kWindow) {
    for (unsigned i = 0; i < count; ++i) threads_.emplace_back([this] { work(); });
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  ~Workers() { outcomes_.cancel(); }

  std::optional<Outcome> take() { return outcomes_.take(); }

 private:
  void work() {
    while (true) {
      std::size_t number = 0;
      std::optional<Job> job = next(number);
      if (!job) return;
      if (!outcomes_.put(number, (*job)(before_))) return;
    }
  }

  std::optional<Job> next(std::size_t& number) {
    const std::lock_guard lock(mutex_);
    if (ended_) return std::nullopt;
    std::optional<Job> job;
    if (!stop_.stop_requested()) job = source_();
    if (job) {
      number = count_++;
    } else {
      ended_ = true;
      outcomes_.end(count_);
    }
    return job;
  }

  const JobSource& source_;
  const KnownArticles& before_;
  std::stop_token stop_;
  OrderedQueue<Outcome> outcomes_;
  std::mutex mutex_;
  std::size_t count_ = 0;
  bool ended_ = false;
  std::vector<std::jthread> threads_;  ///< last: they end before what they use
};

/// Writes outcomes and counts them.
class Recorder {
 public:
  Recorder(ArticleWriter& writer, const KnownArticles& before, IngestReport& report)
      : writer_(writer), before_(before), report_(report) {}

  Status record(Outcome outcome) {
    return std::visit([this](auto& what) { return take(what); }, outcome);
  }

  [[nodiscard]] bool has_seen(const std::string& article) const { return paths_.contains(article); }

 private:
  Status take(ArticleRecord& record) {
    const Annotation& annotation = record.annotation;
    if (!claim(annotation.id, annotation.path)) return Done{};
    ++(before_.contains(annotation.id) ? report_.changed : report_.added);
    return writer_.write(std::move(record));
  }

  Status take(UnchangedArticle& unchanged) {
    if (!claim(unchanged.article, unchanged.path)) return Done{};
    ++report_.unchanged;
    if (before_.at(unchanged.article).path == unchanged.path) return Done{};
    return writer_.set_path(unchanged.article, unchanged.path);
  }

  Status take(FailedArticle& failed) {
    if (!claim(failed.article, failed.path)) return Done{};
    fail({Error::Kind::input, failed.message, failed.path});
    return writer_.write_failure(failed);
  }

  Status take(Error& error) {
    fail(std::move(error));
    return Done{};
  }

  void fail(Error error) {
    ++report_.failed;
    report_.errors.push_back(std::move(error));
  }

  /// Two articles of one name in a run: the second is an error that names both.
  bool claim(const std::string& article, const std::string& path) {
    const auto [found, is_new] = paths_.emplace(article, path);
    if (!is_new) {
      fail({Error::Kind::input,
            "an article of the name " + article + " was read before, from " + found->second, path});
    }
    return is_new;
  }

  ArticleWriter& writer_;
  const KnownArticles& before_;
  IngestReport& report_;
  std::unordered_map<std::string, std::string> paths_;  ///< by name of the article
};

std::string plain_path(const std::string& path) {
  std::string plain = std::filesystem::absolute(path).lexically_normal().string();
  if (plain.size() > 1 && plain.ends_with('/')) plain.pop_back();
  return plain;
}

/// Is `path` one of `roots`, or below one, or a record of one ("news.jsonl:12")?
bool is_below(const std::string& path, const std::vector<std::string>& roots) {
  if (path.empty()) return false;
  const std::string plain = plain_path(path);
  return std::any_of(roots.begin(), roots.end(), [&](const std::string& root) {
    return plain.starts_with(root) &&
           (plain.size() == root.size() || plain[root.size()] == '/' || plain[root.size()] == ':');
  });
}

Status prune(ArticleWriter& writer, const Recorder& recorder, const KnownArticles& before,
             const IngestOptions& options, IngestReport& report) {
  std::vector<std::string> roots;
  roots.reserve(options.prune_below.size());
  for (const std::string& path : options.prune_below) roots.push_back(plain_path(path));
  for (const auto& [article, known] : before) {
    if (recorder.has_seen(article) || !is_below(known.path, roots)) continue;
    if (Status removed = writer.remove(article); !removed) return removed;
    ++report.removed;
  }
  return Done{};
}

Status write_all(Workers& workers, ArticleWriter& writer, Recorder& recorder,
                 const IngestOptions& options, const IngestReport& report) {
  IngestProgress progress;
  auto last_commit = std::chrono::steady_clock::now();
  while (std::optional<Outcome> outcome = workers.take()) {
    if (Status recorded = recorder.record(std::move(*outcome)); !recorded) return recorded;
    const auto now = std::chrono::steady_clock::now();
    if (writer.pending() > kBytesAtOnce || now - last_commit > kTimeAtOnce) {
      if (Status committed = writer.commit(); !committed) return committed;
      last_commit = now;
    }
    ++progress.done;
    progress.failed = report.failed;
    if (options.progress) options.progress(progress);
  }
  return Done{};
}

unsigned thread_count(const IngestOptions& options) {
  if (options.threads > 0) return options.threads;
  return std::max(1U, std::thread::hardware_concurrency());
}

Status read_articles_in(Store& store, const JobSource& source, const IngestOptions& options,
                        IngestReport& report) {
  Result<ArticleWriter> writer = ArticleWriter::begin(store);
  if (!writer) return writer.error();
  const KnownArticles before = writer->known();
  Recorder recorder(*writer, before, report);
  {
    Workers workers(source, before, options.stop, thread_count(options));
    if (Status written = write_all(workers, *writer, recorder, options, report); !written) {
      return written;
    }
  }
  report.interrupted = options.stop.stop_requested();
  if (!report.interrupted && !options.prune_below.empty()) {
    if (Status pruned = prune(*writer, recorder, before, options, report); !pruned) return pruned;
  }
  return writer->commit();
}

/// Brings the graph up to date, unless it is.
Status complete(Store& store, const Lexicon& lexicon, const IngestOptions& options,
                IngestReport& report) {
  const Result<std::string> resolved = store.state("resolved");
  if (!resolved) return resolved.error();
  if (*resolved != options.fingerprint) {
    const KnownNames known = known_names(lexicon);
    if (Status done = resolve_graph(store, known, options.fingerprint); !done) return done;
  }
  report.resolved = true;
  return store.make_indexes();
}

}  // namespace

Result<IngestReport> ingest(Store& store, const Lexicon& lexicon, const JobSource& source,
                            const IngestOptions& options) {
  IngestReport report;
  Result<RunLog> run = RunLog::begin(store, options.command, options.fingerprint);
  if (!run) return run.error();
  if (options.verdicts) {
    if (Status kept = replace_verdicts(store, *options.verdicts); !kept) return kept.error();
  }
  if (Status read = read_articles_in(store, source, options, report); !read) return read.error();
  if (!report.interrupted) {
    if (Status done = complete(store, lexicon, options, report); !done) return done.error();
  }
  const RunCounts counts{report.added, report.changed, report.unchanged, report.removed,
                         report.failed};
  if (Status ended = run->end(counts); !ended) return ended.error();
  if (Status finished = store.finish_writing(); !finished) return finished.error();
  return report;
}

}  // namespace rawabit
