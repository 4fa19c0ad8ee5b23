#include "relate/modality.h"

#include <algorithm>
#include <array>
#include <set>
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

class ModalityMarks {
 public:
  ModalityMarks(const Parse& parse, const Lexicon& lexicon) : parse_(parse) {
    const auto add = [&](std::vector<bool>& marks, std::string_view name) {
      marks.resize(parse.text->tokens.size(), false);
      const ClassId cls = lexicon.class_named(name);
      for (const LexiconMatch& match : parse.matches) {
        // Verbs and particles of this kind take no preposition: what reads like one with it is
        // another word.
        if (match.cls == cls && match.proclitics.preposition == Preposition::none)
          marks[match.first] = true;
      }
    };
    for (const char* name : {"V_FUTURE", "FUTURE", "FUTURE_VERB", "PROPOSED"}) add(planned_, name);
    for (const char* name : {"NEG", "NEG_PHRASE", "V_DENY"}) add(negated_, name);
    add(verbs_, "VERB");
    called_for_ = planned_;
    for (const char* name : {"V_PLAN", "PLAN_NOUN", "CALL_FOR"}) add(called_for_, name);
    add(refused_, "V_DENY");
    add(absent_, "V_ABSENT");
    std::vector<bool> future, event;
    add(future, "V_FUTURE");
    for (const char* name :
         {"V_HOLD", "V_HOLD_IT", "V_HOST", "V_HOST_IT", "V_ORGANIZE", "V_ORGANIZE_IT"}) {
      add(event, name);
    }
    for (const char* name : {"FUTURE", "FUTURE_ADJ"}) add(announced_, name);
    for (std::size_t t = 0; t < announced_.size(); ++t) {
      announced_[t] = announced_[t] || (future[t] && event[t]);
    }
    // A name says nothing of the kind, whatever its words are elsewhere ("Le Drian", "if"; Seoul
    // begins like a verb to come, "Non-Aligned" like a denial).
    for (const FoundMention& mention : parse.mentions) {
      if (!is_name(mention.type) || mention.dropped) continue;
      for (std::uint32_t t = mention.first; t < mention.last; ++t) {
        planned_[t] = called_for_[t] = negated_[t] = refused_[t] = announced_[t] = verbs_[t] =
            false;
      }
    }
    find_denied(lexicon);
    find_announced(lexicon);
  }

  [[nodiscard]] Modality of(const FoundRelation& relation) const {
    const bool takes_part = is_attendance(relation.predicate);
    if (denied_[relation.last - 1]) return Modality::negated;
    if (takes_part && meetings_ahead_.contains(relation.object)) return Modality::planned;
    const std::uint32_t last = end_of(relation);
    for (std::uint32_t t = begin_of(relation); t < last; ++t) {
      if (takes_part && absent_[t]) return Modality::negated;
      if (planned_[t] && !goes_on(relation)) return Modality::planned;
      if (negated_[t] && verb_follows(t, last)) return Modality::negated;
    }
    return is_done_on_paper(relation.predicate) ? governed(relation) : Modality::asserted;
  }

  /// "Is to hold a meeting with": whoever else is told of with that mention is yet to come as well.
  void spread(const FoundRelation& relation) {
    const std::uint32_t end = parse_.mentions[relation.object].first;
    if (!is_attendance(relation.predicate) || end >= relation.last) return;
    for (std::uint32_t t = begin_of(relation); t < end; ++t) {
      if (planned_[t]) meetings_ahead_.insert(relation.object);
    }
  }

 private:
  static bool is_name(EntityType type) {
    using enum EntityType;
    return type == person || type == organization || type == country || type == city ||
           type == region;
  }

  static void mark_all(const Parse& parse, const Lexicon& lexicon, std::string_view name,
                       std::vector<bool>& marks) {
    marks.resize(parse.text->tokens.size(), false);
    const ClassId cls = lexicon.class_named(name);
    for (const LexiconMatch& match : parse.matches) {
      if (match.cls == cls) marks[match.first] = true;
    }
  }

  /// What somebody denies with "that", up to where somebody says something else; "he denied the
  /// holding of a meeting between", up to the next verb.
  void find_denied(const Lexicon& lexicon) {
    std::vector<bool> that, says, doing, called_off, aside;
    mark_all(parse_, lexicon, "THAT", that);
    mark_all(parse_, lexicon, "CALLED_OFF", called_off);
    for (const char* name : {"N_HOLD", "N_ORGANIZE", "N_ATTEND"}) {
      mark_all(parse_, lexicon, name, doing);
    }
    for (const char* name : {"PREP", "IN", "DURING"}) mark_all(parse_, lexicon, name, aside);
    for (const char* name : {"V_SAY", "PART_SAY"}) mark_all(parse_, lexicon, name, says);
    denied_.assign(parse_.text->tokens.size(), false);
    for (const TokenRange& sentence : parse_.text->sentences) {
      std::uint32_t denier = sentence.last;
      bool is_denied = false, is_clause = false;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (says[t] || (is_denied && !is_clause && verbs_[t])) {
          is_denied = false;
          denier = sentence.last;
        }
        if (refused_[t]) {
          denier = t;
        } else if (that[t] && denier < t && t <= denier + kDenier) {
          is_denied = is_clause = true;
        } else if (doing[t] && denier < t && t <= denier + kDenier && !called_off[denier]) {
          is_denied = true;
          is_clause = false;
        } else if (!is_denied && (verbs_[t] || aside[t])) {
          denier = sentence.last;
        }
        denied_[t] = is_denied;
      }
    }
  }

  /// "He called for the holding of": a meeting that somebody wishes for.
  bool is_called_for(const FoundMention& meeting, const std::vector<bool>& holding) const {
    const std::uint32_t begin = parse_.text->sentences[meeting.sentence].first;
    const auto stands_at = [&](const std::vector<bool>& marks, std::uint32_t back) {
      return meeting.first >= begin + back && marks[meeting.first - back];
    };
    for (std::uint32_t held = 1; held <= kHolding; ++held) {
      if (!stands_at(holding, held)) continue;
      for (std::uint32_t back = held + 1; back <= held + kClause; ++back) {
        if (stands_at(called_for_, back)) return true;
        if (stands_at(verbs_, back)) return false;
      }
    }
    return false;
  }

  /// "The calling off of the summit", "the minister called off his visit".
  bool is_called_off(const FoundMention& meeting) const {
    const std::uint32_t begin = parse_.text->sentences[meeting.sentence].first;
    for (std::uint32_t back = 1; back <= kCancelled && begin + back <= meeting.first; ++back) {
      const std::uint32_t t = meeting.first - back;
      if (called_off_[t]) return true;
      if (verbs_[t] || prepositions_[t]) return false;
    }
    return false;
  }

  /// Meetings that are announced right behind their name, or for a day that lies ahead.
  void find_announced(const Lexicon& lexicon) {
    std::vector<bool> holding;
    for (const char* name : {"N_HOLD", "N_ORGANIZE"}) mark_all(parse_, lexicon, name, holding);
    mark_all(parse_, lexicon, "CALLED_OFF", called_off_);
    for (const char* name : {"PREP", "IN", "DURING", "THAT"}) {
      mark_all(parse_, lexicon, name, prepositions_);
    }
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.type != EntityType::meeting || mention.dropped) continue;
      const std::uint32_t end =
          std::min(mention.last + kWordsBehind, parse_.text->sentences[mention.sentence].last);
      for (std::uint32_t t = mention.last; t < end; ++t) {
        if (announced_[t]) meetings_ahead_.insert(m);
      }
      if (lies_ahead(parse_, lexicon, mention) || is_called_for(mention, holding)) {
        meetings_ahead_.insert(m);
      }
    }
    std::set<std::uint32_t> dated_otherwise;
    for (const FoundRelation& relation : parse_.relations) {
      if (relation.predicate != Predicate::held_on) continue;
      if (lies_ahead(parse_, lexicon, parse_.mentions[relation.object])) {
        meetings_ahead_.insert(relation.subject);
      } else {
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

  /// Cooperation that will be strengthened, continued, is there already.
  static bool goes_on(const FoundRelation& relation) {
    return std::ranges::any_of(
        kGoesOn, [&](std::string_view rules) { return relation.rule.starts_with(rules); });
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
      if (refused_[t]) return Modality::negated;
      // A verb of the future before a comma is of what stands before it.
      if (called_for_[t] && !(planned_[t] && is_other_clause)) return Modality::planned;
      is_other_clause = is_other_clause || parse_.text->tokens[t].kind == TokenKind::punctuation;
      if (verbs_[t]) break;
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
      if (verbs_[t]) return true;
    }
    return false;
  }

  const Parse& parse_;
  std::vector<bool> planned_, called_for_, negated_, refused_, absent_, denied_, verbs_, announced_,
      called_off_, prepositions_;
  std::set<std::uint32_t> meetings_ahead_;
};

}  // namespace

void set_modality(Parse& parse, const Lexicon& lexicon) {
  if (parse.relations.empty()) return;
  ModalityMarks marks(parse, lexicon);
  for (const FoundRelation& relation : parse.relations) marks.spread(relation);
  for (FoundRelation& relation : parse.relations) {
    if (relation.modality != Modality::asserted || !is_an_act(relation.predicate)) continue;
    relation.modality = marks.of(relation);
  }
}

}  // namespace rawabit
