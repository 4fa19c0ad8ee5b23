// What the cascade knows of one article while it runs: rows of nodes, mentions, relations.
//
// A sentence is a row of nodes. At first each token is a node with all its readings; what a rule
// makes or marks becomes one node in place of the nodes that it covers, which stay its children.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/types.h"
#include "rules/node_kinds.h"
#include "tokens/clitics.h"
#include "tokens/tokens.h"

namespace rawabit {

struct Rule;

inline constexpr std::uint32_t kNoMention = 0xFFFFFFFF;

/// A part of Parse::lists.
struct ListPart {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  [[nodiscard]] bool empty() const { return first == last; }
};

/// Half a line of the cache: every phase looks at every node.
struct Node {
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  KindId kind = 0;  ///< of Parse::kinds: its readings and their classes
  std::uint32_t mention = kNoMention;
  ListPart children = {};  ///< nodes
  ListPart heads = {};     ///< mentions that a marked stretch stands for
};

struct FoundMention {
  EntityType type = EntityType::person;
  TitleKind kind = TitleKind::none;
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  Proclitics proclitics;  ///< of the first token; no part of the mention
  std::uint32_t sentence = 0;
  std::string_view rule;
  std::optional<EntryId> entry;    ///< the gazetteer line that has just this form
  bool is_short = false;           ///< stands for what another mention names
  std::string_view head = {};      ///< its head noun, which the text gives in the plural ("two
                                   ///< ministries") or before another name; mostly empty
  std::uint32_t plural = 0;        ///< so many tokens at the begin are that plural
  std::uint32_t shared_first = 0;  ///< tokens [first, last) that stand in its name behind the head,
  std::uint32_t shared_last = 0;   ///< said once for several bodies ("the Iraqi and Syrian army")
  Proclitics shared_proclitics = {};
  bool dropped = false;  ///< was found, but is no mention after all
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
  std::uint32_t speaker = kNoMention;  ///< whom the article quotes for it (relate/speakers.h)
  bool of_states = false;              ///< people for ends stand for their states (relate/sides.h)
};

/// Two mentions that a rule found to be one entity.
struct FoundSame {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

struct Parse {
  const TokenizedText* text = nullptr;
  NodeKinds* kinds = nullptr;                    ///< of the thread that runs the cascade
  std::vector<std::vector<std::uint32_t>> rows;  ///< nodes of each sentence
  std::uint32_t first_body_sentence = 0;         ///< those before it are the title's
  std::vector<Node> nodes;
  std::vector<std::uint32_t> lists;   ///< of all nodes, one after another
  std::vector<LexiconMatch> matches;  ///< of all sentences, by their first token
  std::vector<std::uint32_t> matches_before = {
      0};  ///< of each token and the end: how many begin before
  std::vector<FoundMention> mentions;
  std::vector<FoundRelation> relations;
  std::vector<FoundSame> sames;

  void clear();
  /// To be used at once: nodes that are made later move it.
  [[nodiscard]] std::span<const std::uint32_t> list(ListPart part) const {
    return {lists.data() + part.first, lists.data() + part.last};
  }
  [[nodiscard]] ListPart add_list(std::span<const std::uint32_t> list) {
    const auto first = static_cast<std::uint32_t>(lists.size());
    lists.insert(lists.end(), list.begin(), list.end());
    return {first, static_cast<std::uint32_t>(lists.size())};
  }
  /// The gazetteer matches that begin at the token.
  [[nodiscard]] std::span<const LexiconMatch> matches_at(std::uint32_t token) const {
    return matches_from(token, token + 1);
  }
  /// Does a gazetteer match of the class begin at the token?
  [[nodiscard]] bool has_class_at(std::uint32_t token, ClassId cls) const {
    const auto here = matches_at(token);
    return std::ranges::find(here, cls, &LexiconMatch::cls) != here.end();
  }
  /// Those that begin within tokens [first, last), of which there may be fewer.
  [[nodiscard]] std::span<const LexiconMatch> matches_from(std::uint32_t begin,
                                                           std::uint32_t end) const {
    const auto tokens = static_cast<std::uint32_t>(matches_before.size()) - 1;
    end = std::min(end, tokens);
    if (begin >= end) return {};
    return {matches.data() + matches_before[begin], matches.data() + matches_before[end]};
  }
  [[nodiscard]] std::span<const NodeReading> readings(const Node& node) const {
    return kinds->readings(node.kind);
  }
};

}  // namespace rawabit
