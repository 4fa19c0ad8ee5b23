#include "relate/modality.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

#include "resolve/within_dates.h"

namespace rawabit {
namespace {

constexpr std::uint32_t kWordsBefore = 3;    ///< tokens before the match that may belong to it
constexpr std::uint32_t kWordsBehind = 4;    ///< tokens behind a meeting that may announce it
constexpr std::uint32_t kClause = 10;        ///< tokens back to the verb that governs a noun
constexpr std::uint32_t kNegationReach = 2;  ///< tokens from a negation to its verb
constexpr std::uint32_t kDenier = 8;         ///< tokens of who denies, between that verb and "that"
constexpr std::uint32_t kCancelled = 14;  ///< tokens of who cancels, between that and the meeting
/// Rules that tell cooperation by its noun.
constexpr std::array<std::string_view, 2> kGoesOn = {"rel.cooperation", "rel.its_cooperation"};
constexpr std::array<std::string_view, 2> kWasSigned = {"agreement.concluded_by",
                                                        "agreement.which_they_signed"};
constexpr std::uint32_t kHolding = 2;  ///< tokens from "the holding of" to the meeting

bool is_an_act(Predicate p) {
  switch (p) {
    case Predicate::participated_in:
    case Predicate::chaired:
    case Predicate::met_with:
    case Predicate::cooperates_with:
    case Predicate::signed_agreement:
    case Predicate::member_of:
    case Predicate::founded:
      return true;
    default:
      return false;
  }
}

/// What the words of a token may tell; a token bears any number of them.
enum Mark : std::uint32_t {
  kPlanned = 1U << 0,
  kNegated = 1U << 1,
  kVerb = 1U << 2,
  kCalledFor = 1U << 3,
  kRefused = 1U << 4,
  kAbsent = 1U << 5,
  kToCome = 1U << 6,
  kEvent = 1U << 7,
  kAnnounced = 1U << 8,
  kThat = 1U << 9,
  kCalledOff = 1U << 10,
  kDoing = 1U << 11,
  kAside = 1U << 12,
  kSays = 1U << 13,
  kHold = 1U << 14,
  kGoverns = 1U << 15,
  kDuring = 1U << 16,
};
/// Verbs and particles, which take no preposition: what reads like one with it is another word.
constexpr std::uint32_t kBare =
    kPlanned | kNegated | kVerb | kCalledFor | kRefused | kAbsent | kToCome | kEvent | kAnnounced;
/// What a name says nothing of, whatever its words are elsewhere ("Le Drian", "if"; Seoul begins
/// like a verb to come, "Non-Aligned" like a denial).
constexpr std::uint32_t kNotInNames =
    kPlanned | kCalledFor | kNegated | kRefused | kAnnounced | kVerb;

struct ClassMarks {
  std::string_view name;
  std::uint32_t marks;
};
constexpr std::array kClassMarks = std::to_array<ClassMarks>({
    {"V_FUTURE", kPlanned | kCalledFor | kToCome},
    {"FUTURE", kPlanned | kCalledFor | kAnnounced},
    {"FUTURE_VERB", kPlanned | kCalledFor},
    {"PROPOSED", kPlanned | kCalledFor},
    {"FUTURE_ADJ", kAnnounced},
    {"NEG", kNegated},
    {"NEG_PHRASE", kNegated},
    {"V_DENY", kNegated | kRefused},
    {"VERB", kVerb},
    {"V_PLAN", kCalledFor},
    {"PLAN_NOUN", kCalledFor},
    {"CALL_FOR", kCalledFor},
    {"V_ABSENT", kAbsent},
    {"V_HOLD", kEvent},
    {"V_HOLD_IT", kEvent},
    {"V_HOST", kEvent},
    {"V_HOST_IT", kEvent},
    {"V_ORGANIZE", kEvent},
    {"V_ORGANIZE_IT", kEvent},
    {"THAT", kThat | kGoverns},
    {"CALLED_OFF", kCalledOff},
    {"N_HOLD", kDoing | kHold},
    {"N_ORGANIZE", kDoing | kHold},
    {"N_ATTEND", kDoing},
    {"PREP", kAside | kGoverns},
    {"IN", kAside | kGoverns},
    {"DURING", kAside | kGoverns | kDuring},
    {"V_SAY", kSays},
    {"PART_SAY", kSays},
});

class ModalityMarks {
 public:
  ModalityMarks(const Parse& parse, const Lexicon& lexicon)
      : parse_(parse), marks_(parse.text->tokens.size()), denied_(parse.text->tokens.size()) {
    mark_tokens(lexicon);
    for (std::uint32_t& marks : marks_) {
      if ((marks & kToCome) != 0 && (marks & kEvent) != 0) marks |= kAnnounced;
    }
    for (const FoundMention& mention : parse.mentions) {
      if (!is_name(mention.type) || mention.dropped) continue;
      for (std::uint32_t t = mention.first; t < mention.last; ++t) marks_[t] &= ~kNotInNames;
    }
    find_denied();
    find_announced(lexicon);
  }

  [[nodiscard]] Modality of(const FoundRelation& relation) const {
    const bool takes_part = is_attendance(relation.predicate);
    if (denied_[relation.last - 1]) return Modality::negated;
    if (takes_part && meetings_ahead_.contains(relation.object)) return Modality::planned;
    if (relation.predicate == Predicate::met_with && told_ahead_.contains(match_of(relation))) {
      return Modality::planned;
    }
    const std::uint32_t last = end_of(relation);
    for (std::uint32_t t = begin_of(relation); t < last; ++t) {
      if (takes_part && is(t, kAbsent)) return Modality::negated;
      if (is(t, kPlanned) && !goes_on(relation)) return denied_or_planned(t);
      if (is(t, kNegated) && verb_follows(t, last)) return Modality::negated;
    }
    const bool is_governed = is_done_on_paper(relation.predicate) && !was_signed(relation);
    return is_governed ? governed(relation) : Modality::asserted;
  }

  /// "Is to hold a meeting with": whoever else is told of with that mention is yet to come as well.
  void spread(const FoundRelation& relation) {
    const std::uint32_t end = parse_.mentions[relation.object].first;
    if (!is_attendance(relation.predicate) || end >= relation.last) return;
    for (std::uint32_t t = begin_of(relation); t < end; ++t) {
      if (is(t, kPlanned)) meetings_ahead_.insert(relation.object);
    }
  }

  /// Those who are to take part in a meeting have not met at it: the same match tells both.
  void spread_to_encounters(const FoundRelation& relation) {
    if (is_attendance(relation.predicate) && meetings_ahead_.contains(relation.object)) {
      told_ahead_.insert(match_of(relation));
    }
  }

 private:
  using Match = std::tuple<std::string_view, std::uint32_t, std::uint32_t>;

  static Match match_of(const FoundRelation& relation) {
    return {relation.rule, relation.first, relation.last};
  }

  static bool is_name(EntityType type) {
    using enum EntityType;
    return type == person || type == organization || type == country || type == city ||
           type == region;
  }

  void mark_tokens(const Lexicon& lexicon) {
    std::vector<std::uint32_t> of_class(lexicon.class_names().size());
    for (const auto& [name, marks] : kClassMarks) {
      const ClassId cls = lexicon.class_named(name);
      if (cls != Lexicon::kNoClass) of_class[cls] = marks;
    }
    for (const LexiconMatch& match : parse_.matches) {
      const bool is_bare = match.proclitics.preposition == Preposition::none;
      const std::uint32_t told = is_bare ? of_class[match.cls] : of_class[match.cls] & ~kBare;
      marks_[match.first] |= told;
      marks_[match.last - 1] |= told & kPlanned;  // "it is planned": what follows its last word
    }
  }

  [[nodiscard]] bool is(std::uint32_t token, Mark mark) const {
    return (marks_[token] & mark) != 0;
  }

  /// What somebody denies with "that", up to where somebody says something else; "he denied the
  /// holding of a meeting between", up to the next verb.
  void find_denied() {
    for (const TokenRange& sentence : parse_.text->sentences) {
      std::uint32_t denier = sentence.last;
      bool is_denied = false, is_clause = false;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (is(t, kSays) || (is_denied && !is_clause && is(t, kVerb))) {
          is_denied = false;
          denier = sentence.last;
        }
        if (is(t, kRefused) || (is(t, kVerb) && is(t, kCalledFor) && follows_negation(t))) {
          denier = t;  // "it does not intend the holding of" denies it as well
        } else if (is(t, kThat) && denier < t && t <= denier + kDenier) {
          is_denied = is_clause = true;
        } else if (is(t, kDoing) && denier < t && t <= denier + kDenier &&
                   !is(denier, kCalledOff)) {
          is_denied = true;
          is_clause = false;
        } else if (!is_denied && (is(t, kVerb) || is(t, kAside))) {
          denier = sentence.last;
        }
        denied_[t] = is_denied;
      }
    }
  }

  /// "He called for the holding of": a meeting that somebody wishes for.
  bool is_called_for(const FoundMention& meeting) const {
    const std::uint32_t begin = parse_.text->sentences[meeting.sentence].first;
    const auto stands_at = [&](Mark mark, std::uint32_t back) {
      return meeting.first >= begin + back && is(meeting.first - back, mark);
    };
    for (std::uint32_t held = 1; held <= kHolding; ++held) {
      if (!stands_at(kHold, held)) continue;
      for (std::uint32_t back = held + 1; back <= held + kClause; ++back) {
        if (stands_at(kCalledFor, back)) return true;
        if (stands_at(kVerb, back)) return false;
      }
    }
    return false;
  }

  /// "Will hold, during his visit to Qatar, talks with": the first meeting behind such a verb,
  /// those during which it is left aside.
  [[nodiscard]] bool is_to_be_held(const FoundMention& meeting) const {
    if (stands_after_during(meeting)) return false;
    const std::uint32_t begin = parse_.text->sentences[meeting.sentence].first;
    for (std::uint32_t back = 1; back <= kClause && begin + back <= meeting.first; ++back) {
      const std::uint32_t t = meeting.first - back;
      if (is(t, kToCome) && is(t, kEvent)) return !has_meeting_between(t, meeting.first);
      if (is(t, kVerb)) return false;
    }
    return false;
  }

  [[nodiscard]] bool has_meeting_between(std::uint32_t from, std::uint32_t to) const {
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& other) {
      return other.type == EntityType::meeting && !other.dropped && from <= other.first &&
             other.last <= to && !stands_after_during(other);
    });
  }

  [[nodiscard]] bool stands_after_during(const FoundMention& meeting) const {
    return meeting.first > 0 && is(meeting.first - 1, kDuring);
  }

  /// "The calling off of the summit", "the minister called off his visit".
  bool is_called_off(const FoundMention& meeting) const {
    const std::uint32_t begin = parse_.text->sentences[meeting.sentence].first;
    for (std::uint32_t back = 1; back <= kCancelled && begin + back <= meeting.first; ++back) {
      const std::uint32_t t = meeting.first - back;
      if (is(t, kCalledOff)) return true;
      if (is(t, kVerb) || is(t, kGoverns)) return false;
    }
    return false;
  }

  /// Meetings that are announced right behind their name, or for a day that lies ahead.
  void find_announced(const Lexicon& lexicon) {
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.type != EntityType::meeting || mention.dropped) continue;
      const std::uint32_t end =
          std::min(mention.last + kWordsBehind, parse_.text->sentences[mention.sentence].last);
      for (std::uint32_t t = mention.last; t < end && !is(t, kThat); ++t) {
        if (is(t, kAnnounced)) meetings_ahead_.insert(m);
      }
      if (lies_ahead(parse_, lexicon, mention) || is_called_for(mention) ||
          is_to_be_held(mention)) {
        meetings_ahead_.insert(m);
      }
    }
    std::set<std::uint32_t> dated_otherwise;
    for (const FoundRelation& relation : parse_.relations) {
      if (relation.predicate != Predicate::held_on) continue;
      const FoundMention& day = parse_.mentions[relation.object];
      if (is_last_day(parse_, lexicon, day)) continue;
      if (lies_ahead(parse_, lexicon, day)) {
        meetings_ahead_.insert(relation.subject);
      } else if (!is_of_this_period(parse_, lexicon, day)) {
        dated_otherwise.insert(relation.subject);
      }
    }
    for (const std::uint32_t m : dated_otherwise) meetings_ahead_.erase(m);
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.type == EntityType::meeting && is_called_off(mention)) meetings_ahead_.insert(m);
    }
  }

  /// What is often spoken of by a noun: "he called for the signing of", "it denied joining".
  static bool is_done_on_paper(Predicate p) {
    return p == Predicate::signed_agreement || p == Predicate::member_of || p == Predicate::founded;
  }

  /// "Does not intend to hold a meeting": there is none.
  Modality denied_or_planned(std::uint32_t plan) const {
    return follows_negation(plan) ? Modality::negated : Modality::planned;
  }

  [[nodiscard]] bool follows_negation(std::uint32_t token) const {
    return token > 0 && is(token - 1, kNegated);
  }

  /// Cooperation that will be strengthened, continued, is there already.
  static bool goes_on(const FoundRelation& relation) {
    return std::ranges::any_of(
        kGoesOn, [&](std::string_view rules) { return relation.rule.starts_with(rules); });
  }

  /// "The memorandum signed by": it is, whatever is said of it.
  static bool was_signed(const FoundRelation& relation) {
    return std::ranges::find(kWasSigned, relation.rule) != kWasSigned.end();
  }

  static bool is_attendance(Predicate p) {
    return p == Predicate::participated_in || p == Predicate::chaired;
  }

  /// By the last verb before the match, or a noun of wish or possibility nearer to it.
  Modality governed(const FoundRelation& relation) const {
    const std::uint32_t first = sentence_of(relation.first).first;
    const std::uint32_t reach = std::min(relation.first - first, kClause);
    bool is_other_clause = false;
    for (std::uint32_t back = 1; back <= reach; ++back) {
      const std::uint32_t t = relation.first - back;
      if (is(t, kRefused)) return Modality::negated;
      // A verb of the future before a comma is of what stands before it.
      if (is(t, kCalledFor) && !(is(t, kPlanned) && is_other_clause)) return denied_or_planned(t);
      is_other_clause = is_other_clause || parse_.text->tokens[t].kind == TokenKind::punctuation;
      if (is(t, kVerb)) break;
    }
    return Modality::asserted;
  }

  const TokenRange& sentence_of(std::uint32_t token) const {
    const auto& sentences = parse_.text->sentences;
    return *std::ranges::find_if(sentences, [&](const TokenRange& sentence) {
      return sentence.first <= token && token < sentence.last;
    });
  }

  /// A few tokens before the match, of the same sentence.
  std::uint32_t begin_of(const FoundRelation& relation) const {
    // "... the agreement that they signed": what stands before speaks of the agreement.
    const bool is_object_first = parse_.mentions[relation.object].first == relation.first;
    if (is_object_first && is_done_on_paper(relation.predicate)) return relation.first;
    const std::uint32_t from = relation.first < kWordsBefore ? 0 : relation.first - kWordsBefore;
    return std::max(from, sentence_of(relation.first).first);
  }

  /// Behind the second of the two: a list of those present may go on into another clause.
  std::uint32_t end_of(const FoundRelation& relation) const {
    const auto end =
        std::max(parse_.mentions[relation.subject].last, parse_.mentions[relation.object].last);
    return end > relation.first ? std::min(end, relation.last) : relation.last;
  }

  bool verb_follows(std::uint32_t token, std::uint32_t last) const {
    for (std::uint32_t t = token + 1; t < last && t <= token + kNegationReach; ++t) {
      if (is(t, kVerb)) return true;
    }
    return false;
  }

  const Parse& parse_;
  std::vector<std::uint32_t> marks_;  ///< of each token: Mark
  std::vector<bool> denied_;
  std::set<std::uint32_t> meetings_ahead_;
  std::set<Match> told_ahead_;
};

}  // namespace

void set_modality(Parse& parse, const Lexicon& lexicon) {
  if (parse.relations.empty()) return;
  ModalityMarks marks(parse, lexicon);
  for (const FoundRelation& relation : parse.relations) marks.spread(relation);
  for (const FoundRelation& relation : parse.relations) marks.spread_to_encounters(relation);
  for (FoundRelation& relation : parse.relations) {
    if (relation.modality != Modality::asserted || !is_an_act(relation.predicate)) continue;
    relation.modality = marks.of(relation);
  }
}

}  // namespace rawabit
