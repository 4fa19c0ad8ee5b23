// What the explorer's page knows of a graph: its entities with their names and days, its edges with
// the sentences that prove them, the mentions marked in those.
//
//   Result<Subgraph> graph = read_subgraph(db, filter);
//   Result<ExplorerGraph> known = read_explorer_graph(db, *graph);
//
// Of a graph that is too large for a page the most connected entities are taken; how many of each
// type were left out is counted. Of an edge with many proofs the surest are taken, of a sentence
// without end its beginning. The order is that of the Subgraph, so that the same graph gives the
// same page whatever the row numbers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/types.h"
#include "render/subgraph.h"
#include "store/sqlite.h"

namespace rawabit {

inline constexpr std::size_t kMostExplored = 10000;    ///< entities in one page
inline constexpr std::size_t kMostProofs = 5;          ///< of an edge
inline constexpr std::size_t kLongestSentence = 2000;  ///< UTF-16 units
inline constexpr std::size_t kNoSentence = SIZE_MAX;   ///< the text of the article is not known

/// What a Subgraph does not say of its entities and edges.
struct EntityFacts {
  std::string kind;                  ///< of a title
  std::string from;                  ///< first day of a date or meeting, where known
  std::string to;                    ///< last day
  std::vector<std::string> aliases;  ///< other names, the most used first
  std::int64_t n_documents = 0;
  std::int64_t n_mentions = 0;
};

struct Proof {
  std::size_t article = 0;         ///< index into ExplorerGraph::articles
  std::size_t sentence = 0;        ///< index into ExplorerGraph::sentences, or kNoSentence
  std::vector<std::string> rules;  ///< that found it there
  double confidence = 0;           ///< of the surest
  std::string speaker;             ///< whom the article quotes for it; may be empty
};

struct EdgeFacts {
  double confidence = 0;
  std::size_t n_proofs = 0;   ///< sentences that prove it, those that were left out as well
  std::vector<Proof> proofs;  ///< the surest first
};

struct ProvingArticle {
  std::string name;
  std::string title;  ///< may be empty
  std::string date;   ///< ISO 8601, may be empty
};

/// A mention in a sentence; places count UTF-16 units, as scripts in pages do.
struct SentenceMark {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t entity = 0;  ///< index into Subgraph::nodes
};

struct ProvingSentence {
  std::string text;
  std::vector<SentenceMark> marks;  ///< by begin, the longer first
};

struct ExplorerGraph {
  Subgraph graph;
  std::vector<EntityFacts> entities;  ///< one for each node
  std::vector<EdgeFacts> edges;       ///< one for each edge
  std::vector<ProvingArticle> articles;
  std::vector<ProvingSentence> sentences;
  std::array<std::size_t, kEntityTypeNames.size()> left_out = {};  ///< entities, by type
  std::optional<std::size_t> chosen = {};  ///< the node that the page opens with
};

[[nodiscard]] Result<ExplorerGraph> read_explorer_graph(Database& db, const Subgraph& graph,
                                                        std::size_t most = kMostExplored);

/// Opens the page with this entity (entities.id) chosen; with none where the page has no room for
/// it.
void choose(ExplorerGraph& known, std::int64_t entity);

}  // namespace rawabit
