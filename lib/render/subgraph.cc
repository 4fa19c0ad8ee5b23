#include "render/subgraph.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace rawabit {
namespace {

auto look_of(const SubgraphNode& node) { return std::tie(node.type, node.name, node.english); }

/// Where the articles first name it: no two entities share that, and it is no row number.
Result<std::pair<std::string, std::int64_t>> first_place(Statement& places, std::int64_t entity) {
  places.bind(1, entity);
  auto row = places.step();
  if (!row) return row.error();
  if (!*row) return std::pair<std::string, std::int64_t>();
  std::pair place(std::string(places.text(0)), places.integer(1));
  places.reset();
  return place;
}

/// By look; those that look alike by the place where they are named first.
Status sort_nodes(Database& db, std::vector<SubgraphNode>& nodes) {
  auto places = db.prepare(
      "SELECT d.article, l.number FROM local_entities AS l JOIN documents AS d ON d.id = "
      "l.document "
      "WHERE l.entity = ? ORDER BY d.article, l.number LIMIT 1");
  if (!places) return places.error();
  std::ranges::sort(nodes, {}, look_of);
  for (auto begin = nodes.begin(); begin != nodes.end();) {
    const auto end = std::find_if(
        begin, nodes.end(), [&](const SubgraphNode& n) { return look_of(n) != look_of(*begin); });
    std::unordered_map<std::int64_t, std::pair<std::string, std::int64_t>> place_of;
    for (auto node = begin; end - begin > 1 && node != end; ++node) {
      auto place = first_place(*places, node->id);
      if (!place) return place.error();
      place_of[node->id] = std::move(*place);
    }
    std::sort(begin, end, [&](const SubgraphNode& a, const SubgraphNode& b) {
      return place_of[a.id] < place_of[b.id];
    });
    begin = end;
  }
  return Done{};
}

/// Those around something, or all of which an edge is left.
Status read_nodes(Database& db, bool is_around, Subgraph& graph) {
  auto statement = db.prepare(fmt::format(
      "SELECT id, type, name, coalesce(english, ''), iso FROM entities WHERE id IN ({})",
      is_around ? "SELECT id FROM temp.near"
                : "SELECT subject FROM edges WHERE modality = 'asserted'"
                  " UNION ALL SELECT object FROM edges WHERE modality = 'asserted'"));
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
  return sort_nodes(db, graph.nodes);
}

Status read_edges(Database& db, Subgraph& graph) {
  std::unordered_map<std::int64_t, std::size_t> index;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) index[graph.nodes[i].id] = i;
  auto statement = db.prepare(
      "SELECT subject, object, predicate, origin, n_evidence, id, confidence FROM edges "
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
    SubgraphEdge edge{subject->second,       object->second,        *predicate,        *origin,
                      statement->integer(4), statement->integer(5), statement->real(6)};
    // From which end a symmetric edge was stored must not show.
    if (is_symmetric(edge.predicate) && edge.object < edge.subject) {
      std::swap(edge.subject, edge.object);
    }
    graph.edges.push_back(edge);
  }
  if (!row) return row.error();
  return Done{};
}

}  // namespace

Result<Subgraph> read_subgraph(Database& db, const GraphFilter& filter) {
  Subgraph graph;
  if (auto done = narrow(db, filter); !done) return done.error();
  if (auto read = read_nodes(db, !filter.around.empty(), graph); !read) return read.error();
  if (auto read = read_edges(db, graph); !read) return read.error();
  std::ranges::sort(graph.edges, {}, [](const SubgraphEdge& e) {
    return std::tie(e.subject, e.object, e.predicate, e.origin);
  });
  return graph;
}

}  // namespace rawabit
