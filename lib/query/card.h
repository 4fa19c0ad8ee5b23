// Everything that the graph knows of one entity, on a card.
//
//   Result<std::optional<EntityCard>> card = card_of(db, entity);
//
// Takes the number of an entity; gives nothing where there is none. Links are the asserted edges
// from both ends, by what they say ("works for", "who works there"); titles are in the order of
// time, each with the days of the first and the last article that gives it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/sqlite.h"

namespace rawabit {

struct CardLink {
  std::int64_t entity = 0;
  std::string name, type;
  std::int64_t edge = 0;
  std::int64_t evidence = 0;    ///< how many places prove it
  std::string article;          ///< the first article that says so
  std::string date, last_date;  ///< of the first and the last article that say so, where known
  std::string speakers;         ///< whom articles quote for it; empty where one says it itself
  std::string detail;           ///< of a title: where it is held; of a meeting: its days and places
};

struct CardSection {
  std::string predicate;
  bool is_subject = false;  ///< the entity is the subject of the edges
  std::string heading;      ///< in English
  std::vector<CardLink> links;
};

struct CardArticle {
  std::string article, title, date;
  std::int64_t mentions = 0;
};

/// Two names that articles have for the entity, and why they are one.
struct CardJoin {
  std::string name, other_name;
  std::string reason;  ///< in words
  double confidence = 0;
  std::int64_t count = 0;  ///< how many pairs of articles
};

struct EntityCard {
  std::int64_t entity = 0;
  std::string name, type, english, gazetteer;
  std::string date;                       ///< of a date: ISO 8601
  std::vector<std::string> other_names;   ///< most frequent first
  std::vector<std::string> external_ids;  ///< "scheme:value"
  std::vector<CardJoin> joins;            ///< of unlike names, or with a doubt
  std::vector<CardSection> sections;      ///< those that have links
  std::vector<CardArticle> articles;      ///< by date, then by name
};

[[nodiscard]] Result<std::optional<EntityCard>> card_of(Database& db, std::int64_t entity);

}  // namespace rawabit
