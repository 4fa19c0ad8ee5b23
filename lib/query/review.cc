#include "query/review.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

#include "text/fold.h"

namespace rawabit {
namespace {

constexpr std::string_view kDoubts =
    "SELECT j.entity IS NOT NULL, f.type, r.reason, r.tells, a.reason, a.tells, j.confidence,"
    " f.id, f.name, fd.article,"
    " CASE WHEN j.entity IS NULL THEN fe.n_documents ELSE"
    "  (SELECT count(*) FROM local_entities WHERE entity = j.entity AND name = f.name) END,"
    " s.id, s.name, sd.article,"
    " CASE WHEN j.entity IS NULL THEN se.n_documents ELSE"
    "  (SELECT count(*) FROM local_entities WHERE entity = j.entity AND name = s.name) END"
    " FROM joins AS j"
    " JOIN local_entities AS f ON f.id = j.first JOIN local_entities AS s ON s.id = j.second"
    " JOIN entities AS fe ON fe.id = f.entity JOIN entities AS se ON se.id = s.entity"
    " JOIN documents AS fd ON fd.id = f.document JOIN documents AS sd ON sd.id = s.document"
    " JOIN join_reasons AS r ON r.reason = j.reason"
    " LEFT JOIN join_reasons AS a ON a.reason = j.against"
    " WHERE j.confidence > 0 AND (j.entity IS NULL OR j.confidence < 0.8)";

DoubtSide side_in(const Statement& row, int column) {
  return {row.integer(column),
          std::string(row.text(column + 1)),
          std::string(row.text(column + 2)),
          {},
          row.integer(column + 3)};
}

bool is_meeting(const Doubt& doubt) { return doubt.type == name_of(EntityType::meeting); }

/// Of namesakes only the two articles are at stake.
bool is_of_namesakes(const Doubt& doubt) {
  return doubt.reason == text_of(JoinReason::full_name).name;
}

double weight_of(const Doubt& doubt) {
  double articles = 0;
  for (const DoubtSide& side : doubt.sides) {
    articles += is_of_namesakes(doubt) ? 1 : std::log2(1.0 + static_cast<double>(side.n_articles));
  }
  return (doubt.joined ? 1 - doubt.confidence : doubt.confidence) * articles;
}

/// Names say it for all articles, unless they are equal, or like those of many meetings.
Verdict verdict_on(const Doubt& doubt) {
  Verdict verdict;
  verdict.same = doubt.joined;
  verdict.type = entity_type_named(doubt.type).value_or(EntityType::person);
  const bool is_occasion =
      verdict.type == EntityType::meeting || verdict.type == EntityType::agreement;
  const bool by_article = is_occasion || is_of_namesakes(doubt) ||
                          name_key(doubt.sides[0].name) == name_key(doubt.sides[1].name);
  for (const std::size_t side : {0U, 1U}) {
    verdict.names[side] = doubt.sides[side].name;
    if (by_article) verdict.articles[side] = doubt.sides[side].article;
  }
  return verdict;
}

Doubt doubt_in(const Statement& row) {
  Doubt doubt;
  doubt.joined = row.integer(0) != 0;
  int column = 0;
  for (std::string* const text :
       {&doubt.type, &doubt.reason, &doubt.tells, &doubt.against, &doubt.against_tells}) {
    *text = row.text(++column);
  }
  doubt.confidence = row.real(6);
  doubt.sides = {side_in(row, 7), side_in(row, 11)};
  doubt.weight = weight_of(doubt);
  doubt.verdict = verdict_on(doubt);
  return doubt;
}

/// Keeps the first of those that are about the same two names, for the same reason.
void erase_repeated(std::vector<Doubt>& doubts) {
  std::set<std::tuple<std::string, std::string, std::string, std::string>> seen;
  std::erase_if(doubts, [&](const Doubt& doubt) {
    std::string first = name_key(doubt.sides[0].name), second = name_key(doubt.sides[1].name);
    if (second < first) std::swap(first, second);
    return !is_meeting(doubt) && !seen.emplace(doubt.type, first, second, doubt.reason).second;
  });
}

Status read_sentence(Statement& select, DoubtSide& side) {
  select.bind(1, side.local_entity);
  const Result<bool> row = select.step();
  if (!row) return row.error();
  if (*row) side.sentence = select.text(0);
  select.reset();
  return Done{};
}

}  // namespace

Result<std::vector<Doubt>> review(Database& db, std::size_t limit) {
  Result<Statement> select = db.prepare(kDoubts);
  if (!select) return select.error();
  std::vector<Doubt> doubts;
  Result<bool> row = select->step();
  for (; row && *row; row = select->step()) doubts.push_back(doubt_in(*select));
  if (!row) return row.error();
  std::ranges::sort(doubts, {}, [](const Doubt& doubt) {
    return std::tuple(-doubt.weight, doubt.sides[0].name, doubt.sides[1].name,
                      doubt.sides[0].article, doubt.sides[1].article, doubt.type);
  });
  erase_repeated(doubts);
  if (doubts.size() > limit) doubts.resize(limit);
  Result<Statement> sentence = db.prepare(
      "SELECT n.text FROM mentions AS m JOIN sentences AS n ON n.id = m.sentence"
      " WHERE m.local_entity = ? ORDER BY m.start, m.end LIMIT 1");
  if (!sentence) return sentence.error();
  for (Doubt& doubt : doubts) {
    for (DoubtSide& side : doubt.sides) {
      if (Status read = read_sentence(*sentence, side); !read) return read.error();
    }
  }
  return doubts;
}

}  // namespace rawabit
