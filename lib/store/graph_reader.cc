#include "store/graph_reader.h"

#include <algorithm>
#include <numeric>

namespace rawabit {
namespace {

/// Calls use(row) for each row of `sql`.
template <class Use>
Status for_each_row(Database& db, std::string_view sql, Use use) {
  Result<Statement> select = db.prepare(sql);
  if (!select) return select.error();
  Result<bool> row = select->step();
  for (; row && *row; row = select->step()) use(*select);
  if (!row) return row.error();
  return Done{};
}

template <class T>
void put(std::vector<T>& table, std::int64_t at, T value, T empty) {
  const auto index = static_cast<std::size_t>(at);
  if (index >= table.size()) table.resize(index + 1, empty);
  table[index] = value;
}

/// The items of `order` that stand at `indexes`.
template <class T>
std::vector<T> reordered(const std::vector<T>& items, const std::vector<std::uint32_t>& indexes) {
  std::vector<T> result;
  result.reserve(items.size());
  for (const std::uint32_t index : indexes) result.push_back(items[index]);
  return result;
}

JoinReason reason_named(std::string_view name) {
  const auto found = std::ranges::find(kJoinReasons, name, &ReasonText::name);
  return found == kJoinReasons.end() ? JoinReason::none
                                     : static_cast<JoinReason>(found - kJoinReasons.begin());
}

class Reader {
 public:
  explicit Reader(Database& db) : db_(db) {}

  Result<StoredArticles> read() {
    for (Status (Reader::*step)() : {&Reader::read_documents, &Reader::read_entities,
                                     &Reader::read_mentions, &Reader::read_evidence}) {
      if (Status done = (this->*step)(); !done) return done.error();
    }
    return std::move(stored_);
  }

 private:
  Status read_documents() {
    std::uint32_t rank = 0;
    return for_each_row(db_, "SELECT id, article FROM documents ORDER BY article",
                        [&](Statement& row) {
                          put(rank_of_document_, row.integer(0), rank++, kNoLocal);
                          stored_.input.articles.emplace_back(row.text(1));
                        });
  }

  Status read_entities() {
    AcrossInput& input = stored_.input;
    Status read = for_each_row(
        db_, "SELECT id, document, type, kind, name, iso, entity, joined_by FROM local_entities",
        [&](Statement& row) {
          LocalEntity entity;
          entity.id = row.integer(0);
          entity.document = rank_of_document_[static_cast<std::size_t>(row.integer(1))];
          entity.type = entity_type_named(row.text(2)).value_or(EntityType::person);
          entity.kind = title_kind_named(row.text(3)).value_or(TitleKind::none);
          entity.name = input.names.add(row.text(4));
          entity.iso = input.names.add(row.text(5));
          input.entities.push_back(entity);
          stored_.entities.push_back(row.integer(6));
          stored_.reasons.push_back(reason_named(row.text(7)));
        });
    if (!read) return read;
    std::vector<std::uint32_t> order(input.entities.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return input.entities[a].document < input.entities[b].document;
    });
    input.entities = reordered(input.entities, order);
    stored_.entities = reordered(stored_.entities, order);
    stored_.reasons = reordered(stored_.reasons, order);
    for (std::uint32_t i = 0; i < input.entities.size(); ++i) {
      put(index_of_entity_, input.entities[i].id, i, kNoLocal);
    }
    return Done{};
  }

  Status read_mentions() {
    AcrossInput& input = stored_.input;
    // In the order of the primary key: the mentions of one entity lie together.
    return for_each_row(
        db_, "SELECT local_entity, coalesce(form, text) FROM mentions", [&](Statement& row) {
          const auto local = static_cast<std::size_t>(row.integer(0));
          LocalEntity& entity = input.entities[index_of_entity_[local]];
          if (entity.first_use == entity.last_use) {
            entity.first_use = entity.last_use = static_cast<std::uint32_t>(input.uses.size());
          }
          const NameId name = input.names.add(row.text(1));
          const auto first = input.uses.begin() + entity.first_use;
          const auto found = std::find_if(first, input.uses.end(),
                                          [&](const NameUse& use) { return use.name == name; });
          if (found != input.uses.end()) {
            ++found->count;
            return;
          }
          input.uses.push_back({name, 1});
          ++entity.last_use;
        });
  }

  Status read_evidence() {
    std::vector<LocalRelation>& relations = stored_.input.relations;
    Status read = for_each_row(
        db_,
        "SELECT id, subject, object, predicate, modality, origin, confidence, edge FROM evidence",
        [&](Statement& row) {
          LocalRelation relation;
          relation.id = row.integer(0);
          relation.subject = index_of_entity_[static_cast<std::size_t>(row.integer(1))];
          relation.object = row.is_null(2)
                                ? kNoLocal
                                : index_of_entity_[static_cast<std::size_t>(row.integer(2))];
          relation.predicate = predicate_named(row.text(3)).value_or(Predicate::has_title);
          relation.modality = modality_named(row.text(4)).value_or(Modality::asserted);
          relation.origin = origin_named(row.text(5)).value_or(Origin::text);
          relation.confidence = row.real(6);
          relations.push_back(relation);
          stored_.edges.push_back(row.integer(7));
        });
    if (!read) return read;
    std::vector<std::uint32_t> order(relations.size());
    std::iota(order.begin(), order.end(), 0U);
    const std::vector<LocalEntity>& entities = stored_.input.entities;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return entities[relations[a].subject].document < entities[relations[b].subject].document;
    });
    relations = reordered(relations, order);
    stored_.edges = reordered(stored_.edges, order);
    return Done{};
  }

  Database& db_;
  StoredArticles stored_;
  std::vector<std::uint32_t> rank_of_document_;  ///< by documents.id
  std::vector<std::uint32_t> index_of_entity_;   ///< by local_entities.id
};

}  // namespace

Result<StoredArticles> read_articles(Database& db) { return Reader(db).read(); }

}  // namespace rawabit
