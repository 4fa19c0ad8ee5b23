#include "resolve/within_meetings.h"

#include <algorithm>
#include <string_view>

#include "resolve/country_index.h"
#include "resolve/mention_attributes.h"
#include "resolve/within_dates.h"
#include "resolve/within_names.h"
#include "rules/sideline.h"
#include "text/letters.h"
#include "time/number_run.h"

namespace rawabit {
namespace {

constexpr std::string_view kVisit = "visit";
constexpr std::string_view kExercise = "exercise";
constexpr std::string_view kMeeting = "meeting";
constexpr std::string_view kEncounterRule = "encounter.meeting";
constexpr std::string_view kPlaceRule = "meeting.of_place";
constexpr std::string_view kAlef = "\u0627";
constexpr std::string_view kFeminine = "\u0647";
constexpr std::size_t kShortStem = 6;  // bytes: three letters
constexpr std::size_t kLongName = 2;
constexpr std::uint32_t kBreath = 1;  // words between two

/// An indefinite accusative is written with an alef that the same word with the article has not.
std::string without_tanwin(std::string word) {
  if (word.size() > kShortStem + kAlef.size() && word.ends_with(kAlef)) {
    word.erase(word.size() - kAlef.size());
  }
  return word;
}

std::string head_word(const Parse& parse, const FoundMention& mention) {
  const auto words = name_words(parse, mention);
  return words.empty() ? std::string() : without_tanwin(words.front());
}

/// An adjective agrees with its noun: "naval" of a manoeuvre and of an exercise are one word.
std::string without_gender(std::string word) {
  if (word.size() > kShortStem + kFeminine.size() && word.ends_with(kFeminine)) {
    word.erase(word.size() - kFeminine.size());
  }
  return word;
}

/// "Conference for the waters", then "the conference of the waters".
std::string without_for(std::string word) {
  if (word.size() > kShortStem + kForThe.size() && word.starts_with(kForThe)) {
    word.erase(0, kForThe.size());
  }
  return word;
}

/// The words that name a meeting beyond its noun.
std::vector<std::string> naming_words(const Parse& parse, const FoundMention& mention) {
  auto words = name_words(parse, mention);
  if (!words.empty()) words.erase(words.begin());
  std::erase(words, kArticle);
  for (std::string& word : words) word = without_for(without_tanwin(std::move(word)));
  return words;
}

/// "The 12th": a number after the article, or at the end of the mention; nothing if there is none.
std::string ordinal_in_digits(const Parse& parse, const FoundMention& mention) {
  constexpr int kHighest = 200;  // years are no ordinals
  for (std::uint32_t t = mention.first + 1; t < mention.last; ++t) {
    std::string_view form = parse.text->form(parse.text->tokens[t]);
    const bool has_article =
        form.starts_with(kArticle) || parse.text->form(parse.text->tokens[t - 1]) == kArticle;
    if (form.starts_with(kArticle)) form.remove_prefix(kArticle.size());
    const auto number = small_number(form);
    const bool counts = has_article || t + 1 == mention.last;
    if (number && *number <= kHighest && counts) return std::to_string(*number);
  }
  return {};
}

template <class T>
bool share_one(const std::vector<T>& a, const std::vector<T>& b) {
  return std::ranges::any_of(a, [&](const T& x) { return std::ranges::find(b, x) != b.end(); });
}

bool is_participation(Predicate p) {
  return p == Predicate::participated_in || p == Predicate::chaired || p == Predicate::hosted ||
         p == Predicate::organized;
}

}  // namespace

MeetingComparison::MeetingComparison(const Parse& parse, const Lexicon& lexicon)
    : parse_(parse),
      lexicon_(lexicon),
      encounters_(find_encounters(parse)),
      followed_by_(lexicon.class_named("FOLLOWED_BY")),
      facts_(parse.mentions.size()) {
  for (const char* cls :
       {"MEETING_NOUN", "MEETING_NOUN_DEF", "MEETING_NOUN_ITS", "MEETING_NOUN_WEAK", "MEETING_WEAK",
        "MEETING_WEAK_DEF", "MEETING_WEAK_ITS"}) {
    noun_classes_.push_back(lexicon.class_named(cls));
  }
  for (std::size_t m = 0; m < parse.mentions.size(); ++m) {
    if (parse.mentions[m].type == EntityType::meeting) facts_[m] = facts_of(parse.mentions[m]);
  }
  gather_circumstances();
}

/// The gazetteer's line of the noun: the longest, of those the first.
const LexiconMatch* MeetingComparison::noun_of(const FoundMention& mention) const {
  const LexiconMatch* best = nullptr;
  for (const LexiconMatch& match : parse_.matches_at(mention.first)) {
    if (match.last > mention.last || !std::ranges::count(noun_classes_, match.cls)) continue;
    if (!best || match.last > best->last) best = &match;
  }
  return best;
}

MeetingComparison::Facts MeetingComparison::facts_of(const FoundMention& mention) const {
  Facts facts;
  const LexiconMatch* noun = noun_of(mention);
  const auto attribute = [&](const std::string& key) -> std::string {
    if (!noun) return {};
    const auto& attributes = lexicon_.entries()[noun->entry].attributes;
    const auto found = attributes.find(key);
    return found == attributes.end() ? std::string() : found->second;
  };
  facts.kind = attribute("kind");
  facts.is_reception = facts.kind == "reception";
  if (facts.kind == "talks" || facts.kind == "reception" || facts.kind.empty()) {
    facts.kind = kMeeting;
  }
  facts.other_kind = attribute("alt");
  facts.noun = attribute("en");
  facts.head = head_word(parse_, mention);
  facts.time = attribute_in(parse_, lexicon_, mention, "REL_MOD", "direction");
  facts.ordinal = attribute_in(parse_, lexicon_, mention, "ORDINAL", "value");
  if (facts.ordinal.empty()) facts.ordinal = ordinal_in_digits(parse_, mention);
  facts.words = naming_words(parse_, mention);
  // Of other kinds "international" or "Arab" tells too little.
  if (facts.kind == kExercise)
    std::ranges::transform(facts.words, facts.words.begin(), without_gender);
  facts.is_aside = is_on_the_sidelines(parse_, lexicon_, mention);
  facts.is_plural = attribute("number") == "plural";
  const auto is = [&](const char* cls) { return noun && noun->cls == lexicon_.class_named(cls); };
  facts.is_definite = is("MEETING_NOUN_DEF") || is("MEETING_WEAK_DEF");
  // "The session of talks": the second word is of the noun, and tells no meeting from another.
  if (facts.is_definite && attribute("kind") == "talks") {
    const auto of_noun = static_cast<std::ptrdiff_t>(noun->last - mention.first) - 1;
    facts.words.erase(facts.words.begin(),
                      facts.words.begin() + std::min(of_noun, std::ssize(facts.words)));
  }
  facts.is_of_two = parse_.has_class_at(mention.first, lexicon_.class_named("ENCOUNTER_NOUN"));
  facts.is_new = (is("MEETING_NOUN") || is("MEETING_NOUN_WEAK")) && !is_definite(mention);
  return facts;
}

/// Does the article stand on the last word of the mention or, as in a construct, on the next one?
bool MeetingComparison::is_definite(const FoundMention& mention) const {
  const auto& tokens = parse_.text->tokens;
  if (parse_.text->form(tokens[mention.last - 1]).starts_with(kArticle)) return true;
  return mention.last < tokens.size() &&
         parse_.text->form(tokens[mention.last]).starts_with(kArticle);
}

void MeetingComparison::gather_circumstances() {
  for (const FoundRelation& relation : parse_.relations) {
    if (is_participation(relation.predicate)) {
      facts_[relation.object].parties.push_back(relation.subject);
      if (relation.rule == kEncounterRule) facts_[relation.object].has_met = true;
    }
    const FoundMention& object = parse_.mentions[relation.object];
    if (relation.predicate == Predicate::held_on && !is_last_day(parse_, lexicon_, object)) {
      Facts& facts = facts_[relation.subject];
      (lies_ahead(parse_, lexicon_, object) ? facts.is_ahead : facts.is_past) = true;
      std::string day = attribute_in(parse_, lexicon_, object, "REL_DAY", "offset");
      if (!day.empty()) facts.days.push_back(std::move(day));
    }
    if (relation.predicate == Predicate::held_in && object.entry) {
      gather_place(facts_[relation.subject], object);
      if (relation.rule == kPlaceRule) facts_[relation.subject].is_of_place = true;
    }
  }
}

void MeetingComparison::gather_place(Facts& facts, const FoundMention& place) const {
  const LexiconEntry& entry = lexicon_.entries()[*place.entry];
  if (place.type == EntityType::city) facts.cities.push_back(*place.entry);
  std::string country = place.type == EntityType::country ? entry.id : country_of(entry);
  if (!country.empty()) facts.countries.push_back(std::move(country));
}

/// Is everyone of the one among the others, or the other way round?
bool MeetingComparison::are_same_people(const std::vector<std::uint32_t>& a,
                                        const std::vector<std::uint32_t>& b) const {
  const auto all_in = [&](const auto& some, const auto& others) {
    return std::ranges::all_of(some, [&](std::uint32_t left) {
      return std::ranges::any_of(
          others, [&](std::uint32_t right) { return are_one_side(parse_, left, right); });
    });
  };
  return all_in(a, b) || all_in(b, a);
}

/// Is one of the one among the others? A headline may name the body of the other one.
bool MeetingComparison::is_one_of_them(const std::vector<std::uint32_t>& a,
                                       const std::vector<std::uint32_t>& b) const {
  return std::ranges::any_of(a, [&](std::uint32_t left) {
    return std::ranges::any_of(
        b, [&](std::uint32_t right) { return are_one_side(parse_, left, right); });
  });
}

bool MeetingComparison::is_of_several(std::uint32_t mention) const {
  const Facts& facts = facts_[mention];
  if (!facts.is_plural) return false;
  if (!facts.time.empty()) return true;
  return facts.noun != kMeeting || (facts.is_new ? facts.words.size() < 2 : facts.words.empty());
}

MeetingComparison::Told MeetingComparison::told_of(const std::vector<std::uint32_t>& group) const {
  Told told;
  const auto append = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  for (const std::uint32_t m : group) {
    const Facts& facts = facts_[m];
    append(told.words, facts.words);
    append(told.parties, facts.parties);
    append(told.cities, facts.cities);
    append(told.countries, facts.countries);
    append(told.days, facts.days);
    append(told.nouns, std::vector{facts.noun});
    append(told.times, std::vector{facts.time});
    if (!facts.ordinal.empty()) told.ordinal = facts.ordinal;
    told.is_ahead = told.is_ahead || facts.is_ahead;
    told.is_past = told.is_past || facts.is_past;
    told.has_met = told.has_met || facts.has_met;
    told.in_text = told.in_text || parse_.mentions[m].sentence >= parse_.first_body_sentence;
    told.parts.push_back(part_at(encounters_, parse_.mentions[m].first));
  }
  return told;
}

/// Two people's encounter is not the session of which the same article tells: a meeting told of
/// with an ordinal, or named at length.
bool MeetingComparison::is_other_encounter(const Facts& facts, const Told& told) {
  const bool is_session = !facts.ordinal.empty() || facts.words.size() >= kLongName;
  const bool was_session = !told.ordinal.empty() || told.words.size() >= kLongName;
  if (told.has_met && told.words.empty() && is_session) return true;
  return facts.is_reception && facts.words.empty() && was_session && !told.has_met;
}

bool MeetingComparison::are_on_other_days(const Facts& facts, const Told& told) {
  return told.in_text && !facts.days.empty() && !told.days.empty() &&
         !share_one(facts.days, told.days);
}

/// "A meeting", of which the article has not told yet.
bool MeetingComparison::is_another_one(const Facts& facts, const Told& told,
                                       bool same_people) const {
  if (!facts.cities.empty() && !told.cities.empty() && !share_one(facts.cities, told.cities)) {
    return true;
  }
  if (are_on_other_days(facts, told)) return true;
  // "The fifth meeting", then "a joint meeting".
  if (told.in_text && !told.ordinal.empty() && facts.ordinal.empty() && !facts.words.empty() &&
      !same_people) {
    return true;
  }
  if (same_people || told.parties.empty()) return false;
  if (!told.in_text && is_one_of_them(facts.parties, told.parties)) return false;
  return !facts.parties.empty() || (told.in_text && !share_one(facts.words, told.words));
}

bool MeetingComparison::are_told_apart(const Facts& facts, const Told& told,
                                       bool same_people) const {
  if (!facts.ordinal.empty() && !told.ordinal.empty() && facts.ordinal != told.ordinal) return true;
  if (told.in_text && !same_people && is_other_encounter(facts, told)) return true;
  if (facts.has_met && facts.words.empty() && !told.ordinal.empty() && !told.has_met &&
      !share_one(told.nouns, {facts.noun})) {
    return true;
  }
  if (facts.has_met && told.in_text && !same_people &&
      (!told.parties.empty() || !share_one(told.nouns, {facts.noun}))) {
    return true;
  }
  // "The meeting" of two, then "the conference" of which they spoke.
  if (told.has_met && told.in_text && told.words.empty() && !facts.is_of_two && !same_people &&
      !share_one(told.nouns, {facts.noun})) {
    return true;
  }
  if (!facts.words.empty() && told.words.empty() && told.in_text && !same_people &&
      !share_one(told.nouns, {facts.noun})) {
    return true;
  }
  if (!facts.time.empty() && told.in_text && !share_one(told.times, {facts.time})) return true;
  if (facts.is_ahead && told.is_past && !told.is_ahead) return true;
  const bool is_visit = facts.kind == kVisit;
  if (is_visit) {  // to one country, and to another
    return told.in_text && !facts.countries.empty() && !told.countries.empty() &&
           !share_one(facts.countries, told.countries);
  }
  if (!facts.is_definite && told.in_text && !same_people && !share_one(told.nouns, {facts.noun})) {
    return true;
  }
  return facts.is_new && is_another_one(facts, told, same_people);
}

int MeetingComparison::likeness(const std::vector<std::uint32_t>& group,
                                std::uint32_t mention) const {
  int best = 0;
  for (const std::uint32_t m : group) {
    if (facts_[m].noun == facts_[mention].noun) best = std::max(best, 1);
    if (facts_[m].head == facts_[mention].head) best = 2;
  }
  return best;
}

bool MeetingComparison::is_aside(const std::vector<std::uint32_t>& group) const {
  return std::ranges::all_of(group, [&](std::uint32_t m) { return facts_[m].is_aside; });
}

bool MeetingComparison::may_be_one_kind(const Facts& a, const Facts& b) {
  return a.kind == b.kind || a.kind == b.other_kind || a.other_kind == b.kind;
}

/// "The meeting prepares the summit": two nouns in a breath are two meetings, as are two of which
/// one is said to follow the other.
bool MeetingComparison::stands_by(const std::vector<std::uint32_t>& group,
                                  std::uint32_t candidate) const {
  const FoundMention& mention = parse_.mentions[candidate];
  const bool follows = mention.first > 0 && parse_.has_class_at(mention.first - 1, followed_by_);
  return std::ranges::any_of(group, [&](std::uint32_t m) {
    const FoundMention& other = parse_.mentions[m];
    if (follows && other.last <= mention.first && other.sentence == mention.sentence) return true;
    return facts_[m].noun != facts_[candidate].noun && other.last <= mention.first &&
           mention.first - other.last <= kBreath && other.sentence == mention.sentence;
  });
}

/// "Their 34th summit", then "the Gulf summit": what is told of theirs names no other one.
bool MeetingComparison::is_their_own(const Facts& facts,
                                     const std::vector<std::uint32_t>& group) const {
  if (!facts.is_definite || facts.kind != kMeeting || !facts.ordinal.empty()) return false;
  bool is_told = false;
  for (const std::uint32_t m : group) {
    if (facts_[m].noun != facts.noun) return false;
    if (parse_.mentions[m].sentence < parse_.first_body_sentence) continue;
    if (facts_[m].is_definite || facts_[m].is_new) return false;
    is_told = true;
  }
  return is_told;
}

/// "The Arab summit in Damascus", then "the Damascus summit".
bool MeetingComparison::is_of_its_place(const Facts& facts, const Told& told) {
  return facts.is_of_place && facts.ordinal.empty() && share_one(told.nouns, {facts.noun}) &&
         share_one(facts.cities, told.cities);
}

bool MeetingComparison::joins(const std::vector<std::uint32_t>& group,
                              std::uint32_t candidate) const {
  const Facts& facts = facts_[candidate];
  const bool same_kind = std::ranges::all_of(
      group, [&](std::uint32_t m) { return may_be_one_kind(facts, facts_[m]); });
  if (!same_kind) return false;
  const Told told = told_of(group);
  const bool same_people = !facts.parties.empty() && !told.parties.empty() &&
                           are_same_people(facts.parties, told.parties);
  if (are_told_apart(facts, told, same_people) || stands_by(group, candidate)) return false;
  const bool is_named = !facts.words.empty(), was_named = !told.words.empty();
  const bool counted_alike = !facts.ordinal.empty() && facts.ordinal == told.ordinal &&
                             share_one(told.nouns, {facts.noun});
  const bool named_alike = counted_alike || is_of_its_place(facts, told) ||
                           (is_named && share_one(facts.words, told.words));
  // What the headline names, the text may name otherwise.
  const bool is_retold = !told.in_text;
  if (is_named && was_named && !named_alike && !is_retold && !is_their_own(facts, group)) {
    return false;
  }
  const std::uint32_t part = part_at(encounters_, parse_.mentions[candidate].first);
  return named_alike || same_people || share_one(told.parts, {part});
}

}  // namespace rawabit
