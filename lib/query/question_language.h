// What questions are read with, but for their grammar: the words of questions, numbers, periods, a
// glossary and how names sound. Loaded from a directory such as rules/questions.
#pragma once

#include <string>

#include "query/glossary.h"
#include "query/numbers.h"
#include "query/periods.h"
#include "query/question.h"
#include "query/question_words.h"
#include "query/sounds.h"

namespace rawabit {

struct QuestionLanguage {
  QuestionWords words;
  NumberWords numbers;
  Periods periods;
  Glossary glossary;
  Sounds sounds;

  /// Loads words.txt, numbers.tsv, months.tsv, glossary.tsv and letters.tsv.
  static Result<QuestionLanguage> load(const std::string& directory);
};

}  // namespace rawabit
