#include "query/walks.h"

namespace rawabit {
namespace {

constexpr std::string_view kNear =
    "SELECT n.hops AS hops, e.name AS name, e.type AS type, coalesce(e.english, '') AS english,"
    " (SELECT group_concat(predicate, ' ') FROM (SELECT DISTINCT t.predicate FROM ("
    "   SELECT x.predicate, x.object AS other FROM edges AS x"
    "   WHERE x.subject = n.id AND x.modality = 'asserted'"
    "   UNION ALL SELECT x.predicate, x.subject FROM edges AS x"
    "   WHERE x.object = n.id AND x.modality = 'asserted') AS t"
    "  JOIN temp.near AS m ON m.id = t.other AND m.hops = n.hops - 1 ORDER BY 1)) AS tied_by,"
    " (SELECT count(*) FROM edges AS x WHERE x.modality = 'asserted' AND x.subject = n.id)"
    " + (SELECT count(*) FROM edges AS x WHERE x.modality = 'asserted' AND x.object = n.id)"
    " AS edges"
    " FROM temp.near AS n JOIN entities AS e ON e.id = n.id WHERE n.hops > 0"
    " ORDER BY n.hops, edges DESC, e.type, e.key, e.id";

constexpr std::string_view kShared =
    "SELECT meeting, date, place, role, partner_role, article FROM shared_participation"
    " WHERE body_id = ?1 AND partner_id = ?2 ORDER BY date IS NULL, date, meeting, article";

constexpr std::string_view kTimeline =
    "SELECT month, meetings, participants, articles FROM timeline ORDER BY month";

}  // namespace

Result<Statement> near_ones(Database& db) { return db.prepare(kNear); }

Result<Statement> shared_participation(Database& db, std::int64_t a, std::int64_t b) {
  Result<Statement> rows = db.prepare(kShared);
  if (!rows) return rows;
  rows->bind(1, a);
  rows->bind(2, b);
  return rows;
}

Result<Statement> timeline(Database& db) { return db.prepare(kTimeline); }

}  // namespace rawabit
