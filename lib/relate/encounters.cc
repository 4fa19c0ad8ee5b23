#include "relate/encounters.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "resolve/encounters.h"
#include "text/letters.h"

namespace rawabit {
namespace {

constexpr std::uint32_t kSentencesOn = 4;
constexpr std::uint32_t kOpening = 4;  // tokens: "and this came in the presence of"
constexpr std::uint32_t kOpeningWords = 2;
constexpr std::uint32_t kWordsOfSeat = 4;
constexpr std::uint32_t kDateline = 1;  // sentences before the text begins
constexpr double kConfidence = 0.7;
constexpr std::string_view kRule = "encounter.meeting";

class Encounters {
 public:
  Encounters(Parse& parse, const ClassTable& classes)
      : parse_(parse),
        lexicon_(classes.lexicon()),
        in_(classes.named("IN")),
        relative_(classes.named("RELATIVE")),
        seat_(classes.named("N_SEAT")),
        visit_(classes.named("VISIT_NOUN")),
        encounter_(classes.named("ENCOUNTER_NOUN")),
        demonstrative_(classes.named("DEMONSTRATIVE")),
        adjective_(classes.named("MEETING_ADJ_DEF")),
        several_(classes.named("MEETING_PLURAL")),
        attend_(classes.named("N_ATTEND")),
        together_(classes.named("TOGETHER_WITH")),
        during_(classes.named("DURING")),
        ahead_(classes.named("FUTURE_ADJ")),
        visits_(classes.named("V_VISIT")),
        hold_(classes.named("V_HOLD")),
        verb_(classes.named("VERB")),
        along_{classes.named("V_ACCOMPANY"), classes.named("ALONG_WITH_HIM")},
        encounters_(find_encounters(parse)) {}

  void run() {
    for (std::size_t i = 0; i < encounters_.size(); ++i) {
      // Those who talk are those who met: the meeting of one telling is that of the other.
      std::size_t next = i + 1;
      while (next < encounters_.size() && encounters_[next].part == encounters_[i].part) ++next;
      const std::uint32_t until = next < encounters_.size() ? encounters_[next].first : kNoMention;
      if (const auto meeting = meeting_of(encounters_[i], until)) relate(encounters_[i], *meeting);
    }
  }

 private:
  bool is_definite(const FoundMention& mention) const {
    if (mention.proclitics.article_restored) return true;
    std::string_view form = parse_.text->form(parse_.text->tokens[mention.first]);
    form.remove_prefix(std::min(form.size(), std::size_t{2} * mention.proclitics.letters));
    return form.starts_with(kArticle);
  }

  /// "The (bilateral) meeting", "this visit", "during a meeting": a noun, which says no more than
  /// that it was spoken of before; "the visit" where the encounter was one.
  bool is_nameless(const FoundMention& mention, bool is_after_visit) const {
    if (!is_definite(mention) && !stands_after(during_, mention) && !is_held(mention)) return false;
    for (const LexiconMatch& match : parse_.matches_at(mention.first)) {
      if (match.cls == several_) return false;
      if (match.last > mention.last || !are_adjectives(match.last, mention.last)) continue;
      if (match.cls == encounter_) return true;
      if (match.cls == visit_) return is_after_visit || stands_after(demonstrative_, mention);
    }
    return false;
  }

  /// "In a meeting (that was) held".
  bool is_held(const FoundMention& mention) const {
    return stands_after(in_, mention) && parse_.has_class_at(mention.last, hold_);
  }

  bool are_adjectives(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      if (!is_adjective(t)) return false;
    }
    return true;
  }

  bool is_adjective(std::uint32_t token) const { return parse_.has_class_at(token, adjective_); }

  /// Of its sentence.
  std::span<const LexiconMatch> matches_before(const FoundMention& mention) const {
    return parse_.matches_from(parse_.text->sentences[mention.sentence].first, mention.first);
  }

  bool stands_after(ClassId cls, const FoundMention& mention) const {
    return std::ranges::any_of(matches_before(mention), [&](const LexiconMatch& match) {
      return match.cls == cls && match.last == mention.first;
    });
  }

  bool is_visit(const Encounter& encounter) const {
    return parse_.has_class_at(encounter.first, visits_);
  }

  std::optional<std::uint32_t> meeting_of(const Encounter& encounter, std::uint32_t until) const {
    std::optional<std::uint32_t> best;
    const bool is_after_visit = is_visit(encounter);
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.type != EntityType::meeting || mention.dropped) continue;
      if (!is_nameless(mention, is_after_visit)) continue;
      if (mention.first < encounter.last || mention.first >= until) continue;
      if (mention.sentence > encounter.sentence + kSentencesOn) continue;
      if (!best || mention.first < parse_.mentions[*best].first) best = m;
    }
    return best ? best : of_headline(encounter);
  }

  /// "Talks between ...": with what the headline opens, of the encounter that the text begins with.
  std::optional<std::uint32_t> of_headline(const Encounter& encounter) const {
    if (encounter.sentence > parse_.first_body_sentence + kDateline) return std::nullopt;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.type != EntityType::meeting || mention.dropped) continue;
      if (mention.sentence >= parse_.first_body_sentence) continue;
      if (mention.first != parse_.text->sentences[mention.sentence].first) continue;
      const auto head = parse_.matches_at(mention.first);
      const auto is_of = [&](ClassId cls) {
        return std::ranges::any_of(head, [&](const auto& match) { return match.cls == cls; });
      };
      if (is_of(encounter_) && !is_of(several_) && !holds_a_body(mention)) return m;
    }
    return std::nullopt;
  }

  /// "A meeting of the council" is its own.
  bool holds_a_body(const FoundMention& meeting) const {
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& body) {
      return body.type == EntityType::organization && !body.dropped &&
             meeting.first <= body.first && body.last <= meeting.last;
    });
  }

  /// Does "in" stand before the mention, as a word or as a proclitic?
  bool stands_after_in(const FoundMention& mention) const {
    if (mention.proclitics.preposition == Preposition::beh) return true;
    return stands_after(in_, mention);
  }

  /// Does a word for those whom a country sends stand before the mention?
  bool stands_after_envoy(const FoundMention& country) const {
    return std::ranges::any_of(matches_before(country), [&](const LexiconMatch& match) {
      if (match.last != country.first) return false;
      const auto& attributes = lexicon_.entries()[match.entry].attributes;
      return attributes.contains("envoy") || attributes.contains("sent");
    });
  }

  /// "The director of the institute at the ministry".
  bool is_in_a_post(const FoundMention& body) const {
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& before) {
      return !before.dropped && before.last == body.first &&
             (before.type == EntityType::organization || before.type == EntityType::title);
    });
  }

  /// "The consul of Egypt in Jeddah", "the cultural office in Riyadh": where somebody serves.
  bool is_of_post(const FoundMention& city) const {
    const std::uint32_t end =
        city.proclitics.preposition == Preposition::beh ? city.first : city.first - 1;
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& before) {
      if (before.dropped || before.last != end) return false;
      if (before.type == EntityType::organization) {
        if (!stands_after_in(before)) return !stands_after(seat_, before);
        return before.proclitics.preposition == Preposition::beh && is_in_a_post(before);
      }
      return before.type == EntityType::country && stands_after_envoy(before);
    });
  }

  /// A city behind "in"; a country there only right behind one of the two or the day, for its name
  /// stands in titles and topics as well.
  bool is_place(const Encounter& encounter, const FoundMention& mention) const {
    if (mention.type != EntityType::city && mention.type != EntityType::country) return false;
    if (!stands_after_in(mention) || is_of_post(mention)) return false;
    return mention.type == EntityType::city ||
           (mention.first > encounter.first && stands_behind_side_or_day(mention));
  }

  /// "X yesterday in the country", "X in the palace in the country".
  bool stands_behind_side_or_day(const FoundMention& place) const {
    const std::uint32_t in =
        place.proclitics.preposition == Preposition::beh ? place.first : place.first - 1;
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& before) {
      const bool fits = before.type == EntityType::person || before.type == EntityType::date;
      if (!fits || before.dropped || before.last > in) return false;
      return before.last == in ||
             (in - before.last <= kWordsOfSeat && parse_.has_class_at(before.last, in_) &&
              is_bare(before.last, in));
    });
  }

  /// No mention and no verb stands between the tokens.
  bool is_bare(std::uint32_t first, std::uint32_t last) const {
    const bool has_verb =
        std::ranges::any_of(parse_.matches_from(first, last),
                            [&](const LexiconMatch& match) { return match.cls == verb_; });
    return !has_verb && std::ranges::none_of(parse_.mentions, [&](const FoundMention& mention) {
      return !mention.dropped && first <= mention.first && mention.first < last;
    });
  }

  void relate(const Encounter& encounter, std::uint32_t meeting) {
    for (const std::uint32_t side : encounter.sides) {
      add(encounter, side, Predicate::participated_in, meeting);
    }
    relate_those_present(encounter, meeting);
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.dropped || mention.sentence != encounter.sentence) continue;
      if (mention.type == EntityType::topic && !encounter.is_greeting &&
          mention.first >= encounter.first && !is_in_a_name(mention) &&
          !is_of_other(encounter, mention)) {
        add(encounter, meeting, Predicate::about, m);
      }
      if (is_of_one_ahead(encounter, mention) || is_told_aside(encounter, mention)) continue;
      if (mention.type == EntityType::date) add(encounter, meeting, Predicate::held_on, m);
      if (is_place(encounter, mention)) add(encounter, meeting, Predicate::held_in, m);
    }
  }

  /// Who is named behind "in the presence of", in the sentence of the encounter, or in the next one
  /// where that opens with it ("This came in the presence of").
  void relate_those_present(const Encounter& encounter, std::uint32_t meeting) {
    const auto& sentences = parse_.text->sentences;
    std::uint32_t presence = presence_at(encounter.first, sentences[encounter.sentence].last);
    std::uint32_t end = sentences[encounter.sentence].last;
    if (encounter.sentence + 1 < sentences.size() &&
        encounter.sentence < parse_.mentions[meeting].sentence) {
      const auto& next = sentences[encounter.sentence + 1];
      const std::uint32_t opening = std::min(next.last, next.first + kOpening);
      const std::uint32_t opens = presence_at(next.first, opening);
      if (opens < opening) presence = std::min(presence, opens), end = next.last;
    }
    add_people(encounter, presence, end, meeting);
    // "In the presence of X, Y met Z".
    const std::uint32_t begin = sentences[encounter.sentence].first;
    const std::uint32_t first =
        presence_at(begin, std::min(begin + kOpeningWords, encounter.first));
    if (first < begin + kOpeningWords) add_people(encounter, first, encounter.first, meeting);
  }

  /// The people named between the tokens, but for the two sides.
  void add_people(const Encounter& encounter, std::uint32_t after, std::uint32_t end,
                  std::uint32_t meeting) {
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.dropped || mention.type != EntityType::person) continue;
      if (mention.first <= after || mention.first >= end) continue;
      if (std::ranges::find(encounter.sides, m) != encounter.sides.end()) continue;
      add(encounter, m, Predicate::participated_in, meeting);
    }
  }

  /// Where "in the presence of", "in the company of", "with him" stands between the tokens; else
  /// the end.
  std::uint32_t presence_at(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t t = first; t < end; ++t) {
      const bool is_presence = std::ranges::any_of(parse_.matches_at(t), [&](const auto& match) {
        return match.cls == together_ || std::ranges::find(along_, match.cls) != along_.end() ||
               (match.cls == attend_ && match.proclitics.preposition == Preposition::beh);
      });
      if (is_presence) return t;
    }
    return end;
  }

  /// A part of the name of a body or of a title, which says nothing of what was spoken about.
  bool is_in_a_name(const FoundMention& topic) const {
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& other) {
      const bool is_name =
          other.type == EntityType::organization || other.type == EntityType::title;
      return is_name && !other.dropped && other.first <= topic.first && topic.last <= other.last;
    });
  }

  /// An agreement or another meeting stands before the topic: it may be about that.
  bool is_of_other(const Encounter& encounter, const FoundMention& topic) const {
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& other) {
      const bool has_subject =
          other.type == EntityType::agreement || other.type == EntityType::meeting;
      return has_subject && !other.dropped && encounter.first <= other.first &&
             other.first <= topic.first;
    });
  }

  /// "Received X, who prepares the conference due to be held in ... on ...": not the encounter's.
  bool is_of_one_ahead(const Encounter& encounter, const FoundMention& mention) const {
    const auto stands_between = [&](std::uint32_t token) {
      return encounter.first <= token && token < mention.first;
    };
    return std::ranges::any_of(parse_.matches_from(encounter.first, mention.first),
                               [&](const LexiconMatch& match) { return match.cls == ahead_; }) &&
           std::ranges::any_of(parse_.mentions, [&](const FoundMention& other) {
             return other.type == EntityType::meeting && !other.dropped &&
                    stands_between(other.first);
           });
  }

  /// "..., who visits the country from the 19th to the 21st": of one of the two alone.
  bool is_told_aside(const Encounter& encounter, const FoundMention& mention) const {
    return std::ranges::any_of(parse_.matches_from(encounter.last, mention.first),
                               [&](const LexiconMatch& match) { return match.cls == relative_; });
  }

  void add(const Encounter& encounter, std::uint32_t subject, Predicate predicate,
           std::uint32_t object) {
    parse_.relations.push_back({subject, object, predicate, Modality::asserted, Origin::inferred,
                                kConfidence, kRule, encounter.first, encounter.last});
  }

  Parse& parse_;
  const Lexicon& lexicon_;
  ClassId in_, relative_, seat_, visit_, encounter_, demonstrative_, adjective_, several_, attend_,
      together_, during_, ahead_, visits_, hold_, verb_;
  std::array<ClassId, 2> along_;
  std::vector<Encounter> encounters_;
};

}  // namespace

void relate_encounters(Parse& parse, const ClassTable& classes) {
  Encounters(parse, classes).run();
}

}  // namespace rawabit
