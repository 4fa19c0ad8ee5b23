// The words of a question as steps from position to position: which classes they are read as, and
// what it costs to leave them out.
#pragma once

#include <vector>

#include "query/wanted_words.h"

namespace rawabit {

struct SkipEdge {
  int to = 0;
  double cost = 0;
};

class QuestionEdges {
 public:
  QuestionEdges(const Question& question, const QuestionLanguage& language);

  [[nodiscard]] const std::vector<WordMatch>& words(int from) const {
    return words_[static_cast<std::size_t>(from)];
  }
  [[nodiscard]] const std::vector<SkipEdge>& skips(int from) const {
    return skips_[static_cast<std::size_t>(from)];
  }
  /// Is the word in no class? Such words are names, or unknown.
  [[nodiscard]] bool is_unknown(std::size_t word) const { return unknown_[word]; }
  /// Is it more than a SKIP word?
  [[nodiscard]] bool says_something(std::size_t word) const { return speaking_[word]; }

 private:
  void add_skips(const Question& question, const std::vector<WordClass>& skipped, WordClass who,
                 const std::vector<WordClass>& asking);

  std::vector<std::vector<WordMatch>> words_;
  std::vector<std::vector<SkipEdge>> skips_;
  std::vector<bool> unknown_;
  std::vector<bool> speaking_;
};

}  // namespace rawabit
