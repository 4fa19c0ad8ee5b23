#include "store/graph_writer.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace rawabit {
namespace {

template <class Enum>
Enum named(std::optional<Enum> value, Enum otherwise) {
  return value.value_or(otherwise);
}

struct EntityTable {
  using Row = GraphEntity;
  static constexpr int kColumns = 12;
  static constexpr const char* kColumnNames =
      "entities (id, type, kind, name, key, english, iso, date_from, date_to, gazetteer, "
      "n_documents, n_mentions)";
  static constexpr const char* kSelect =
      "SELECT id, type, kind, name, key, english, iso, date_from, date_to, gazetteer, "
      "n_documents, n_mentions FROM entities ORDER BY id";
  static constexpr const char* kDelete = "DELETE FROM entities WHERE id = ?";
  static auto key(const Row& row) { return std::tuple(row.id); }
  static Row read(const Statement& s) {
    return {s.integer(0),
            named(entity_type_named(s.text(1)), EntityType::person),
            named(title_kind_named(s.text(2)), TitleKind::none),
            std::string(s.text(3)),
            std::string(s.text(4)),
            std::string(s.text(5)),
            std::string(s.text(6)),
            std::string(s.text(7)),
            std::string(s.text(8)),
            std::string(s.text(9)),
            s.integer(10),
            s.integer(11)};
  }
  static void add(RowWriter& out, const Row& row) {
    out.add({row.id, name_of(row.type), Value::or_null(name_of(row.kind)), row.name, row.key,
             Value::or_null(row.english), Value::or_null(row.iso), Value::or_null(row.date_from),
             Value::or_null(row.date_to), Value::or_null(row.gazetteer), row.n_documents,
             row.n_mentions});
  }
};

struct NameTable {
  using Row = GraphName;
  static constexpr int kColumns = 8;
  static constexpr const char* kColumnNames =
      "names (entity, key, language, name, origin, is_canonical, is_full, n_mentions)";
  static constexpr const char* kSelect =
      "SELECT entity, key, language, name, origin = 'text', is_canonical, is_full, n_mentions "
      "FROM names ORDER BY entity, key, language";
  static constexpr const char* kDelete =
      "DELETE FROM names WHERE entity = ? AND key = ? AND language = ?";
  static auto key(const Row& row) {
    return std::tuple<std::int64_t, std::string_view, std::string_view>(row.entity, row.key,
                                                                        row.language);
  }
  static Row read(const Statement& s) {
    return {
        s.integer(0),      std::string(s.text(1)), std::string(s.text(2)), std::string(s.text(3)),
        s.integer(4) != 0, s.integer(5) != 0,      s.integer(6) != 0,      s.integer(7)};
  }
  static void add(RowWriter& out, const Row& row) {
    const std::string_view origin = row.from_text ? "text" : "gazetteer";
    out.add({row.entity, row.key, row.language, row.name, origin, std::int64_t{row.is_canonical},
             std::int64_t{row.is_full}, row.n_mentions});
  }
};

struct ExternalIdTable {
  using Row = GraphExternalId;
  static constexpr int kColumns = 3;
  static constexpr const char* kColumnNames = "external_ids (entity, scheme, value)";
  static constexpr const char* kSelect =
      "SELECT entity, scheme, value FROM external_ids ORDER BY entity, scheme, value";
  static constexpr const char* kDelete =
      "DELETE FROM external_ids WHERE entity = ? AND scheme = ? AND value = ?";
  static auto key(const Row& row) {
    return std::tuple<std::int64_t, std::string_view, std::string_view>(row.entity, row.scheme,
                                                                        row.value);
  }
  static Row read(const Statement& s) {
    return {s.integer(0), std::string(s.text(1)), std::string(s.text(2))};
  }
  static void add(RowWriter& out, const Row& row) { out.add({row.entity, row.scheme, row.value}); }
};

struct EdgeTable {
  using Row = GraphEdge;
  static constexpr int kColumns = 9;
  static constexpr const char* kColumnNames =
      "edges (id, subject, object, predicate, modality, origin, confidence, n_evidence, "
      "n_documents)";
  static constexpr const char* kSelect =
      "SELECT id, subject, object, predicate, modality, origin, confidence, n_evidence, "
      "n_documents FROM edges ORDER BY id";
  static constexpr const char* kDelete = "DELETE FROM edges WHERE id = ?";
  static auto key(const Row& row) { return std::tuple(row.id); }
  static Row read(const Statement& s) {
    return {s.integer(0),
            s.integer(1),
            s.integer(2),
            named(predicate_named(s.text(3)), Predicate::has_title),
            named(modality_named(s.text(4)), Modality::asserted),
            named(origin_named(s.text(5)), Origin::text),
            s.real(6),
            s.integer(7),
            s.integer(8)};
  }
  static void add(RowWriter& out, const Row& row) {
    out.add({row.id, row.subject, row.object, name_of(row.predicate), name_of(row.modality),
             name_of(row.origin), row.confidence, row.n_evidence, row.n_documents});
  }
};

struct JoinTable {
  using Row = GraphJoin;
  static constexpr int kColumns = 6;
  static constexpr const char* kColumnNames =
      "joins (first, second, entity, reason, against, confidence)";
  static constexpr const char* kSelect =
      "SELECT first, second, entity, reason, against, confidence FROM joins "
      "ORDER BY first, second";
  static constexpr const char* kDelete = "DELETE FROM joins WHERE first = ? AND second = ?";
  static auto key(const Row& row) { return std::tuple(row.first, row.second); }
  static Row read(const Statement& s) {
    return {s.integer(0),           s.integer(1),           s.integer(2),
            std::string(s.text(3)), std::string(s.text(4)), s.real(5)};
  }
  static void add(RowWriter& out, const Row& row) {
    out.add({row.first, row.second, row.entity == 0 ? Value() : Value(row.entity), row.reason,
             Value::or_null(row.against), row.confidence});
  }
};

template <class Table>
Result<std::vector<typename Table::Row>> read_table(Database& db) {
  Result<Statement> select = db.prepare(Table::kSelect);
  if (!select) return select.error();
  std::vector<typename Table::Row> rows;
  Result<bool> row = select->step();
  for (; row && *row; row = select->step()) rows.push_back(Table::read(*select));
  if (!row) return row.error();
  return rows;
}

void bind_key(Statement& statement, const auto& key) {
  int parameter = 0;
  std::apply([&](const auto&... part) { (statement.bind(++parameter, Value(part)), ...); }, key);
}

/// Deletes the rows of `before` whose key is not in `after`; both in the order of their keys.
template <class Table>
Status delete_missing(Database& db, const std::vector<typename Table::Row>& before,
                      const std::vector<typename Table::Row>& after) {
  Result<Statement> erase = db.prepare(Table::kDelete);
  if (!erase) return erase.error();
  auto next = after.begin();
  for (const auto& row : before) {
    while (next != after.end() && Table::key(*next) < Table::key(row)) ++next;
    if (next != after.end() && Table::key(*next) == Table::key(row)) continue;
    bind_key(*erase, Table::key(row));
    if (Status erased = erase->run(); !erased) return erased;
  }
  return Done{};
}

template <class Table>
Status write_table(Database& db, const std::vector<typename Table::Row>& after) {
  const Result<std::vector<typename Table::Row>> before = read_table<Table>(db);
  if (!before) return before.error();
  if (Status erased = delete_missing<Table>(db, *before, after); !erased) return erased;
  const std::string insert = std::string("INSERT OR REPLACE INTO ") + Table::kColumnNames;
  Result<RowWriter> writer = RowWriter::prepare(db, insert, Table::kColumns);
  if (!writer) return writer.error();
  auto old = before->begin();
  std::size_t waiting = 0;
  for (const auto& row : after) {
    while (old != before->end() && Table::key(*old) < Table::key(row)) ++old;
    if (old != before->end() && *old == row) continue;
    Table::add(*writer, row);
    constexpr std::size_t kAtOnce = 512;
    if (++waiting % kAtOnce != 0) continue;
    if (Status written = writer->flush(); !written) return written;
  }
  return writer->flush();
}

/// The words for the reasons, once in a database.
Status write_reasons(Database& db) {
  Result<Statement> insert =
      db.prepare("INSERT OR REPLACE INTO join_reasons (reason, tells) VALUES (?, ?)");
  if (!insert) return insert.error();
  const auto write_all = [&](const auto& reasons) -> Status {
    for (const ReasonText& reason : reasons) {
      if (reason.name.empty()) continue;
      insert->bind(1, reason.name);
      insert->bind(2, reason.tells);
      if (Status written = insert->run(); !written) return written;
    }
    return Done{};
  };
  if (Status written = write_all(kJoinReasons); !written) return written;
  return write_all(kObjections);
}

Status point_to_entities(Database& db, const StoredArticles& stored, const Clusters& clusters,
                         const Graph& graph) {
  Result<Statement> update =
      db.prepare("UPDATE local_entities SET entity = ?, joined_by = ? WHERE id = ?");
  if (!update) return update.error();
  for (std::uint32_t i = 0; i < stored.entities.size(); ++i) {
    const JoinReason reason = clusters.reason(i);
    if (stored.entities[i] == graph.entity_of_local[i] && stored.reasons[i] == reason) continue;
    update->bind(1, graph.entity_of_local[i]);
    update->bind(2, Value::or_null(text_of(reason).name));
    update->bind(3, stored.input.entities[i].id);
    if (Status updated = update->run(); !updated) return updated;
  }
  return Done{};
}

Status point_to_edges(Database& db, const StoredArticles& stored, const Graph& graph) {
  Result<Statement> update = db.prepare("UPDATE evidence SET edge = ? WHERE id = ?");
  if (!update) return update.error();
  for (std::size_t i = 0; i < stored.edges.size(); ++i) {
    const std::int64_t edge = graph.edge_of_relation[i];
    if (stored.edges[i] == edge) continue;
    update->bind(1, edge == 0 ? Value() : Value(edge));
    update->bind(2, stored.input.relations[i].id);
    if (Status updated = update->run(); !updated) return updated;
  }
  return Done{};
}

}  // namespace

Status write_graph(Database& db, const StoredArticles& stored, const Clusters& clusters,
                   const Graph& graph) {
  if (Status written = write_table<EntityTable>(db, graph.entities); !written) return written;
  if (Status written = write_table<NameTable>(db, graph.names); !written) return written;
  if (Status written = write_table<ExternalIdTable>(db, graph.external_ids); !written) {
    return written;
  }
  if (Status written = write_table<EdgeTable>(db, graph.edges); !written) return written;
  if (Status written = write_reasons(db); !written) return written;
  if (Status written = write_table<JoinTable>(db, graph.joins); !written) return written;
  if (Status pointed = point_to_entities(db, stored, clusters, graph); !pointed) return pointed;
  return point_to_edges(db, stored, graph);
}

}  // namespace rawabit
