#include "extract/article_source.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "read/document.h"
#include "read/records.h"

namespace rawabit {
namespace {

constexpr std::string_view kStandardInput = "-";
constexpr std::string_view kBlank = " \t\r";

std::uint64_t bytes_of(const std::vector<Input>& inputs) {
  std::uint64_t bytes = 0;
  for (const Input& input : inputs) {
    if (input.path == kStandardInput) return 0;
    std::error_code failed;
    const std::uint64_t size = std::filesystem::file_size(input.path, failed);
    if (!failed) bytes += size;
  }
  return bytes;
}

struct ReadTask {
  Result<RawDocument> operator()(const Input& input) const { return read_document(input); }
  Result<RawDocument> operator()(const RecordLine& record) const {
    return parse_record(record.line.text, record.path, record.line.number);
  }
  Result<RawDocument> operator()(const Error& error) const { return error; }
};

}  // namespace

ArticleSource::ArticleSource(std::vector<Input> inputs)
    : inputs_(std::move(inputs)), total_bytes_(bytes_of(inputs_)) {}

std::optional<ArticleTask> ArticleSource::next_line() {
  while (auto line = lines_->next()) {
    if (!*line) return ArticleTask{line->error()};
    if ((*line)->text.find_first_not_of(kBlank) == std::string::npos) continue;
    return ArticleTask{RecordLine{lines_path_, **std::move(line)}};
  }
  lines_.reset();
  return std::nullopt;
}

std::optional<ArticleTask> ArticleSource::next() {
  while (true) {
    if (lines_) {
      if (auto task = next_line()) return task;
    }
    if (next_input_ == inputs_.size()) return std::nullopt;
    Input& input = inputs_[next_input_++];
    if (input.kind == Input::Kind::article) return ArticleTask{std::move(input)};
    if (input.path == kStandardInput) {
      lines_path_ = "standard input";
      lines_ = LineReader::standard_input(lines_path_);
      continue;
    }
    lines_path_ = input.path;
    Result<LineReader> lines = LineReader::open(input.path);
    if (!lines) return ArticleTask{lines.error()};
    lines_ = *std::move(lines);
  }
}

Result<RawDocument> read_article(const ArticleTask& task) {
  return std::visit(ReadTask{}, task.what);
}

}  // namespace rawabit
