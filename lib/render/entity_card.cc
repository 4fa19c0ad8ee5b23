#include "render/entity_card.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "text/fold.h"

namespace rawabit {
namespace {

constexpr std::string_view kEntities =
    "SELECT id, type, coalesce(kind, ''), name, coalesce(english, ''), coalesce(iso, ''), "
    "n_documents, n_mentions FROM entities "
    "WHERE id IN (SELECT entity FROM names WHERE key = ?) ORDER BY n_mentions DESC, type, name, id";

constexpr std::string_view kNames =
    "SELECT DISTINCT name FROM names WHERE entity = ?1 "
    "AND name <> (SELECT name FROM entities WHERE id = ?1) "
    "ORDER BY n_mentions DESC, language, name";

constexpr std::string_view kFacts =
    "WITH ends AS ("
    " SELECT edge, predicate, object AS other, 1 AS is_subject, n_evidence, origin FROM links"
    " WHERE subject = ?1"
    " UNION ALL"
    " SELECT edge, predicate, subject, 0, n_evidence, origin FROM links WHERE object = ?1"
    " AND predicate NOT IN ('met_with', 'cooperates_with')) "
    "SELECT e.predicate, e.is_subject, o.name, o.type, e.n_evidence, e.origin,"
    " (SELECT article FROM proof WHERE edge = e.edge"
    "  ORDER BY confidence DESC, article, start LIMIT 1),"
    " (SELECT sentence FROM proof WHERE edge = e.edge"
    "  ORDER BY confidence DESC, article, start LIMIT 1) "
    "FROM ends AS e JOIN entities AS o ON o.id = e.other "
    "ORDER BY e.is_subject DESC, e.predicate, e.n_evidence DESC, o.name, o.type, o.id";

Status read_names(Database& db, EntityCard& card) {
  auto statement = db.prepare(kNames);
  if (!statement) return statement.error();
  statement->bind(1, card.id);
  auto row = statement->step();
  for (; row && *row; row = statement->step()) card.names.emplace_back(statement->text(0));
  if (!row) return row.error();
  return Done{};
}

Status read_facts(Database& db, EntityCard& card) {
  auto statement = db.prepare(kFacts);
  if (!statement) return statement.error();
  statement->bind(1, card.id);
  auto row = statement->step();
  for (; row && *row; row = statement->step()) {
    card.facts.push_back({std::string(statement->text(0)), statement->integer(1) != 0,
                          std::string(statement->text(2)), std::string(statement->text(3)),
                          statement->integer(4), std::string(statement->text(5)),
                          std::string(statement->text(6)), std::string(statement->text(7))});
  }
  if (!row) return row.error();
  return Done{};
}

std::string fact_text(const EntityFact& fact) {
  const std::string_view arrow = fact.is_subject ? "->" : "<-";
  std::string text =
      fmt::format("  {} {} {} ({})", arrow, fact.predicate, fact.other, fact.other_type);
  if (fact.origin == "gazetteer") text += " [gazetteer]";
  text += "\n";
  if (!fact.sentence.empty()) text += fmt::format("       {}: {}\n", fact.article, fact.sentence);
  return text;
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Writer& out, const char* key, std::string_view value) {
  out.Key(key);
  out.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void write_fact(Writer& out, const EntityFact& fact) {
  out.StartObject();
  write(out, "predicate", fact.predicate);
  out.Key("is_subject");
  out.Bool(fact.is_subject);
  write(out, "other", fact.other);
  write(out, "other_type", fact.other_type);
  out.Key("n_evidence");
  out.Int64(fact.n_evidence);
  write(out, "origin", fact.origin);
  write(out, "article", fact.article);
  write(out, "sentence", fact.sentence);
  out.EndObject();
}

void write_card(Writer& out, const EntityCard& card) {
  out.StartObject();
  write(out, "type", card.type);
  if (!card.kind.empty()) write(out, "kind", card.kind);
  write(out, "name", card.name);
  if (!card.english.empty()) write(out, "english", card.english);
  if (!card.iso.empty()) write(out, "iso", card.iso);
  out.Key("n_documents");
  out.Int64(card.n_documents);
  out.Key("n_mentions");
  out.Int64(card.n_mentions);
  out.Key("names");
  out.StartArray();
  for (const std::string& name : card.names) out.String(name.c_str());
  out.EndArray();
  out.Key("facts");
  out.StartArray();
  for (const EntityFact& fact : card.facts) write_fact(out, fact);
  out.EndArray();
  out.EndObject();
}

}  // namespace

Result<std::vector<EntityCard>> read_entity_cards(Database& db, std::string_view name) {
  auto statement = db.prepare(kEntities);
  if (!statement) return statement.error();
  const std::string key = name_key(name);
  statement->bind(1, key);
  std::vector<EntityCard> cards;
  auto row = statement->step();
  for (; row && *row; row = statement->step()) {
    cards.push_back({statement->integer(0),
                     std::string(statement->text(1)),
                     std::string(statement->text(2)),
                     std::string(statement->text(3)),
                     std::string(statement->text(4)),
                     std::string(statement->text(5)),
                     statement->integer(6),
                     statement->integer(7),
                     {},
                     {}});
  }
  if (!row) return row.error();
  if (cards.empty()) {
    return Error{Error::Kind::usage, fmt::format("nothing in the graph is called \"{}\"", name)};
  }
  for (EntityCard& card : cards) {
    if (const Status read = read_names(db, card); !read) return read.error();
    if (const Status read = read_facts(db, card); !read) return read.error();
  }
  return cards;
}

std::string cards_as_text(const std::vector<EntityCard>& cards) {
  std::string text;
  for (const EntityCard& card : cards) {
    if (!text.empty()) text += "\n";
    text += fmt::format("{} ({}", card.name, card.type);
    if (!card.kind.empty()) text += ", " + card.kind;
    if (!card.iso.empty()) text += ", " + card.iso;
    text += card.english.empty() ? ")\n" : fmt::format(") {}\n", card.english);
    text += fmt::format("  named {} times in {} articles\n", card.n_mentions, card.n_documents);
    if (!card.names.empty()) text += fmt::format("  also: {}\n", fmt::join(card.names, " | "));
    for (const EntityFact& fact : card.facts) text += fact_text(fact);
  }
  return text;
}

std::string cards_as_json(const std::vector<EntityCard>& cards) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartArray();
  for (const EntityCard& card : cards) write_card(out, card);
  out.EndArray();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace rawabit
