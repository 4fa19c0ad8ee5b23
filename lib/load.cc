#include "load.h"

#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include "article_source.h"
#include "base/file.h"
#include "base/fingerprint.h"
#include "model/annotation_json.h"

namespace rawabit {
namespace {

struct AnnotationLine {
  std::string file;
  Line line;
};

/// The lines of several files, one after another.
class LineSource {
 public:
  explicit LineSource(std::vector<std::string> files) : files_(std::move(files)) {}

  std::optional<Result<AnnotationLine>> next() {
    while (at_ < files_.size()) {
      const std::string& file = files_[at_];
      if (!lines_) {
        Result<LineReader> lines =
            file == "-" ? LineReader::standard_input(file) : LineReader::open(file);
        if (!lines) {
          ++at_;
          return lines.error();
        }
        lines_.emplace(std::move(*lines));
      }
      while (std::optional<Result<Line>> line = lines_->next()) {
        if (!*line) return line->error();
        if ((*line)->text.find_first_not_of(" \t\r") == std::string::npos) continue;
        return AnnotationLine{file, std::move(**line)};
      }
      lines_.reset();
      ++at_;
    }
    return std::nullopt;
  }

 private:
  std::vector<std::string> files_;
  std::size_t at_ = 0;
  std::optional<LineReader> lines_;
};

Outcome load_line(const AnnotationLine& item, const TextSupplier& supplier,
                  const std::string& fingerprint, const KnownArticles& before) {
  Result<Annotation> annotation = annotation_from_json(item.line.text, item.file, item.line.number);
  if (!annotation) return annotation.error();
  if (annotation->text.empty() && supplier) {
    if (Status supplied = supplier(*annotation); !supplied) return supplied.error();
  }
  const std::string hash = to_hex(rawabit::fingerprint(item.line.text + annotation->text));
  const auto known = before.find(annotation->id);
  if (known != before.end() && !known->second.failed && known->second.content_hash == hash &&
      known->second.fingerprint == fingerprint) {
    return UnchangedArticle{annotation->id, annotation->path};
  }
  return make_record(std::move(*annotation), hash, fingerprint);
}

/// The articles that texts are taken from, by name.
class Articles {
 public:
  Articles(std::vector<Input> inputs, const Pipeline& pipeline) : pipeline_(&pipeline) {
    std::vector<Input> records;
    for (Input& input : inputs) {
      if (input.kind == Input::Kind::article) {
        tasks_[input.id] = ArticleSource({input}).next()->read;
      } else {
        records.push_back(std::move(input));
      }
    }
    ArticleSource source(std::move(records));
    while (std::optional<ReadTask> task = source.next()) {
      const Result<RawDocument> document = task->read();
      if (document) tasks_[document->id] = task->read;
    }
  }

  Status supply(Annotation& annotation) const {
    const auto found = tasks_.find(annotation.id);
    if (found == tasks_.end()) return Done{};
    const Result<RawDocument> document = found->second();
    if (!document) return document.error();
    Result<Annotation> read = pipeline_->annotate(*document);
    if (!read) return read.error();
    annotation.path = std::move(read->path);
    annotation.title = std::move(read->title);
    if (annotation.date.empty()) annotation.date = std::move(read->date);
    annotation.text = std::move(read->text);
    annotation.sentences = std::move(read->sentences);
    return Done{};
  }

 private:
  const Pipeline* pipeline_;
  std::unordered_map<std::string, std::function<Result<RawDocument>()>> tasks_;
};

}  // namespace

TextSupplier supply_texts_from(std::vector<Input> inputs, const Pipeline& pipeline) {
  const auto articles = std::make_shared<const Articles>(std::move(inputs), pipeline);
  return [articles](Annotation& annotation) { return articles->supply(annotation); };
}

Result<IngestReport> load(Store& store, const Lexicon& lexicon, std::vector<std::string> files,
                          const TextSupplier& supplier, const IngestOptions& options) {
  LineSource lines(std::move(files));
  const JobSource jobs = [&]() -> std::optional<Job> {
    std::optional<Result<AnnotationLine>> item = lines.next();
    if (!item) return std::nullopt;
    return [&supplier, &options, item = std::move(*item)](const KnownArticles& before) -> Outcome {
      if (!item) return item.error();
      return load_line(*item, supplier, options.fingerprint, before);
    };
  };
  return ingest(store, lexicon, jobs, options);
}

}  // namespace rawabit
