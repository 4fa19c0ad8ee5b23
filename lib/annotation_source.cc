#include "annotation_source.h"

#include <fstream>
#include <utility>

#include "model/annotation_json.h"

namespace rawabit {
namespace {

constexpr std::string_view kDatabaseMark = "SQLite format 3";

bool is_database(const std::string& path) {
  std::string start(kDatabaseMark.size(), '\0');
  std::ifstream file(path, std::ios::binary);
  return file.read(start.data(), static_cast<std::streamsize>(start.size())) &&
         start == kDatabaseMark;
}

}  // namespace

Result<AnnotationSource> AnnotationSource::open(const std::string& path) {
  AnnotationSource source(path);
  if (path == "-") {
    source.lines_.emplace(LineReader::standard_input(path));
    return source;
  }
  if (is_database(path)) {
    if (Status opened = source.open_database(); !opened) return opened.error();
    return source;
  }
  Result<LineReader> lines = LineReader::open(path);
  if (!lines) return lines.error();
  source.lines_.emplace(std::move(*lines));
  return source;
}

Status AnnotationSource::open_database() {
  Result<Store> store = Store::open(path_);
  if (!store) return store.error();
  store_ = std::make_unique<Store>(std::move(*store));
  Result<StoredAnnotations> stored = StoredAnnotations::open(*store_);
  if (!stored) return stored.error();
  stored_.emplace(std::move(*stored));
  return Done{};
}

std::optional<Result<Annotation>> AnnotationSource::next() {
  if (failed_) return std::nullopt;
  auto annotation = stored_ ? stored_->next() : next_line();
  failed_ = annotation && !*annotation;
  return annotation;
}

std::optional<Result<Annotation>> AnnotationSource::next_line() {
  while (std::optional<Result<Line>> line = lines_->next()) {
    if (!*line) return line->error();
    if ((*line)->text.find_first_not_of(" \t\r") == std::string::npos) continue;
    return annotation_from_json((*line)->text, path_, (*line)->number);
  }
  return std::nullopt;
}

}  // namespace rawabit
