#include "render/clusters.h"

#include <map>

namespace rawabit {
namespace {

constexpr std::size_t kSmallest = 3;
constexpr std::size_t kSeveral = kNoCluster - 1;

/// Of the one; of several none.
void add(std::size_t& of, std::size_t which) {
  of = of == kNoCluster || of == which ? which : kSeveral;
}

bool says_where(Predicate predicate) {
  return predicate == Predicate::part_of || predicate == Predicate::based_in ||
         predicate == Predicate::works_for || predicate == Predicate::located_in ||
         predicate == Predicate::held_in;
}

std::vector<std::size_t> by_meeting(const Subgraph& graph) {
  std::vector<std::size_t> of(graph.nodes.size(), kNoCluster);
  for (const SubgraphEdge& edge : graph.edges) {
    const bool subject_meets = graph.nodes[edge.subject].type == EntityType::meeting;
    const bool object_meets = graph.nodes[edge.object].type == EntityType::meeting;
    if (subject_meets && !object_meets) add(of[edge.object], edge.subject);
    if (object_meets && !subject_meets) add(of[edge.subject], edge.object);
  }
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (graph.nodes[i].type == EntityType::meeting) of[i] = i;
  }
  return of;
}

std::vector<std::size_t> by_country(const Subgraph& graph) {
  std::vector<std::size_t> of(graph.nodes.size(), kNoCluster);
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (graph.nodes[i].type == EntityType::country) of[i] = i;
  }
  // Twice: what is in a city is in its country.
  for (const bool through_city : {false, true}) {
    std::vector<std::size_t> next = of;
    for (const SubgraphEdge& edge : graph.edges) {
      const EntityType there = graph.nodes[edge.object].type;
      const bool leads = there == (through_city ? EntityType::city : EntityType::country);
      if (!leads || !says_where(edge.predicate) || of[edge.object] >= kSeveral) continue;
      if (through_city && of[edge.subject] != kNoCluster) continue;
      if (graph.nodes[edge.subject].type != EntityType::country) {
        add(next[edge.subject], of[edge.object]);
      }
    }
    of = std::move(next);
  }
  return of;
}

}  // namespace

std::vector<std::size_t> clusters_of(const Subgraph& graph, ClusterBy by) {
  std::vector<std::size_t> of(graph.nodes.size(), kNoCluster);
  if (by == ClusterBy::meeting) of = by_meeting(graph);
  if (by == ClusterBy::country) of = by_country(graph);
  std::map<std::size_t, std::size_t> sizes;
  for (const std::size_t which : of) ++sizes[which];
  for (std::size_t& which : of) {
    if (which >= kSeveral || sizes[which] < kSmallest) which = kNoCluster;
  }
  return of;
}

}  // namespace rawabit
