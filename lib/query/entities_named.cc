#include "query/entities_named.h"

#include <algorithm>

namespace rawabit {

Result<std::vector<NameChoice>> entities_named(Database& db, std::string_view name,
                                               const QuestionLanguage& language) {
  const Question question = read_question(name);
  if (question.words.empty()) return std::vector<NameChoice>{};
  const Result<Names> names = Names::read(db, question, language);
  if (!names) return names.error();
  std::vector<NameChoice> found = names->find(0, question.positions());
  std::ranges::stable_sort(found, std::ranges::less(), &NameChoice::cost);
  return found;
}

}  // namespace rawabit
