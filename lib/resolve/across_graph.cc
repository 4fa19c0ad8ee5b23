#include "resolve/across_graph.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "resolve/across_names.h"

namespace rawabit {
namespace {

using Members = std::vector<std::uint32_t>;

/// The local entities of each set, by the root of the set.
std::unordered_map<std::uint32_t, Members> members_of(const Clusters& clusters) {
  std::unordered_map<std::uint32_t, Members> members;
  for (std::uint32_t i = 0; i < clusters.size(); ++i) members[clusters.find(i)].push_back(i);
  return members;
}

void add_external_ids(const KnownEntity& line, std::int64_t entity,
                      std::vector<GraphExternalId>& out) {
  constexpr std::string_view kGeonames = "geonames:";
  if (line.id.starts_with(kGeonames)) {
    out.push_back({entity, "geonames", line.id.substr(kGeonames.size())});
  }
  for (const char* scheme : {"iso2", "iso3", "wikidata"}) {
    const auto found = line.attributes.find(scheme);
    if (found != line.attributes.end()) out.push_back({entity, scheme, found->second});
  }
}

class GraphBuilder {
 public:
  GraphBuilder(const AcrossInput& input, const KnownNames& known, const Clusters& clusters)
      : input_(input), known_(known), clusters_(clusters) {}

  Graph build() {
    add_entities();
    add_edges();
    add_joins();
    std::sort(graph_.entities.begin(), graph_.entities.end());
    std::sort(graph_.names.begin(), graph_.names.end());
    std::sort(graph_.external_ids.begin(), graph_.external_ids.end());
    std::sort(graph_.edges.begin(), graph_.edges.end());
    std::sort(graph_.joins.begin(), graph_.joins.end());
    return std::move(graph_);
  }

 private:
  void add_entities() {
    graph_.entity_of_local.resize(input_.entities.size());
    for (const auto& [root, members] : members_of(clusters_)) {
      std::int64_t id = input_.entities[members.front()].id;
      for (const std::uint32_t local : members) id = std::min(id, input_.entities[local].id);
      for (const std::uint32_t local : members) graph_.entity_of_local[local] = id;
      const KnownId line = clusters_.known(root);
      if (line != kUnknown) entity_of_line_[line] = id;
      add_entity(id, members, line);
    }
  }

  void add_entity(std::int64_t id, const Members& members, KnownId line) {
    const LocalEntity& first = input_.entities[members.front()];
    GraphEntity entity;
    entity.id = id;
    entity.type = first.type;
    entity.kind = first.kind;
    std::unordered_set<std::uint32_t> documents;
    for (const std::uint32_t local : members) {
      const LocalEntity& member = input_.entities[local];
      documents.insert(member.document);
      for (const NameUse& use : input_.uses_of(member)) entity.n_mentions += use.count;
    }
    entity.n_documents = static_cast<std::int64_t>(documents.size());
    if (first.type == EntityType::date) add_days(entity, input_.names.text(first.iso));
    finish(entity, EntityNames(input_, members, line == kUnknown ? nullptr : &known_.entity(line)));
    if (line != kUnknown) add_external_ids(known_.entity(line), id, graph_.external_ids);
  }

  static void add_days(GraphEntity& entity, const std::string& iso) {
    entity.iso = iso;
    DayRange days = days_of(iso);
    entity.date_from = std::move(days.first);
    entity.date_to = std::move(days.last);
  }

  void finish(GraphEntity& entity, const EntityNames& names) {
    entity.name = names.canonical();
    entity.key = names.canonical_key();
    entity.english = names.english();
    entity.gazetteer = names.gazetteer();
    names.append(entity.id, graph_.names);
    graph_.entities.push_back(std::move(entity));
  }

  /// The entity of a gazetteer's line, made where no article names it.
  std::int64_t entity_of(KnownId line) {
    const auto [found, is_new] =
        entity_of_line_.try_emplace(line, -static_cast<std::int64_t>(line) - 1);
    if (is_new) {
      GraphEntity entity;
      entity.id = found->second;
      entity.type = known_.entity(line).type;
      finish(entity, EntityNames(input_, {}, &known_.entity(line)));
      add_external_ids(known_.entity(line), entity.id, graph_.external_ids);
    }
    return found->second;
  }

  [[nodiscard]] std::int64_t object_of(const LocalRelation& relation) {
    if (relation.object != kNoLocal) return graph_.entity_of_local[relation.object];
    const KnownId city = clusters_.known(relation.subject);
    const KnownId country = city == kUnknown ? kUnknown : known_.country_of(city);
    return country == kUnknown ? 0 : entity_of(clusters_.line(country));
  }

  void add_joins() {
    for (const Joining& item : clusters_.log()) {
      graph_.joins.push_back({input_.entities[item.first].id, input_.entities[item.second].id,
                              item.joined ? graph_.entity_of_local[item.first] : 0,
                              std::string(text_of(item.reason).name),
                              std::string(text_of(item.against).name), item.confidence});
    }
  }

  void add_edges() {
    graph_.edge_of_relation.resize(input_.relations.size());
    std::vector<std::size_t> edge_index(input_.relations.size(), kNoEdge);
    for (std::size_t i = 0; i < input_.relations.size(); ++i) {
      const LocalRelation& relation = input_.relations[i];
      std::int64_t subject = graph_.entity_of_local[relation.subject];
      std::int64_t object = object_of(relation);
      if (object == 0 || subject == object) continue;
      if (is_symmetric(relation.predicate) && object < subject) std::swap(subject, object);
      edge_index[i] = add_evidence(relation, subject, object);
    }
    for (std::size_t i = 0; i < edge_index.size(); ++i) {
      if (edge_index[i] != kNoEdge) graph_.edge_of_relation[i] = graph_.edges[edge_index[i]].id;
    }
    count_documents();
  }

  std::size_t add_evidence(const LocalRelation& relation, std::int64_t subject,
                           std::int64_t object) {
    const EdgeKey key{subject, object, relation.predicate, relation.modality};
    const auto [found, is_new] = edges_.try_emplace(key, graph_.edges.size());
    if (is_new) {
      graph_.edges.push_back({relation.id, subject, object, relation.predicate, relation.modality,
                              relation.origin, 0, 0, 0});
    }
    GraphEdge& edge = graph_.edges[found->second];
    edge.id = std::min(edge.id, relation.id);
    edge.origin = std::min(edge.origin, relation.origin);
    edge.confidence = std::max(edge.confidence, relation.confidence);
    ++edge.n_evidence;
    documents_.emplace_back(found->second, input_.entities[relation.subject].document);
    return found->second;
  }

  void count_documents() {
    std::sort(documents_.begin(), documents_.end());
    const auto last = std::unique(documents_.begin(), documents_.end());
    for (auto item = documents_.begin(); item != last; ++item) {
      ++graph_.edges[item->first].n_documents;
    }
  }

  static constexpr std::size_t kNoEdge = static_cast<std::size_t>(-1);
  struct EdgeKey {
    std::int64_t subject, object;
    Predicate predicate;
    Modality modality;
    bool operator==(const EdgeKey&) const = default;
  };
  struct EdgeHash {
    std::size_t operator()(const EdgeKey& key) const {
      const auto mixed = static_cast<std::uint64_t>(key.subject) * 0x9E3779B97F4A7C15U +
                         static_cast<std::uint64_t>(key.object);
      return static_cast<std::size_t>((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9U +
                                      static_cast<std::uint64_t>(key.predicate) * 4 +
                                      static_cast<std::uint64_t>(key.modality));
    }
  };

  const AcrossInput& input_;
  const KnownNames& known_;
  const Clusters& clusters_;
  Graph graph_;
  std::unordered_map<KnownId, std::int64_t> entity_of_line_;
  std::unordered_map<EdgeKey, std::size_t, EdgeHash> edges_;
  std::vector<std::pair<std::size_t, std::uint32_t>> documents_;  ///< of each edge
};

}  // namespace

Graph build_graph(const AcrossInput& input, const KnownNames& known, const Clusters& clusters) {
  return GraphBuilder(input, known, clusters).build();
}

}  // namespace rawabit
