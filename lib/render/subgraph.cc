#include "render/subgraph.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace rawabit {
namespace {

Status read_nodes(Database& db, Subgraph& graph) {
  auto statement = db.prepare("SELECT id, type, name, coalesce(english, ''), iso FROM entities");
  if (!statement) return statement.error();
  auto row = statement->step();
  for (; row && *row; row = statement->step()) {
    const auto type = entity_type_named(statement->text(1));
    if (!type) {
      return Error{Error::Kind::database,
                   fmt::format("expected an entity type, found \"{}\"", statement->text(1)),
                   db.path()};
    }
    graph.nodes.push_back({statement->integer(0), *type, std::string(statement->text(2)),
                           std::string(statement->text(3)), std::string(statement->text(4))});
  }
  if (!row) return row.error();
  std::ranges::sort(graph.nodes, {}, [](const SubgraphNode& n) {
    return std::tie(n.type, n.name, n.english, n.id);
  });
  return Done{};
}

Status read_edges(Database& db, Subgraph& graph) {
  std::unordered_map<std::int64_t, std::size_t> index;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) index[graph.nodes[i].id] = i;
  auto statement = db.prepare(
      "SELECT subject, object, predicate, origin, n_evidence, id FROM edges "
      "WHERE modality = 'asserted'");
  if (!statement) return statement.error();
  auto row = statement->step();
  for (; row && *row; row = statement->step()) {
    const auto subject = index.find(statement->integer(0));
    const auto object = index.find(statement->integer(1));
    const auto predicate = predicate_named(statement->text(2));
    const auto origin = origin_named(statement->text(3));
    if (subject == index.end() || object == index.end() || !predicate || !origin) {
      return Error{Error::Kind::database, "an edge has an end, a predicate or an origin unknown",
                   db.path()};
    }
    SubgraphEdge edge{subject->second, object->second,        *predicate,
                      *origin,         statement->integer(4), statement->integer(5)};
    // From which end a symmetric edge was stored must not show.
    if (is_symmetric(edge.predicate) && edge.object < edge.subject) {
      std::swap(edge.subject, edge.object);
    }
    graph.edges.push_back(edge);
  }
  if (!row) return row.error();
  return Done{};
}

/// Marks what is at most `hops` edges from what is marked, over shown nodes.
void spread(const Subgraph& graph, const std::vector<bool>& shown, int hops,
            std::vector<bool>& reached) {
  for (int hop = 0; hop < hops; ++hop) {
    std::vector<bool> next = reached;
    for (const SubgraphEdge& edge : graph.edges) {
      if (reached[edge.subject] && shown[edge.object]) next[edge.object] = true;
      if (reached[edge.object] && shown[edge.subject]) next[edge.subject] = true;
    }
    if (next == reached) return;
    reached = std::move(next);
  }
}

std::vector<bool> nodes_to_keep(const Subgraph& graph, const SubgraphFilter& filter) {
  std::vector<bool> shown;
  std::vector<bool> reached;
  for (const SubgraphNode& node : graph.nodes) {
    const bool in_middle = filter.around.contains(node.id);
    shown.push_back(in_middle || filter.types.empty() || filter.types.contains(node.type));
    reached.push_back(in_middle);
  }
  if (filter.around.empty()) return shown;
  spread(graph, shown, filter.hops, reached);
  return reached;
}

Subgraph part_of(const Subgraph& graph, const std::vector<bool>& keep) {
  Subgraph part;
  std::vector<std::size_t> number(graph.nodes.size(), 0);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (!keep[i]) continue;
    number[i] = part.nodes.size();
    part.nodes.push_back(graph.nodes[i]);
  }
  for (SubgraphEdge edge : graph.edges) {
    if (!keep[edge.subject] || !keep[edge.object]) continue;
    edge.subject = number[edge.subject];
    edge.object = number[edge.object];
    part.edges.push_back(edge);
  }
  std::ranges::sort(part.edges, {}, [](const SubgraphEdge& e) {
    return std::tie(e.subject, e.object, e.predicate, e.origin);
  });
  return part;
}

/// Without a middle, what is tied to nothing that is shown only takes room.
void hide_the_unconnected(const Subgraph& graph, std::vector<bool>& keep) {
  std::vector<bool> tied(graph.nodes.size(), false);
  for (const SubgraphEdge& edge : graph.edges) {
    if (!keep[edge.subject] || !keep[edge.object]) continue;
    tied[edge.subject] = true;
    tied[edge.object] = true;
  }
  keep = std::move(tied);
}

}  // namespace

Result<Subgraph> read_subgraph(Database& db, const SubgraphFilter& filter) {
  Subgraph graph;
  if (auto read = read_nodes(db, graph); !read) return read.error();
  if (auto read = read_edges(db, graph); !read) return read.error();
  std::vector<bool> keep = nodes_to_keep(graph, filter);
  if (filter.around.empty()) hide_the_unconnected(graph, keep);
  return part_of(graph, keep);
}

}  // namespace rawabit
