// The part of OfficeCountry that looks for the country in which the article is at home.
#include <algorithm>

#include "relate/no_office.h"
#include "relate/office_country.h"

namespace rawabit {
namespace {

constexpr std::string_view kEnvoy = "envoy";  ///< attribute of ambassadors
constexpr std::string_view kSent = "sent";    ///< of others whom a country sends
constexpr std::uint32_t kLinkBetween = 1;     ///< tokens between two countries named together

}  // namespace

/// An envoy whose seat is told is no guest of just any country: that one receives him (receiver).
bool OfficeCountry::is_seated(std::uint32_t title) const {
  const FoundMention& found = parse_.mentions[title];
  return seat_behind(found.last, found.sentence).has_value();
}

/// The countries that stand behind titles with the attribute.
std::set<std::size_t> OfficeCountry::senders(std::string_view attribute) const {
  std::set<std::size_t> countries;
  for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
    const FoundMention& found = parse_.mentions[m];
    if (found.type != EntityType::title || found.dropped || !is_envoy(m, attribute)) continue;
    if (is_seated(m)) continue;
    if (const auto sender = country_at(found.last, found.sentence)) countries.insert(*sender);
  }
  return countries;
}

/// The countries that counterparts are said to be of ("his Qatari counterpart").
std::set<std::size_t> OfficeCountry::counterparts() const {
  std::set<std::size_t> sides;
  for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
    const std::uint32_t first = parse_.mentions[m].first;
    if (group_of_.find(m) && first > 0 && has_class(first - 1, first, counterpart_)) {
      sides.insert(group_of_[m]);
    }
  }
  return sides;
}

/// The countries of counterparts; where there are none, those that ambassadors are said to be of.
std::set<std::size_t> OfficeCountry::guests() const {
  std::set<std::size_t> sides = counterparts();
  if (!sides.empty()) return sides;
  for (const FoundRelation& found : parse_.relations) {
    if (found.predicate != Predicate::has_title || !is_envoy(found.object, kEnvoy)) continue;
    if (is_seated(found.object)) continue;
    const auto person = group_of_.find(found.subject);
    const auto bodies = person ? works_for_.find(*person) : works_for_.end();
    if (bodies != works_for_.end()) sides.insert(bodies->second.begin(), bodies->second.end());
  }
  sides.merge(senders(kEnvoy));
  return sides;
}

/// The countries that someone is said to hold an office of, or to come from as a guest.
std::set<std::size_t> OfficeCountry::explicit_countries() const {
  std::set<std::size_t> countries = guests();
  countries.merge(senders(kSent));
  for (const auto& [person, bodies] : works_for_) countries.insert(bodies.begin(), bodies.end());
  std::erase_if(countries, [&](std::size_t g) { return groups_[g].type != EntityType::country; });
  return countries;
}

/// "Djibouti's ambassador to Saudi Arabia" names no pair.
bool OfficeCountry::is_at_place(std::uint32_t link) const {
  return has_class(link, link + 1, at_) || std::ranges::any_of(place_cues_, [&](ClassId cue) {
           return has_class(link, link + 1, cue);
         });
}

/// Countries named together: "A and B".
std::set<std::pair<std::size_t, std::size_t>> OfficeCountry::pairs() const {
  std::set<std::pair<std::size_t, std::size_t>> pairs = partners();
  for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
    const FoundMention& found = parse_.mentions[m];
    if (found.dropped || found.type != EntityType::country || !group_of_.find(m)) continue;
    for (std::uint32_t o = 0; o < parse_.mentions.size(); ++o) {
      const FoundMention& other = parse_.mentions[o];
      if (other.dropped || other.type != EntityType::country || !group_of_.find(o)) continue;
      if (other.sentence != found.sentence || other.last > found.first) continue;
      const bool is_joined =
          found.proclitics.conjunction == Conjunction::waw
              ? other.last == found.first
              : other.last + kLinkBetween == found.first && !is_at_place(other.last);
      if (is_joined) pairs.insert({group_of_[o], group_of_[m]});
    }
  }
  return pairs;
}

/// Countries said to cooperate, to meet, or to sign the same.
std::set<std::pair<std::size_t, std::size_t>> OfficeCountry::partners() const {
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  const auto is_country = [&](std::uint32_t m) {
    return parse_.mentions[m].type == EntityType::country && group_of_.find(m);
  };
  for (const FoundRelation& found : parse_.relations) {
    if (!is_country(found.subject)) continue;
    const bool is_with =
        found.predicate == Predicate::cooperates_with || found.predicate == Predicate::met_with;
    if (is_with && is_country(found.object)) {
      pairs.insert({group_of_[found.subject], group_of_[found.object]});
    }
    if (found.predicate != Predicate::signed_agreement) continue;
    for (const FoundRelation& other : parse_.relations) {
      if (other.predicate != found.predicate || !is_country(other.subject)) continue;
      const auto both = group_of_.find(found.object);
      if (!both || *both != group_of_[other.object]) continue;
      pairs.insert({group_of_[found.subject], group_of_[other.subject]});
    }
  }
  return pairs;
}

/// "The city of Alexandria, of Egypt": an adjective of the town.
bool OfficeCountry::stands_behind_town(const FoundMention& country) const {
  return std::ranges::any_of(parse_.mentions, [&](const FoundMention& town) {
    return !town.dropped && town.type == EntityType::city && town.last == country.first;
  });
}

/// How often is the country more than where something is, somebody goes, or a firm or a school
/// comes from?
std::size_t OfficeCountry::acts(std::size_t country, std::uint32_t dateline) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(groups_[country].mentions, [&](std::uint32_t m) {
        const FoundMention& found = parse_.mentions[m];
        if (found.first == dateline || stands_behind_town(found)) return false;
        if (found.proclitics.preposition == Preposition::beh ||
            is_in_body_of_no_office(parse_, lexicon_, found))
          return false;
        return found.first == 0 || std::ranges::none_of(place_cues_, [&](ClassId cue) {
                 return has_class(found.first - 1, found.first, cue);
               });
      }));
}

/// Of two countries in all, the one that no guests are from.
std::optional<std::size_t> OfficeCountry::other_of_two(const std::set<std::size_t>& sides) const {
  std::optional<std::size_t> other;
  std::size_t countries = 0, hosts = 0;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    if (groups_[g].type != EntityType::country) continue;
    ++countries;
    if (sides.contains(g)) continue;
    ++hosts;
    if (acts(g) > 0) other = g;
  }
  return countries == 2 && hosts == 1 ? other : std::nullopt;
}

std::optional<std::size_t> OfficeCountry::other_side() const {
  const std::set<std::size_t> sides = guests();
  const auto others = others_beside(sides, pairs());
  if (others.size() == 1) return *others.begin();
  if (!others.empty()) return std::nullopt;
  if (!sides.empty()) return other_of_two(sides);
  const std::set<std::size_t> told = explicit_countries();
  if (told.size() != 1) return std::nullopt;
  const auto partner = others_beside(told, partners());
  return partner.size() == 1 ? std::optional(*partner.begin()) : std::nullopt;
}

/// Those that are paired with one of the sides.
std::set<std::size_t> OfficeCountry::others_beside(
    const std::set<std::size_t>& sides,
    const std::set<std::pair<std::size_t, std::size_t>>& pairs) const {
  std::set<std::size_t> others;
  for (const auto& [a, b] : pairs) {
    if (sides.contains(a) == sides.contains(b)) continue;
    const std::size_t other = sides.contains(a) ? b : a;
    if (groups_[other].type == EntityType::country && acts(other) > 0) others.insert(other);
  }
  return others;
}

/// The country to which the ambassadors of the article are sent ("the British ambassador in
/// Yemen"), where all are sent to one that nobody comes from.
std::optional<std::size_t> OfficeCountry::receiver() const {
  const std::set<std::size_t> known = explicit_countries();
  std::optional<std::size_t> only;
  for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
    const FoundMention& found = parse_.mentions[m];
    if (found.type != EntityType::title || found.dropped || !is_envoy(m, kEnvoy)) continue;
    const auto host = seat_behind(found.last, found.sentence);
    if (!host || known.contains(*host)) continue;
    if (only && only != host) return std::nullopt;
    only = host;
  }
  return only;
}

/// The country in which one has his seat, said behind his title and who sends him.
std::optional<std::size_t> OfficeCountry::seat_behind(std::uint32_t token,
                                                      std::uint32_t sentence) const {
  std::uint32_t at = token;
  for (const FoundMention& found : parse_.mentions) {
    if (found.dropped || found.sentence != sentence || found.first != token) continue;
    if (found.type == EntityType::country) at = std::max(at, found.last);
  }
  if (at == token) return std::nullopt;
  if (has_class(at, at + 1, at_) || has_class(at, at + 1, place_cues_.front())) {
    return country_at(at + 1, sentence);
  }
  const auto host = country_at(at, sentence);
  const bool is_in = host && std::ranges::any_of(groups_[*host].mentions, [&](std::uint32_t m) {
                       const FoundMention& found = parse_.mentions[m];
                       return found.first == at && found.proclitics.preposition == Preposition::beh;
                     });
  return is_in ? host : std::nullopt;
}

bool OfficeCountry::is_all(std::size_t country) const {
  return std::ranges::all_of(groups_, [&](const MentionGroup& group) {
    const auto& entry = parse_.mentions[group.mentions.front()].entry;
    if (group.type == EntityType::country) return &group == &groups_[country];
    if (group.type != EntityType::city || !entry) return true;
    const std::string land = country_of(lexicon_.entries()[*entry]);
    return land.empty() || group_with(land) == country;
  });
}

/// The only country that does anything in the article, where no town of another is named and
/// nobody is told to come from there.
std::optional<std::size_t> OfficeCountry::only_actor() const {
  std::set<std::string> towns_of;
  std::optional<std::size_t> only;
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    if (groups_[g].type == EntityType::country && acts(g) > 0) {
      if (only) return std::nullopt;
      only = g;
    }
    const auto& entry = parse_.mentions[groups_[g].mentions.front()].entry;
    if (groups_[g].type == EntityType::city && entry) {
      towns_of.insert(country_of(lexicon_.entries()[*entry]));
    }
  }
  towns_of.erase(std::string());
  const bool is_other =
      std::ranges::any_of(towns_of, [&](const std::string& id) { return group_with(id) != only; });
  return is_other || !only || explicit_countries().contains(*only) ? std::nullopt : only;
}

/// The country that the article speaks of by far the most, with its towns, where it acts and nobody
/// is told to come from there.
std::optional<std::size_t> OfficeCountry::most_spoken_of() const {
  constexpr std::size_t kOften = 3;
  std::map<std::string, std::size_t> times;
  for (const MentionGroup& group : groups_) {
    const auto& entry = parse_.mentions[group.mentions.front()].entry;
    if (!entry) continue;
    if (group.type == EntityType::country)
      times[lexicon_.entries()[*entry].id] += group.mentions.size();
    if (group.type == EntityType::city) ++times[country_of(lexicon_.entries()[*entry])];
  }
  times.erase(std::string());
  const auto most = std::ranges::max_element(times, {}, [](const auto& one) { return one.second; });
  if (most == times.end() || most->second < kOften) return std::nullopt;
  for (const auto& [id, often] : times) {
    if (id != most->first && 2 * often > most->second) return std::nullopt;
  }
  const auto country = group_with(most->first);
  const auto dated = dated_from();
  if (!country || acts(*country, dated ? dated->second : kNoMention) < kOften) return std::nullopt;
  return explicit_countries().contains(*country) ? std::nullopt : country;
}

std::optional<std::pair<std::size_t, std::uint32_t>> OfficeCountry::dated_from() const {
  const auto& sentences = parse_.text->sentences;
  if (parse_.first_body_sentence >= sentences.size()) return std::nullopt;
  const TokenRange& opening = sentences[parse_.first_body_sentence];
  for (const FoundMention& found : parse_.mentions) {
    if (found.dropped || !found.entry || found.first != opening.first) continue;
    if (found.last >= opening.last || found.proclitics.letters > 0) continue;
    if (parse_.text->tokens[found.last].kind != TokenKind::punctuation) continue;
    const LexiconEntry& entry = lexicon_.entries()[*found.entry];
    const auto country = group_with(found.type == EntityType::country ? entry.id
                                    : found.type == EntityType::city  ? country_of(entry)
                                                                      : std::string());
    if (!country) return std::nullopt;
    return std::pair(*country, found.first);
  }
  return std::nullopt;
}

/// The country of the town from which the article is dated, where nobody is told to come from
/// there.
std::optional<std::size_t> OfficeCountry::of_dateline() const {
  const auto dated = dated_from();
  if (!dated || acts(dated->first, dated->second) == 0) return std::nullopt;
  return explicit_countries().contains(dated->first) ? std::nullopt : std::optional(dated->first);
}

/// The same, where an ambassador of its own serves abroad: "Algiers - ... Algeria's ambassador in
/// Nouakchott".
std::optional<std::size_t> OfficeCountry::sender() const {
  const auto dated = dated_from();
  if (!dated) return std::nullopt;
  for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
    const FoundMention& found = parse_.mentions[m];
    if (found.type != EntityType::title || found.dropped || !is_envoy(m, kEnvoy)) continue;
    if (country_at(found.last, found.sentence) == dated->first) return dated->first;
  }
  return std::nullopt;
}

}  // namespace rawabit
