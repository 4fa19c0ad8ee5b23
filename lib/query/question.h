// A question as a row of words, each with the readings that its proclitics allow.
//
// Takes what the user typed, in English or Arabic. Word i lies between the positions 2i and 2i+2;
// where a proclitic may stand before it, position 2i+1 lies between the two. {type} stands for a
// name of that type (in the examples of the phrases). Punctuation is left out. Nothing is refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/types.h"
#include "query/kinds.h"
#include "tokens/clitics.h"

namespace rawabit {

struct QuestionWord {
  struct Rest {
    Proclitics proclitics;
    std::string key;  ///< name_key of what follows them
  };
  std::string written;     ///< folded
  std::string shown = {};  ///< as the user typed it
  std::string key;         ///< name_key
  std::vector<Rest> rests;
  Kinds placeholder = 0;                    ///< of {type}: its kinds; else none
  bool begins_clause = false;               ///< punctuation stands before it
  std::vector<std::int64_t> entities = {};  ///< of a placeholder: what it stands for, where known

  [[nodiscard]] bool is_number() const;
};

struct Question {
  std::vector<QuestionWord> words;
  bool wants_yes_or_no = false;
  Modality modality = Modality::asserted;  ///< of the edges asked for
  std::string today = {};  ///< YYYY-MM-DD, the day from which "last year" counts; empty: not known

  [[nodiscard]] int positions() const { return static_cast<int>(words.size()) * 2; }
};

[[nodiscard]] Question read_question(std::string_view text);

/// One word, with its readings.
[[nodiscard]] QuestionWord question_word(std::string written);

}  // namespace rawabit
