#include "store/digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/fingerprint.h"
#include "model/types.h"

namespace rawabit {
namespace {

/// Between the fields of a row: no text that was decoded holds it.
constexpr char kField = '\x1f';

/// How a column of a SELECT goes into the digest.
enum class Column { plain, entity, local };

class Digest {
 public:
  explicit Digest(Database& db) : db_(db) {}

  Result<std::string> take() {
    for (Status (Digest::*step)() :
         {&Digest::name_locals, &Digest::name_entities, &Digest::add_tables}) {
      if (Status done = (this->*step)(); !done) return done.error();
    }
    std::sort(rows_.begin(), rows_.end());
    std::string all;
    for (const Fingerprint& row : rows_) all += to_hex(row);
    return to_hex(fingerprint(all));
  }

 private:
  template <class Use>
  Status for_each_row(std::string_view sql, Use use) {
    Result<Statement> select = db_.prepare(sql);
    if (!select) return select.error();
    Result<bool> row = select->step();
    for (; row && *row; row = select->step()) use(*select);
    if (!row) return row.error();
    return Done{};
  }

  /// A local entity is known by its article and its number there.
  Status name_locals() {
    return for_each_row(
        "SELECT l.id, l.entity, d.article, l.number FROM local_entities AS l "
        "JOIN documents AS d ON d.id = l.document",
        [&](const Statement& row) {
          const std::string name = fmt::format("{}{}{}", row.text(2), kField, row.integer(3));
          locals_[row.integer(0)] = name;
          members_[row.integer(1)].push_back(fingerprint(name));
        });
  }

  /// An entity is known by its local entities, or by its line where it has none.
  Status name_entities() {
    for (auto& [entity, members] : members_) {
      std::sort(members.begin(), members.end());
      std::string all;
      for (const Fingerprint& member : members) all += to_hex(member);
      entities_[entity] = to_hex(fingerprint(all));
    }
    return for_each_row(
        "SELECT id, gazetteer FROM entities WHERE id < 0",
        [&](const Statement& row) { entities_[row.integer(0)] = std::string(row.text(1)); });
  }

  Status add_tables();

  /// The rows of a SELECT. Columns beyond those listed are plain.
  Status add(std::string_view sql, const std::vector<Column>& columns) {
    return for_each_row(sql, [&](const Statement& row) {
      std::string text;
      for (int i = 0; i < row.columns(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        text += kField;
        text += describe(row, i, index < columns.size() ? columns[index] : Column::plain);
      }
      rows_.push_back(fingerprint(text));
    });
  }

  std::string describe(const Statement& row, int column, Column kind) {
    if (row.is_null(column)) return {};
    if (kind == Column::entity) return entities_[row.integer(column)];
    if (kind == Column::local) return locals_[row.integer(column)];
    return std::string(row.text(column));
  }

  Status add_edges() {
    return for_each_row(
        "SELECT subject, object, predicate, modality, origin, confidence, n_evidence, n_documents "
        "FROM edges",
        [&](const Statement& row) {
          std::string subject = entities_[row.integer(0)];
          std::string object = entities_[row.integer(1)];
          const std::optional<Predicate> predicate = predicate_named(row.text(2));
          if (predicate && is_symmetric(*predicate) && object < subject) std::swap(subject, object);
          std::string text = "edge" + (kField + subject) + kField + object;
          for (int i = 2; i < row.columns(); ++i) text += kField + std::string(row.text(i));
          rows_.push_back(fingerprint(text));
        });
  }

  Database& db_;
  std::unordered_map<std::int64_t, std::string> locals_;
  std::map<std::int64_t, std::vector<Fingerprint>> members_;
  std::unordered_map<std::int64_t, std::string> entities_;
  std::vector<Fingerprint> rows_;
};

Status Digest::add_tables() {
  struct Rows {
    std::string_view sql;
    std::vector<Column> columns;
  };
  const Rows all[] = {
      {"SELECT 'document', article, title, date FROM documents WHERE status = 'done'", {}},
      {"SELECT 'entity', id, type, kind, name, key, english, iso, date_from, date_to, gazetteer, "
       "n_documents, n_mentions FROM entities",
       {Column::plain, Column::entity}},
      {"SELECT 'name', entity, key, name, language, origin, is_canonical, is_full, n_mentions "
       "FROM names",
       {Column::plain, Column::entity}},
      {"SELECT 'id', entity, scheme, value FROM external_ids", {Column::plain, Column::entity}},
      {"SELECT 'local', id, entity, type, kind, name, iso, joined_by FROM local_entities",
       {Column::plain, Column::local, Column::entity}},
      {"SELECT 'mention', local_entity, start, end, text, form FROM mentions",
       {Column::plain, Column::local}},
      {"SELECT 'join', first, second, entity, reason, against, confidence FROM joins",
       {Column::plain, Column::local, Column::local, Column::entity}},
      {"SELECT 'evidence', subject, object, predicate, modality, origin, start, end, rule, "
       "confidence, speaker FROM evidence",
       {Column::plain, Column::local, Column::local, Column::plain, Column::plain, Column::plain,
        Column::plain, Column::plain, Column::plain, Column::plain, Column::local}}};
  for (const Rows& rows : all) {
    if (Status added = add(rows.sql, rows.columns); !added) return added;
  }
  return add_edges();
}

}  // namespace

Result<std::string> digest(Store& store) { return Digest(store.db()).take(); }

}  // namespace rawabit
