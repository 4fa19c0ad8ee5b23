// What the second of two questions may speak of: "who met in Doha and when" asks when the meetings
// in Doha were.
//
//   for (const Referent& referent : referents_of(plan, speaks_of_people)) ...
//   Result<QuestionWord> word = word_for(db, plan, referent);
//
// Takes the plan of the first question. Each of its sets may be spoken of, the likeliest first:
// meetings and agreements; then what is named, or, where people are spoken of, the answers; then
// the rest.
#pragma once

#include <vector>

#include "query/question.h"
#include "query/question_plan.h"

namespace rawabit {

struct Referent {
  std::size_t step = 0;
  int rank = 0;
};

[[nodiscard]] std::vector<Referent> referents_of(const QuestionPlan& plan, bool speaks_of_people);

/// A word of a question that stands for the entities of the step, as many as fit into a question.
/// It has no entities where the step has none.
Result<QuestionWord> word_for(Database& db, const QuestionPlan& plan, const Referent& referent);

}  // namespace rawabit
