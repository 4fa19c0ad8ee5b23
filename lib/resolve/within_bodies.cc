#include "resolve/within_bodies.h"

#include <algorithm>
#include <array>
#include <span>

#include "resolve/home_country.h"
#include "resolve/within_names.h"
#include "text/letters.h"

namespace rawabit {
namespace {

constexpr std::string_view kCountryId = "country:";
constexpr std::array<std::string_view, 3> kKindsOfState = {"military", "diplomatic", "parliament"};
constexpr std::array<std::string_view, 2> kKindsOfForce = {"military", "security"};

}  // namespace

BodyComparison::BodyComparison(const Parse& parse, const Lexicon& lexicon,
                               const CountryIndex& countries)
    : parse_(parse),
      country_(lexicon.class_named("COUNTRY")),
      demonym_(lexicon.class_named("DEMONYM")),
      country_head_(lexicon.class_named("COUNTRY_HEAD")),
      head_(lexicon.class_named("ORG_HEAD")),
      head_def_(lexicon.class_named("ORG_HEAD_DEF")),
      ministry_(lexicon.class_named("MINISTRY_HEAD")),
      minister_(lexicon.class_named("MINISTER")),
      minister_def_(lexicon.class_named("MINISTER_DEF")),
      portfolio_(lexicon.class_named("PORTFOLIO")),
      chamber_(lexicon.class_named("CHAMBER_HEAD")),
      city_(lexicon.class_named("CITY")),
      region_(lexicon.class_named("REGION")),
      given_(lexicon.class_named("GIVEN")),
      family_(lexicon.class_named("FAMILY")),
      region_head_(lexicon.class_named("REGION_HEAD")),
      preposition_(lexicon.class_named("PREP")),
      regional_(lexicon.class_named("REGIONAL_ADJ")),
      honorific_(lexicon.class_named("HONORIFIC")),
      forces_(lexicon.class_named("FORCES")),
      joint_(lexicon.class_named("JOINT")),
      lexicon_(lexicon),
      names_(parse.mentions.size()) {
  const std::string home = home_country(parse, lexicon, countries);
  read_counterparts(lexicon);
  for (std::uint32_t m = 0; m < parse.mentions.size(); ++m) {
    const FoundMention& found = parse.mentions[m];
    if (found.dropped) continue;
    if (found.type == EntityType::organization) names_[m] = read(m);
    if (found.type == EntityType::country && found.entry &&
        lexicon.entries()[*found.entry].id == home) {
      home_ = home;
    }
    if (found.type == EntityType::title) {
      has_minister_ = has_minister_ || has_class(found.first, minister_) ||
                      has_class(found.first, minister_def_);
    }
  }
}

void BodyComparison::read_counterparts(const Lexicon& lexicon) {
  const ClassId counterpart = lexicon.class_named("COUNTERPART");
  for (const LexiconMatch& match : parse_.matches) {
    if (match.cls != counterpart) continue;
    const auto end = static_cast<std::uint32_t>(parse_.text->tokens.size());
    const LexiconMatch* country = match.last < end ? country_at(match.last, end) : nullptr;
    if (country != nullptr) counterparts_.push_back(lexicon.entries()[country->entry].id);
  }
}

bool BodyComparison::is_foreign(const std::string& country) const {
  if (!home_.empty()) return country != home_;
  return std::ranges::find(counterparts_, country) != counterparts_.end();
}

BodyComparison::Name BodyComparison::read(std::uint32_t mention) const {
  const FoundMention& found = parse_.mentions[mention];
  Name name;
  int countries = 0;
  name.is_known = found.entry && !lexicon_.entries()[*found.entry].id.empty();
  name.words = shared_words(parse_, found);
  const bool is_headed = name.words.empty();
  const bool has_two_heads = is_headed && is_before_its_name(found);
  for (std::uint32_t t = found.first + found.plural + has_two_heads; t < found.last; ++t) {
    const bool is_head = is_headed && t == found.first;
    if (const LexiconMatch* match = is_head ? nullptr : country_at(t, found.last)) {
      name.country = lexicon_.entries()[match->entry].id;
      name.words.push_back(name.country);
      ++countries;
      t = match->last - 1;
    } else if (is_head || !is_passed_over(t)) {
      read_word(found, t, name);
    }
  }
  if (countries != 1) name.country.clear();
  name.is_of_several = countries > 1;
  name.is_joint = found.last > found.first + 1 && has_class(found.last - 1, joint_);
  if (has_class(found.first, chamber_)) read_town(found, name);
  const bool has_shared_head = found.head.empty() && found.shared_first < found.shared_last;
  const std::uint32_t head = has_shared_head ? found.shared_first : found.first;
  name.is_definite = has_class(head, head_def_);
  name.is_of_state = heads_kind(head, kKindsOfState);
  return name;
}

/// No part of the name as names are compared: "republic", "province", "in", "Doctor".
bool BodyComparison::is_passed_over(std::uint32_t token) const {
  return has_class(token, country_head_) || has_class(token, region_head_) ||
         has_class(token, preposition_) || has_class(token, honorific_);
}

/// Does the token head a body of one of these kinds?
bool BodyComparison::heads_kind(std::uint32_t token,
                                std::span<const std::string_view> kinds) const {
  return std::ranges::any_of(parse_.matches_at(token), [&](const LexiconMatch& match) {
    if (match.cls != head_ && match.cls != head_def_) return false;
    const auto& attributes = lexicon_.entries()[match.entry].attributes;
    const auto kind = attributes.find("kind");
    return kind != attributes.end() && std::ranges::find(kinds, kind->second) != kinds.end();
  });
}

/// "The ministry of foreign affairs of A", "the forces of the national guard": what is without its
/// first word is the same body.
bool BodyComparison::is_before_its_name(const FoundMention& found) const {
  if (found.last < found.first + 2 || found.plural > 0) return false;
  const std::uint32_t next = found.first + 1;
  if (has_class(found.first, ministry_)) return true;
  return has_class(found.first, forces_) && heads_kind(next, kKindsOfForce);
}

/// The word as names are compared; of a place inside the name without its preposition.
void BodyComparison::read_word(const FoundMention& found, std::uint32_t token, Name& name) const {
  for (const LexiconMatch& match : parse_.matches_at(token)) {
    if (match.cls != regional_ || match.last != token + 1 || token == found.first) continue;
    name.words.push_back(lexicon_.entries()[match.entry].forms.front());
    return;
  }
  FoundMention word = found;
  word.first = token, word.last = token + 1;
  word.head = {}, word.plural = 0, word.shared_first = word.shared_last;
  if (token != found.first) {
    word.proclitics = {};
    for (const LexiconMatch& match : parse_.matches_at(token)) {
      const bool is_place = match.cls == city_ || match.cls == region_ || match.cls == region_head_;
      // "The college at the university", "in the university".
      const bool is_whole = match.cls == head_ && match.proclitics.preposition == Preposition::beh;
      if (is_place || is_whole) word.proclitics = match.proclitics;
    }
  }
  const auto words = name_words(parse_, word);
  name.words.insert(name.words.end(), words.begin(), words.end());
}

void BodyComparison::read_town(const FoundMention& found, Name& name) const {
  name.is_town_alone = true;
  for (std::uint32_t t = found.first + 1; t < found.last; ++t) {
    const auto matches = parse_.matches_at(t);
    const auto town = std::ranges::find(matches, city_, &LexiconMatch::cls);
    if (town != matches.end() && town->last <= found.last) {
      name.town = lexicon_.entries()[town->entry].id;
      t = town->last - 1;
    } else if (!has_class(t, preposition_)) {
      name.is_town_alone = false;
    }
  }
}

const LexiconMatch* BodyComparison::country_at(std::uint32_t token, std::uint32_t end) const {
  const LexiconMatch* best = nullptr;
  for (const LexiconMatch& match : parse_.matches_at(token)) {
    if ((match.cls != country_ && match.cls != demonym_) || match.last > end) continue;
    if (!lexicon_.entries()[match.entry].id.starts_with(kCountryId)) continue;
    if (best == nullptr || match.last > best->last) best = &match;
  }
  return best;
}

bool BodyComparison::has_class(std::uint32_t token, ClassId cls) const {
  return parse_.has_class_at(token, cls);
}

bool BodyComparison::are_one_of_place(std::uint32_t a, std::uint32_t b) const {
  const Name &x = names_[a], &y = names_[b];
  return (x.words == y.words && x.words.size() > 1) || are_one_of_country(x, y) ||
         are_one_chamber(x, y) || is_short_of_field(x, y) || is_short_of_field(y, x);
}

/// "The commission of elections" of "the high independent commission for elections", but not "the
/// security council", which is a body of its own, of "the supreme council for national security".
bool BodyComparison::is_short_of_field(const Name& shorter, const Name& longer) {
  constexpr std::size_t kMostAdjectives = 3;
  if (shorter.is_known || shorter.words.size() != 2 || shorter.is_definite || !longer.is_definite ||
      longer.words.size() < 3 || shorter.words.front() != longer.words.front()) {
    return false;
  }
  const std::string field = std::string(kForThe) + shorter.words.back();
  const auto first = longer.words.begin() + 2;
  const auto last =
      first + static_cast<std::ptrdiff_t>(std::min(kMostAdjectives, longer.words.size() - 2));
  return std::find(first, last, field) != last;
}

bool BodyComparison::is_abridged(std::uint32_t shorter, std::uint32_t longer) const {
  constexpr std::size_t kHeadAndAdjective = 2, kMostOfLonger = 4;
  const Name &x = names_[shorter], &y = names_[longer];
  if (is_joint_of(x, y)) return true;
  return x.is_definite && !x.is_known && x.country.empty() && !y.is_definite &&
         x.words.size() == kHeadAndAdjective && y.words.size() > kHeadAndAdjective &&
         y.words.size() <= kMostOfLonger && x.words.front() == y.words.front() &&
         x.words.back() == y.words.back();
}

/// "The joint council" of "the council of A and B".
bool BodyComparison::is_joint_of(const Name& shorter, const Name& longer) {
  if (!shorter.is_joint || shorter.is_of_several || !longer.is_of_several) return false;
  std::vector<std::string> words = shorter.words;
  words.pop_back();
  return !words.empty() && is_prefix(words, longer.words);
}

bool BodyComparison::are_one_chamber(const Name& x, const Name& y) {
  return !x.town.empty() && x.town == y.town && (x.is_town_alone || y.is_town_alone);
}

bool BodyComparison::are_one_of_country(const Name& x, const Name& y) const {
  if (x.country.empty() || x.country != y.country || x.words.front() != y.words.front()) {
    return false;
  }
  if (x.words == y.words) return true;
  return x.words.size() < y.words.size() ? is_short_of(x, y) : is_short_of(y, x);
}

bool BodyComparison::is_short_of(const Name& shorter, const Name& longer) {
  constexpr std::size_t kHeadAndCountry = 2;
  if (shorter.words.size() != kHeadAndCountry) return false;
  if (!is_subsequence(shorter.words, longer.words)) return false;
  return shorter.is_of_state ? longer.words.size() == kHeadAndCountry + 1 : shorter.is_definite;
}

/// "The university of Indiana": behind its head stands a word without the article that no list of
/// common words has. There is one of that name, whichever country the article is at home in.
bool BodyComparison::bears_a_proper_name(std::uint32_t mention) const {
  const FoundMention& found = parse_.mentions[mention];
  for (std::uint32_t t = found.first + 1; t < found.last; ++t) {
    if (parse_.text->form(parse_.text->tokens[t]).starts_with(kArticle)) continue;
    if (std::ranges::all_of(parse_.matches_at(t), [&](const LexiconMatch& match) {
          return match.cls == city_ || match.cls == region_ || match.cls == given_ ||
                 match.cls == family_;
        })) {
      return true;
    }
  }
  return false;
}

bool BodyComparison::are_apart(std::uint32_t a, std::uint32_t b) const {
  const FoundMention &one = parse_.mentions[a], &other = parse_.mentions[b];
  const bool is_joined = other.proclitics.conjunction != Conjunction::none;
  return (one.last == other.first && is_joined) || are_home_and_foreign(a, b) ||
         are_of_two_countries(a, b);
}

bool BodyComparison::are_home_and_foreign(std::uint32_t a, std::uint32_t b) const {
  const Name &x = names_[a], &y = names_[b];
  if (x.country.empty() == y.country.empty()) return false;
  const Name& foreign = x.country.empty() ? y : x;
  const Name& plain = x.country.empty() ? x : y;
  return is_foreign(foreign.country) && foreign.words.size() == plain.words.size() + 1 &&
         !bears_a_proper_name(x.country.empty() ? a : b);
}

bool BodyComparison::are_of_two_countries(std::uint32_t a, std::uint32_t b) const {
  const Name &x = names_[a], &y = names_[b];
  return !x.country.empty() && !y.country.empty() && x.country != y.country;
}

bool BodyComparison::is_of_other_country(std::uint32_t mention,
                                         const std::vector<std::uint32_t>& others) const {
  return std::ranges::any_of(
      others, [&](std::uint32_t other) { return are_of_two_countries(mention, other); });
}

bool BodyComparison::is_ministry_of_minister(std::uint32_t mention) const {
  return has_minister_ && has_class(parse_.mentions[mention].first, ministry_);
}

bool BodyComparison::is_the_ministry_of(const std::vector<std::uint32_t>& others,
                                        std::uint32_t mention) const {
  const FoundMention& found = parse_.mentions[mention];
  if (found.last - found.first != 1 || !has_class(found.first, ministry_)) return false;
  return std::ranges::any_of(others, [&](std::uint32_t other) {
    const FoundMention& body = parse_.mentions[other];
    return std::ranges::any_of(parse_.matches_at(body.first), [&](const LexiconMatch& match) {
      return match.cls == portfolio_ &&
             (match.last == body.last || has_class(match.last, demonym_));
    });
  });
}

std::optional<std::uint32_t> longer_name(const Parse& parse, std::uint32_t mention) {
  for (const FoundSame& same : parse.sames) {
    const bool begins_it = parse.mentions[same.first].first == parse.mentions[mention].first;
    if (same.second == mention && begins_it) return same.first;
  }
  return std::nullopt;
}

}  // namespace rawabit
