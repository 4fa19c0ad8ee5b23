#include "query/referents.h"

#include <fmt/format.h>

#include <algorithm>

namespace rawabit {
namespace {

constexpr Kinds kGatherings = kind_of(EntityType::meeting) | kind_of(EntityType::agreement);
constexpr int kMostReferents = 1000;

int rank_of(const QuestionPlan& plan, std::size_t index, bool speaks_of_people) {
  const QuestionPlan::Step& step = plan.steps[index];
  if ((step.kinds & ~kGatherings) == 0) return 0;
  const int named = speaks_of_people ? 2 : 1;
  if (index == plan.last) return 3 - named;
  return step.is_traced ? 3 : named;
}

}  // namespace

std::vector<Referent> referents_of(const QuestionPlan& plan, bool speaks_of_people) {
  std::vector<Referent> referents;
  if (plan.is_of_articles || plan.is_count) return referents;
  for (std::size_t i = plan.steps.size(); i-- > 0;) {
    referents.push_back({i, rank_of(plan, i, speaks_of_people)});
  }
  std::ranges::stable_sort(referents, {}, &Referent::rank);
  return referents;
}

Result<QuestionWord> word_for(Database& db, const QuestionPlan& plan, const Referent& referent) {
  const QuestionPlan::Step& step = plan.steps[referent.step];
  QuestionWord word{.written = step.name, .key = step.name, .rests = {}, .placeholder = step.kinds};
  Result<Statement> rows = db.prepare(
      fmt::format("{}SELECT e.id, e.name FROM entities AS e WHERE e.id IN (SELECT id FROM {})"
                  " ORDER BY e.n_documents DESC, e.id LIMIT {}",
                  plan.with, step.name, kMostReferents));
  if (!rows) return rows.error();
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    if (word.entities.empty()) word.written = rows->text(1);
    word.entities.push_back(rows->integer(0));
  }
  if (!row) return row.error();
  std::ranges::sort(word.entities);
  if (word.entities.size() > 1) word.written += " ...";
  return word;
}

}  // namespace rawabit
