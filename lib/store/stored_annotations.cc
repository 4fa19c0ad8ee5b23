#include "store/stored_annotations.h"

#include <algorithm>
#include <string>
#include <utility>

namespace rawabit {
namespace {

Span<Original> span_in(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1))};
}

/// Calls use(row) for each row that the statement gives for a document.
template <class Use>
Status for_each_row_of(Statement& statement, std::int64_t document, Use use) {
  statement.bind(1, document);
  Result<bool> row = statement.step();
  for (; row && *row; row = statement.step()) use(statement);
  if (!row) return row.error();
  return Done{};
}

bool is_of(const Relation& relation, int subject, Predicate predicate, int object,
           Modality modality, Origin origin) {
  return relation.subject == subject && relation.predicate == predicate &&
         relation.object == object && relation.modality == modality && relation.origin == origin;
}

}  // namespace

Result<StoredAnnotations> StoredAnnotations::open(Store& store) {
  StoredAnnotations reader;
  const std::pair<Statement*, std::string_view> statements[] = {
      {&reader.documents_,
       "SELECT id, article, path, title, date, text FROM documents WHERE status = 'done' "
       "ORDER BY article"},
      {&reader.sentences_,
       "SELECT start, end, text FROM sentences WHERE document = ? ORDER BY number"},
      {&reader.entities_,
       "SELECT number, type, kind, name, iso FROM local_entities WHERE document = ? "
       "ORDER BY number"},
      {&reader.mentions_,
       "SELECT l.number, m.start, m.end, m.text, m.form, m.rule FROM local_entities AS l "
       "JOIN mentions AS m ON m.local_entity = l.id WHERE l.document = ? "
       "ORDER BY l.number, m.start, m.end"},
      {&reader.evidence_,
       "SELECT s.number, v.predicate, o.number, v.modality, v.origin, v.start, v.end, v.rule, "
       "v.confidence, w.number FROM evidence AS v JOIN local_entities AS s ON s.id = v.subject "
       "JOIN local_entities AS o ON o.id = v.object "
       "LEFT JOIN local_entities AS w ON w.id = v.speaker WHERE v.document = ? ORDER BY v.id"}};
  for (const auto& [statement, sql] : statements) {
    Result<Statement> prepared = store.db().prepare(sql);
    if (!prepared) return prepared.error();
    *statement = std::move(*prepared);
  }
  return reader;
}

std::optional<Result<Annotation>> StoredAnnotations::next() {
  if (ended_) return std::nullopt;
  const Result<bool> row = documents_.step();
  ended_ = !row || !*row;
  if (!row) return row.error();
  if (!*row) return std::nullopt;
  Result<Annotation> annotation = read();
  ended_ = !annotation;
  return annotation;
}

Result<Annotation> StoredAnnotations::read() {
  Annotation annotation;
  const std::int64_t document = documents_.integer(0);
  annotation.id = documents_.text(1);
  annotation.path = documents_.text(2);
  annotation.title = documents_.text(3);
  annotation.date = documents_.text(4);
  annotation.text = documents_.text(5);
  for (Status (StoredAnnotations::*part)(std::int64_t, Annotation&) :
       {&StoredAnnotations::read_sentences, &StoredAnnotations::read_entities,
        &StoredAnnotations::read_mentions, &StoredAnnotations::read_relations}) {
    if (Status done = (this->*part)(document, annotation); !done) return done.error();
  }
  return annotation;
}

Status StoredAnnotations::read_sentences(std::int64_t document, Annotation& annotation) {
  return for_each_row_of(sentences_, document, [&](const Statement& row) {
    annotation.sentences.push_back({span_in(row, 0), std::string(row.text(2))});
  });
}

Status StoredAnnotations::read_entities(std::int64_t document, Annotation& annotation) {
  return for_each_row_of(entities_, document, [&](const Statement& row) {
    annotation.entities.push_back({static_cast<int>(row.integer(0)),
                                   entity_type_named(row.text(1)).value_or(EntityType::person),
                                   title_kind_named(row.text(2)).value_or(TitleKind::none),
                                   std::string(row.text(3)),
                                   std::string(row.text(4)),
                                   {}});
  });
}

Status StoredAnnotations::read_mentions(std::int64_t document, Annotation& annotation) {
  auto entity = annotation.entities.begin();
  return for_each_row_of(mentions_, document, [&](const Statement& row) {
    while (entity != annotation.entities.end() && entity->id != row.integer(0)) ++entity;
    if (entity == annotation.entities.end()) return;
    entity->mentions.push_back({span_in(row, 1), std::string(row.text(3)), std::string(row.text(4)),
                                std::string(row.text(5))});
  });
}

Status StoredAnnotations::read_relations(std::int64_t document, Annotation& annotation) {
  return for_each_row_of(evidence_, document, [&](const Statement& row) {
    const int subject = static_cast<int>(row.integer(0));
    const auto predicate = predicate_named(row.text(1)).value_or(Predicate::has_title);
    const int object = static_cast<int>(row.integer(2));
    const auto modality = modality_named(row.text(3)).value_or(Modality::asserted);
    const auto origin = origin_named(row.text(4)).value_or(Origin::text);
    Evidence evidence{span_in(row, 5), std::string(row.text(7)), row.real(8),
                      static_cast<int>(row.integer(9))};
    // What one relation rests on was written one after another.
    if (!annotation.relations.empty() &&
        is_of(annotation.relations.back(), subject, predicate, object, modality, origin)) {
      annotation.relations.back().evidence.push_back(std::move(evidence));
      return;
    }
    annotation.relations.push_back(
        {subject, predicate, object, modality, origin, {std::move(evidence)}});
  });
}

}  // namespace rawabit
