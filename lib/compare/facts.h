// What is known of one article as facts that can be compared with those of another run, of another
// program or of a person: entities by their names and places, relations between them.
//
//   const ArticleFacts facts = facts_of(annotation);
//
// Rules, confidences and the order of things are no facts. Nothing is refused.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/annotation.h"
#include "model/types.h"

namespace rawabit {

struct EntityFact {
  EntityType type = EntityType::person;
  TitleKind kind = TitleKind::none;
  std::string name;                   ///< the fullest form, as written
  std::string iso;                    ///< of a date; empty: not said
  std::vector<std::string> forms;     ///< all that it is called, as written, the name first
  std::vector<Span<Original>> spans;  ///< where it is named; empty: not said

  /// "person", or of a title its kind.
  [[nodiscard]] std::string_view label() const;
};

struct RelationFact {
  std::size_t subject = 0;  ///< index into ArticleFacts::entities
  Predicate predicate = Predicate::has_title;
  std::size_t object = 0;  ///< the same
  Modality modality = Modality::asserted;
  std::string sentence;  ///< that says it; may be empty
};

struct ArticleFacts {
  std::string id;
  std::vector<EntityFact> entities;
  std::vector<RelationFact> relations;
};

/// What gazetteers alone know of the article is left out.
[[nodiscard]] ArticleFacts facts_of(const Annotation& annotation);

/// "person X", "date X (2016-04-12)".
[[nodiscard]] std::string words_of(const EntityFact& entity);
/// "X has_title Y", "X participated_in Y (planned)".
[[nodiscard]] std::string words_of(const ArticleFacts& facts, const RelationFact& relation);

}  // namespace rawabit
