#include "extract/load.h"

#include <utility>

#include "base/fingerprint.h"
#include "extract/articles.h"
#include "extract/complete.h"
#include "model/annotation_json.h"
#include "read/inputs.h"
#include "store/article_writer.h"

namespace rawabit {
namespace {

struct LoadedLine {
  std::size_t bytes = 0;
  Result<ArticleRecord> record;
};

void add_text(Annotation& annotation, const ArticleTexts& texts) {
  const auto found = texts.find(annotation.id);
  if (!annotation.text.empty() || found == texts.end()) return;
  const Annotation& known = found->second;
  annotation.path = known.path;
  annotation.title = known.title;
  annotation.date = known.date;
  annotation.text = known.text;
  annotation.sentences = known.sentences;
}

LoadedLine load_line(const Result<Line>& line, const std::string& name,
                     const LoadOptions& options) {
  if (!line) return {0, line.error()};
  Result<Annotation> annotation = annotation_from_json(line->text, name, line->number);
  if (!annotation) return {line->text.size(), annotation.error()};
  add_text(*annotation, options.texts);
  const std::string hash = to_hex(fingerprint(line->text + "\n" + annotation->text));
  return {line->text.size(), make_record(*std::move(annotation), hash, options.fingerprint)};
}

/// The part of a run that writes. Lives in one thread.
class Loading {
 public:
  Loading(ArticleWriter writer, std::string name, const RunHooks& hooks)
      : writer_(std::move(writer)), name_(std::move(name)), hooks_(hooks) {}

  bool take(const LoadedLine& line);
  Status finish() { return status_ ? writer_.commit() : status_; }
  [[nodiscard]] RunSummary summary() const { return summary_; }

 private:
  Status write(const ArticleRecord& record);

  ArticleWriter writer_;
  std::string name_;
  const RunHooks& hooks_;
  ClaimedIds claimed_;
  RunSummary summary_;
  RunProgress progress_;
  Status status_ = Done{};
};

Status Loading::write(const ArticleRecord& record) {
  const std::string& id = record.annotation.id;
  if (const Status claim = claimed_.claim(id, name_); !claim) {
    ++summary_.failed;
    hooks_.refused(claim.error());
    return Done{};
  }
  const auto known = writer_.known().find(id);
  const bool is_new = known == writer_.known().end();
  if (!is_new && known->second.content_hash == record.content_hash &&
      known->second.fingerprint == record.fingerprint) {
    ++summary_.unchanged;
    return Done{};
  }
  ++(is_new ? summary_.added : summary_.changed);
  return writer_.write(record);
}

bool Loading::take(const LoadedLine& line) {
  if (line.record) {
    status_ = write(*line.record);
  } else {
    ++summary_.failed;
    hooks_.refused(line.record.error());
  }
  if (status_ && writer_.pending() > kCommitBytes) status_ = writer_.commit();
  if (!status_) return false;
  ++progress_.articles;
  progress_.bytes += line.bytes;
  hooks_.progress(progress_);
  summary_.stopped = hooks_.should_stop();
  return !summary_.stopped;
}

bool is_blank(const Result<Line>& line) {
  return line && line->text.find_first_not_of(" \t\r") == std::string::npos;
}

}  // namespace

ArticleTexts read_texts(ArticleSource& source, const Pipeline& pipeline, int threads,
                        const RunHooks& hooks) {
  ArticleTexts texts;
  for_each_article<Annotation>(
      source, threads,
      [&pipeline](const RawDocument& document) { return pipeline.annotate(document); },
      [&](ArticleOutcome<Annotation> outcome) {
        if (!outcome.result) {
          hooks.refused(outcome.result.error());
          return true;
        }
        outcome.result->entities.clear();
        outcome.result->relations.clear();
        texts.emplace(outcome.id, *std::move(outcome.result));
        return !hooks.should_stop();
      });
  return texts;
}

Result<RunSummary> load(LineReader& lines, const std::string& name, const Lexicon& lexicon,
                        Store& store, const LoadOptions& options, const RunHooks& hooks) {
  Result<ArticleWriter> writer = ArticleWriter::begin(store);
  if (!writer) return writer.error();
  Loading loading(*std::move(writer), name, hooks);
  const auto next = [&lines]() -> std::optional<Result<Line>> {
    auto line = lines.next();
    while (line && is_blank(*line)) line = lines.next();
    return line;
  };
  OrderedWorkers<Result<Line>, LoadedLine>(
      next, [&](const Result<Line>& line) { return load_line(line, name, options); },
      [&](const LoadedLine& line) { return loading.take(line); })
      .run(options.threads);
  if (const Status finished = loading.finish(); !finished) return finished.error();
  if (!loading.summary().stopped) {
    if (const Status completed = complete_graph(store, lexicon); !completed) {
      return completed.error();
    }
  }
  return loading.summary();
}

}  // namespace rawabit
