// One filter for all that looks into the graph.
//
//   GraphFilter filter{.around = {23}, .hops = 2, .since = "2019-06"};
//   Status done = narrow(db, filter);
//   // From here on `edges`, `evidence`, `documents` and every view give what the filter leaves.
//
// Takes an open graph (opened read-only will do). Temporary views of this connection stand before
// the tables and views of the file, so that questions, cards, paths, measures, exports and SQL need
// not know of filters. A second call takes the place of the first. Refuses nothing: days must be
// ISO 8601 already (is_iso_day).
//
// What is left:
// - places in articles (evidence): of these articles, not less sure than this, and of these days.
//   What is said of a meeting is of the days on which that was held; all else, and meetings whose
//   day is not known, of the day on which the article was published. What has neither is left out
//   where days are asked for;
// - edges: those with enough places left, of these predicates, between entities of these types; how
//   often and how surely an edge is proved is told of the places that are left;
// - around some entities: the edges between those that are so many steps from one of them, over
// what
//   is left;
// - articles: those asked for, and those that prove an edge that is left.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/types.h"
#include "store/sqlite.h"

namespace rawabit {

struct GraphFilter {
  std::set<std::int64_t> around = {};      ///< entities: only what is near them; empty: everything
  int hops = 1;                            ///< how far from there
  std::set<EntityType> types = {};         ///< of both ends of an edge; empty: all
  std::set<std::int64_t> any_type = {};    ///< entities that count whatever their type
  std::set<Predicate> predicates = {};     ///< empty: all
  std::string since = {};                  ///< YYYY[-MM[-DD]]; empty: from the beginning
  std::string until = {};                  ///< the same, all of that year, month or day
  double min_confidence = 0;               ///< 0 to 1
  std::int64_t min_evidence = 1;           ///< places that prove an edge
  std::vector<std::string> articles = {};  ///< file names without extension; empty: all
};

/// Does it leave anything out?
[[nodiscard]] bool narrows(const GraphFilter& filter);

/// YYYY, YYYY-MM or YYYY-MM-DD, as far as the form says.
[[nodiscard]] bool is_iso_day(std::string_view text);

/// Lets this connection see only what the filter leaves; all again where that leaves nothing out.
Status narrow(Database& db, const GraphFilter& filter);

}  // namespace rawabit
