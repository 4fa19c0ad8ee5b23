// What resolution across articles looks at: the local entities of all articles, their names, and
// what is said of them. Names are kept once each, by number. Articles come in the order of their
// names, so that the same articles give the same input whenever they were read.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/types.h"

namespace rawabit {

/// Number of a text in a NamePool; 0 is the empty text.
using NameId = std::uint32_t;

/// Each text once, with its name_key() computed once.
class NamePool {
 public:
  NamePool();
  NameId add(std::string_view text);
  [[nodiscard]] const std::string& text(NameId id) const { return *texts_[id]; }
  [[nodiscard]] const std::string& key(NameId id) const { return keys_[id]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, NameId, Hash, std::equal_to<>> ids_;
  std::vector<const std::string*> texts_;  ///< the keys of ids_, which stay where they are
  std::vector<std::string> keys_;
};

/// A form under which an article mentions a local entity, and how often.
struct NameUse {
  NameId name = 0;
  std::uint32_t count = 0;
};

struct LocalEntity {
  std::int64_t id = 0;         ///< in the database
  std::uint32_t document = 0;  ///< any number that the entities of one article share
  EntityType type = EntityType::person;
  TitleKind kind = TitleKind::none;
  NameId name = 0;              ///< the fullest form
  NameId iso = 0;               ///< of a date
  std::uint32_t first_use = 0;  ///< its names are AcrossInput::uses [first_use, last_use)
  std::uint32_t last_use = 0;
};

inline constexpr std::uint32_t kNoLocal = 0xFFFFFFFF;

/// One piece of evidence of one article. Ends are indexes into AcrossInput::entities.
struct LocalRelation {
  std::int64_t id = 0;  ///< of the evidence in the database
  std::uint32_t subject = 0;
  std::uint32_t object = 0;
  Predicate predicate = Predicate::has_title;
  Modality modality = Modality::asserted;
  Origin origin = Origin::text;
  double confidence = 1.0;
};

struct AcrossInput {
  NamePool names;
  std::vector<std::string> articles;  ///< names, by LocalEntity::document
  std::vector<LocalEntity> entities;  ///< by name of the article, then by number in it
  std::vector<NameUse> uses;
  std::vector<LocalRelation> relations;

  [[nodiscard]] std::span<const NameUse> uses_of(const LocalEntity& entity) const {
    return std::span(uses).subspan(entity.first_use, entity.last_use - entity.first_use);
  }
  [[nodiscard]] const std::string& key_of(const LocalEntity& entity) const {
    return names.key(entity.name);
  }
};

}  // namespace rawabit
