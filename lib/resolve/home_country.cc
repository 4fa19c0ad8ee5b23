#include "resolve/home_country.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

namespace rawabit {
namespace {

constexpr std::string_view kCountryPrefix = "country:";
constexpr std::string_view kName = "name";  ///< value of ambiguous=
constexpr int kAgency = 3;

using Scores = std::map<std::string, int>;

bool is_ambiguous(const LexiconEntry& entry) { return entry.attributes.contains("ambiguous"); }

/// "The Kingdom", not "Korea".
bool speaks_of_home(const LexiconEntry& entry) {
  const auto found = entry.attributes.find("ambiguous");
  return found != entry.attributes.end() && found->second != kName;
}

const LexiconEntry* entry_of(const FoundMention& mention, const Lexicon& lexicon) {
  if (mention.dropped || !mention.entry) return nullptr;
  return &lexicon.entries()[*mention.entry];
}

/// What speaks for the article's own country.
Scores home_scores(const Parse& parse, const Lexicon& lexicon, const CountryIndex& countries) {
  Scores scores;
  for (const LexiconMatch& match : parse.matches) {
    const int points = countries.home_points(match.entry);
    if (points > kAgency) scores[country_of(lexicon.entries()[match.entry])] += points;
  }
  // The names of agencies are words too: they count where they were found to be agencies.
  for (const FoundMention& mention : parse.mentions) {
    const LexiconEntry* entry = entry_of(mention, lexicon);
    if (entry == nullptr || countries.home_points(*mention.entry) != kAgency) continue;
    scores[country_of(*entry)] += kAgency;
  }
  return scores;
}

/// All that speaks for a country: its own names, its cities and its statesmen as well.
Scores all_scores(const Parse& parse, const Lexicon& lexicon, const CountryIndex& countries) {
  Scores scores = home_scores(parse, lexicon, countries);
  const ClassId statesman = lexicon.class_named("STATESMAN");
  for (const LexiconMatch& match : parse.matches) {
    if (match.cls == statesman) ++scores[country_of(lexicon.entries()[match.entry])];
  }
  for (const FoundMention& mention : parse.mentions) {
    const LexiconEntry* entry = entry_of(mention, lexicon);
    if (entry == nullptr) continue;
    if (mention.type == EntityType::country && !is_ambiguous(*entry)) ++scores[entry->id];
    if (mention.type == EntityType::city) ++scores[country_of(*entry)];
  }
  return scores;
}

int score(const Scores& scores, const std::string& country) {
  const auto found = scores.find(country);
  return found == scores.end() ? 0 : found->second;
}

/// The folded words of the mention as one text, as the gazetteers look it up.
std::string folded(const Parse& parse, const FoundMention& mention) {
  std::string text;
  for (std::uint32_t t = mention.first; t < mention.last; ++t) {
    const std::string_view form = parse.text->form(parse.text->tokens[t]);
    if (t != mention.first) text += ' ';
    text += t == mention.first ? reading_form(form, mention.proclitics) : std::string(form);
  }
  return text;
}

/// The country of that form that the article speaks of most, else the one which the form means by
/// default; nothing where there is neither.
std::optional<EntryId> likeliest(const Parse& parse, const Lexicon& lexicon, const Scores& scores,
                                 const FoundMention& mention) {
  std::optional<EntryId> best;
  for (const EntryId candidate : lexicon.lookup(folded(parse, mention))) {
    const std::string& id = lexicon.entries()[candidate].id;
    if (!id.starts_with(kCountryPrefix)) continue;
    const bool is_default = lexicon.entries()[candidate].attributes.contains("default");
    if (score(scores, id) == 0 && !is_default) continue;
    if (!best || score(scores, id) > score(scores, lexicon.entries()[*best].id)) best = candidate;
  }
  return best;
}

/// The country with the highest score, where no other has the same.
std::string leader(const Scores& scores) {
  std::string best;
  bool is_tie = false;
  for (const auto& [country, points] : scores) {
    if (country.empty() || points == 0) continue;
    if (!best.empty() && points == score(scores, best)) is_tie = true;
    if (best.empty() || points > score(scores, best)) best = country, is_tie = false;
  }
  return is_tie ? std::string() : best;
}

}  // namespace

void settle_countries(Parse& parse, const Lexicon& lexicon, const CountryIndex& countries) {
  const Scores scores = all_scores(parse, lexicon, countries);
  for (FoundMention& mention : parse.mentions) {
    const LexiconEntry* entry = entry_of(mention, lexicon);
    if (entry == nullptr || mention.type != EntityType::country || !is_ambiguous(*entry)) continue;
    const auto chosen = likeliest(parse, lexicon, scores, mention);
    if (chosen) {
      mention.entry = chosen;
      mention.is_short = false;
    } else if (mention.is_short) {
      mention.dropped = true;
    }
  }
}

std::string home_country(const Parse& parse, const Lexicon& lexicon,
                         const CountryIndex& countries) {
  Scores scores = home_scores(parse, lexicon, countries);
  for (const FoundMention& mention : parse.mentions) {
    const LexiconEntry* entry = entry_of(mention, lexicon);
    if (entry != nullptr && mention.type == EntityType::country && speaks_of_home(*entry)) {
      scores[entry->id] += kAgency;
    }
  }
  return leader(scores);
}

}  // namespace rawabit
