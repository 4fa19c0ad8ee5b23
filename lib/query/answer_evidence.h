// The evidence of an answer: the edges on the way from the names in the question to it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "query/ask.h"
#include "query/question_plan.h"

namespace rawabit {

class EvidenceTrail {
 public:
  /// Runs the plan's trace.
  static Result<EvidenceTrail> follow(Database& db, const QuestionPlan& plan);

  /// The best evidence of each edge behind `entity`; where no edge is, the first mention of it in
  /// each article. In the order of articles; at most `most`.
  [[nodiscard]] Result<std::vector<AnswerEvidence>> evidence(Database& db, std::int64_t entity,
                                                             std::size_t most);

 private:
  struct Row {
    std::int64_t via = 0;
    std::int64_t edge = 0;
  };
  using Place = std::pair<std::size_t, std::int64_t>;  ///< a step and an entity in it
  explicit EvidenceTrail(const QuestionPlan& plan) : plan_(&plan) {}
  [[nodiscard]] Result<std::vector<AnswerEvidence>> in_article(Database& db,
                                                               std::int64_t document) const;
  Status add_best_proof(Statement& best, std::int64_t edge, std::vector<AnswerEvidence>& found);
  void collect(Place place, std::set<Place>& seen, std::set<std::int64_t>& edges) const;

  [[nodiscard]] Result<std::vector<AnswerEvidence>> mentions(Database& db, std::int64_t entity,
                                                             std::size_t most);

  const QuestionPlan* plan_;
  std::optional<Statement> mentions_;
  std::optional<Statement> first_mention_;
  std::optional<Statement> best_;
  std::map<Place, std::vector<Row>> rows_;
  /// The best proof of each edge asked for yet: many answers hang on the same few.
  std::map<std::int64_t, std::optional<AnswerEvidence>> best_proofs_;
};

}  // namespace rawabit
