#include "measure/measures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

namespace rawabit {
namespace {

constexpr double kAsExactAs = 1e9;  ///< ranks that differ by less are equal

Status read_entities(Database& db, std::vector<Measured>& entities) {
  Result<Statement> rows = db.prepare(
      "SELECT id, name, type, coalesce(english, '') FROM entities"
      " WHERE type IN ('person', 'organization', 'country', 'meeting', 'agreement')");
  if (!rows) return rows.error();
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    entities.push_back({.entity = rows->integer(0),
                        .name = std::string(rows->text(1)),
                        .type = std::string(rows->text(2)),
                        .english = std::string(rows->text(3))});
  }
  if (!row) return row.error();
  return Done{};
}

using Pairs = std::map<std::pair<std::int64_t, std::int64_t>, double>;

Result<Pairs> read_pairs(Database& db) {
  Result<Statement> rows = db.prepare(
      "SELECT subject, object, n_evidence FROM edges"
      " WHERE modality = 'asserted' AND subject <> object");
  if (!rows) return rows.error();
  Pairs pairs;
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    const std::int64_t one = rows->integer(0);
    const std::int64_t other = rows->integer(1);
    pairs[{std::min(one, other), std::max(one, other)}] += rows->real(2);
  }
  if (!row) return row.error();
  return pairs;
}

/// Only those that something ties; in an order that does not depend on row numbers.
void keep_tied(const Pairs& pairs, std::vector<Measured>& entities) {
  std::unordered_map<std::int64_t, std::size_t> ties;
  for (const Measured& one : entities) ties[one.entity] = 0;
  for (const auto& [ends, weight] : pairs) {
    if (!ties.contains(ends.first) || !ties.contains(ends.second)) continue;
    ++ties[ends.first];
    ++ties[ends.second];
  }
  for (Measured& one : entities) one.ties = ties[one.entity];
  std::erase_if(entities, [](const Measured& one) { return one.ties == 0; });
  std::ranges::sort(entities, {}, [](const Measured& one) {
    return std::tie(one.type, one.name, one.english, one.entity);
  });
}

TieGraph graph_of(const Pairs& pairs, const std::vector<Measured>& entities) {
  std::unordered_map<std::int64_t, std::size_t> number;
  for (std::size_t i = 0; i < entities.size(); ++i) number[entities[i].entity] = i;
  TieGraph graph{entities.size(), {}};
  for (const auto& [ends, weight] : pairs) {
    const auto a = number.find(ends.first);
    const auto b = number.find(ends.second);
    if (a == number.end() || b == number.end()) continue;
    graph.ties.push_back({std::min(a->second, b->second), std::max(a->second, b->second), weight});
  }
  std::ranges::sort(graph.ties, {}, [](const auto& tie) { return std::tie(tie.a, tie.b); });
  return graph;
}

/// The largest community is 1; of equal ones that whose first member comes first.
std::vector<std::size_t> by_size(const std::vector<std::size_t>& community) {
  struct Group {
    std::size_t size = 0, first = 0;
  };
  std::map<std::size_t, Group> groups;
  for (std::size_t i = 0; i < community.size(); ++i) {
    if (groups[community[i]].size++ == 0) groups[community[i]].first = i;
  }
  std::vector<std::pair<std::size_t, Group>> order(groups.begin(), groups.end());
  std::ranges::sort(order, [](const auto& a, const auto& b) {
    return std::tie(b.second.size, a.second.first) < std::tie(a.second.size, b.second.first);
  });
  std::map<std::size_t, std::size_t> number;
  for (const auto& [old, group] : order) number.emplace(old, number.size() + 1);
  std::vector<std::size_t> renamed;
  renamed.reserve(community.size());
  for (const std::size_t old : community) renamed.push_back(number[old]);
  return renamed;
}

}  // namespace

Result<Measures> measure_graph(Database& db) {
  Measures measures;
  if (Status read = read_entities(db, measures.entities); !read) return read.error();
  const Result<Pairs> pairs = read_pairs(db);
  if (!pairs) return pairs.error();
  keep_tied(*pairs, measures.entities);
  const Result<Centrality> found = centrality_of(graph_of(*pairs, measures.entities));
  if (!found) return found.error();
  const std::vector<std::size_t> community = by_size(found->community);
  for (std::size_t i = 0; i < measures.entities.size(); ++i) {
    measures.entities[i].pagerank = found->pagerank[i];
    measures.entities[i].betweenness = found->betweenness[i];
    measures.entities[i].community = community[i];
  }
  measures.is_estimated = measures.entities.size() > kMostExact;
  std::ranges::stable_sort(measures.entities, std::ranges::greater(), [](const Measured& one) {
    return std::round(one.pagerank * kAsExactAs);
  });
  return measures;
}

}  // namespace rawabit
