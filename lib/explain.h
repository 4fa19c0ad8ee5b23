// Why an article was read as it was: which rule and which list made each mention and relation, and
// which words the gazetteers know without anything having come of it.
//
//   Result<Explanation> why = explain(pipeline, document, 153);
//
// With an offset (a byte of the file) it tells of the sentence there alone. A document that cannot
// be decoded is refused, and so is an offset in no sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/annotation.h"
#include "pipeline.h"

namespace rawabit {

/// Words that a gazetteer knows.
struct KnownWords {
  std::string text;        ///< as the article wrote them
  std::string class_name;  ///< what rules call them
  std::string entry;       ///< id or first form of the entry
  std::string file;        ///< of the list
  int line = 0;
  bool taken = false;  ///< they lie within a mention
};

struct ExplainedSentence {
  Sentence sentence;
  std::vector<KnownWords> words;
};

struct Explanation {
  Annotation annotation;
  std::vector<ExplainedSentence> sentences;
};

[[nodiscard]] Result<Explanation> explain(const Pipeline& pipeline, const RawDocument& document,
                                          std::optional<std::uint32_t> offset);

}  // namespace rawabit
