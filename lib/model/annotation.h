// What is known of one article: the value that `annotate` prints, `load` reads and the store keeps.
//
// All spans count bytes of the original file. Entities are numbered from 1 in the order of their
// first mention; relations name their ends by those numbers. No relation is without evidence.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "model/types.h"

namespace rawabit {

struct Sentence {
  Span<Original> span;
  std::string text;  ///< the decoded text of the span
};

struct Mention {
  Span<Original> span;
  std::string text;  ///< the decoded text of the span, as the article wrote it
  std::string form;  ///< how the name reads where that differs from its bytes; else empty
  std::string rule;  ///< the rule or gazetteer list that found it

  [[nodiscard]] const std::string& reading() const { return form.empty() ? text : form; }
};

struct Entity {
  int id = 0;  ///< within the article, from 1
  EntityType type = EntityType::person;
  TitleKind kind = TitleKind::none;  ///< of a title
  std::string name;                  ///< the fullest form
  std::string iso;                   ///< of a date, where it could be resolved
  std::vector<Mention> mentions;     ///< in the order of the text, never empty
};

struct Evidence {
  Span<Original> span;
  std::string rule;
  double confidence = 1.0;  ///< 0 to 1
  int speaker = 0;          ///< Entity::id of whom the article quotes for it; 0: nobody, or unknown
};

struct Relation {
  int subject = 0;  ///< Entity::id
  Predicate predicate = Predicate::has_title;
  int object = 0;  ///< Entity::id
  Modality modality = Modality::asserted;
  Origin origin = Origin::text;
  std::vector<Evidence> evidence;  ///< never empty; the first is the best
};

struct Annotation {
  std::string id;     ///< file name without extension, or the record's id
  std::string path;   ///< where it was read from
  std::string title;  ///< may be empty
  std::string date;   ///< publication date, ISO 8601, or empty
  std::string text;   ///< the decoded article
  std::vector<Sentence> sentences;
  std::vector<Entity> entities;
  std::vector<Relation> relations;
};

}  // namespace rawabit
