#include "rules/heads.h"

#include <algorithm>

namespace rawabit {
namespace {

/// The body at the end of the stretch, whatever other nodes there are above it; null for none.
const FoundMention* last_body(const Parse& parse, std::size_t row,
                              std::pair<std::uint32_t, std::uint32_t> tokens) {
  const auto ends_there = [&](std::uint32_t index) {
    return parse.nodes[index].last == tokens.second;
  };
  std::span<const std::uint32_t> nodes = parse.rows[row];
  while (true) {
    const auto last = std::ranges::find_if(nodes, ends_there);
    if (last == nodes.end() || parse.nodes[*last].first < tokens.first) return nullptr;
    const Node& node = parse.nodes[*last];
    if (node.mention == kNoMention) {
      nodes = parse.list(node.children);
      continue;
    }
    const FoundMention& mention = parse.mentions[node.mention];
    return mention.type == EntityType::organization ? &mention : nullptr;
  }
}

}  // namespace

void add_classes_of_head(const Parse& parse, std::uint32_t token, const ClassTable& classes,
                         std::vector<ClassId>& out) {
  for (const LexiconMatch& match : parse.matches_at(token)) {
    if (!classes.is_of_head(match.cls)) continue;
    if (std::ranges::find(out, match.cls) == out.end()) out.push_back(match.cls);
  }
}

void add_classes_of_last_body(const Parse& parse, std::size_t row,
                              std::pair<std::uint32_t, std::uint32_t> tokens,
                              const ClassTable& classes, std::vector<ClassId>& out) {
  const FoundMention* body = last_body(parse, row, tokens);
  if (body != nullptr) add_classes_of_head(parse, body->first, classes, out);
}

void add_topics_beyond(const Parse& parse, std::pair<std::uint32_t, std::uint32_t> tokens,
                       const Proclitics& proclitics, const ClassTable& classes,
                       std::vector<MarkedClass>& out) {
  constexpr std::uint32_t kLongest = 12;  // no form of a topic has more words
  const auto [first, last] = tokens;
  const ClassId topic = classes.lexicon().class_named("TOPIC");
  const std::uint32_t from = first > kLongest ? first - kLongest : 0;
  for (const LexiconMatch& match : parse.matches_from(from, first + 1)) {
    if (match.cls != topic || match.last < last) continue;
    const bool begins = match.first == first;
    const bool ends = match.last == last;
    if (begins && (ends || match.proclitics != proclitics)) continue;
    out.push_back(marked(topic, begins ? Mark::begin : ends ? Mark::end : Mark::inside));
  }
}

}  // namespace rawabit
