#include "rules/apply.h"

#include <algorithm>
#include <optional>

#include "rules/entry_of.h"
#include "rules/heads.h"
#include "rules/origins.h"
#include "rules/pairs.h"
#include "rules/references.h"

namespace rawabit {
namespace {

TokenSpan capture_span(const CaptureIndexes& indexes, Captures captures) {
  for (const std::size_t i : indexes) {
    if (captures[i].first < captures[i].second) return captures[i];
  }
  return {0, 0};
}

TokenSpan range_span(const BoundRange& range, Captures captures) {
  const TokenSpan first = capture_span(range.first, captures);
  const TokenSpan last = capture_span(range.last, captures);
  if (first.first == first.second) return last;
  if (last.first == last.second) return first;
  return {std::min(first.first, last.first), std::max(first.second, last.second)};
}

/// The proclitics of the first reading of the node at `token` that one of the atoms admits; of a
/// node that the same rule has just made, its own.
Proclitics chosen_proclitics(const Parse& parse, std::size_t row, std::uint32_t token,
                             const std::vector<BoundAtom>& atoms) {
  for (const std::uint32_t index : parse.rows[row]) {
    const Node& node = parse.nodes[index];
    if (node.first != token) continue;
    for (const NodeReading& reading : parse.readings(node)) {
      for (const BoundAtom& atom : atoms) {
        if (satisfies(*parse.kinds, node.kind, reading, atom)) return reading.proclitics;
      }
    }
    if (!node.children.empty()) return parse.readings(node).front().proclitics;
  }
  return {};
}

/// The singular of the plural that stands at the token, or that the mention there was read with.
std::string_view singular_head(const Parse& parse, std::size_t row, std::uint32_t token,
                               const Lexicon& lexicon) {
  for (const std::uint32_t index : parse.rows[row]) {
    const Node& node = parse.nodes[index];
    if (node.first != token || node.mention == kNoMention) continue;
    return parse.mentions[node.mention].head;
  }
  for (const LexiconMatch& match : parse.matches_at(token)) {
    const auto& attributes = lexicon.entries()[match.entry].attributes;
    if (const auto one = attributes.find("one"); one != attributes.end()) return one->second;
  }
  return {};
}

void drop_inside(Parse& parse, const Node& node, const std::vector<EntityType>& types) {
  for (const std::uint32_t child : parse.list(node.children)) {
    const std::uint32_t mention = parse.nodes[child].mention;
    if (mention != kNoMention &&
        std::ranges::find(types, parse.mentions[mention].type) != types.end()) {
      parse.mentions[mention].dropped = true;
    }
    drop_inside(parse, parse.nodes[child], types);
  }
}

/// The mention of the type with which the stretch begins is no mention of its own.
void drop_beginning(Parse& parse, const Node& node, EntityType type) {
  for (const std::uint32_t child : parse.list(node.children)) {
    if (parse.nodes[child].first != node.first) continue;
    const std::uint32_t mention = parse.nodes[child].mention;
    if (mention != kNoMention && parse.mentions[mention].type == type) {
      parse.mentions[mention].dropped = true;
    }
    drop_beginning(parse, parse.nodes[child], type);
  }
}

/// The mentions that a marked stretch stands for. Who does something by his post does it himself,
/// not the body that he holds it in.
void add_heads(const Parse& parse, std::span<const std::uint32_t> heads, Posts posts,
               std::vector<std::uint32_t>& out) {
  const auto is_title = [&](std::uint32_t m) {
    return parse.mentions[m].type == EntityType::title;
  };
  const bool titles_only = posts == Posts::of_people && std::ranges::any_of(heads, is_title);
  for (const std::uint32_t head : heads) {
    if (!titles_only || is_title(head)) out.push_back(head);
  }
}

void collect_in(const Parse& parse, std::uint32_t index, TokenSpan tokens, Posts posts,
                std::vector<std::uint32_t>& out) {
  const Node& node = parse.nodes[index];
  if (node.last <= tokens.first || tokens.second <= node.first) return;
  const bool inside = tokens.first <= node.first && node.last <= tokens.second;
  if (inside && node.mention != kNoMention) {
    if (!parse.mentions[node.mention].dropped) out.push_back(node.mention);
    return;
  }
  if (inside && !node.heads.empty()) {
    add_heads(parse, parse.list(node.heads), posts, out);
    return;
  }
  for (const std::uint32_t child : parse.list(node.children))
    collect_in(parse, child, tokens, posts, out);
}

/// The kind of a made node: one reading, with the classes that are given and what follows from
/// them.
KindId made_kind(NodeKinds& kinds, const Proclitics& proclitics,
                 const std::vector<MarkedClass>& given, const ClassTable& classes) {
  constexpr std::uint64_t kMade = 0x6D616465;  // begins no key of a token
  std::uint64_t key = mix_key(kMade, number_of(proclitics));
  for (const MarkedClass cls : given) key = mix_key(key, cls);
  if (const auto known = kinds.remembered(key)) return *known;
  KindDraft draft;
  ClassPlaces places;
  draft.classes = given;
  classes.add_defined(draft.classes, 0, places);
  draft.readings.push_back({proclitics, 0, static_cast<std::uint32_t>(draft.classes.size())});
  const KindId kind = kinds.intern(draft);
  kinds.remember(key, kind);
  return kind;
}

/// Carries out the actions of one match.
class Application {
 public:
  Application(Parse& parse, std::size_t row, const Rule& rule, const RuleActions& actions,
              Captures captures, TokenSpan whole, const ClassTable& classes)
      : parse_(parse),
        row_(row),
        rule_(rule),
        actions_(actions),
        captures_(captures),
        whole_(whole),
        classes_(classes) {}

  bool run() {
    bool changed = false;
    for (std::size_t i = 0; i < actions_.makes.size(); ++i) changed = make(i) || changed;
    for (std::size_t i = 0; i < actions_.marks.size(); ++i) changed = mark(i) || changed;
    for (std::size_t i = 0; i < actions_.relations.size(); ++i) relate(i);
    for (std::size_t i = 0; i < actions_.sames.size(); ++i) equate(i);
    return changed;
  }

 private:
  bool make(std::size_t i) {
    const MakeAction& action = rule_.makes[i];
    const RuleActions::Make& bound = actions_.makes[i];
    const TokenSpan tokens = range_span(bound.what, captures_);
    if (tokens.first == tokens.second) return false;
    FoundMention mention{.type = action.type,
                         .kind = action.kind,
                         .first = tokens.first,
                         .last = tokens.second,
                         .proclitics = {},
                         .sentence = 0,
                         .rule = rule_.name,
                         .entry = {}};
    mention.proclitics = chosen_proclitics(parse_, row_, tokens.first, bound.what.first_atoms);
    mention.sentence = static_cast<std::uint32_t>(row_);
    mention.is_short = action.is_short;
    read_head(bound, mention);
    const std::vector<ClassId> given = classes_given(bound, mention);
    const auto node = collapse(parse_, row_, tokens, mention.proclitics, given, classes_);
    if (!node) return false;
    if (mention.head.empty() && mention.shared_first == mention.shared_last) {
      mention.entry = entry_of(parse_, tokens, action.type, classes_.lexicon());
    }
    drop_inside(parse_, parse_.nodes[*node], action.drop);
    if (action.drops_beginning) drop_beginning(parse_, parse_.nodes[*node], action.type);
    parse_.nodes[*node].mention = static_cast<std::uint32_t>(parse_.mentions.size());
    parse_.mentions.push_back(mention);
    return true;
  }

  void read_head(const RuleActions::Make& bound, FoundMention& mention) const {
    if (const TokenSpan head = capture_span(bound.head, captures_); head.first < head.second) {
      mention.head = singular_head(parse_, row_, head.first, classes_.lexicon());
      if (head.first == mention.first) mention.plural = head.second - head.first;
    }
    share_words(bound.with, mention);
  }

  std::vector<ClassId> classes_given(const RuleActions::Make& bound,
                                     const FoundMention& mention) const {
    std::vector<ClassId> given = bound.classes;
    if (mention.type == EntityType::organization || mention.type == EntityType::meeting ||
        mention.type == EntityType::country || mention.type == EntityType::title) {
      const bool is_shared = mention.head.empty() && mention.shared_first < mention.shared_last;
      add_classes_of_head(parse_, is_shared ? mention.shared_first : mention.first, classes_,
                          given);
    }
    if (mention.type == EntityType::organization && ends_in_origin({mention.first, mention.last})) {
      given.push_back(classes_.named(kOfOrigin));
    }
    return given;
  }

  /// The last word is an adjective of origin, behind others.
  bool ends_in_origin(TokenSpan tokens) const {
    const ClassId demonym = classes_.lexicon().class_named("DEMONYM");
    return tokens.first + 1 < tokens.second &&
           std::ranges::any_of(parse_.matches_at(tokens.second - 1), [&](const auto& match) {
             return match.cls == demonym && match.last == tokens.second;
           });
  }

  /// The words that another name has as well, which are said only there.
  void share_words(const BoundRange& with, FoundMention& mention) const {
    const TokenSpan tokens = range_span(with, captures_);
    if (tokens.first == tokens.second) return;
    for (const std::uint32_t index : parse_.rows[row_]) {
      const Node& node = parse_.nodes[index];
      if (node.first != tokens.first || node.mention == kNoMention) continue;
      const FoundMention& other = parse_.mentions[node.mention];
      if (other.head.empty() && other.shared_first == other.shared_last) continue;
      mention.head = other.head;
      mention.shared_first = other.shared_first, mention.shared_last = other.shared_last;
      mention.shared_proclitics = other.shared_proclitics;
      return;
    }
    const bool has_origin = ends_in_origin(tokens);
    mention.shared_first = tokens.first;
    mention.shared_last = has_origin ? tokens.second - 1 : tokens.second;
    mention.shared_proclitics = chosen_proclitics(parse_, row_, tokens.first, with.first_atoms);
  }

  bool mark(std::size_t i) {
    const RuleActions::MarkAs& bound = actions_.marks[i];
    const TokenSpan tokens = range_span(bound.what, captures_);
    if (tokens.first == tokens.second) return false;
    const Proclitics proclitics =
        chosen_proclitics(parse_, row_, tokens.first, bound.what.first_atoms);
    std::vector<std::uint32_t> heads;
    if (!bound.head.empty()) {
      collect_mentions(parse_, row_, capture_span(bound.head, captures_), Posts::whole, heads);
    }
    std::vector<ClassId> given{bound.cls};
    if (tokens.second - tokens.first == 1) {  // a marked word is still that word
      const auto& token = parse_.text->tokens[tokens.first];
      const ClassId literal = classes_.literal(parse_.text->form(token), proclitics);
      if (literal != Lexicon::kNoClass) given.push_back(literal);
    }
    add_classes_of_head(parse_, tokens.first, classes_, given);
    add_classes_of_last_body(parse_, row_, tokens, classes_, given);
    const auto node = collapse(parse_, row_, tokens, proclitics, given, classes_);
    if (!node) return false;
    parse_.nodes[*node].heads = parse_.add_list(heads);
    return true;
  }

  std::vector<std::uint32_t> end_mentions(const CaptureIndexes& capture, std::string_view name,
                                          Posts posts = Posts::whole) {
    if (name == kHisEmployer) {
      return mentions_meant(parse_, kEmployer, whole_.second, row_, classes_);
    }
    if (name == kPair) return pair_meant(parse_, whole_, row_, classes_.lexicon());
    if (const auto reference = end_capture(name); reference.starts_with('$')) {
      return mentions_meant(parse_, reference.substr(1), whole_.first, row_, classes_);
    }
    std::vector<std::uint32_t> out;
    const TokenSpan tokens = capture_span(capture, captures_);
    if (name.starts_with(kOrigin)) return states_of_adjectives(parse_, tokens, classes_.lexicon());
    if (tokens.first < tokens.second) collect_mentions(parse_, row_, tokens, posts, out);
    return out;
  }

  static bool is_deed(Predicate p) {
    return p == Predicate::participated_in || p == Predicate::chaired ||
           p == Predicate::organized || p == Predicate::met_with;
  }

  static bool wanted(const std::vector<EntityType>& types, std::string_view end, EntityType type) {
    return types.empty() || std::ranges::find(types, type) != types.end() ||
           (end.starts_with(kSide) && type == EntityType::person);
  }

  static bool is_of_states(const RelationAction& action) {
    return action.subject.starts_with(kSide) &&
           action.subject_types == std::vector{EntityType::country};
  }

  /// Of the mentions of a holder: end only the titles are meant, of a side: end people as well.
  static bool fits(std::string_view end, EntityType type, bool may_be) {
    if (end.starts_with(kSide)) return may_be || type == EntityType::person;
    return end.starts_with(kHolder) ? type == EntityType::title : may_be;
  }

  void relate(std::size_t i) {
    const RelationAction& action = rule_.relations[i];
    const Posts posts = is_deed(action.predicate) ? Posts::of_people : Posts::whole;
    const auto subjects = end_mentions(actions_.relations[i].subject, action.subject, posts);
    const auto objects = end_mentions(actions_.relations[i].object, action.object, posts);
    for (const std::uint32_t subject : subjects) {
      const EntityType subject_type = parse_.mentions[subject].type;
      if (!fits(action.subject, subject_type, may_be_subject(action.predicate, subject_type)) ||
          !wanted(action.subject_types, action.subject, subject_type))
        continue;
      for (const std::uint32_t object : objects) {
        if (subject == object) continue;
        const EntityType object_type = parse_.mentions[object].type;
        if (!fits(action.object, object_type, may_be_object(action.predicate, object_type)) ||
            !wanted(action.object_types, action.object, object_type))
          continue;
        parse_.relations.push_back({subject, object, action.predicate, action.modality,
                                    action.origin, action.confidence, rule_.name, whole_.first,
                                    whole_.second, kNoMention, is_of_states(action)});
      }
    }
  }

  void equate(std::size_t i) {
    const auto left = end_mentions(actions_.sames[i].subject, rule_.sames[i].first);
    const auto right = end_mentions(actions_.sames[i].object, rule_.sames[i].second);
    if (left.size() == 1 && right.size() == 1) parse_.sames.push_back({left[0], right[0]});
  }

  Parse& parse_;
  std::size_t row_;
  const Rule& rule_;
  const RuleActions& actions_;
  Captures captures_;
  TokenSpan whole_;
  const ClassTable& classes_;
};

}  // namespace

TokenSpan covered(const RuleActions& actions, Captures captures, TokenSpan whole) {
  TokenSpan out{0, 0};
  const auto add = [&](const BoundRange& range) {
    const TokenSpan span = range_span(range, captures);
    if (span.first == span.second) return;
    out = out.first == out.second
              ? span
              : TokenSpan{std::min(out.first, span.first), std::max(out.second, span.second)};
  };
  for (const auto& make : actions.makes) add(make.what);
  for (const auto& mark : actions.marks) add(mark.what);
  return out.first == out.second ? whole : out;
}

std::optional<std::uint32_t> collapse(Parse& parse, std::size_t row, TokenSpan tokens,
                                      const Proclitics& proclitics,
                                      const std::vector<ClassId>& given,
                                      const ClassTable& classes) {
  auto& nodes = parse.rows[row];
  const auto first =
      std::ranges::find(nodes, tokens.first, [&](std::uint32_t n) { return parse.nodes[n].first; });
  const auto last = std::find_if(
      first, nodes.end(), [&](std::uint32_t n) { return parse.nodes[n].last >= tokens.second; });
  if (first == nodes.end() || last == nodes.end() || parse.nodes[*last].last != tokens.second) {
    return std::nullopt;
  }
  Node node{.first = tokens.first, .last = tokens.second};
  node.children = parse.add_list({first, last + 1});
  std::vector<MarkedClass> all;
  all.reserve(given.size());
  for (const ClassId cls : given) all.push_back(marked(cls, Mark::single));
  add_topics_beyond(parse, tokens, proclitics, classes, all);
  node.kind = made_kind(*parse.kinds, proclitics, all, classes);
  const auto index = static_cast<std::uint32_t>(parse.nodes.size());
  parse.nodes.push_back(node);
  *first = index;
  nodes.erase(first + 1, last + 1);
  return index;
}

void collect_mentions(const Parse& parse, std::size_t row, TokenSpan tokens, Posts posts,
                      std::vector<std::uint32_t>& out) {
  for (const std::uint32_t node : parse.rows[row]) collect_in(parse, node, tokens, posts, out);
}

bool apply_actions(Parse& parse, std::size_t row, const Rule& rule, const RuleActions& actions,
                   Captures captures, TokenSpan whole, const ClassTable& classes) {
  return Application(parse, row, rule, actions, captures, whole, classes).run();
}

}  // namespace rawabit
