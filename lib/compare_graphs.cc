#include "compare_graphs.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace rawabit {
namespace {

struct GraphFact {
  bool is_relation = false;
  std::string words;
  auto operator<=>(const GraphFact&) const = default;
};

/// How often each fact is in the first graph more than in the second, with what it is called.
struct FactCount {
  std::string_view what;
  int more = 0;
};
using FactCounts = std::map<GraphFact, FactCount>;

constexpr std::string_view kEntities =
    "SELECT 0, coalesce(kind, type), coalesce(kind, type) || ' ' || name FROM entities";
constexpr std::string_view kEdges =
    "SELECT 1, e.predicate, s.name || ' ' || e.predicate || ' ' || o.name || "
    "CASE e.modality WHEN 'asserted' THEN '' ELSE ' (' || e.modality || ')' END "
    "FROM edges AS e JOIN entities AS s ON s.id = e.subject JOIN entities AS o ON o.id = e.object";
/// From which end a symmetric edge was stored must not show.
constexpr std::string_view kSymmetricEdges =
    "SELECT 1, e.predicate, min(s.name, o.name) || ' ' || e.predicate || ' ' || "
    "max(s.name, o.name) || "
    "CASE e.modality WHEN 'asserted' THEN '' ELSE ' (' || e.modality || ')' END "
    "FROM edges AS e JOIN entities AS s ON s.id = e.subject JOIN entities AS o ON o.id = e.object";

/// The written name itself, which outlives the row.
std::string_view lasting(std::string_view name) {
  if (const auto predicate = predicate_named(name)) return name_of(*predicate);
  if (const auto kind = title_kind_named(name)) return name_of(*kind);
  if (const auto type = entity_type_named(name)) return name_of(*type);
  return {};
}

Status count(Database& db, const std::string& sql, int each, FactCounts& counts) {
  auto rows = db.prepare(sql);
  if (!rows) return rows.error();
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    FactCount& fact = counts[{rows->integer(0) != 0, std::string(rows->text(2))}];
    fact.what = lasting(rows->text(1));
    fact.more += each;
  }
  if (!row) return row.error();
  return Done{};
}

Status count_all(Database& db, int each, FactCounts& counts) {
  const std::string symmetric = "e.predicate IN ('met_with', 'cooperates_with')";
  for (const std::string& sql :
       {std::string(kEntities), std::string(kEdges) + " WHERE NOT " + symmetric,
        std::string(kSymmetricEdges) + " WHERE " + symmetric}) {
    if (Status counted = count(db, sql, each, counts); !counted) return counted;
  }
  return Done{};
}

}  // namespace

Result<ArticleDifference> compare_graphs(Store& before, Store& after) {
  FactCounts counts;
  if (Status counted = count_all(before.db(), 1, counts); !counted) return counted.error();
  if (Status counted = count_all(after.db(), -1, counts); !counted) return counted.error();
  ArticleDifference found{"graph", {}};
  for (const auto& [fact, count] : counts) {
    for (int i = 0; i < count.more; ++i) {
      found.changes.push_back(
          {Change::Kind::lost, fact.is_relation, count.what, fact.words, {}, {}});
    }
    for (int i = 0; i > count.more; --i) {
      found.changes.push_back(
          {Change::Kind::gained, fact.is_relation, count.what, {}, fact.words, {}});
    }
  }
  return found;
}

}  // namespace rawabit
