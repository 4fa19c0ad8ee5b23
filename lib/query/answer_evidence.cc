#include "query/answer_evidence.h"

#include <algorithm>
#include <tuple>

namespace rawabit {
namespace {

/// The best is found before its sentence is read: an edge may have thousands of proofs.
constexpr std::string_view kBestProof =
    "SELECT b.article, b.start, b.end, n.text, w.name FROM ("
    "  SELECT d.article, v.start, v.end, v.sentence, v.speaker"
    "  FROM evidence AS v JOIN documents AS d ON d.id = v.document WHERE v.edge = ?"
    "  ORDER BY v.confidence DESC, d.article, v.start LIMIT 1) AS b"
    " LEFT JOIN sentences AS n ON n.id = b.sentence"
    " LEFT JOIN local_entities AS l ON l.id = b.speaker"
    " LEFT JOIN entities AS w ON w.id = l.entity";

constexpr std::string_view kMentions =
    "SELECT article, min(start), end, sentence FROM mention WHERE entity_id = ?"
    " GROUP BY article ORDER BY article LIMIT ?";

/// The first of all, for those of whom much is told.
constexpr std::string_view kFirstMention =
    "SELECT d.article, m.start, m.end, n.text FROM ("
    "  SELECT id, document FROM local_entities WHERE entity = ? ORDER BY document, id LIMIT 1) AS l"
    " JOIN mentions AS m ON m.local_entity = l.id JOIN documents AS d ON d.id = l.document"
    " LEFT JOIN sentences AS n ON n.id = m.sentence ORDER BY m.start LIMIT 1";

constexpr std::size_t kEnough = 3;  ///< times as many proofs as are wanted are looked at

/// By the entities of the article, which are fewer than the articles of an entity: hence the "+".
constexpr std::string_view kMentionIn =
    "SELECT article, start, end, sentence FROM mention WHERE +entity_id = ? AND document_id = ?"
    " ORDER BY start LIMIT 1";

AnswerEvidence evidence_in(const Statement& row) {
  return {std::string(row.text(0)), row.integer(1), row.integer(2), std::string(row.text(3)), {}};
}

/// Prepared once, for thousands of answers.
Result<Statement*> prepared(Database& db, std::string_view sql, std::optional<Statement>& kept) {
  if (!kept) {
    Result<Statement> made = db.prepare(sql);
    if (!made) return made.error();
    kept = std::move(*made);
  }
  return &*kept;
}

}  // namespace

Result<std::vector<AnswerEvidence>> EvidenceTrail::mentions(Database& db, std::int64_t entity,
                                                            std::size_t most) {
  const Result<Statement*> made =
      most == 1 ? prepared(db, kFirstMention, first_mention_) : prepared(db, kMentions, mentions_);
  if (!made) return made.error();
  Statement& rows = **made;
  rows.bind(1, entity);
  if (most > 1) rows.bind(2, static_cast<std::int64_t>(most));
  std::vector<AnswerEvidence> found;
  Result<bool> row = rows.step();
  for (; row && *row; row = rows.step()) found.push_back(evidence_in(rows));
  if (!row) return row.error();
  rows.reset();
  return found;
}

Result<EvidenceTrail> EvidenceTrail::follow(Database& db, const QuestionPlan& plan) {
  EvidenceTrail trail(plan);
  if (plan.trace_sql.empty()) return trail;
  Result<Statement> rows = db.prepare(plan.trace_sql);
  if (!rows) return rows.error();
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    const Place place{static_cast<std::size_t>(rows->integer(0)), rows->integer(1)};
    trail.rows_[place].push_back({rows->integer(2), rows->integer(3)});
  }
  if (!row) return row.error();
  return trail;
}

/// Upwards to the entities that this one hangs on, in the steps that its step draws on and in its
/// own (a body within a body).
void EvidenceTrail::collect(Place place, std::set<Place>& seen,
                            std::set<std::int64_t>& edges) const {
  if (!seen.insert(place).second) return;
  const auto found = rows_.find(place);
  if (found == rows_.end()) return;
  for (const Row& row : found->second) {
    if (row.edge != 0) edges.insert(row.edge);
    if (row.via == 0) continue;
    for (const std::size_t step : plan_->steps[place.first].uses) {
      collect({step, row.via}, seen, edges);
    }
    collect({place.first, row.via}, seen, edges);
  }
}

/// Where the article names what it was asked for.
Result<std::vector<AnswerEvidence>> EvidenceTrail::in_article(Database& db,
                                                              std::int64_t document) const {
  std::vector<AnswerEvidence> found;
  const auto rows = rows_.find({plan_->last, document});
  if (rows == rows_.end()) return found;
  Result<Statement> mention = db.prepare(kMentionIn);
  if (!mention) return mention.error();
  for (const Row& row : rows->second) {
    mention->bind(1, row.via);
    mention->bind(2, document);
    const Result<bool> is_there = mention->step();
    if (!is_there) return is_there.error();
    if (*is_there) found.push_back(evidence_in(*mention));
    mention->reset();
  }
  return found;
}

Status EvidenceTrail::add_best_proof(Statement& best, std::int64_t edge,
                                     std::vector<AnswerEvidence>& found) {
  const auto [place, is_new] = best_proofs_.try_emplace(edge);
  if (is_new) {
    best.bind(1, edge);
    const Result<bool> row = best.step();
    if (!row) return row.error();
    if (*row) {
      place->second = evidence_in(best);
      place->second->speaker = best.text(4);
    }
    best.reset();
  }
  if (place->second) found.push_back(*place->second);
  return Done{};
}

Result<std::vector<AnswerEvidence>> EvidenceTrail::evidence(Database& db, std::int64_t entity,
                                                            std::size_t most) {
  if (plan_->is_of_articles) return in_article(db, entity);
  std::set<Place> seen;
  std::set<std::int64_t> edges;
  collect({plan_->last, entity}, seen, edges);
  if (edges.empty()) return mentions(db, entity, most);
  const Result<Statement*> best = prepared(db, kBestProof, best_);
  if (!best) return best.error();
  std::vector<AnswerEvidence> found;
  for (const std::int64_t edge : edges) {
    if (found.size() == kEnough * most) break;
    if (Status added = add_best_proof(**best, edge, found); !added) return added.error();
  }
  const auto in_order = [](const AnswerEvidence& a, const AnswerEvidence& b) {
    return std::tie(a.document, a.start, a.end) < std::tie(b.document, b.start, b.end);
  };
  std::ranges::sort(found, in_order);
  const auto same = [](const AnswerEvidence& a, const AnswerEvidence& b) {
    return a.document == b.document && a.start == b.start && a.end == b.end;
  };
  found.erase(std::ranges::unique(found, same).begin(), found.end());
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace rawabit
