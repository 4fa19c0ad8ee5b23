#include "query/path.h"

#include <algorithm>
#include <map>

namespace rawabit {
namespace {

constexpr std::size_t kMostSteps = 10;

using Id = std::int64_t;

/// The entities that one edge connects with a given one and that are ties.
class Neighbours {
 public:
  static Result<Neighbours> prepare(Database& db) {
    Result<Statement> rows = db.prepare(
        "SELECT l.object FROM links AS l JOIN entities AS e ON e.id = l.object"
        " WHERE l.subject = ?1 AND (l.object = ?2 OR e.type IN"
        "  ('person', 'organization', 'country', 'meeting', 'agreement'))"
        " UNION SELECT l.subject FROM links AS l JOIN entities AS e ON e.id = l.subject"
        " WHERE l.object = ?1 AND (l.subject = ?2 OR e.type IN"
        "  ('person', 'organization', 'country', 'meeting', 'agreement'))");
    if (!rows) return rows.error();
    return Neighbours(std::move(*rows));
  }

  /// `end` counts whatever its type. Ascending.
  Result<std::vector<Id>> of(Id entity, Id end) {
    rows_.bind(1, entity);
    rows_.bind(2, end);
    std::vector<Id> found;
    Result<bool> row = rows_.step();
    for (; row && *row; row = rows_.step()) found.push_back(rows_.integer(0));
    if (!row) return row.error();
    std::ranges::sort(found);
    return found;
  }

 private:
  explicit Neighbours(Statement rows) : rows_(std::move(rows)) {}
  Statement rows_;
};

/// A search from one end, a step at a time: each entity with its distance and those just before it.
struct Search {
  explicit Search(Id from) : frontier{from} { found[from] = {}; }
  struct Found {
    std::size_t steps = 0;
    std::vector<Id> before;
  };
  std::map<Id, Found> found;
  std::vector<Id> frontier;
  std::size_t steps = 0;

  Status go_on(Neighbours& neighbours, Id other_end) {
    std::vector<Id> next;
    ++steps;
    for (const Id at : frontier) {
      const Result<std::vector<Id>> near = neighbours.of(at, other_end);
      if (!near) return near.error();
      for (const Id to : *near) {
        const auto [place, is_new] = found.try_emplace(to, Found{steps, {}});
        if (is_new) next.push_back(to);
        if (place->second.steps == steps) place->second.before.push_back(at);
      }
    }
    frontier = std::move(next);
    return Done{};
  }
};

bool meet(const Search& one, const Search& other) {
  return std::ranges::any_of(one.frontier, [&](Id id) { return other.found.contains(id); });
}

/// The ways from `at` back to the search's begin, `at` first; at most `most`.
void ways_back(const Search& search, Id at, std::vector<Id> way, std::size_t most,
               std::vector<std::vector<Id>>& out) {
  if (out.size() >= most) return;
  way.push_back(at);
  const Search::Found& found = search.found.at(at);
  if (found.before.empty()) {
    out.push_back(std::move(way));
    return;
  }
  for (const Id before : found.before) ways_back(search, before, way, most, out);
}

/// Every way is found at the one entity of it that is as far from its begin as `here` went.
std::vector<std::vector<Id>> joined(const Search& here, const Search& there, std::size_t most) {
  std::vector<std::vector<Id>> ways;
  for (const auto& [id, found] : here.found) {
    const auto other = there.found.find(id);
    const bool is_middle = found.steps == here.steps && other != there.found.end() &&
                           other->second.steps == there.steps;
    if (!is_middle) continue;
    std::vector<std::vector<Id>> firsts;
    std::vector<std::vector<Id>> lasts;
    ways_back(here, id, {}, most, firsts);
    ways_back(there, id, {}, most, lasts);
    for (const std::vector<Id>& first : firsts) {
      for (const std::vector<Id>& last : lasts) {
        if (ways.size() == most) return ways;
        std::vector<Id> way(first.rbegin(), first.rend());
        way.insert(way.end(), last.begin() + 1, last.end());
        ways.push_back(std::move(way));
      }
    }
  }
  return ways;
}

Result<PathNode> node_of(Database& db, Id id) {
  Result<Statement> row = db.prepare("SELECT name, type FROM entities WHERE id = ?");
  if (!row) return row.error();
  row->bind(1, id);
  const Result<bool> found = row->step();
  if (!found) return found.error();
  return PathNode{id, std::string(row->text(0)), std::string(row->text(1))};
}

/// The best place that proves an edge; an empty one where nothing does. It is found before its
/// sentence is read, and not by the view `proof`: beside an edge SQLite would make all of that.
Result<AnswerEvidence> best_proof(Database& db, Id edge) {
  Result<Statement> row = db.prepare(
      "SELECT b.article, b.start, b.end, n.text FROM ("
      "  SELECT d.article, v.start, v.end, v.sentence"
      "  FROM evidence AS v JOIN documents AS d ON d.id = v.document WHERE v.edge = ?"
      "  ORDER BY v.confidence DESC, d.article, v.start LIMIT 1) AS b"
      " LEFT JOIN sentences AS n ON n.id = b.sentence");
  if (!row) return row.error();
  row->bind(1, edge);
  const Result<bool> found = row->step();
  if (!found) return found.error();
  if (!*found) return AnswerEvidence{};
  return AnswerEvidence{
      std::string(row->text(0)), row->integer(1), row->integer(2), std::string(row->text(3)), {}};
}

/// The best proved edge between the two.
Result<PathStep> step_of(Database& db, Id from, Id to) {
  Result<Statement> row = db.prepare(
      "SELECT x.id, x.predicate, x.subject = ?1 FROM edges AS x"
      " WHERE x.modality = 'asserted' AND ((x.subject = ?1 AND x.object = ?2)"
      "  OR (x.subject = ?2 AND x.object = ?1))"
      " ORDER BY x.n_evidence DESC, x.predicate, x.id LIMIT 1");
  if (!row) return row.error();
  row->bind(1, from);
  row->bind(2, to);
  const Result<bool> found = row->step();
  if (!found) return found.error();
  Result<AnswerEvidence> proof = best_proof(db, row->integer(0));
  if (!proof) return proof.error();
  return PathStep{row->integer(0), std::string(row->text(1)), row->integer(2) != 0,
                  *std::move(proof)};
}

Result<Path> path_of(Database& db, const std::vector<Id>& way) {
  Path path;
  for (std::size_t i = 0; i < way.size(); ++i) {
    Result<PathNode> node = node_of(db, way[i]);
    if (!node) return node.error();
    path.nodes.push_back(std::move(*node));
    if (i + 1 == way.size()) break;
    Result<PathStep> step = step_of(db, way[i], way[i + 1]);
    if (!step) return step.error();
    path.steps.push_back(std::move(*step));
  }
  return path;
}

}  // namespace

Result<std::vector<Path>> shortest_paths(Database& db, std::int64_t from, std::int64_t to,
                                         std::size_t most) {
  std::vector<Path> paths;
  if (from == to) return paths;
  Result<Neighbours> neighbours = Neighbours::prepare(db);
  if (!neighbours) return neighbours.error();
  Search here(from);
  Search there(to);
  bool is_met = false;
  while (!is_met && here.steps + there.steps < kMostSteps && !here.frontier.empty() &&
         !there.frontier.empty()) {
    const bool goes_here = here.frontier.size() <= there.frontier.size();
    Search& search = goes_here ? here : there;
    Status gone = search.go_on(*neighbours, goes_here ? to : from);
    if (!gone) return gone.error();
    is_met = meet(search, goes_here ? there : here);
  }
  if (!is_met) return paths;
  for (const std::vector<Id>& way : joined(here, there, most)) {
    Result<Path> path = path_of(db, way);
    if (!path) return path.error();
    paths.push_back(std::move(*path));
  }
  return paths;
}

}  // namespace rawabit
