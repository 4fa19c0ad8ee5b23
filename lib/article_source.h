// The inputs of a run as tasks: which article comes next is said in order, what it takes to read it
// can be done by any thread.
//
//   ArticleSource source(list.inputs);
//   while (std::optional<ReadTask> task = source.next()) {   // by one thread at a time
//     Result<RawDocument> document = task->read();           // by any
//   }
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "model/article.h"
#include "read/inputs.h"

namespace rawabit {

struct ReadTask {
  std::function<Result<RawDocument>()> read;
  bool is_record = false;  ///< a line of JSON Lines
};

class ArticleSource {
 public:
  explicit ArticleSource(std::vector<Input> inputs) : inputs_(std::move(inputs)) {}

  /// The next article, blank lines passed over; nothing at the end.
  [[nodiscard]] std::optional<ReadTask> next();

 private:
  std::optional<ReadTask> next_line();

  std::vector<Input> inputs_;
  std::size_t at_ = 0;
  std::optional<LineReader> lines_;  ///< of inputs_[at_], while it is read
};

}  // namespace rawabit
