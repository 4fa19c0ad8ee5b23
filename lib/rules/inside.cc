#include "rules/inside.h"

#include <algorithm>
#include <optional>

#include "rules/open_field.h"
#include "rules/same_body.h"

namespace rawabit {
namespace {

constexpr std::string_view kRule = "inside.name";
constexpr std::string_view kOpenRule = "inside.open_field";
constexpr double kConfidence = 0.85;
constexpr double kOpenConfidence = 0.7;

class InsideNames {
 public:
  InsideNames(Parse& parse, const ClassTable& classes)
      : parse_(parse),
        lexicon_(classes.lexicon()),
        open_fields_(parse, classes),
        same_(parse, classes.lexicon()),
        org_(lexicon_.class_named("ORG")),
        country_(lexicon_.class_named("COUNTRY")),
        demonym_(lexicon_.class_named("DEMONYM")),
        topic_(lexicon_.class_named("TOPIC")),
        weak_topic_(lexicon_.class_named("TOPIC_WEAK")),
        region_(lexicon_.class_named("REGION")),
        regional_(lexicon_.class_named("REGIONAL_ADJ")),
        fight_(lexicon_.class_named("TOPIC_FIGHT")),
        care_(lexicon_.class_named("TOPIC_CARE")),
        begin_(lexicon_.class_named("FIELD_BEGIN_WORD")),
        head_of_two_(lexicon_.class_named("ORG_HEAD_TWO")),
        head_def_(lexicon_.class_named("ORG_HEAD_DEF")),
        no_field_(lexicon_.class_named("NO_BODY_FIELD")),
        no_name_field_(lexicon_.class_named("NO_NAME_FIELD")),
        concerned_(lexicon_.class_named("TOPIC_MARK")),
        open_field_head_(lexicon_.class_named("OPEN_FIELD_HEAD")),
        field_head_(lexicon_.class_named("FIELD_HEAD")),
        not_part_of_(classes.named("NOT_PART_OF")),
        chamber_(classes.named("CHAMBER_HEADED")),
        stateless_(lexicon_.class_named("STATELESS_HEAD")),
        head_(lexicon_.class_named("ORG_HEAD")),
        named_head_(lexicon_.class_named("NAMED_HEAD")) {}

  void run() {
    for (std::size_t row = 0; row < parse_.rows.size(); ++row) {
      const auto nodes = parse_.rows[row];
      for (const std::uint32_t node : nodes) visit(node, row);
    }
  }

 private:
  void visit(std::uint32_t index, std::size_t row) {
    const std::uint32_t mention = parse_.nodes[index].mention;
    const auto list = parse_.list(parse_.nodes[index].children);
    const std::vector<std::uint32_t> children(list.begin(), list.end());
    const bool is_body = mention != kNoMention && !parse_.mentions[mention].dropped &&
                         parse_.mentions[mention].type == EntityType::organization;
    if (is_body) {
      for (const std::uint32_t child : children) equate_member(mention, child);
      for (const std::uint32_t child : children) relate_children(mention, child);
      match_inside(mention, row, &InsideNames::is_body_or_state);
    }
    for (const std::uint32_t child : children) visit(child, row);
    // After the bodies nested in the name: what theirs says is their own field.
    if (!is_body || names_no_field(parse_.mentions[mention])) return;
    match_inside(mention, row, &InsideNames::is_topic);
    if (!has_field(mention)) add_open_field(index, mention, row);
  }

  /// A ministry's portfolio or a team's task, unless the name says that it is "concerned with" it.
  bool names_no_field(const FoundMention& whole) const {
    if (!has_class(whole.first, no_name_field_)) return false;
    for (std::uint32_t t = whole.first + 1; t + 1 < whole.last; ++t) {
      if (has_class(t, concerned_) && is_said_with_beh(t + 1)) return false;
    }
    return true;
  }

  bool is_said_with_beh(std::uint32_t token) const {
    return std::ranges::any_of(parse_.matches_at(token), [](const LexiconMatch& match) {
      return match.proclitics.preposition == Preposition::beh;
    });
  }

  void equate_member(std::uint32_t outer, std::uint32_t index) {
    const std::uint32_t inner = parse_.nodes[index].mention;
    if (inner == kNoMention || parse_.mentions[inner].type != EntityType::organization) return;
    if (same_.is_of_pair(parse_.mentions[inner], parse_.mentions[outer]))
      parse_.sames.push_back({outer, inner});
  }

  bool has_field(std::uint32_t body) const {
    return std::ranges::any_of(parse_.relations, [&](const FoundRelation& relation) {
      return relation.subject == body && relation.predicate == Predicate::works_on;
    });
  }

  /// What the name says in words that no list knows.
  void add_open_field(std::uint32_t index, std::uint32_t body, std::size_t row) {
    const std::uint32_t head = parse_.mentions[body].first;
    if (!has_class(head, open_field_head_)) return;
    const auto field = open_fields_.in_name(index);
    if (!field || has_class(field->first, no_field_)) return;
    parse_.mentions.push_back({.type = EntityType::topic,
                               .kind = TitleKind::none,
                               .first = field->first,
                               .last = field->last,
                               .proclitics = field->proclitics,
                               .sentence = static_cast<std::uint32_t>(row),
                               .rule = kOpenRule,
                               .entry = {}});
    const FoundMention& whole = parse_.mentions[body];
    parse_.relations.push_back({body, static_cast<std::uint32_t>(parse_.mentions.size() - 1),
                                Predicate::works_on, Modality::asserted, Origin::text,
                                kOpenConfidence, kOpenRule, whole.first, whole.last});
  }

  /// The outermost bodies and countries under the node, which a phase of the cascade found.
  void relate_children(std::uint32_t outer, std::uint32_t index) {
    const std::uint32_t inner = parse_.nodes[index].mention;
    if (inner == kNoMention || parse_.mentions[inner].dropped || is_same(outer, inner)) {
      for (const std::uint32_t child : parse_.list(parse_.nodes[index].children)) {
        relate_children(outer, child);
      }
      return;
    }
    relate(outer, inner, parse_.nodes[index].first);
  }

  void relate(std::uint32_t outer, std::uint32_t inner, std::uint32_t token) {
    const FoundMention& whole = parse_.mentions[outer];
    const EntityType type = parse_.mentions[inner].type;
    if (type == EntityType::organization) {
      if (same_.is_act(parse_.mentions[inner])) parse_.mentions[inner].dropped = true;
      if (same_.is_own_name(parse_.mentions[inner], whole))
        return parse_.sames.push_back({outer, inner});
    }
    if (type == EntityType::topic) {
      if (names_no_field(whole)) parse_.mentions[inner].dropped = true;
      return add(outer, Predicate::works_on, inner);
    }
    const bool is_whole_of_part =
        type == EntityType::organization && parse_.mentions[inner].first != whole.first &&
        !is_excluded(token) && !is_joined(parse_.mentions[inner], whole) &&
        !same_.is_of_several(parse_.mentions[inner], whole) &&
        !is_own_field(parse_.mentions[inner], whole);
    const bool is_state_of_body = type == EntityType::country && !has_no_state(whole) &&
                                  (token == whole.first + 1 || is_behind_head(token, whole) ||
                                   (token == whole.first && !whole.head.empty()) ||
                                   has_class(token, demonym_) || same_.is_at_home_in(whole, inner));
    if (is_whole_of_part || is_state_of_body) add(outer, Predicate::part_of, inner);
  }

  /// "The chamber of commerce of Jordan".
  bool is_behind_head(std::uint32_t token, const FoundMention& whole) const {
    return std::ranges::any_of(parse_.matches_at(whole.first), [&](const LexiconMatch& match) {
      return match.cls == chamber_ && match.last == token;
    });
  }

  /// A longer name of the same body: a rule said so.
  bool is_same(std::uint32_t outer, std::uint32_t inner) const {
    return std::ranges::any_of(parse_.sames, [&](const FoundSame& same) {
      return (same.first == outer && same.second == inner) ||
             (same.first == inner && same.second == outer);
    });
  }

  void add(std::uint32_t subject, Predicate predicate, std::uint32_t object) {
    const FoundMention& whole = parse_.mentions[subject];
    parse_.relations.push_back({subject, object, predicate, Modality::asserted, Origin::text,
                                kConfidence, kRule, whole.first, whole.last});
  }

  bool has_class(std::uint32_t token, ClassId cls) const { return parse_.has_class_at(token, cls); }

  /// "And the prosecution": the second half of a name, no body that the whole belongs to, unless
  /// another one stands before it.
  bool is_joined(const FoundMention& inner, const FoundMention& whole) const {
    if (inner.proclitics.conjunction == Conjunction::none) return false;
    return std::ranges::none_of(parse_.mentions, [&](const FoundMention& other) {
      return !other.dropped && other.type == EntityType::organization &&
             other.first > whole.first && other.last == inner.first;
    });
  }

  /// "The directorate general of civil defence" is what "civil defence" means by itself: a name
  /// without a noun of bodies, behind the lam at the end of a longer one (before its adjective of
  /// origin).
  bool is_own_field(const FoundMention& inner, const FoundMention& whole) const {
    if (inner.proclitics.preposition != Preposition::lam) return false;
    if (same_.is_act(inner)) return true;
    for (std::uint32_t t = inner.last; t < whole.last; ++t)
      if (!has_class(t, demonym_)) return false;
    const bool is_known = inner.entry && !lexicon_.entries()[*inner.entry].id.empty();
    return !is_known &&
           std::ranges::none_of(parse_.matches_at(inner.first), [&](const auto& match) {
             return match.cls == head_ || match.cls == head_def_;
           });
  }

  /// The word before `token` says that what follows is no whole of this part.
  bool is_excluded(std::uint32_t token) const {
    return token > 0 && not_part_of_ != Lexicon::kNoClass && has_class(token - 1, not_part_of_);
  }
  /// Parties, companies: their adjective of origin makes them no body of the state.
  bool has_no_state(const FoundMention& whole) const {
    return has_class(whole.first, stateless_) || same_.is_above_states(whole);
  }

  /// The smallest body around the match: "the army" of "a directorate in the Kuwaiti army".
  std::uint32_t innermost(std::uint32_t outer, const LexiconMatch& match) const {
    std::uint32_t best = outer;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& other = parse_.mentions[m];
      const FoundMention& smallest = parse_.mentions[best];
      if (other.dropped || other.type != EntityType::organization) continue;
      if (other.first > match.first || match.last > other.last) continue;
      if (other.last - other.first < smallest.last - smallest.first) best = m;
    }
    return best;
  }

  static bool is_topic(EntityType type) { return type == EntityType::topic; }
  static bool is_body_or_state(EntityType type) { return !is_topic(type); }

  void match_inside(std::uint32_t outer, std::size_t row, bool (*is_wanted)(EntityType)) {
    const FoundMention whole = parse_.mentions[outer];
    if (whole.last - whole.first < 2) return;
    matches_.clear();
    lexicon_.match(*parse_.text, {whole.first + 1, whole.last, 0}, matches_);
    for (const LexiconMatch& match : matches_) {
      const auto type = type_of(match);
      if (!type || !is_wanted(*type) || is_mention(match, *type) || is_head_of(match, whole, *type))
        continue;
      if (*type == EntityType::topic && !names_field(match, whole)) continue;
      if (*type == EntityType::country && is_in_region(match)) continue;
      FoundMention mention{.type = *type,
                           .kind = TitleKind::none,
                           .first = match.first,
                           .last = match.last,
                           .proclitics = match.proclitics,
                           .sentence = static_cast<std::uint32_t>(row),
                           .rule = kRule,
                           .entry = match.entry};
      if (*type == EntityType::topic) take_in_begin(mention);
      if (*type == EntityType::organization && is_joined(mention, whole)) continue;
      parse_.mentions.push_back(mention);
      const auto made = static_cast<std::uint32_t>(parse_.mentions.size() - 1);
      relate(*type == EntityType::country ? innermost(outer, match) : outer, made, match.first);
    }
  }

  /// The whole is a gazetteer's name, and this is the same name without its head; a body that the
  /// gazetteer tells apart is another.
  bool is_head_of(const LexiconMatch& match, const FoundMention& whole, EntityType type) const {
    if (type != EntityType::organization) return false;
    // An adjective after its head begins no name of another body ("the Arab organization for").
    const bool is_adjective =
        has_class(match.first, regional_) && has_class(whole.first, head_def_);
    if (is_adjective && match.first == whole.first + 1) return true;
    if (!whole.entry) return false;
    if (match.first != whole.first + 1 || match.last != whole.last) return false;
    if (!has_class(whole.first, head_) || has_class(whole.first, named_head_)) return true;
    const std::string& inner = lexicon_.entries()[match.entry].id;
    return inner.empty() || inner == lexicon_.entries()[*whole.entry].id;
  }

  /// A field of work is said with lam or beh ("for tourism", "concerned with drugs"), is a threat
  /// that the body fights, or stands right after a head that takes its field ("ministry of
  /// health"). The second of a pair goes with the first.
  bool names_field(const LexiconMatch& match, const FoundMention& whole) const {
    if (is_no_field(match)) return false;
    if (match.proclitics.preposition != Preposition::none) {
      return match.cls == topic_ || !has_class(match.first, head_def_);
    }
    if (match.cls == topic_ && has_class(match.first, fight_)) return true;
    if (match.proclitics.conjunction == Conjunction::none) {
      if (begin_of_field(match.first - 1)) return is_whole_field(match, whole);
      return has_class(whole.first, field_head_) && stands_behind_head(match, whole);
    }
    return std::ranges::any_of(parse_.relations, [&](const FoundRelation& relation) {
      return relation.predicate == Predicate::works_on && relation.first == whole.first &&
             parse_.mentions[relation.object].last == match.first;
    });
  }

  /// Right behind it, or behind what is done for the field ("centre for the development of").
  bool stands_behind_head(const LexiconMatch& match, const FoundMention& whole) const {
    std::uint32_t before = match.first - 1;
    if (before == whole.first) return true;
    if (is_board(whole.first) || !is_whole_field(match, whole)) return false;
    while (before > whole.first && is_done_for(before)) --before;
    return before == whole.first;
  }

  /// "For the studies of" goes with the field; the word before it tells what is read.
  void take_in_begin(FoundMention& field) const {
    const auto begin = begin_of_field(field.first - 1);
    if (field.proclitics.preposition != Preposition::none || !begin) return;
    --field.first;
    field.proclitics = *begin;
    field.entry.reset();
  }

  /// A word of what is done for a field: "development", "research".
  bool is_done_for(std::uint32_t token) const {
    return has_class(token, care_) || has_class(token, begin_);
  }

  /// "For the studies of", "for the affairs of", "concerned with the affairs of": the proclitics of
  /// a word that is part of the field.
  std::optional<Proclitics> begin_of_field(std::uint32_t token) const {
    for (const LexiconMatch& match : parse_.matches_at(token)) {
      if (match.cls != begin_) continue;
      const Preposition said = match.proclitics.preposition;
      const bool is_with =
          said == Preposition::beh && token > 0 && has_class(token - 1, concerned_);
      if (said == Preposition::lam || is_with) return match.proclitics;
    }
    return std::nullopt;
  }

  /// No adjective follows a common word, which would make it another field.
  bool is_whole_field(const LexiconMatch& match, const FoundMention& whole) const {
    return match.cls == topic_ || match.last == whole.last || begins_with_and(match.last);
  }

  /// "Board of directors": the second word is part of the head; not so in "centre for the study
  /// of".
  bool is_board(std::uint32_t head) const {
    return has_class(head, head_of_two_) && !has_class(head + 1, begin_);
  }

  bool begins_with_and(std::uint32_t token) const {
    return std::ranges::any_of(parse_.matches_at(token), [](const LexiconMatch& match) {
      return match.proclitics.conjunction != Conjunction::none;
    });
  }

  bool is_no_field(const LexiconMatch& match) const {
    return std::ranges::any_of(parse_.matches_at(match.first), [&](const LexiconMatch& other) {
      return other.cls == no_field_ && other.last == match.last;
    });
  }

  /// Part of the name of a region ("the Arab Maghreb").
  bool is_in_region(const LexiconMatch& match) const {
    return std::ranges::any_of(matches_, [&](const LexiconMatch& other) {
      return other.cls == region_ && other.first <= match.first && match.last < other.last;
    });
  }

  std::optional<EntityType> type_of(const LexiconMatch& match) const {
    if (match.cls == org_) return EntityType::organization;
    if (match.cls == topic_ || match.cls == weak_topic_) return EntityType::topic;
    if (match.cls == country_ || match.cls == demonym_) return EntityType::country;
    return std::nullopt;
  }

  bool is_mention(const LexiconMatch& match, EntityType type) const {
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& mention) {
      return mention.type == type && mention.first < match.last && match.first < mention.last &&
             (type == EntityType::topic || !(mention.first < match.first));
    });
  }

  Parse& parse_;
  const Lexicon& lexicon_;
  OpenFields open_fields_;
  SameBody same_;
  ClassId org_, country_, demonym_, topic_, weak_topic_, region_, regional_, fight_, care_, begin_,
      head_of_two_, head_def_;
  ClassId no_field_, no_name_field_, concerned_, open_field_head_, field_head_;
  ClassId not_part_of_, chamber_, stateless_, head_, named_head_;
  std::vector<LexiconMatch> matches_;
};

}  // namespace

void relate_inside_names(Parse& parse, const ClassTable& classes) {
  InsideNames(parse, classes).run();
}

}  // namespace rawabit
