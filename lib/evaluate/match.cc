#include "evaluate/match.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "evaluate/assignment.h"
#include "evaluate/score.h"

namespace rawabit {
namespace {

constexpr std::int64_t kStrictWeight = 10'000'000'000'000;
constexpr std::int64_t kLenientWeight = 10'000'000'000;
constexpr std::int64_t kOverlapWeight = 10'000;
constexpr std::int64_t kNamesWeight = 100;
constexpr std::int64_t kMostTies = 99;
constexpr double kDefaultOverlap = 0.6;
constexpr double kMeetingOverlap = 0.4;

using Keys = std::set<std::string>;
/// Direction, predicate and the key of the other end: tells namesakes apart.
using Ties = std::set<std::tuple<char, std::string, std::string>>;

Keys keys_of(const ScoreEntity& entity) {
  Keys keys;
  for (const std::string& form : entity.forms) keys.insert(score_key(form));
  keys.erase("");
  return keys;
}

std::vector<std::string> sorted_words(const std::string& key) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    words.push_back(key.substr(begin, end - begin));
    begin = end + 1;
  }
  std::ranges::sort(words);
  return words;
}

/// Dice coefficient of the words, repeated ones counted as often as they stand.
double overlap(const std::string& left_key, const std::string& right_key) {
  const auto left = sorted_words(left_key);
  const auto right = sorted_words(right_key);
  std::vector<std::string> common;
  std::ranges::set_intersection(left, right, std::back_inserter(common));
  const std::size_t all = std::max<std::size_t>(1, left.size() + right.size());
  return static_cast<double>(2 * common.size()) / static_cast<double>(all);
}

template <class Set>
std::size_t count_common(const Set& left, const Set& right) {
  return static_cast<std::size_t>(
      std::ranges::count_if(left, [&](const auto& item) { return right.contains(item); }));
}

std::map<std::string, Ties> ties_of(const ScoreDocument& document) {
  std::map<std::string, std::string> named;
  for (const ScoreEntity& entity : document.entities) named[entity.id] = score_key(entity.name);
  std::map<std::string, Ties> ties;
  for (const ScoreRelation& relation : document.relations) {
    ties[relation.subject].emplace('>', relation.predicate, named[relation.object]);
    ties[relation.object].emplace('<', relation.predicate, named[relation.subject]);
  }
  return ties;
}

/// Half to even, as the figures of the reference scorer round.
std::int64_t rounded(double value) { return static_cast<std::int64_t>(std::nearbyint(value)); }

/// 0 when the two cannot match; else strict > lenient > overlap > names > edges in common.
std::int64_t pair_weight(const Keys& gold, const Keys& system, const std::string& type,
                         std::size_t common_ties) {
  const std::size_t common = count_common(gold, system);
  const bool strict = common > 0;
  double best = strict ? 1.0 : 0.0;
  if (!strict) {
    for (const std::string& g : gold) {
      for (const std::string& s : system) best = std::max(best, overlap(g, s));
    }
    if (best < (type == "meeting" ? kMeetingOverlap : kDefaultOverlap)) return 0;
  }
  const double shared =
      static_cast<double>(2 * common) / static_cast<double>(gold.size() + system.size());
  return (strict ? kStrictWeight : 0) + kLenientWeight + rounded(best * 1000) * kOverlapWeight +
         rounded(shared * 90) * kNamesWeight +
         std::min(kMostTies, static_cast<std::int64_t>(common_ties));
}

/// One side of an article with all that its entities are compared by.
struct Side {
  explicit Side(const ScoreDocument& from) : document(from), ties(ties_of(from)) {
    for (const ScoreEntity& entity : from.entities) keys.push_back(keys_of(entity));
  }
  [[nodiscard]] std::vector<std::size_t> of_type(const std::string& type) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < document.entities.size(); ++i) {
      if (document.entities[i].type == type) found.push_back(i);
    }
    return found;
  }
  [[nodiscard]] const Ties& ties_at(std::size_t index) const {
    static const Ties none;
    const auto found = ties.find(document.entities[index].id);
    return found == ties.end() ? none : found->second;
  }

  const ScoreDocument& document;
  std::map<std::string, Ties> ties;
  std::vector<Keys> keys;
};

void match_type(const Side& gold, const Side& system, const std::string& type,
                std::vector<EntityMatch>& matches) {
  const auto rows = gold.of_type(type);
  const auto columns = system.of_type(type);
  WeightTable weights(rows.size(), std::vector<std::int64_t>(columns.size(), 0));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < columns.size(); ++j) {
      weights[i][j] = pair_weight(gold.keys[rows[i]], system.keys[columns[j]], type,
                                  count_common(gold.ties_at(rows[i]), system.ties_at(columns[j])));
    }
  }
  for (const auto& [i, j] : best_assignment(weights)) {
    matches.push_back({rows[i], columns[j], weights[i][j] >= kStrictWeight});
  }
}

}  // namespace

std::vector<EntityMatch> match_entities(const ScoreDocument& gold, const ScoreDocument& system) {
  const Side left(gold);
  const Side right(system);
  std::set<std::string> types;
  for (const ScoreEntity& entity : gold.entities) types.insert(entity.type);
  std::vector<EntityMatch> matches;
  for (const std::string& type : types) match_type(left, right, type, matches);
  return matches;
}

}  // namespace rawabit
