// From sets of local entities to the graph: entities with all their names, and the edges between
// them.
//
// Takes what resolution across articles looked at and what it found. Gives rows for the database,
// each list in the order of its key. An entity has the number of its first local entity, an edge
// that of its first evidence, so that later articles leave the numbers of earlier ones alone; a
// country that only the line of a city names has a number below 0.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "resolve/across_clusters.h"
#include "resolve/across_input.h"
#include "resolve/across_known.h"

namespace rawabit {

struct GraphEntity {
  std::int64_t id = 0;
  EntityType type = EntityType::person;
  TitleKind kind = TitleKind::none;
  std::string name, key, english, iso, date_from, date_to, gazetteer;
  std::int64_t n_documents = 0;
  std::int64_t n_mentions = 0;
  auto operator<=>(const GraphEntity&) const = default;
};

struct GraphName {
  std::int64_t entity = 0;
  std::string key;
  std::string language;
  std::string name;
  bool from_text = false;
  bool is_canonical = false;
  bool is_full = false;
  std::int64_t n_mentions = 0;
  auto operator<=>(const GraphName&) const = default;
};

struct GraphExternalId {
  std::int64_t entity = 0;
  std::string scheme, value;
  auto operator<=>(const GraphExternalId&) const = default;
};

struct GraphEdge {
  std::int64_t id = 0;
  std::int64_t subject = 0;
  std::int64_t object = 0;
  Predicate predicate = Predicate::has_title;
  Modality modality = Modality::asserted;
  Origin origin = Origin::text;
  double confidence = 0;
  std::int64_t n_evidence = 0;
  std::int64_t n_documents = 0;
  auto operator<=>(const GraphEdge&) const = default;
};

/// Two local entities that are one, or nearly were (across_reasons.h), by their database ids.
struct GraphJoin {
  std::int64_t first = 0;
  std::int64_t second = 0;
  std::int64_t entity = 0;  ///< what both are; 0: they are two
  std::string reason, against;
  double confidence = 0;
  auto operator<=>(const GraphJoin&) const = default;
};

struct Graph {
  std::vector<GraphEntity> entities;
  std::vector<GraphName> names;
  std::vector<GraphExternalId> external_ids;
  std::vector<GraphEdge> edges;
  std::vector<GraphJoin> joins;
  std::vector<std::int64_t> entity_of_local;   ///< one for each of AcrossInput::entities
  std::vector<std::int64_t> edge_of_relation;  ///< one for each relation; 0: both ends are one
};

[[nodiscard]] Graph build_graph(const AcrossInput& input, const KnownNames& known,
                                const Clusters& clusters);

// The parts of it.
struct DayRange {
  std::string first, last;
};
/// The first and last day of an ISO 8601 date, month, year or A/B; empty where it is none.
[[nodiscard]] DayRange days_of(std::string_view iso);

}  // namespace rawabit
