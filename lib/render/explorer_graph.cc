#include "render/explorer_graph.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "render/markup.h"

namespace rawabit {
namespace {

/// Runs `use` on each row of a statement that has its parameters.
template <class Use>
Status for_each_row(Statement& statement, Use use) {
  auto row = statement.step();
  for (; row && *row; row = statement.step()) use(statement);
  if (!row) return row.error();
  return Done{};
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::size_t utf16_length(std::string_view text) {
  return static_cast<std::size_t>(utf16(text).length());
}

/// The begin of a text that may be too long, never half a character.
std::string beginning_of(std::string_view text) {
  icu::UnicodeString units = utf16(text);
  const auto most = static_cast<std::int32_t>(kLongestSentence);
  std::string out;
  if (units.length() <= most) return std::string(text);
  units.truncate(units.getChar32Start(most));
  return units.toUTF8String(out);
}

/// The nodes with the most edges, of equals those that come first.
std::vector<bool> most_connected(const Subgraph& graph, std::size_t most) {
  std::vector<std::size_t> degree(graph.nodes.size(), 0);
  for (const SubgraphEdge& edge : graph.edges) {
    ++degree[edge.subject];
    ++degree[edge.object];
  }
  std::vector<std::size_t> order(graph.nodes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return degree[i]; });
  std::vector<bool> keep(graph.nodes.size(), false);
  for (std::size_t i = 0; i < std::min(most, order.size()); ++i) keep[order[i]] = true;
  return keep;
}

/// Takes over what has room in a page, and counts the rest.
void take(const Subgraph& graph, std::size_t most, ExplorerGraph& known) {
  const std::vector<bool> keep = most_connected(graph, most);
  std::vector<std::size_t> number(graph.nodes.size(), 0);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (!keep[i]) {
      ++known.left_out[static_cast<std::size_t>(graph.nodes[i].type)];
      continue;
    }
    number[i] = known.graph.nodes.size();
    known.graph.nodes.push_back(graph.nodes[i]);
  }
  for (SubgraphEdge edge : graph.edges) {
    if (!keep[edge.subject] || !keep[edge.object]) continue;
    edge.subject = number[edge.subject];
    edge.object = number[edge.object];
    known.graph.edges.push_back(edge);
  }
}

/// Reads what a Subgraph does not hold, entity by entity.
class EntityReader {
 public:
  static Result<EntityReader> prepare(Database& db) {
    EntityReader reader;
    auto facts = db.prepare(
        "SELECT kind, date_from, date_to, n_documents, n_mentions FROM entities WHERE id = ?");
    auto days = db.prepare(
        "SELECT min(t.date_from), max(t.date_to) FROM edges AS e "
        "JOIN entities AS t ON t.id = e.object "
        "WHERE e.subject = ? AND e.predicate = 'held_on' AND e.modality = 'asserted'");
    auto names = db.prepare(
        "SELECT name FROM names WHERE entity = ? AND is_canonical = 0 AND length(name) <= 200 "
        "ORDER BY is_full DESC, n_mentions DESC, key, language LIMIT 10");
    if (!facts) return facts.error();
    if (!days) return days.error();
    if (!names) return names.error();
    reader.facts_ = std::move(*facts);
    reader.days_ = std::move(*days);
    reader.names_ = std::move(*names);
    return reader;
  }

  Status read(const SubgraphNode& node, EntityFacts& facts) {
    facts_.bind(1, node.id);
    Status read = for_each_row(facts_, [&](Statement& row) {
      facts = {std::string(row.text(0)), std::string(row.text(1)),
               std::string(row.text(2)), {},
               row.integer(3),           row.integer(4)};
    });
    if (read && node.type == EntityType::meeting) {
      days_.bind(1, node.id);
      read = for_each_row(days_, [&](Statement& row) {
        facts.from = row.text(0);
        facts.to = row.text(1);
      });
    }
    if (!read) return read;
    names_.bind(1, node.id);
    return for_each_row(names_, [&](Statement& row) {
      if (row.text(0) != node.english) facts.aliases.emplace_back(row.text(0));
    });
  }

 private:
  Statement facts_;
  Statement days_;
  Statement names_;
};

/// Reads the proofs of edges, and each article and sentence once.
class ProofReader {
 public:
  static Result<ProofReader> prepare(Database& db, ExplorerGraph& known) {
    ProofReader reader(known);
    const std::pair<Statement*, const char*> statements[] = {
        {&reader.confidence_, "SELECT confidence FROM edges WHERE id = ?"},
        {&reader.proofs_,
         "SELECT v.document, v.sentence, v.rule, v.confidence, w.name FROM evidence AS v "
         "JOIN documents AS d ON d.id = v.document "
         "LEFT JOIN local_entities AS l ON l.id = v.speaker "
         "LEFT JOIN entities AS w ON w.id = l.entity WHERE v.edge = ? "
         "ORDER BY v.confidence DESC, d.article, v.start, v.end, v.rule"},
        {&reader.article_, "SELECT article, title, date FROM documents WHERE id = ?"},
        {&reader.sentence_, "SELECT start, end, text FROM sentences WHERE id = ?"},
        {&reader.mentions_,
         "SELECT m.start, m.text, l.entity FROM sentences AS s "
         "JOIN local_entities AS l ON l.document = s.document "
         "JOIN mentions AS m ON m.local_entity = l.id AND m.sentence = s.id "
         "WHERE s.id = ? AND l.entity IS NOT NULL ORDER BY m.start, m.end DESC, l.number"}};
    for (const auto& [statement, sql] : statements) {
      auto prepared = db.prepare(sql);
      if (!prepared) return prepared.error();
      *statement = std::move(*prepared);
    }
    for (std::size_t i = 0; i < known.graph.nodes.size(); ++i) {
      reader.number_of_[known.graph.nodes[i].id] = i;
    }
    return reader;
  }

  Status read(const SubgraphEdge& edge, EdgeFacts& facts) {
    confidence_.bind(1, edge.id);
    Status read =
        for_each_row(confidence_, [&](Statement& row) { facts.confidence = row.real(0); });
    if (!read) return read;
    std::vector<Place> places;
    proofs_.bind(1, edge.id);
    read = for_each_row(proofs_, [&](Statement& row) { add_proof(row, places, facts); });
    facts.n_proofs = places.size();
    for (std::size_t i = 0; read && i < facts.proofs.size(); ++i) {
      read = place(places[i], facts.proofs[i]);
    }
    return read;
  }

 private:
  /// Row numbers.
  struct Place {
    std::int64_t article = 0;
    std::int64_t sentence = kUnknown;
    bool operator==(const Place&) const = default;
  };
  static constexpr std::int64_t kUnknown = -1;

  explicit ProofReader(ExplorerGraph& known) : known_(&known) {}

  /// What several rules find in one sentence is one proof.
  static void add_proof(const Statement& row, std::vector<Place>& places, EdgeFacts& facts) {
    const Place place{row.integer(0), row.is_null(1) ? kUnknown : row.integer(1)};
    const auto at = static_cast<std::size_t>(std::ranges::find(places, place) - places.begin());
    if (at == places.size()) {
      places.push_back(place);
      if (places.size() <= kMostProofs)
        facts.proofs.push_back({0, kNoSentence, {}, row.real(3), ""});
    }
    if (at >= facts.proofs.size()) return;
    if (facts.proofs[at].speaker.empty()) facts.proofs[at].speaker = row.text(4);
    std::vector<std::string>& rules = facts.proofs[at].rules;
    const std::string rule(row.text(2));
    if (!rule.empty() && std::ranges::find(rules, rule) == rules.end()) rules.push_back(rule);
  }

  Status place(const Place& place, Proof& proof) {
    const auto [article, new_article] =
        articles_.try_emplace(place.article, known_->articles.size());
    proof.article = article->second;
    if (new_article) {
      if (Status read = read_article(place.article); !read) return read;
    }
    if (place.sentence == kUnknown) return Done{};
    const auto [sentence, is_new] =
        sentences_.try_emplace(place.sentence, known_->sentences.size());
    proof.sentence = sentence->second;
    return is_new ? read_sentence(place.sentence) : Status(Done{});
  }

  Status read_article(std::int64_t id) {
    article_.bind(1, id);
    known_->articles.emplace_back();
    return for_each_row(article_, [&](Statement& row) {
      known_->articles.back() = {std::string(row.text(0)), std::string(row.text(1)),
                                 std::string(row.text(2))};
    });
  }

  Status read_sentence(std::int64_t id) {
    std::string text;
    std::int64_t start = 0;
    std::int64_t length = 0;
    sentence_.bind(1, id);
    Status read = for_each_row(sentence_, [&](Statement& row) {
      start = row.integer(0);
      length = row.integer(1) - start;
      text = row.text(2);
    });
    if (!read) return read;
    ProvingSentence& sentence = known_->sentences.emplace_back();
    sentence.text = beginning_of(text);
    const std::size_t end = utf16_length(sentence.text);
    mentions_.bind(1, id);
    return for_each_row(mentions_, [&](Statement& row) {
      const auto entity = number_of_.find(row.integer(2));
      if (entity == number_of_.end()) return;
      const bool by_bytes = std::cmp_equal(length, text.size());
      const auto at = place_in(text, row.text(1), by_bytes ? row.integer(0) - start : -1);
      if (!at) return;
      const std::size_t begin = utf16_length(std::string_view(text).substr(0, *at));
      const SentenceMark mark{begin, begin + utf16_length(row.text(1)), entity->second};
      if (mark.end <= end) sentence.marks.push_back(mark);
    });
  }

  /// The byte of a mention in its sentence: where the bytes of the file are those of the text, the
  /// one that is known, else where its words are found.
  static std::optional<std::size_t> place_in(std::string_view text, std::string_view mention,
                                             std::int64_t known) {
    const std::size_t at = known < 0 ? text.find(mention) : static_cast<std::size_t>(known);
    if (at > text.size() || text.substr(at, mention.size()) != mention) return std::nullopt;
    return at;
  }

  ExplorerGraph* known_;
  Statement confidence_;
  Statement proofs_;
  Statement article_;
  Statement sentence_;
  Statement mentions_;
  std::unordered_map<std::int64_t, std::size_t> number_of_;  // of entities.id
  std::unordered_map<std::int64_t, std::size_t> articles_;   // of documents.id
  std::unordered_map<std::int64_t, std::size_t> sentences_;  // of sentences.id
};

}  // namespace

Result<ExplorerGraph> read_explorer_graph(Database& db, const Subgraph& graph, std::size_t most) {
  ExplorerGraph known;
  take(graph, most, known);
  auto entities = EntityReader::prepare(db);
  if (!entities) return entities.error();
  known.entities.resize(known.graph.nodes.size());
  for (std::size_t i = 0; i < known.graph.nodes.size(); ++i) {
    if (Status read = entities->read(known.graph.nodes[i], known.entities[i]); !read) {
      return read.error();
    }
  }
  auto proofs = ProofReader::prepare(db, known);
  if (!proofs) return proofs.error();
  known.edges.resize(known.graph.edges.size());
  for (std::size_t i = 0; i < known.graph.edges.size(); ++i) {
    if (Status read = proofs->read(known.graph.edges[i], known.edges[i]); !read) {
      return read.error();
    }
  }
  return known;
}

void choose(ExplorerGraph& known, std::int64_t entity) {
  const auto node = std::ranges::find(known.graph.nodes, entity, &SubgraphNode::id);
  if (node == known.graph.nodes.end()) return;
  known.chosen = static_cast<std::size_t>(node - known.graph.nodes.begin());
}

}  // namespace rawabit
