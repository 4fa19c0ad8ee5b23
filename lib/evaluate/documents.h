// What is scored: the entities and relations of an article, from a gold file or from annotations.
//
//   Result<std::vector<ScoreDocument>> gold = read_gold("gold.jsonl");
//   gold line    {"id": "a", "entities": [{"id": "e1", "type": "city", "names": ["..."]}],
//                 "relations": [["e1", "held_in", "e2"]]}
//   system line  what `rawabit annotate` prints
//
// Refused, with file and line: what is no JSON, a missing or wrong part, an id that stands twice in
// the file, a gold relation between entities that the line does not have.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "model/annotation.h"

namespace rawabit {

struct ScoreEntity {
  std::string id;
  std::string type;
  std::string name;                ///< what an error list calls it; of gold its first name
  std::vector<std::string> forms;  ///< all that it is called, as written, the name first
};

struct ScoreRelation {
  std::string subject;
  std::string predicate;
  std::string object;
};

struct ScoreDocument {
  std::string id;
  std::vector<ScoreEntity> entities;
  std::vector<ScoreRelation> relations;
};

[[nodiscard]] Result<std::vector<ScoreDocument>> read_gold(const std::string& file);
/// Relations that are not asserted or known from a gazetteer alone are left out.
[[nodiscard]] Result<std::vector<ScoreDocument>> read_system(const std::string& file);
[[nodiscard]] ScoreDocument to_score_document(const Annotation& annotation);

/// Does the file hold annotations (rather than articles as JSON Lines)? Looks at its first line.
[[nodiscard]] bool holds_annotations(const std::string& file);

}  // namespace rawabit
