// Why an article was read as it was: which rule and which list made each mention and relation, and
// which words the gazetteers know without anything having come of it.
//
//   Result<Explanation> why = explain(pipeline, document, 153);
//   Result<Explanation> why = explain(pipeline, document, 153, 5);  // and what almost matched
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
#include "rules/near_misses.h"

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

/// A rule that almost matched.
struct AlmostMatch {
  NearMiss miss;
  std::string begun;         ///< the words that it matched
  std::string broke_at;      ///< the words at which it broke off; empty at the end
  std::uint32_t offset = 0;  ///< of those in the text of the sentence
};

struct ExplainedSentence {
  Sentence sentence;
  std::vector<KnownWords> words;
  std::vector<AlmostMatch> almost;  ///< the nearest first
};

struct Explanation {
  Annotation annotation;
  std::vector<ExplainedSentence> sentences;
};

/// `near`: how many rules that almost matched are told of, for each sentence.
[[nodiscard]] Result<Explanation> explain(const Pipeline& pipeline, const RawDocument& document,
                                          std::optional<std::uint32_t> offset,
                                          std::size_t near = 0);

}  // namespace rawabit
