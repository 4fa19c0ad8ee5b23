// The articles of a database as the annotations that were written to it, one after another.
//
//   Result<StoredAnnotations> articles = StoredAnnotations::open(store);
//   while (std::optional<Result<Annotation>> annotation = articles->next()) ...
//
// In the order of the articles' names; articles that could not be read are passed over, and so is
// what only the graph knows. What SQLite refuses is an Error of kind `database`; nothing comes
// after it. The store must outlive the reader.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "model/annotation.h"
#include "store/store.h"

namespace rawabit {

class StoredAnnotations {
 public:
  static Result<StoredAnnotations> open(Store& store);

  [[nodiscard]] std::optional<Result<Annotation>> next();

 private:
  StoredAnnotations() = default;
  [[nodiscard]] Result<Annotation> read();
  Status read_sentences(std::int64_t document, Annotation& annotation);
  Status read_entities(std::int64_t document, Annotation& annotation);
  Status read_mentions(std::int64_t document, Annotation& annotation);
  Status read_relations(std::int64_t document, Annotation& annotation);

  Statement documents_, sentences_, entities_, mentions_, evidence_;
  bool ended_ = false;
};

}  // namespace rawabit
