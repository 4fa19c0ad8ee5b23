// Articles made of a few local entities, for the tests of resolution across articles.
#pragma once

#include <string>
#include <vector>

#include "resolve/across_articles.h"
#include "resolve/across_graph.h"

namespace rawabit {

/// A local entity: its names, the fullest first.
struct SaidEntity {
  EntityType type;
  std::vector<std::string> names;
  TitleKind kind = TitleKind::none;
  std::string iso = {};
};

/// A relation between two entities of one article, by their places in it.
struct SaidRelation {
  std::size_t subject;
  Predicate predicate;
  std::size_t object;
};

struct SaidArticle {
  std::vector<SaidEntity> entities;
  std::vector<SaidRelation> relations = {};
};

/// Articles are called "1", "2", ... in their order.
AcrossInput input_of(const std::vector<SaidArticle>& articles);

/// A few lines as the gazetteers have them.
KnownNames few_known_names();

/// Are entity `a` of the first article and entity `b` of the second one?
bool are_one(const std::vector<SaidArticle>& articles, std::size_t a = 0, std::size_t b = 0);

}  // namespace rawabit
