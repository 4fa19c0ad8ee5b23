#include "extract.h"

#include <filesystem>
#include <memory>
#include <utility>

#include "article_source.h"
#include "base/fingerprint.h"

namespace rawabit {
namespace {

std::string content_hash(const RawDocument& document) {
  std::string all = document.date;
  all += document.is_record ? '\x1e' : '\x1f';
  all += document.bytes;
  return to_hex(fingerprint(all));
}

/// An article file that cannot be read is known by its name; a line that is no record has none.
Outcome unreadable(const Error& error, bool is_record) {
  if (is_record || error.file.empty()) return error;
  const std::string article = std::filesystem::path(error.file).stem().string();
  return FailedArticle{article, error.file, "", "", error.message};
}

bool still_lies_elsewhere(const std::string& before, const std::string& now) {
  std::error_code error;
  if (before.empty() || before == now || !std::filesystem::exists(before, error)) return false;
  return !std::filesystem::equivalent(before, now, error);
}

class Extraction {
 public:
  Extraction(const Pipeline& pipeline, const std::string& fingerprint)
      : pipeline_(pipeline), fingerprint_(fingerprint) {}

  Outcome run(const ReadTask& task, const KnownArticles& before) const {
    const Result<RawDocument> document = task.read();
    if (!document) return unreadable(document.error(), task.is_record);
    const std::string hash = content_hash(*document);
    const auto known = before.find(document->id);
    if (known != before.end()) {
      const KnownArticle& old = known->second;
      if (!old.failed && old.content_hash == hash && old.fingerprint == fingerprint_) {
        return UnchangedArticle{document->id, document->path};
      }
      if (old.content_hash != hash && still_lies_elsewhere(old.path, document->path)) {
        return Error{Error::Kind::input,
                     "the database has another article of this name, from " + old.path,
                     document->path};
      }
    }
    Result<Annotation> annotation = pipeline_.annotate(*document);
    if (!annotation) {
      return FailedArticle{document->id, document->path, hash, fingerprint_,
                           annotation.error().message};
    }
    return make_record(std::move(*annotation), hash, fingerprint_);
  }

 private:
  const Pipeline& pipeline_;
  const std::string& fingerprint_;
};

}  // namespace

Result<IngestReport> extract(Store& store, const Pipeline& pipeline, std::vector<Input> inputs,
                             const IngestOptions& options) {
  const Extraction extraction(pipeline, options.fingerprint);
  ArticleSource source(std::move(inputs));
  const JobSource jobs = [&]() -> std::optional<Job> {
    std::optional<ReadTask> task = source.next();
    if (!task) return std::nullopt;
    return [&extraction, task = std::move(*task)](const KnownArticles& before) {
      return extraction.run(task, before);
    };
  };
  return ingest(store, pipeline.lexicon(), jobs, options);
}

}  // namespace rawabit
