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

/// What must be true of a place `v` that proves the edge `x`. Lists of documents are made once:
/// each look into the documents themselves costs a page of the file.
std::string place_condition(const GraphFilter& filter) {
  std::string sql = fmt::format("v.confidence >= {}", filter.min_confidence);
  if (!filter.articles.empty()) sql += " AND v.document IN (SELECT id FROM temp.asked_articles)";
  if (has_days(filter)) {
    sql +=
        " AND coalesce((SELECT is_within FROM temp.meeting_days WHERE meeting = x.subject),"
        " (SELECT is_within FROM temp.meeting_days WHERE meeting = x.object),"
        " v.document IN (SELECT id FROM temp.published_within))";
  }
  return sql;
}

std::string type_condition(const GraphFilter& filter, std::string_view end) {
  std::set<std::int64_t> any = filter.any_type;
  any.insert(filter.around.begin(), filter.around.end());
  return fmt::format(
      " AND (x.{0} IN ({1}) OR (SELECT type FROM main.entities WHERE id = x.{0}) IN {2})", end,
      fmt::join(any, ", "), written_names(filter.types));
}

/// What must be true of the edge `x` itself.
std::string own_condition(const GraphFilter& filter) {
  std::string sql = fmt::format("x.n_evidence >= {} AND x.confidence >= {}", filter.min_evidence,
                                filter.min_confidence);
  if (!filter.predicates.empty()) sql += " AND x.predicate IN " + written_names(filter.predicates);
  if (!filter.types.empty())
    sql += type_condition(filter, "subject") + type_condition(filter, "object");
  return sql;
}

/// The same, and that enough places are left to prove it.
std::string edge_condition(const GraphFilter& filter) {
  if (!asks_for_places(filter)) return own_condition(filter);
  return own_condition(filter) +
         fmt::format(
             " AND (SELECT count(*) FROM main.evidence AS v WHERE v.edge = x.id AND {}) >= {}",
             place_condition(filter), filter.min_evidence);
}

/// The articles that were asked for, the meetings whose day is known, and the articles that were
/// published within the days.
Status make_lists(Database& db, const GraphFilter& filter) {
  std::string sql;
  if (!filter.articles.empty()) {
    sql += fmt::format(
        "CREATE TEMP TABLE asked_articles (id INTEGER PRIMARY KEY);"
        "INSERT INTO temp.asked_articles SELECT id FROM main.documents WHERE article IN {};",
        quoted_list(filter.articles));
  }
  if (has_days(filter)) {
    sql += fmt::format(
        "CREATE TEMP TABLE meeting_days (meeting INTEGER PRIMARY KEY, is_within INTEGER);"
        "INSERT INTO temp.meeting_days SELECT h.subject, {}"
        " FROM main.edges AS h JOIN main.entities AS t ON t.id = h.object"
        " WHERE h.predicate = 'held_on' AND h.modality = 'asserted' AND t.date_from IS NOT NULL"
        " GROUP BY h.subject;"
        "CREATE TEMP TABLE published_within (id INTEGER PRIMARY KEY);"
        "INSERT INTO temp.published_within SELECT d.id FROM main.documents AS d WHERE {};",
        within_days(filter, "min(t.date_from)", "max(t.date_to)"),
        within_days(filter, kPublished, kPublished));
  }
  return db.execute(sql);
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

/// Where the edges `x` are, and with places where these are, the shortest list first.
std::string rows_of_edges(const GraphFilter& filter, bool with_places) {
  const std::string_view of_edges =
      with_places ? " CROSS JOIN main.evidence AS v ON v.edge = x.id" : "";
  if (!filter.around.empty()) {
    return fmt::format("temp.near AS f CROSS JOIN main.edges AS x ON x.subject = f.id{}", of_edges);
  }
  if (!with_places) return "main.edges AS x";
  if (filter.articles.empty())
    return "main.evidence AS v CROSS JOIN main.edges AS x ON x.id = v.edge";
  return "temp.asked_articles AS a CROSS JOIN main.evidence AS v ON v.document = a.id"
         " CROSS JOIN main.edges AS x ON x.id = v.edge";
}

/// The edges that are left, and what is left to prove them.
std::string kept_edges(const GraphFilter& filter) {
  const std::string_view near =
      filter.around.empty() ? "" : " AND x.object IN (SELECT id FROM temp.near)";
  const std::string sql =
      "CREATE TEMP TABLE kept_edges (id INTEGER PRIMARY KEY, confidence REAL, n_evidence INTEGER,"
      " n_documents INTEGER);";
  if (!asks_for_places(filter)) {
    return sql + fmt::format(
                     "INSERT INTO temp.kept_edges"
                     " SELECT x.id, x.confidence, x.n_evidence, x.n_documents FROM {} WHERE {}{};",
                     rows_of_edges(filter, false), own_condition(filter), near);
  }
  return sql +
         fmt::format(
             "CREATE TEMP TABLE kept_places (id INTEGER PRIMARY KEY, edge INTEGER,"
             " document INTEGER, confidence REAL);"
             "INSERT INTO temp.kept_places SELECT v.id, v.edge, v.document, v.confidence"
             " FROM {} WHERE {} AND {}{};"
             "INSERT INTO temp.kept_edges SELECT edge, max(confidence), count(*),"
             " count(DISTINCT document) FROM temp.kept_places GROUP BY edge"
             " HAVING count(*) >= {};"
             "DELETE FROM temp.kept_places WHERE edge NOT IN (SELECT id FROM temp.kept_edges);",
             rows_of_edges(filter, true), own_condition(filter), place_condition(filter), near,
             filter.min_evidence);
}

/// The articles that were asked for, and those that prove what is left; empty where all are.
std::string kept_documents(const GraphFilter& filter) {
  std::string asked = "1";
  if (!filter.articles.empty()) asked += " AND d.id IN (SELECT id FROM temp.asked_articles)";
  if (has_days(filter)) asked += " AND d.id IN (SELECT id FROM temp.published_within)";
  if (!filter.around.empty()) {
    asked +=
        fmt::format(" AND d.id IN (SELECT document FROM main.local_entities WHERE entity IN ({}))",
                    fmt::join(filter.around, ", "));
  }
  if (asked == "1") return "";
  return fmt::format(
      "CREATE TEMP TABLE kept_documents (id INTEGER PRIMARY KEY);"
      "INSERT INTO temp.kept_documents SELECT d.id FROM main.documents AS d WHERE {}"
      " UNION SELECT document FROM {};"
      "CREATE TEMP VIEW documents AS SELECT * FROM main.documents"
      " WHERE id IN (SELECT id FROM temp.kept_documents);",
      asked,
      asks_for_places(filter)
          ? "temp.kept_places"
          : "temp.kept_edges AS k CROSS JOIN main.evidence AS v ON v.edge = k.id");
}

std::string shadow_tables(const GraphFilter& filter) {
  std::string sql =
      "CREATE TEMP VIEW edges AS SELECT x.id, x.subject, x.predicate, x.object, x.modality, "
      "x.origin,"
      " k.confidence, k.n_evidence, k.n_documents"
      " FROM main.edges AS x CROSS JOIN temp.kept_edges AS k ON k.id = x.id;"
      "CREATE TEMP VIEW evidence AS SELECT v.* FROM main.evidence AS v WHERE ";
  // The plus signs: SQLite must not look for each of them at each row of another table.
  sql += asks_for_places(filter) ? "+v.id IN (SELECT id FROM temp.kept_places);"
                                 : "+v.edge IN (SELECT id FROM temp.kept_edges);";
  return sql + kept_documents(filter);
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
  if (Status made = make_lists(db, filter); !made) return made;
  if (!filter.around.empty()) {
    if (Status made = make_near(db, filter); !made) return made;
  }
  if (Status made = db.execute(kept_edges(filter)); !made) return made;
  if (Status made = db.execute(shadow_tables(filter)); !made) return made;
  return shadow_views(db);
}

}  // namespace rawabit
