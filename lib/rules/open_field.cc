#include "rules/open_field.h"

#include <algorithm>

namespace rawabit {

OpenFields::OpenFields(const Parse& parse, const ClassTable& classes)
    : parse_(parse),
      noun_(classes.of_nodes("FIELD_OF_BODY")),
      begin_(classes.of_nodes("FIELD_BEGIN")),
      begin_word_(classes.of_nodes("FIELD_BEGIN_WORD")),
      adjective_(classes.of_nodes("FIELD_ADJ_OF_BODY")),
      plain_noun_(classes.of_nodes("FIELD_NOUN_OF_BODY")),
      nisba_(classes.of_nodes("FIELD_NISBA_OF_BODY")),
      next_head_(classes.lexicon().class_named("FIELD_NEXT_HEAD")) {}

/// The words of the node, and the mentions in it as they are.
void OpenFields::collect(std::uint32_t node, std::vector<std::uint32_t>& out) const {
  for (const std::uint32_t child : parse_.list(parse_.nodes[node].children)) {
    const std::uint32_t mention = parse_.nodes[child].mention;
    const bool is_mention = mention != kNoMention && !parse_.mentions[mention].dropped;
    if (is_mention || parse_.nodes[child].children.empty()) {
      out.push_back(child);
    } else {
      collect(child, out);
    }
  }
}

/// The proclitics with which the word is of the class: lam, or no preposition. A noun that would
/// begin with a lam of its own is none that anybody knows.
std::optional<Proclitics> OpenFields::read_as(std::uint32_t node, ClassId cls, bool lam) const {
  if (cls == Lexicon::kNoClass || !parse_.nodes[node].children.empty()) return std::nullopt;
  const auto wanted = lam ? Preposition::lam : Preposition::none;
  const NodeKinds& kinds = *parse_.kinds;
  for (const NodeReading& reading : parse_.readings(parse_.nodes[node])) {
    if (reading.proclitics.preposition != wanted || reading.proclitics.lam_restored) continue;
    if (kinds.has_class(reading, marked(cls, Mark::single))) return reading.proclitics;
  }
  return std::nullopt;
}

/// A known noun with a lam of its own, of which two are written.
bool OpenFields::begins_with_lam(std::uint32_t token) const {
  return std::ranges::any_of(parse_.matches_at(token), [](const LexiconMatch& match) {
    return match.proclitics.lam_restored;
  });
}

/// An adjective, or one more noun or adjective after a conjunction.
bool OpenFields::goes_on(std::uint32_t node) const {
  const auto adjective = read_as(node, adjective_, false);
  if (adjective) return true;
  const auto noun = read_as(node, noun_, false);
  return noun && noun->conjunction != Conjunction::none;
}

/// A noun and its adjective right behind the head, perhaps behind what is done for it ("centre for
/// the training of rural women").
std::optional<OpenField> OpenFields::next_to_head(std::uint32_t node,
                                                  const std::vector<std::uint32_t>& words) const {
  if (words.size() < 3 || !parse_.has_class_at(parse_.nodes[node].first, next_head_)) return {};
  if (parse_.nodes[words[0]].first != parse_.nodes[node].first) return {};
  const std::size_t noun = words.size() > 3 && read_as(words[1], begin_, false) ? 2 : 1;
  const auto first = read_as(words[1], noun == 1 ? plain_noun_ : begin_, false);
  if (!first || !read_as(words[noun], plain_noun_, false)) return {};
  const auto nisba = read_as(words[noun + 1], nisba_, false);
  if (!nisba || nisba->conjunction != Conjunction::none) return {};
  std::size_t next = noun + 2;
  while (next < words.size() && goes_on(words[next])) ++next;
  return OpenField{parse_.nodes[words[1]].first, parse_.nodes[words[next - 1]].last, *first};
}

std::optional<OpenField> OpenFields::in_name(std::uint32_t node) const {
  std::vector<std::uint32_t> words;
  collect(node, words);
  if (auto field = next_to_head(node, words)) return field;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!parse_.nodes[words[i]].children.empty()) return std::nullopt;
    std::size_t next = i + 1;
    auto proclitics = read_as(words[i], noun_, true);
    if (!proclitics && next < words.size() && read_as(words[next], noun_, false)) {
      proclitics = read_as(words[i], begin_, true);
      if (!proclitics && i == 1) proclitics = read_as(words[i], begin_word_, false);
      ++next;
    }
    if (!proclitics || proclitics->conjunction != Conjunction::none) continue;
    if (begins_with_lam(parse_.nodes[words[i]].first)) continue;
    while (next < words.size() && goes_on(words[next])) ++next;
    return OpenField{parse_.nodes[words[i]].first, parse_.nodes[words[next - 1]].last, *proclitics};
  }
  return std::nullopt;
}

}  // namespace rawabit
