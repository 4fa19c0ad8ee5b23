#include "article_source.h"

#include <utility>

#include "read/document.h"
#include "read/records.h"

namespace rawabit {
namespace {

ReadTask failure(Error error, bool is_record) {
  return {[error = std::move(error)] { return Result<RawDocument>(error); }, is_record};
}

bool is_blank(const std::string& line) {
  return line.find_first_not_of(" \t\r") == std::string::npos;
}

Result<LineReader> open_lines(const std::string& path) {
  if (path == "-") return LineReader::standard_input(path);
  return LineReader::open(path);
}

}  // namespace

std::optional<ReadTask> ArticleSource::next() {
  while (at_ < inputs_.size()) {
    const Input& input = inputs_[at_];
    if (input.kind == Input::Kind::article) {
      ++at_;
      return ReadTask{[input] { return read_document(input); }, false};
    }
    if (!lines_) {
      Result<LineReader> lines = open_lines(input.path);
      if (!lines) {
        ++at_;
        return failure(lines.error(), true);
      }
      lines_.emplace(std::move(*lines));
    }
    if (std::optional<ReadTask> task = next_line()) return task;
    lines_.reset();
    ++at_;
  }
  return std::nullopt;
}

std::optional<ReadTask> ArticleSource::next_line() {
  while (std::optional<Result<Line>> line = lines_->next()) {
    if (!*line) return failure(line->error(), true);
    if (is_blank((*line)->text)) continue;
    return ReadTask{[line = std::move(**line), path = inputs_[at_].path] {
                      return parse_record(line.text, path, line.number);
                    },
                    true};
  }
  return std::nullopt;
}

}  // namespace rawabit
