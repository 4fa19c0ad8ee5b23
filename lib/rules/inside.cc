#include "rules/inside.h"

#include <algorithm>
#include <optional>

namespace rawabit {
namespace {

constexpr std::string_view kRule = "inside.name";
constexpr double kConfidence = 0.85;

class InsideNames {
 public:
  InsideNames(Parse& parse, const ClassTable& classes)
      : parse_(parse),
        classes_(classes),
        lexicon_(classes.lexicon()),
        org_(lexicon_.class_named("ORG")),
        country_(lexicon_.class_named("COUNTRY")),
        demonym_(lexicon_.class_named("DEMONYM")),
        topic_(lexicon_.class_named("TOPIC")),
        not_part_of_(classes.named("NOT_PART_OF")),
        stateless_(lexicon_.class_named("STATELESS_HEAD")) {}

  void run() {
    for (std::size_t row = 0; row < parse_.rows.size(); ++row) {
      const auto nodes = parse_.rows[row];
      for (const std::uint32_t node : nodes) visit(node, row);
    }
  }

 private:
  void visit(std::uint32_t index, std::size_t row) {
    const std::uint32_t mention = parse_.nodes[index].mention;
    const auto children = parse_.nodes[index].children;
    if (mention != kNoMention && !parse_.mentions[mention].dropped &&
        parse_.mentions[mention].type == EntityType::organization) {
      for (const std::uint32_t child : children) relate_children(mention, child);
      match_inside(mention, row);
    }
    for (const std::uint32_t child : children) visit(child, row);
  }

  /// The outermost bodies and countries under the node, which a phase of the cascade found.
  void relate_children(std::uint32_t outer, std::uint32_t index) {
    const std::uint32_t inner = parse_.nodes[index].mention;
    if (inner == kNoMention || parse_.mentions[inner].dropped) {
      for (const std::uint32_t child : parse_.nodes[index].children) relate_children(outer, child);
      return;
    }
    relate(outer, inner, parse_.nodes[index].first);
  }

  void relate(std::uint32_t outer, std::uint32_t inner, std::uint32_t token) {
    const FoundMention& whole = parse_.mentions[outer];
    const EntityType type = parse_.mentions[inner].type;
    if (type == EntityType::topic) return add(outer, Predicate::works_on, inner);
    const bool starts_whole = parse_.mentions[inner].first == whole.first;
    if (type == EntityType::organization && !starts_whole && !is_excluded(token)) {
      add(outer, Predicate::part_of, inner);
    } else if (type == EntityType::country && !has_no_state(whole) &&
               (token == whole.first + 1 || has_class(token, demonym_))) {
      add(outer, Predicate::part_of, inner);
    }
  }

  void add(std::uint32_t subject, Predicate predicate, std::uint32_t object) {
    const FoundMention& whole = parse_.mentions[subject];
    parse_.relations.push_back({subject, object, predicate, Modality::asserted, Origin::text,
                                kConfidence, kRule, whole.first, whole.last});
  }

  bool has_class(std::uint32_t token, ClassId cls) const {
    return std::ranges::any_of(parse_.matches, [&](const LexiconMatch& match) {
      return match.cls == cls && match.first == token;
    });
  }

  /// The word before `token` says that what follows is no whole of this part.
  bool is_excluded(std::uint32_t token) const {
    return token > 0 && not_part_of_ != Lexicon::kNoClass && has_class(token - 1, not_part_of_);
  }
  /// Parties, armed groups, companies: their adjective of origin makes them no body of the state.
  bool has_no_state(const FoundMention& whole) const {
    return stateless_ != Lexicon::kNoClass && has_class(whole.first, stateless_);
  }

  void match_inside(std::uint32_t outer, std::size_t row) {
    const FoundMention whole = parse_.mentions[outer];
    if (whole.last - whole.first < 2) return;
    matches_.clear();
    lexicon_.match(*parse_.text, {whole.first + 1, whole.last, 0}, matches_);
    for (const LexiconMatch& match : matches_) {
      const auto type = type_of(match);
      if (!type || is_mention(match, *type)) continue;
      FoundMention mention{.type = *type,
                           .kind = TitleKind::none,
                           .first = match.first,
                           .last = match.last,
                           .proclitics = match.proclitics,
                           .sentence = static_cast<std::uint32_t>(row),
                           .rule = kRule,
                           .entry = match.entry};
      parse_.mentions.push_back(mention);
      relate(outer, static_cast<std::uint32_t>(parse_.mentions.size() - 1), match.first);
    }
  }

  std::optional<EntityType> type_of(const LexiconMatch& match) const {
    if (match.cls == org_) return EntityType::organization;
    if (match.cls == topic_) return EntityType::topic;
    if (match.cls == country_ || match.cls == demonym_) return EntityType::country;
    return std::nullopt;
  }

  bool is_mention(const LexiconMatch& match, EntityType type) const {
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& mention) {
      return mention.type == type && mention.first < match.last && match.first < mention.last &&
             !(mention.first < match.first);
    });
  }

  Parse& parse_;
  const ClassTable& classes_;
  const Lexicon& lexicon_;
  ClassId org_, country_, demonym_, topic_, not_part_of_, stateless_;
  std::vector<LexiconMatch> matches_;
};

}  // namespace

void relate_inside_names(Parse& parse, const ClassTable& classes) {
  InsideNames(parse, classes).run();
}

}  // namespace rawabit
