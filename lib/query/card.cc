#include "query/card.h"

#include <array>

namespace rawabit {
namespace {

struct Heading {
  std::string_view predicate;
  bool is_subject;
  std::string_view words;
};

/// The order of the sections on a card. A symmetric relation is read from one end only.
constexpr std::array<Heading, 34> kHeadings = {{{"has_title", true, "titles"},
                                                {"has_title", false, "held by"},
                                                {"works_for", true, "works for"},
                                                {"works_for", false, "people"},
                                                {"part_of", true, "part of"},
                                                {"part_of", false, "its bodies"},
                                                {"member_of", true, "member of"},
                                                {"member_of", false, "members"},
                                                {"founded", true, "founded"},
                                                {"founded", false, "founded by"},
                                                {"based_in", true, "based in"},
                                                {"based_in", false, "bodies based here"},
                                                {"located_in", true, "lies in"},
                                                {"located_in", false, "cities"},
                                                {"works_on", true, "works on"},
                                                {"works_on", false, "bodies that work on it"},
                                                {"held_in", true, "held in"},
                                                {"held_in", false, "meetings here"},
                                                {"held_on", true, "held on"},
                                                {"held_on", false, "meetings then"},
                                                {"chaired", true, "chaired"},
                                                {"chaired", false, "chaired by"},
                                                {"hosted", true, "hosted"},
                                                {"hosted", false, "hosted by"},
                                                {"organized", true, "organized"},
                                                {"organized", false, "organized by"},
                                                {"participated_in", true, "took part in"},
                                                {"participated_in", false, "participants"},
                                                {"about", true, "about"},
                                                {"about", false, "meetings and agreements on it"},
                                                {"signed", true, "signed"},
                                                {"signed", false, "signed by"},
                                                {"met_with", true, "met with"},
                                                {"cooperates_with", true, "cooperates with"}}};

/// Calls take(row) for each row that `sql` gives for the entity.
template <class Take>
Status for_each_row(Database& db, std::string_view sql, std::int64_t entity, const Take& take) {
  Result<Statement> rows = db.prepare(sql);
  if (!rows) return rows.error();
  rows->bind(1, entity);
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) take(*rows);
  if (!row) return row.error();
  return Done{};
}

std::string text_of(const Statement& row, int column) { return std::string(row.text(column)); }

Status read_head(Database& db, std::int64_t entity, std::optional<EntityCard>& card) {
  return for_each_row(db,
                      "SELECT id, name, type, english, gazetteer, iso FROM entities WHERE id = ?",
                      entity, [&](const Statement& row) {
                        card.emplace();
                        card->entity = row.integer(0);
                        card->name = text_of(row, 1);
                        card->type = text_of(row, 2);
                        card->english = text_of(row, 3);
                        card->gazetteer = text_of(row, 4);
                        card->date = text_of(row, 5);
                      });
}

Status read_names(Database& db, EntityCard& card) {
  Status read = for_each_row(
      db,
      "SELECT name FROM names WHERE entity = ? AND NOT is_canonical"
      " ORDER BY n_mentions DESC, key, language",
      card.entity, [&](const Statement& row) { card.other_names.push_back(text_of(row, 0)); });
  if (!read) return read;
  return for_each_row(
      db, "SELECT scheme, value FROM external_ids WHERE entity = ? ORDER BY scheme, value",
      card.entity, [&](const Statement& row) {
        card.external_ids.push_back(text_of(row, 0) + ':' + text_of(row, 1));
      });
}

/// Spellings of one name need no explanation, unless something speaks against it.
Status read_joins(Database& db, EntityCard& card) {
  return for_each_row(
      db,
      "SELECT min(f.name), min(s.name),"
      " r.tells || CASE WHEN a.tells IS NULL THEN '' ELSE ', but ' || a.tells END,"
      " j.confidence, count(*)"
      " FROM joins AS j"
      " JOIN local_entities AS f ON f.id = j.first JOIN local_entities AS s ON s.id = j.second"
      " JOIN join_reasons AS r ON r.reason = j.reason"
      " LEFT JOIN join_reasons AS a ON a.reason = j.against"
      " WHERE j.entity = ? AND (j.against IS NOT NULL OR"
      "  (j.reason <> 'full_name' AND name_key(f.name) <> name_key(s.name)))"
      " GROUP BY min(name_key(f.name), name_key(s.name)), max(name_key(f.name), name_key(s.name)),"
      " j.reason, j.against, j.confidence ORDER BY 1, 2, 3",
      card.entity, [&](const Statement& row) {
        card.joins.push_back(
            {text_of(row, 0), text_of(row, 1), text_of(row, 2), row.real(3), row.integer(4)});
      });
}

CardLink link_in(const Statement& row) {
  return {row.integer(0),  text_of(row, 1), text_of(row, 2), row.integer(3),  row.integer(4),
          text_of(row, 5), text_of(row, 6), text_of(row, 7), text_of(row, 8), text_of(row, 9)};
}

/// The first article of an edge (the earliest known date, then the article's name), its first and
/// its last day.
constexpr std::string_view kArticles =
    " (SELECT d.article FROM evidence AS v JOIN documents AS d ON d.id = v.document"
    "  WHERE v.edge = l.edge ORDER BY d.date IS NULL, d.date, d.article LIMIT 1),"
    " (SELECT min(d.date) FROM evidence AS v JOIN documents AS d ON d.id = v.document"
    "  WHERE v.edge = l.edge) AS first_day,"
    " (SELECT max(d.date) FROM evidence AS v JOIN documents AS d ON d.id = v.document"
    "  WHERE v.edge = l.edge),"
    " (SELECT CASE WHEN count(*) = count(p.speaker) THEN group_concat(DISTINCT p.speaker) END"
    "  FROM proof AS p WHERE p.edge = l.edge),";

/// What else is known of the other end, `e`.
constexpr std::string_view kDetail =
    " CASE e.type"
    " WHEN 'title' THEN (SELECT group_concat(DISTINCT p.body) FROM position_held AS p"
    "  WHERE p.person_id = l.subject AND p.title_id = e.id)"
    " WHEN 'meeting' THEN (SELECT trim(coalesce(o.dates, '') || ' ' || coalesce(o.places, ''))"
    "  FROM meeting_overview AS o WHERE o.meeting_id = e.id) END";

Status read_section(Database& db, const Heading& heading, EntityCard& card) {
  const std::string here = heading.is_subject ? "subject" : "object";
  const std::string there = heading.is_subject ? "object" : "subject";
  CardSection section{
      std::string(heading.predicate), heading.is_subject, std::string(heading.words), {}};
  const std::string order = section.predicate == "has_title" ? "first_day IS NULL, first_day," : "";
  const std::string sql = "SELECT e.id, e.name, e.type, l.edge, l.n_evidence," +
                          std::string(kArticles) + std::string(kDetail) +
                          " FROM links AS l JOIN entities AS e ON e.id = l." + there + " WHERE l." +
                          here + " = ? AND l.predicate = '" + section.predicate + "' ORDER BY " +
                          order + " l.n_evidence DESC, e.key, e.id";
  Status read = for_each_row(db, sql, card.entity,
                             [&](const Statement& row) { section.links.push_back(link_in(row)); });
  if (read && !section.links.empty()) card.sections.push_back(std::move(section));
  return read;
}

Status read_articles(Database& db, EntityCard& card) {
  return for_each_row(
      db,
      "SELECT d.article, d.title, d.date, count(*) FROM local_entities AS e"
      " JOIN mentions AS m ON m.local_entity = e.id JOIN documents AS d ON d.id = e.document"
      " WHERE e.entity = ? GROUP BY d.id ORDER BY d.date IS NULL, d.date, d.article",
      card.entity, [&](const Statement& row) {
        card.articles.push_back(
            {text_of(row, 0), text_of(row, 1), text_of(row, 2), row.integer(3)});
      });
}

}  // namespace

Result<std::optional<EntityCard>> card_of(Database& db, std::int64_t entity) {
  std::optional<EntityCard> card;
  if (Status read = read_head(db, entity, card); !read) return read.error();
  if (!card) return card;
  if (Status read = read_names(db, *card); !read) return read.error();
  if (Status read = read_joins(db, *card); !read) return read.error();
  for (const Heading& heading : kHeadings) {
    if (Status read = read_section(db, heading, *card); !read) return read.error();
  }
  if (Status read = read_articles(db, *card); !read) return read.error();
  return card;
}

}  // namespace rawabit
