// The articles of a run, one task after another: files, and the lines of JSON Lines files.
//
// Takes the list of inputs; gives tasks in its order. A task is cheap to make (no file is read, no
// line is parsed), so that reading happens in the threads that work on it.
//
//   ArticleSource source(list_inputs(paths).inputs);
//   while (std::optional<ArticleTask> task = source.next()) use(read_article(*task));
//
// An input that cannot be opened, and a line that cannot be read, are tasks whose reading fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "model/article.h"
#include "read/inputs.h"

namespace rawabit {

/// A line of a JSON Lines file.
struct RecordLine {
  std::string path;
  Line line;
};

struct ArticleTask {
  std::variant<Input, RecordLine, Error> what;
};

class ArticleSource {
 public:
  explicit ArticleSource(std::vector<Input> inputs);

  [[nodiscard]] std::optional<ArticleTask> next();
  /// All bytes to come, as far as their files tell; 0: standard input, nobody knows.
  [[nodiscard]] std::uint64_t total_bytes() const { return total_bytes_; }

 private:
  std::optional<ArticleTask> next_line();

  std::vector<Input> inputs_;
  std::size_t next_input_ = 0;
  std::optional<LineReader> lines_;  ///< of the JSON Lines input that is being read
  std::string lines_path_;
  std::uint64_t total_bytes_ = 0;
};

[[nodiscard]] Result<RawDocument> read_article(const ArticleTask& task);

}  // namespace rawabit
