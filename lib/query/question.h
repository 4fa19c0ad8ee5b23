// A question as a row of words, each with the readings that its proclitics allow.
//
// Takes what the user typed, in English or Arabic. Word i lies between the positions 2i and 2i+2;
// where a proclitic may stand before it, position 2i+1 lies between the two. {type} stands for a
// name of that type (in the examples of the phrases). Punctuation is left out. Nothing is refused.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/kinds.h"
#include "tokens/clitics.h"

namespace rawabit {

struct QuestionWord {
  struct Rest {
    Proclitics proclitics;
    std::string key;  ///< name_key of what follows them
  };
  std::string written;  ///< folded
  std::string key;      ///< name_key
  std::vector<Rest> rests;
  Kinds placeholder = 0;  ///< of {type}: its kinds; else none

  [[nodiscard]] bool is_number() const;
};

struct Question {
  std::vector<QuestionWord> words;

  [[nodiscard]] int positions() const { return static_cast<int>(words.size()) * 2; }
};

[[nodiscard]] Question read_question(std::string_view text);

}  // namespace rawabit
