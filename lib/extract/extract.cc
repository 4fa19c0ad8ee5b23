#include "extract/extract.h"

#include <unordered_set>
#include <utility>
#include <variant>

#include "base/fingerprint.h"
#include "extract/articles.h"
#include "extract/complete.h"
#include "store/article_writer.h"

namespace rawabit {
namespace {

/// An article that stands in the database as it would be written.
struct Unchanged {
  std::string content_hash;
};
using Extracted = std::variant<Unchanged, ArticleRecord>;

std::string hash_of(const RawDocument& document) {
  // A record's date comes from beside its text.
  return to_hex(fingerprint(document.date + "\n" + document.bytes));
}

/// The part of a run that writes. Lives in one thread.
class Extraction {
 public:
  Extraction(ArticleWriter writer, const ExtractOptions& options, const RunHooks& hooks)
      : writer_(std::move(writer)), options_(options), hooks_(hooks) {}

  /// False: stop, since somebody asked for it or the database failed.
  bool take(ArticleOutcome<Extracted> outcome);
  Status finish();
  [[nodiscard]] RunSummary summary() const { return summary_; }

 private:
  Status write(const ArticleOutcome<Extracted>& outcome);
  Status keep(const ArticleOutcome<Extracted>& outcome);
  Status refuse(const ArticleOutcome<Extracted>& outcome);
  Status prune();

  ArticleWriter writer_;
  const ExtractOptions& options_;
  const RunHooks& hooks_;
  RunSummary summary_;
  RunProgress progress_;
  std::unordered_set<std::string> seen_;
  Status status_ = Done{};
};

Status Extraction::keep(const ArticleOutcome<Extracted>& outcome) {
  ++summary_.unchanged;
  if (writer_.known().at(outcome.id).path == outcome.path) return Done{};
  return writer_.set_path(outcome.id, outcome.path);
}

Status Extraction::refuse(const ArticleOutcome<Extracted>& outcome) {
  ++summary_.failed;
  hooks_.refused(outcome.result.error());
  if (outcome.id.empty()) return Done{};
  // Without a hash it is tried again in the next run.
  return writer_.write_failure(
      {outcome.id, outcome.path, "", options_.fingerprint, outcome.result.error().message});
}

Status Extraction::write(const ArticleOutcome<Extracted>& outcome) {
  if (!outcome.result) return refuse(outcome);
  if (std::holds_alternative<Unchanged>(*outcome.result)) return keep(outcome);
  ++(writer_.known().contains(outcome.id) ? summary_.changed : summary_.added);
  return writer_.write(std::get<ArticleRecord>(*outcome.result));
}

bool Extraction::take(ArticleOutcome<Extracted> outcome) {
  status_ = write(outcome);
  if (status_ && writer_.pending() > kCommitBytes) status_ = writer_.commit();
  if (!status_) return false;
  if (!outcome.id.empty()) seen_.insert(outcome.id);
  ++progress_.articles;
  progress_.bytes += outcome.bytes;
  hooks_.progress(progress_);
  summary_.stopped = hooks_.should_stop();
  return !summary_.stopped;
}

Status Extraction::prune() {
  std::vector<std::string> gone;
  for (const auto& [id, article] : writer_.known()) {
    if (!seen_.contains(id)) gone.push_back(id);
  }
  for (const std::string& id : gone) {
    if (const Status removed = writer_.remove(id); !removed) return removed;
  }
  summary_.removed = gone.size();
  return Done{};
}

Status Extraction::finish() {
  if (!status_) return status_;
  if (options_.prune && !summary_.stopped) {
    if (const Status pruned = prune(); !pruned) return pruned;
  }
  return writer_.commit();
}

}  // namespace

Result<RunSummary> extract(ArticleSource& source, const Pipeline& pipeline, Store& store,
                           const ExtractOptions& options, const RunHooks& hooks) {
  const Result<KnownArticles> known = known_articles(store);
  if (!known) return known.error();
  Result<ArticleWriter> writer = ArticleWriter::begin(store);
  if (!writer) return writer.error();
  const auto work = [&](const RawDocument& document) -> Result<Extracted> {
    std::string hash = hash_of(document);
    const auto found = known->find(document.id);
    if (found != known->end() && !found->second.failed && found->second.content_hash == hash &&
        found->second.fingerprint == options.fingerprint) {
      return Extracted(Unchanged{});
    }
    Result<Annotation> annotation = pipeline.annotate(document);
    if (!annotation) return annotation.error();
    return Extracted(make_record(*std::move(annotation), std::move(hash), options.fingerprint));
  };
  Extraction extraction(*std::move(writer), options, hooks);
  for_each_article<Extracted>(
      source, options.threads, work,
      [&](ArticleOutcome<Extracted> outcome) { return extraction.take(std::move(outcome)); });
  if (const Status finished = extraction.finish(); !finished) return finished.error();
  if (!extraction.summary().stopped) {
    if (const Status completed = complete_graph(store, pipeline.lexicon()); !completed) {
      return completed.error();
    }
  }
  return extraction.summary();
}

}  // namespace rawabit
