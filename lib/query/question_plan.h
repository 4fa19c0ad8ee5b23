// From a question that was read to SQL: one common table expression for each set of entities.
//
//   QuestionPlan plan = plan_question(read, grammar);
//   plan.sql        SELECT name, type, id of what is asked for; `rawabit sql` runs it as it is
//   plan.trace_sql  step, id, via, edge: how each entity of each step hangs together
//
// Names enter the SQL as ids of entities, with the name in a comment; nothing that the user typed
// does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/question_parser.h"

namespace rawabit {

struct QuestionPlan {
  struct Step {
    std::string name;               ///< of the table expression
    std::string sql;                ///< its body
    std::vector<std::size_t> uses;  ///< the steps that it draws on
    bool is_traced = false;         ///< has columns via and edge; else id only
    Kinds kinds = kAnyEntity;       ///< what its entities may be
  };
  std::vector<Step> steps;
  std::size_t last = 0;  ///< the step whose ids are asked for
  bool is_count = false;
  bool is_of_articles = false;  ///< the ids are those of documents
  std::string sql;
  std::string trace_sql;      ///< empty where no step is traced
  std::string counted_sql;    ///< of a count: the ids that it counts
  std::string with;           ///< the table expressions alone
  bool has_modality = false;  ///< some set asks for edges of the modality that was asked for
};

/// What the question itself asks for is of that modality, what its parts speak of is asserted.
[[nodiscard]] QuestionPlan plan_question(const ReadQuestion& read, const QuestionGrammar& grammar,
                                         Modality modality = Modality::asserted);

}  // namespace rawabit
