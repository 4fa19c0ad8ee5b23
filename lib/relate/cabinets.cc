#include "relate/cabinets.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "relate/group_of.h"

namespace rawabit {
namespace {

constexpr double kConfidence = 0.8;
constexpr std::string_view kRule = "office.cabinet";

/// The country of each cabinet that is named with it: a mention, by the first token of the name.
std::map<std::uint32_t, std::uint32_t> countries_of(const Parse& parse, const Lexicon& lexicon) {
  std::map<std::uint32_t, std::uint32_t> countries;
  for (const FoundRelation& found : parse.relations) {
    if (found.predicate != Predicate::part_of) continue;
    if (parse.mentions[found.object].type != EntityType::country) continue;
    if (!is_cabinet(parse, lexicon, found.subject)) continue;
    countries.emplace(parse.mentions[found.subject].first, found.object);
  }
  return countries;
}

}  // namespace

bool is_cabinet(const Parse& parse, const Lexicon& lexicon, std::uint32_t m) {
  const FoundMention& body = parse.mentions[m];
  return body.type == EntityType::organization &&
         std::ranges::any_of(parse.matches_at(body.first), [&](const LexiconMatch& match) {
           return match.last <= body.last &&
                  lexicon.entries()[match.entry].attributes.contains("cabinet");
         });
}

void relate_cabinets(Parse& parse, const std::vector<MentionGroup>& groups,
                     const Lexicon& lexicon) {
  const auto countries = countries_of(parse, lexicon);
  if (countries.empty()) return;
  const GroupOf group_of(parse, groups);
  std::set<std::pair<std::size_t, std::size_t>> told;
  for (const FoundRelation& found : parse.relations) {
    if (found.predicate != Predicate::works_for) continue;
    told.emplace(group_of[found.subject], group_of[found.object]);
  }
  for (std::size_t i = 0, end = parse.relations.size(); i < end; ++i) {
    const FoundRelation found = parse.relations[i];
    if (found.predicate != Predicate::works_for || found.modality != Modality::asserted) continue;
    const auto country = countries.find(parse.mentions[found.object].first);
    if (country == countries.end()) continue;
    if (!told.emplace(group_of[found.subject], group_of[country->second]).second) continue;
    parse.relations.push_back({found.subject, country->second, Predicate::works_for,
                               Modality::asserted, Origin::inferred, kConfidence, kRule,
                               found.first, found.last});
  }
}

}  // namespace rawabit
