// Annotations one after another, from a file of JSON Lines, standard input or a database.
//
//   Result<AnnotationSource> source = AnnotationSource::open("a.jsonl");   // or "graph.db" or "-"
//   while (std::optional<Result<Annotation>> annotation = source->next()) ...
//
// A file that begins as SQLite databases do is read as one (store/stored_annotations.h), any other
// as JSON Lines (model/annotation_json.h). Blank lines are passed over. After an Error comes
// nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/file.h"
#include "base/result.h"
#include "model/annotation.h"
#include "store/store.h"
#include "store/stored_annotations.h"

namespace rawabit {

class AnnotationSource {
 public:
  static Result<AnnotationSource> open(const std::string& path);

  [[nodiscard]] std::optional<Result<Annotation>> next();
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  explicit AnnotationSource(std::string path) : path_(std::move(path)) {}
  Status open_database();
  [[nodiscard]] std::optional<Result<Annotation>> next_line();

  std::string path_;
  std::optional<LineReader> lines_;
  std::unique_ptr<Store> store_;  ///< rests where the reader looks for it
  std::optional<StoredAnnotations> stored_;
  bool failed_ = false;
};

}  // namespace rawabit
