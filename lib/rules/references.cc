#include "rules/references.h"

#include <algorithm>
#include <array>
#include <optional>

#include "rules/delegation.h"
#include "rules/last_mention.h"
#include "rules/organizer.h"
#include "rules/pairs.h"
#include "rules/sideline.h"
#include "rules/subject.h"

namespace rawabit {
namespace {

constexpr std::string_view kOther = "other_";
constexpr std::string_view kBothSides = "both_sides";
constexpr std::string_view kSigners = "signers";
constexpr std::string_view kMet = "met";
constexpr std::string_view kDelegation = "delegation";
constexpr std::string_view kThese = "these";
constexpr std::string_view kVisit = "visit";
constexpr std::string_view kNextMeeting = "next_meeting";
constexpr std::string_view kSubject = "subject";
constexpr std::string_view kBothCountries = "both_countries";
constexpr std::string_view kSaid = "said";
constexpr std::array<std::string_view, 4> kTalk = {"V_DISCUSS", "N_DISCUSS", "V_FOCUS",
                                                   "COOP_NOUN"};
constexpr std::size_t kSentencesBack = 4;
constexpr std::size_t kSentencesOn = 2;
constexpr std::size_t kLeadSentences = 2;  // a title and the first sentence
constexpr std::size_t kVisitSentencesBack = 8;
constexpr std::size_t kMeetingSentencesBack = 6;
constexpr std::size_t kMeetingSentencesOn = 4;
constexpr std::size_t kDaySentencesBack = 2;  // a day said before that is another event's

class References {
 public:
  References(const Parse& parse, std::uint32_t before, std::size_t row, const ClassTable& classes)
      : parse_(parse),
        before_(before),
        row_(row),
        lexicon_(classes.lexicon()),
        entries_(lexicon_.entries()) {}

  std::vector<std::uint32_t> meant(std::string_view name) const {
    if (name == kEmployer) return employers();
    if (name == kThese) return described();
    if (name == kVisit) return one(last_visit());
    if (name == kNextMeeting) return one(next_meeting());
    if (name == kSubject) return last_subject(parse_, before_, row_, lexicon_);
    if (name == kBothCountries) return both_countries();
    if (name == kSaid) return topics_said();
    if (name == kOrganizer) return organizer_before(parse_, before_, row_);
    if (name == kBothSides || name == kSigners) return both_sides(name == kSigners);
    if (name == kMet) return met();
    if (name == kDelegation) return delegation_before(parse_, before_, row_, lexicon_);
    const bool other = name.starts_with(kOther);
    const auto type = entity_type_named(other ? name.substr(kOther.size()) : name);
    if (type == EntityType::meeting && !other) return one(last_meeting());
    auto last = last_before(type, {});
    if (last && other) last = last_before(type, parse_.mentions[*last].entry);
    return one(last);
  }

 private:
  static std::vector<std::uint32_t> one(std::optional<std::uint32_t> mention) {
    return mention ? std::vector{*mention} : std::vector<std::uint32_t>{};
  }

  /// The last mention of the type, not further back than so many sentences, for which `is_meant`.
  template <class IsMeant>
  std::optional<std::uint32_t> last_of(EntityType type, std::size_t sentences_back,
                                       IsMeant is_meant) const {
    const std::size_t first_row = row_ - std::min(row_, sentences_back);
    return last_mention(parse_, type, {before_, first_row}, is_meant);
  }

  /// The two countries that the first sentences name, if they name two. Else the last two; where
  /// only one was spoken of, that and the next other one.
  std::vector<std::uint32_t> both_countries() const {
    if (auto first = countries_of_lead(); first.size() == 2) return first;
    const auto is_said = [this](const FoundMention& mention) { return this->is_said(mention); };
    const auto one = last_of(EntityType::country, kSentencesBack, is_said);
    if (!one) return {};
    const std::string& id = entries_[*parse_.mentions[*one].entry].id;
    const auto is_other = [&](const FoundMention& mention) {
      return is_said(mention) && entries_[*mention.entry].id != id;
    };
    auto other = last_of(EntityType::country, kSentencesBack, is_other);
    if (!other) other = next_country(is_other);
    return other ? std::vector{*one, *other} : std::vector<std::uint32_t>{};
  }

  /// Whom a side stands for: itself, where it is of the type, or one that it works for.
  std::optional<std::uint32_t> stood_for(std::uint32_t side, EntityType type) const {
    if (parse_.mentions[side].type == type) return side;
    if (parse_.mentions[side].type != EntityType::person) return std::nullopt;
    for (const FoundRelation& relation : parse_.relations) {
      if (parse_.mentions[relation.object].type != type) continue;
      if (is_employer(relation, parse_.mentions[side])) return relation.object;
    }
    return std::nullopt;
  }

  /// The last encounter that rules have found before the match, not too far back.
  const FoundRelation* last_encounter() const {
    const FoundRelation* last = nullptr;
    for (const FoundRelation& relation : parse_.relations) {
      if (relation.predicate != Predicate::met_with || relation.first > before_) continue;
      if (parse_.mentions[relation.object].sentence + kSentencesBack < row_) continue;
      if (last == nullptr || relation.first >= last->first) last = &relation;
    }
    return last;
  }

  std::vector<std::uint32_t> met() const {
    const FoundRelation* last = last_encounter();
    return last ? std::vector{last->subject, last->object} : std::vector<std::uint32_t>{};
  }

  std::vector<std::uint32_t> both_sides(bool or_people) const {
    const FoundRelation* last = last_encounter();
    if (last == nullptr) return {};
    for (const EntityType type : {EntityType::organization, EntityType::country}) {
      const auto one = stood_for(last->subject, type), other = stood_for(last->object, type);
      if (one && other && !is_one(*one, *other)) return {*one, *other};
    }
    const auto type = [&](std::uint32_t m) { return parse_.mentions[m].type; };
    const bool are_one_kind = type(last->subject) == type(last->object);
    return or_people && are_one_kind ? met() : std::vector<std::uint32_t>{};
  }

  bool is_one(std::uint32_t a, std::uint32_t b) const {
    const FoundMention &x = parse_.mentions[a], &y = parse_.mentions[b];
    if (x.entry && y.entry) return entries_[*x.entry].id == entries_[*y.entry].id;
    return a == b;
  }

  std::vector<std::uint32_t> countries_of_lead() const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      const bool is_in_lead = mention.sentence < kLeadSentences && !mention.dropped &&
                              mention.type == EntityType::country && is_said(mention);
      if (!is_in_lead) continue;
      const auto is_same = [&](std::uint32_t other) {
        return entries_[*parse_.mentions[other].entry].id == entries_[*mention.entry].id;
      };
      if (std::ranges::none_of(out, is_same)) out.push_back(m);
    }
    return out;
  }

  template <class IsMeant>
  std::optional<std::uint32_t> next_country(IsMeant is_meant) const {
    std::optional<std::uint32_t> next;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.dropped || mention.type != EntityType::country) continue;
      if (mention.first < before_ || mention.sentence > row_ + kSentencesOn) continue;
      if (next && mention.first > parse_.mentions[*next].first) continue;
      if (is_meant(mention)) next = m;
    }
    return next;
  }

  /// The next meeting that is spoken of, if a bare noun with the article speaks of it.
  std::optional<std::uint32_t> next_meeting() const {
    std::optional<std::uint32_t> next;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.dropped || mention.type != EntityType::meeting) continue;
      if (mention.first < before_ || mention.sentence > row_ + kMeetingSentencesOn) continue;
      if (next && mention.first > parse_.mentions[*next].first) continue;
      next = m;
    }
    if (!next) return std::nullopt;
    const FoundMention& mention = parse_.mentions[*next];
    const bool is_bare = mention.last == mention.first + 1;
    const ClassId noun = lexicon_.class_named("MEETING_NOUN_DEF");
    return is_bare && has_class(mention.first, noun) ? next : std::nullopt;
  }

  /// Known, and not in brackets after the name of a city.
  bool is_said(const FoundMention& mention) const {
    if (!mention.entry) return false;
    return mention.first == 0 || parse_.text->form(parse_.text->tokens[mention.first - 1]) != "(";
  }

  bool has_class(std::uint32_t token, ClassId cls) const {
    return std::ranges::any_of(parse_.matches_at(token), [&](const LexiconMatch& match) {
      return match.cls == cls && match.last == token + 1;
    });
  }

  std::optional<std::uint32_t> last_visit() const {
    const ClassId visit = lexicon_.class_named("VISIT_NOUN");
    const ClassId reception = lexicon_.class_named("RECEPTION_NOUN");
    return last_of(EntityType::meeting, kVisitSentencesBack, [&](const FoundMention& mention) {
      return std::ranges::any_of(parse_.matches_at(mention.first), [&](const LexiconMatch& match) {
        return match.cls == visit || match.cls == reception;
      });
    });
  }

  /// The last one that was not only spoken of beside another ("on the sidelines of", "the next
  /// meeting"), if there is one.
  std::optional<std::uint32_t> last_meeting() const {
    const std::size_t back = sentences_of_this_matter(kMeetingSentencesBack);
    const auto main = last_of(EntityType::meeting, back, [&](const auto& mention) {
      return !is_on_the_sidelines(parse_, lexicon_, mention) && !is_of_another_time(mention) &&
             !is_for_the_press(mention);
    });
    if (main || back < kMeetingSentencesBack) return main;
    return last_before(EntityType::meeting, {});
  }

  /// How many sentences back, `most` at the most, the text speaks of one matter: what stands before
  /// "on the other hand" is another one's.
  [[nodiscard]] std::size_t sentences_of_this_matter(std::size_t most) const {
    const ClassId other = lexicon_.class_named("OTHER_MATTER");
    for (std::size_t back = 0; back < most && back <= row_; ++back) {
      if (parse_.has_class_at(parse_.text->sentences[row_ - back].first, other)) return back;
    }
    return most;
  }

  /// "The next", "the last": not the one that the article tells of.
  bool is_of_another_time(const FoundMention& mention) const {
    const ClassId modifier = lexicon_.class_named("REL_MOD");
    return std::ranges::any_of(
        parse_.matches_from(mention.first, mention.last), [&](const LexiconMatch& match) {
          const auto& attributes = entries_[match.entry].attributes;
          const auto direction = attributes.find("direction");
          return match.cls == modifier && direction != attributes.end() && direction->second != "0";
        });
  }

  /// What is told behind a press conference is told of the talks before it.
  bool is_for_the_press(const FoundMention& mention) const {
    return std::ranges::any_of(parse_.matches_at(mention.first), [&](const LexiconMatch& match) {
      const auto& attributes = entries_[match.entry].attributes;
      const auto kind = attributes.find("kind");
      return kind != attributes.end() && kind->second == "press";
    });
  }

  /// The last mention of the type; of another gazetteer entity than `but`, if that is given.
  std::optional<std::uint32_t> last_before(std::optional<EntityType> type,
                                           std::optional<EntryId> but) const {
    std::optional<std::uint32_t> last;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.dropped || mention.type != type || mention.last > before_) continue;
      if (type == EntityType::meeting && mention.sentence + kMeetingSentencesBack < row_) continue;
      if (type == EntityType::date && mention.sentence + kDaySentencesBack < row_) continue;
      if (but && (!mention.entry || entries_[*mention.entry].id == entries_[*but].id)) continue;
      if (!last || mention.first > parse_.mentions[*last].first) last = m;
    }
    return last;
  }

  /// What was talked about in the sentences before, back to one that names a meeting.
  std::vector<std::uint32_t> topics_said() const {
    std::vector<std::uint32_t> out;
    for (std::size_t back = 1; back <= std::min(kSentencesBack, row_); ++back) {
      const std::size_t sentence = row_ - back;
      if (names_meeting(sentence)) break;
      const auto talk = talk_in(sentence);
      if (!talk) continue;
      for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
        const FoundMention& mention = parse_.mentions[m];
        const bool is_topic = mention.type == EntityType::topic && !mention.dropped;
        const bool is_told = mention.sentence == sentence && mention.first >= *talk;
        if (is_topic && is_told && !is_in_name(mention)) out.push_back(m);
      }
    }
    return out;
  }

  bool names_meeting(std::size_t sentence) const {
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& mention) {
      return mention.type == EntityType::meeting && !mention.dropped &&
             mention.sentence == sentence;
    });
  }

  /// The first word of a sentence that tells of talks or cooperation, behind which the topics are.
  std::optional<std::uint32_t> talk_in(std::size_t sentence) const {
    const TokenRange& range = parse_.text->sentences[sentence];
    for (const LexiconMatch& match : parse_.matches_from(range.first, range.last)) {
      const bool is_talk = std::ranges::any_of(
          kTalk, [&](std::string_view name) { return match.cls == lexicon_.class_named(name); });
      if (is_talk) return match.first;
    }
    return std::nullopt;
  }

  /// Part of the name of a body or of an agreement.
  bool is_in_name(const FoundMention& topic) const {
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& other) {
      const bool is_name = other.type == EntityType::organization ||
                           other.type == EntityType::agreement || other.type == EntityType::title;
      return is_name && !other.dropped && other.first <= topic.first && topic.last <= other.last;
    });
  }

  std::string_view last_word(const FoundMention& mention) const {
    return parse_.text->form(parse_.text->tokens[mention.last - 1]);
  }

  bool is_employer(const FoundRelation& relation, const FoundMention& person) const {
    return relation.predicate == Predicate::works_for && relation.modality == Modality::asserted &&
           last_word(parse_.mentions[relation.subject]) == last_word(person);
  }

  /// The person may be named in full before, and here by the family name alone.
  std::vector<std::uint32_t> employers() const {
    std::vector<std::uint32_t> out;
    const auto person = last_before(EntityType::person, {});
    if (!person) return out;
    for (const FoundRelation& relation : parse_.relations) {
      if (!is_employer(relation, parse_.mentions[*person])) continue;
      if (std::ranges::find(out, relation.object) == out.end()) out.push_back(relation.object);
    }
    return out;
  }

  bool is_described(std::uint32_t m) const {
    return std::ranges::any_of(parse_.relations, [&](const FoundRelation& relation) {
      return relation.subject == m && (relation.predicate == Predicate::based_in ||
                                       relation.predicate == Predicate::works_on);
    });
  }

  std::vector<std::uint32_t> described() const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.dropped || mention.is_short || mention.type != EntityType::organization) continue;
      if (mention.last > before_ || mention.sentence + kSentencesBack < row_) continue;
      if (is_described(m)) out.push_back(m);
    }
    if (out.size() < 2) out.clear();  // a plural stands for several
    return out;
  }

  const Parse& parse_;
  std::uint32_t before_;
  std::size_t row_;
  const Lexicon& lexicon_;
  std::span<const LexiconEntry> entries_;
};

}  // namespace

bool is_reference(std::string_view name) {
  for (const std::string_view known :
       {kEmployer, kThese, kVisit, kNextMeeting, kSubject, kBothCountries, kSaid, kBothSides,
        kSigners, kMet, kDelegation, kOrganizer}) {
    if (name == known) return true;
  }
  if (name == kPair.substr(1) || name == kHisEmployer.substr(1)) return true;
  if (name.starts_with(kOther)) name.remove_prefix(kOther.size());
  return entity_type_named(name).has_value();
}

std::vector<std::uint32_t> mentions_meant(const Parse& parse, std::string_view name,
                                          std::uint32_t before, std::size_t row,
                                          const ClassTable& classes) {
  return References(parse, before, row, classes).meant(name);
}

}  // namespace rawabit
