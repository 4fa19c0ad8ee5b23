#include "query/question_language.h"

namespace rawabit {

Result<QuestionLanguage> QuestionLanguage::load(const std::string& directory) {
  Result<QuestionWords> words = QuestionWords::load(directory + "/words.txt");
  if (!words) return words.error();
  Result<NumberWords> numbers = NumberWords::load(directory + "/numbers.tsv");
  if (!numbers) return numbers.error();
  Result<Periods> periods = Periods::load(directory + "/months.tsv");
  if (!periods) return periods.error();
  Result<Glossary> glossary = Glossary::load(directory + "/glossary.tsv");
  if (!glossary) return glossary.error();
  Result<Sounds> sounds = Sounds::load(directory + "/letters.tsv");
  if (!sounds) return sounds.error();
  return QuestionLanguage{std::move(*words), std::move(*numbers), std::move(*periods),
                          std::move(*glossary), std::move(*sounds)};
}

}  // namespace rawabit
