// Patterns of spaCy's EntityRuler, JSON Lines, read as names of a gazetteer.
//
//   {"label": "ORG", "pattern": "نادي الأمثلة", "id": "example-club"}
//   {"label": "ORG", "pattern": [{"LOWER": "example"}, {"ORTH": "club"}]}
//
// A pattern is a string, or a list of tokens of which each says its word by LOWER, ORTH or TEXT;
// the three are the same here, as all names are folded. Patterns of one `id` and label are forms of
// one entity; without an id each is its own, called by label and form.
//
// Refused, with file and line: what is no JSON object, a missing label or pattern, a token without
// exactly one of the three, any other attribute or operator, an unknown member.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace rawabit {

struct EntityPattern {
  std::string label;
  std::string id;
  std::string form;
  int line = 0;  ///< from 1
};

Result<std::vector<EntityPattern>> read_patterns(const std::string& path);

/// The class and the entity type that a label stands for; both empty where it stands for none.
struct LabelMeaning {
  std::string_view class_name;
  std::string_view type;
};
[[nodiscard]] LabelMeaning meaning_of_label(std::string_view label);
/// The labels that stand for something, for messages: "COUNTRY, GPE, ...".
[[nodiscard]] std::string known_labels();

}  // namespace rawabit
