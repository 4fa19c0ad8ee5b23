#include "store/resolve_graph.h"

#include <unordered_set>

#include "resolve/across_articles.h"
#include "store/graph_reader.h"
#include "store/graph_writer.h"
#include "store/verdict_table.h"

namespace rawabit {
namespace {

bool is_background(const LocalRelation& relation) { return relation.object == kNoLocal; }

bool has_country(const KnownNames& known, const Clusters& clusters, std::uint32_t local) {
  const KnownId city = clusters.known(local);
  return city != kUnknown && known.country_of(city) != kUnknown;
}

/// Takes out the background that no longer holds, since the gazetteers have changed.
Status erase_stale_background(Database& db, const KnownNames& known, const Clusters& clusters,
                              StoredArticles& stored) {
  Result<Statement> erase = db.prepare("DELETE FROM evidence WHERE id = ?");
  if (!erase) return erase.error();
  std::vector<LocalRelation>& relations = stored.input.relations;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (is_background(relations[i]) && !has_country(known, clusters, relations[i].subject)) {
      erase->bind(1, relations[i].id);
      if (Status erased = erase->run(); !erased) return erased;
      continue;
    }
    relations[kept] = relations[i];
    stored.edges[kept++] = stored.edges[i];
  }
  relations.resize(kept);
  stored.edges.resize(kept);
  return Done{};
}

/// The first mention of each city in each article proves the country that its line names.
Status add_background(Database& db, const KnownNames& known, const Clusters& clusters,
                      StoredArticles& stored) {
  std::vector<LocalRelation>& relations = stored.input.relations;
  std::unordered_set<std::uint32_t> done;
  for (const LocalRelation& relation : relations) {
    if (is_background(relation)) done.insert(relation.subject);
  }
  const Result<std::int64_t> last = db.integer("SELECT max(id) FROM evidence");
  if (!last) return last.error();
  Result<Statement> insert = db.prepare(
      "INSERT INTO evidence (id, document, subject, predicate, modality, origin, sentence, start, "
      "end, rule, confidence) "
      "SELECT ?, l.document, l.id, 'located_in', 'asserted', 'gazetteer', m.sentence, m.start, "
      "m.end, 'gazetteer', 1.0 FROM local_entities AS l "
      "JOIN mentions AS m ON m.local_entity = l.id WHERE l.id = ? ORDER BY m.start, m.end LIMIT 1");
  if (!insert) return insert.error();
  std::int64_t next = *last + 1;
  for (std::uint32_t i = 0; i < stored.input.entities.size(); ++i) {
    const LocalEntity& entity = stored.input.entities[i];
    if (entity.type != EntityType::city || done.contains(i)) continue;
    if (!has_country(known, clusters, i)) continue;
    insert->bind(1, next);
    insert->bind(2, entity.id);
    if (Status inserted = insert->run(); !inserted) return inserted;
    relations.push_back(
        {next++, i, kNoLocal, Predicate::located_in, Modality::asserted, Origin::gazetteer, 1.0});
    stored.edges.push_back(0);
  }
  return Done{};
}

}  // namespace

Status resolve_graph(Store& store, const KnownNames& known, std::string_view fingerprint) {
  Database& db = store.db();
  Result<Transaction> transaction = Transaction::begin(db);
  if (!transaction) return transaction.error();
  Result<StoredArticles> stored = read_articles(db);
  if (!stored) return stored.error();
  const Result<std::vector<Verdict>> verdicts = stored_verdicts(db);
  if (!verdicts) return verdicts.error();
  const Clusters clusters = resolve_across(stored->input, known, *verdicts);
  if (Status done = erase_stale_background(db, known, clusters, *stored); !done) return done;
  if (Status done = add_background(db, known, clusters, *stored); !done) return done;
  const Graph graph = build_graph(stored->input, known, clusters);
  if (Status done = write_graph(db, *stored, clusters, graph); !done) return done;
  if (Status done = store.set_state("resolved", fingerprint); !done) return done;
  return transaction->commit();
}

}  // namespace rawabit
