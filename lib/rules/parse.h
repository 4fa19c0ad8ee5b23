// What the cascade knows of one article while it runs: rows of nodes, mentions, relations.
//
// A sentence is a row of nodes. At first each token is a node with all its readings; what a rule
// makes or marks becomes one node in place of the nodes that it covers, which stay its children.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/types.h"
#include "tokens/clitics.h"
#include "tokens/tokens.h"

namespace rawabit {

struct Rule;

/// A class with the place that a token has in the entry that gave it: alone, or the begin, inside
/// or end of several tokens.
enum class Mark : std::uint8_t { single, begin, inside, end };
using MarkedClass = std::uint32_t;
[[nodiscard]] constexpr MarkedClass marked(ClassId cls, Mark mark) {
  return static_cast<MarkedClass>(cls) * 4 + static_cast<MarkedClass>(mark);
}

/// One way to read a node: its proclitics, and the classes of the rest (a slice of class_pool).
struct NodeReading {
  Proclitics proclitics;
  std::uint32_t first_class = 0;
  std::uint32_t last_class = 0;
};

inline constexpr std::uint32_t kNoMention = 0xFFFFFFFF;

struct Node {
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  std::uint32_t first_reading = 0;  ///< slice of reading_pool
  std::uint32_t last_reading = 0;
  std::uint32_t mention = kNoMention;
  std::vector<std::uint32_t> children = {};  ///< nodes
  std::vector<std::uint32_t> heads = {};     ///< mentions that a marked stretch stands for
};

struct FoundMention {
  EntityType type = EntityType::person;
  TitleKind kind = TitleKind::none;
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  Proclitics proclitics;  ///< of the first token; no part of the mention
  std::uint32_t sentence = 0;
  std::string_view rule;
  std::optional<EntryId> entry;  ///< the gazetteer line that has just this form
  bool is_short = false;         ///< stands for what another mention names
  bool dropped = false;          ///< was found, but is no mention after all
};

struct FoundRelation {
  std::uint32_t subject = 0;  ///< mentions
  std::uint32_t object = 0;
  Predicate predicate = Predicate::has_title;
  Modality modality = Modality::asserted;
  Origin origin = Origin::text;
  double confidence = 0.9;
  std::string_view rule;
  std::uint32_t first = 0;  ///< tokens [first, last) that say it
  std::uint32_t last = 0;
};

/// Two mentions that a rule found to be one entity.
struct FoundSame {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

struct Parse {
  const TokenizedText* text = nullptr;
  std::vector<std::vector<std::uint32_t>> rows;  ///< nodes of each sentence
  std::vector<Node> nodes;
  std::vector<NodeReading> reading_pool;
  std::vector<MarkedClass> class_pool;
  std::vector<LexiconMatch> matches;  ///< of all sentences
  std::vector<std::uint32_t>
      matches_of_row;  ///< where a sentence's matches begin; one past the end
  std::vector<FoundMention> mentions;
  std::vector<FoundRelation> relations;
  std::vector<FoundSame> sames;

  void clear();
};

}  // namespace rawabit
