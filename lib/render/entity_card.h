// All that the graph says of one entity: its names, and its edges with the best sentence for each.
//
//   Result<std::vector<EntityCard>> cards = read_entity_cards(db, "Interpol");
//
// Takes a name in any spelling that folds to one of the entity's names; several entities may have
// it. None is an Error of kind `usage`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/sqlite.h"

namespace rawabit {

struct EntityFact {
  std::string predicate;
  bool is_subject = true;  ///< the entity of the card is the subject
  std::string other;       ///< name at the other end
  std::string other_type;
  std::int64_t n_evidence = 0;
  std::string origin;
  std::string article;   ///< of the best evidence
  std::string sentence;  ///< the same; empty where the graph has no texts
};

struct EntityCard {
  std::int64_t id = 0;
  std::string type, kind, name, english, iso;
  std::int64_t n_documents = 0, n_mentions = 0;
  std::vector<std::string> names;  ///< all others
  std::vector<EntityFact> facts;
};

[[nodiscard]] Result<std::vector<EntityCard>> read_entity_cards(Database& db,
                                                                std::string_view name);

[[nodiscard]] std::string cards_as_text(const std::vector<EntityCard>& cards);
[[nodiscard]] std::string cards_as_json(const std::vector<EntityCard>& cards);

}  // namespace rawabit
