#include "query/graph_filter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

namespace rawabit {
namespace {

/// As a text of SQL.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out + '\'';
}

template <class Names>
std::string quoted_list(const Names& names) {
  std::vector<std::string> texts;
  texts.reserve(names.size());
  for (const auto& name : names) texts.push_back(quoted(name));
  return fmt::format("({})", fmt::join(texts, ", "));
}

template <class Values>
std::string written_names(const Values& values) {
  std::vector<std::string_view> names;
  names.reserve(values.size());
  for (const auto value : values) names.push_back(name_of(value));
  return quoted_list(names);
}

std::string first_day(const std::string& day) {
  return day + std::string("-01-01").substr(day.size() - 4);
}
std::string last_day(const std::string& day) {
  return day + std::string("-12-31").substr(day.size() - 4);
}

bool has_days(const GraphFilter& filter) { return !filter.since.empty() || !filter.until.empty(); }

/// Does it ask for single places in articles?
bool asks_for_places(const GraphFilter& filter) {
  return has_days(filter) || !filter.articles.empty() || filter.min_confidence > 0;
}

/// The day of a document `d`, YYYY-MM-DD even where only its month is known.
constexpr std::string_view kPublished = "substr(d.date || '-01-01', 1, 10)";

/// Is the time from `first` to `last` (SQL) within the days of the filter?
std::string within_days(const GraphFilter& filter, std::string_view first, std::string_view last) {
  std::string sql = "1";
  if (!filter.since.empty()) sql += fmt::format(" AND {} >= '{}'", last, first_day(filter.since));
  if (!filter.until.empty()) sql += fmt::format(" AND {} <= '{}'", first, last_day(filter.until));
  return sql;
}

std::string of_articles(const GraphFilter& filter) {
  return filter.articles.empty() ? "1" : "d.article IN " + quoted_list(filter.articles);
}

/// What must be true of a place `v` in a document `d` that proves the edge `x`.
std::string place_condition(const GraphFilter& filter) {
  std::string sql =
      fmt::format("v.confidence >= {} AND {}", filter.min_confidence, of_articles(filter));
  if (!has_days(filter)) return sql;
  const auto day = [](std::string_view which) {
    return fmt::format(
        "coalesce((SELECT {0} FROM temp.meeting_days WHERE meeting = x.subject),"
        " (SELECT {0} FROM temp.meeting_days WHERE meeting = x.object), {1})",
        which, kPublished);
  };
  return sql + " AND " + within_days(filter, day("first"), day("last"));
}

std::string type_condition(const GraphFilter& filter, std::string_view end) {
  std::set<std::int64_t> any = filter.any_type;
  any.insert(filter.around.begin(), filter.around.end());
  return fmt::format(
      " AND (x.{0} IN ({1}) OR (SELECT type FROM main.entities WHERE id = x.{0}) IN {2})", end,
      fmt::join(any, ", "), written_names(filter.types));
}

/// What must be true of the edge `x`.
std::string edge_condition(const GraphFilter& filter) {
  std::string sql = fmt::format("x.n_evidence >= {} AND x.confidence >= {}", filter.min_evidence,
                                filter.min_confidence);
  if (!filter.predicates.empty()) sql += " AND x.predicate IN " + written_names(filter.predicates);
  if (!filter.types.empty())
    sql += type_condition(filter, "subject") + type_condition(filter, "object");
  if (asks_for_places(filter)) {
    sql += fmt::format(
        " AND (SELECT count(*) FROM main.evidence AS v JOIN main.documents AS d ON d.id = "
        "v.document"
        " WHERE v.edge = x.id AND {}) >= {}",
        place_condition(filter), filter.min_evidence);
  }
  return sql;
}

Status make_meeting_days(Database& db) {
  return db.execute(
      "CREATE TEMP TABLE meeting_days (meeting INTEGER PRIMARY KEY, first TEXT, last TEXT);"
      "INSERT INTO temp.meeting_days SELECT h.subject, min(t.date_from), max(t.date_to)"
      " FROM main.edges AS h JOIN main.entities AS t ON t.id = h.object"
      " WHERE h.predicate = 'held_on' AND h.modality = 'asserted' AND t.date_from IS NOT NULL"
      " GROUP BY h.subject");
}

/// The entities around, each with how many steps away it is.
Status make_near(Database& db, const GraphFilter& filter) {
  std::string sql = "CREATE TEMP TABLE near (id INTEGER PRIMARY KEY, hops INTEGER NOT NULL);";
  for (const std::int64_t id : filter.around) {
    sql += fmt::format("INSERT INTO temp.near VALUES ({}, 0);", id);
  }
  if (Status made = db.execute(sql); !made) return made;
  std::int64_t before = 0;
  for (int hop = 1; hop <= filter.hops; ++hop) {
    const Result<std::int64_t> now = db.integer("SELECT count(*) FROM temp.near");
    if (!now) return now.error();
    if (*now == before) break;
    before = *now;
    const auto step = [&](std::string_view from, std::string_view to) {
      return fmt::format(
          "SELECT x.{1}, {2} FROM temp.near AS f CROSS JOIN main.edges AS x"
          " ON x.{0} = f.id WHERE f.hops = {2} - 1 AND x.modality = 'asserted' AND {3}",
          from, to, hop, edge_condition(filter));
    };
    Status gone = db.execute("INSERT OR IGNORE INTO temp.near " + step("subject", "object") +
                             " UNION ALL " + step("object", "subject"));
    if (!gone) return gone;
  }
  return Done{};
}

/// The edges that are left, and what is left to prove them.
std::string kept_edges(const GraphFilter& filter) {
  std::string from = "main.edges AS x", near;
  if (!filter.around.empty()) {
    from = "temp.near AS f CROSS JOIN main.edges AS x ON x.subject = f.id";
    near = " AND x.object IN (SELECT id FROM temp.near)";
  }
  std::string sql =
      "CREATE TEMP TABLE kept_edges (id INTEGER PRIMARY KEY, confidence REAL, n_evidence INTEGER,"
      " n_documents INTEGER);"
      "CREATE TEMP TABLE kept_places (id INTEGER PRIMARY KEY);"
      "INSERT INTO temp.kept_edges ";
  if (!asks_for_places(filter)) {
    return sql + fmt::format(
                     "SELECT x.id, x.confidence, x.n_evidence, x.n_documents FROM {}"
                     " WHERE {}{}",
                     from, edge_condition(filter), near);
  }
  const std::string places =
      " JOIN main.evidence AS v ON v.edge = x.id"
      " JOIN main.documents AS d ON d.id = v.document";
  return sql +
         fmt::format(
             "SELECT x.id, max(v.confidence), count(*), count(DISTINCT v.document) FROM {}{}"
             " WHERE {} AND {}{} GROUP BY x.id;",
             from, places, edge_condition(filter), place_condition(filter), near) +
         fmt::format(
             "INSERT INTO temp.kept_places SELECT v.id FROM temp.kept_edges AS k"
             " CROSS JOIN main.edges AS x ON x.id = k.id{} WHERE {}",
             places, place_condition(filter));
}

std::string shadow_tables(const GraphFilter& filter) {
  std::string sql =
      "CREATE TEMP VIEW edges AS SELECT x.id, x.subject, x.predicate, x.object, x.modality, "
      "x.origin,"
      " k.confidence, k.n_evidence, k.n_documents"
      " FROM main.edges AS x CROSS JOIN temp.kept_edges AS k ON k.id = x.id;"
      "CREATE TEMP VIEW evidence AS SELECT v.* FROM main.evidence AS v WHERE ";
  sql += asks_for_places(filter) ? "v.id IN (SELECT id FROM temp.kept_places);"
                                 : "v.edge IN (SELECT id FROM temp.kept_edges);";
  std::string asked = of_articles(filter) + " AND " + within_days(filter, kPublished, kPublished);
  if (!filter.around.empty()) {
    asked += fmt::format(
        " AND EXISTS (SELECT 1 FROM main.local_entities AS e"
        " WHERE e.document = d.id AND e.entity IN ({}))",
        fmt::join(filter.around, ", "));
  }
  const bool all = filter.articles.empty() && !has_days(filter) && filter.around.empty();
  if (!all) {
    sql += fmt::format(
        "CREATE TEMP VIEW documents AS SELECT * FROM main.documents AS d WHERE ({})"
        " OR d.id IN (SELECT document FROM temp.evidence)",
        asked);
  }
  return sql;
}

/// The views of the file once more, over what is left.
Status shadow_views(Database& db) {
  constexpr std::string_view kBegin = "CREATE VIEW ";
  Result<Statement> rows =
      db.prepare("SELECT sql FROM main.sqlite_master WHERE type = 'view' ORDER BY rowid");
  if (!rows) return rows.error();
  std::string sql;
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    const std::string_view view = rows->text(0);
    if (!view.starts_with(kBegin)) continue;
    sql += fmt::format("CREATE TEMP VIEW {}\n;\n", view.substr(kBegin.size()));
  }
  if (!row) return row.error();
  return db.execute(sql);
}

/// Takes away what an earlier call has made.
Status widen(Database& db) {
  Result<Statement> rows = db.prepare("SELECT type, name FROM temp.sqlite_master");
  if (!rows) return rows.error();
  std::string sql;
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    if (rows->text(0) != "view" && rows->text(0) != "table") continue;
    sql += fmt::format("DROP {} temp.{};", rows->text(0), rows->text(1));
  }
  if (!row) return row.error();
  return db.execute(sql);
}

}  // namespace

bool narrows(const GraphFilter& filter) {
  return asks_for_places(filter) || !filter.around.empty() || !filter.types.empty() ||
         !filter.predicates.empty() || filter.min_evidence > 1;
}

bool is_iso_day(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_hyphen = i == 4 || i == 7;
    if (is_hyphen ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  const auto within = [&](std::size_t at, std::string_view most) {
    return text.size() <= at || (text.substr(at, 2) >= "01" && text.substr(at, 2) <= most);
  };
  return within(5, "12") && within(8, "31");
}

Status narrow(Database& db, const GraphFilter& filter) {
  if (Status done = widen(db); !done) return done;
  if (!narrows(filter)) return Done{};
  // In memory: whoever may read the file may be allowed to write nowhere.
  if (Status set = db.execute("PRAGMA temp_store = MEMORY"); !set) return set;
  if (has_days(filter)) {
    if (Status made = make_meeting_days(db); !made) return made;
  }
  if (!filter.around.empty()) {
    if (Status made = make_near(db, filter); !made) return made;
  }
  if (Status made = db.execute(kept_edges(filter)); !made) return made;
  if (Status made = db.execute(shadow_tables(filter)); !made) return made;
  return shadow_views(db);
}

}  // namespace rawabit
