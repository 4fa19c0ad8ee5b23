#include "relate/arrivals.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace rawabit {
namespace {

constexpr std::uint32_t kSentencesOn = 5;
constexpr std::uint32_t kWithin = 30;  // tokens from the verb to who arrives, and on to the place
constexpr double kConfidence = 0.6;
constexpr std::string_view kRule = "visit.arrival";

struct Arrival {
  std::uint32_t sentence = 0;
  std::uint32_t verb = 0;
  std::uint32_t last = 0;   ///< token after the place
  std::uint32_t who = 0;    ///< mentions
  std::uint32_t place = 0;  ///< or the body that is visited
  std::optional<std::uint32_t> day;
};

class Arrivals {
 public:
  Arrivals(Parse& parse, const Lexicon& lexicon)
      : parse_(parse),
        verb_(lexicon.class_named("V_VISIT")),
        leave_(lexicon.class_named("V_LEAVE")),
        accompany_(lexicon.class_named("V_ACCOMPANY")),
        to_(lexicon.class_named("TO")),
        seat_(lexicon.class_named("N_SEAT")),
        delegation_(lexicon.class_named("DELEGATION")),
        visit_(lexicon.class_named("VISIT_NOUN")),
        definite_(lexicon.class_named("MEETING_NOUN_DEF")),
        its_(lexicon.class_named("MEETING_NOUN_ITS")) {}

  void run() {
    const std::vector<Arrival> arrivals = find();
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
      const std::uint32_t until = i + 1 < arrivals.size() ? arrivals[i + 1].verb : kNoMention;
      if (const auto visit = visit_of(arrivals[i], until)) relate(arrivals[i], *visit);
    }
  }

 private:
  bool is(std::uint32_t token, ClassId cls) const {
    return std::ranges::any_of(parse_.matches_at(token), [&](const LexiconMatch& match) {
      return match.cls == cls && match.last == token + 1;
    });
  }

  bool is_arriving(std::uint32_t token) const {
    return is(token, verb_) && !is(token, leave_) && !is(token, accompany_);
  }

  std::vector<Arrival> find() const {
    std::vector<Arrival> out;
    const auto& sentences = parse_.text->sentences;
    std::uint32_t s = 0;
    std::uint32_t from = 0;  // behind the sentence whose first verb was read
    for (const LexiconMatch& match : parse_.matches) {
      const std::uint32_t verb = match.first;
      if (match.cls != verb_ || verb < from || !is_arriving(verb)) continue;
      while (sentences[s].last <= verb) ++s;
      from = sentences[s].last;
      if (const auto arrival = read(s, verb)) out.push_back(*arrival);
    }
    return out;
  }

  std::optional<Arrival> read(std::uint32_t sentence, std::uint32_t verb) const {
    const auto who = visitor(sentence, verb);
    if (!who) return std::nullopt;
    const std::uint32_t after = parse_.mentions[*who].last;
    const auto place =
        next(sentence, verb, [&](const FoundMention& mention) { return is_goal(mention, after); });
    if (!place) return std::nullopt;
    const auto day = next(sentence, verb, [](const FoundMention& mention) {
      return mention.type == EntityType::date;
    });
    return Arrival{sentence, verb, parse_.mentions[*place].last, *who, *place, day};
  }

  /// A person; of a delegation, whoever sends it.
  std::optional<std::uint32_t> visitor(std::uint32_t sentence, std::uint32_t verb) const {
    const bool is_sent = is(verb + 1, delegation_);
    return next(sentence, verb, [is_sent](const FoundMention& mention) {
      return mention.type == EntityType::person ||
             (is_sent &&
              (mention.type == EntityType::organization || mention.type == EntityType::country));
    });
  }

  /// The first mention behind the token that `fits`.
  template <class Fits>
  std::optional<std::uint32_t> next(std::uint32_t sentence, std::uint32_t token, Fits fits) const {
    std::optional<std::uint32_t> first;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.dropped || mention.sentence != sentence || !fits(mention)) continue;
      if (mention.first <= token || mention.first > token + kWithin) continue;
      if (!first || stands_before(mention, parse_.mentions[*first])) first = m;
    }
    return first;
  }

  /// Of two that begin together the longer is meant.
  static bool stands_before(const FoundMention& a, const FoundMention& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  }

  /// A city or country after "to", or right behind who visits it; a body only there.
  bool is_goal(const FoundMention& mention, std::uint32_t after_who) const {
    if (mention.type == EntityType::organization) return is_visited(mention, after_who);
    if (mention.type != EntityType::city && mention.type != EntityType::country) return false;
    if (mention.proclitics.preposition == Preposition::lam) return true;
    return mention.first == after_who || (mention.first > 0 && is(mention.first - 1, to_));
  }

  /// "X visited (the seat of) the body", perhaps with a comma or a day between.
  bool is_visited(const FoundMention& body, std::uint32_t after_who) const {
    if (body.first < after_who || body.proclitics.preposition != Preposition::none) return false;
    for (std::uint32_t t = after_who; t < body.first; ++t) {
      const bool is_mark = parse_.text->tokens[t].kind == TokenKind::punctuation;
      if (!is_mark && !is(t, seat_) && !is_in_date(t)) return false;
    }
    return true;
  }

  bool is_in_date(std::uint32_t token) const {
    return std::ranges::any_of(parse_.mentions, [token](const FoundMention& mention) {
      return mention.type == EntityType::date && !mention.dropped && mention.first <= token &&
             token < mention.last;
    });
  }

  /// "The visit", "his visit", of which no rule has said where it is.
  bool is_bare_visit(std::uint32_t m) const {
    const FoundMention& mention = parse_.mentions[m];
    if (mention.type != EntityType::meeting || mention.dropped) return false;
    if (mention.last != mention.first + 1 || !is(mention.first, visit_)) return false;
    if (!is(mention.first, definite_) && !is(mention.first, its_)) return false;
    return std::ranges::none_of(parse_.relations, [&](const FoundRelation& relation) {
      return relation.subject == m && relation.predicate == Predicate::held_in;
    });
  }

  std::optional<std::uint32_t> visit_of(const Arrival& arrival, std::uint32_t until) const {
    std::optional<std::uint32_t> best;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.first < arrival.last || mention.first >= until) continue;
      if (mention.sentence > arrival.sentence + kSentencesOn || !is_bare_visit(m)) continue;
      if (!best || mention.first < parse_.mentions[*best].first) best = m;
    }
    return best;
  }

  void relate(const Arrival& arrival, std::uint32_t visit) {
    const auto add = [&](std::uint32_t subject, Predicate predicate, std::uint32_t object) {
      parse_.relations.push_back({subject, object, predicate, Modality::asserted, Origin::inferred,
                                  kConfidence, kRule, arrival.verb, arrival.last});
    };
    add(arrival.who, Predicate::participated_in, visit);
    if (parse_.mentions[arrival.place].type == EntityType::organization) {
      add(arrival.place, Predicate::participated_in, visit);
    } else {
      add(visit, Predicate::held_in, arrival.place);
    }
    if (arrival.day) add(visit, Predicate::held_on, *arrival.day);
  }

  Parse& parse_;
  ClassId verb_, leave_, accompany_, to_, seat_, delegation_, visit_, definite_, its_;
};

}  // namespace

void relate_arrivals(Parse& parse, const Lexicon& lexicon) { Arrivals(parse, lexicon).run(); }

}  // namespace rawabit
