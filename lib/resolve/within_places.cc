#include "resolve/within_places.h"

#include <algorithm>

namespace rawabit {
namespace {

constexpr std::string_view kCountry = "country:";

}  // namespace

PlaceNames::PlaceNames(const Parse& parse, const Lexicon& lexicon)
    : parse_(parse),
      lexicon_(lexicon),
      capital_word_(lexicon.class_named("CAPITAL_WORD")),
      demonym_(lexicon.class_named("DEMONYM")),
      ambiguous_(lexicon.class_named("COUNTRY_AMBIG")) {}

std::vector<std::string> PlaceNames::countries(const FoundMention& mention) const {
  std::vector<std::string> ids;
  for (const LexiconMatch& match : parse_.matches) {
    if (match.cls != ambiguous_ || match.first != mention.first || match.last != mention.last) {
      continue;
    }
    const std::string& form = lexicon_.entries()[match.entry].forms.front();
    for (const LexiconEntry& entry : lexicon_.entries()) {
      const bool listed = lexicon_.lists()[entry.list].class_name == "COUNTRY_AMBIG" &&
                          std::ranges::find(entry.forms, form) != entry.forms.end();
      if (listed && std::ranges::find(ids, entry.id) == ids.end()) ids.push_back(entry.id);
    }
  }
  return ids;
}

std::string PlaceNames::capital(const FoundMention& mention) const {
  std::string country;
  bool is_phrase = false;
  for (const LexiconMatch& match : parse_.matches) {
    if (match.first < mention.first || match.last > mention.last) continue;
    if (match.cls == capital_word_) is_phrase = true;
    if (match.cls == demonym_) country = lexicon_.entries()[match.entry].id;
  }
  if (!is_phrase || !country.starts_with(kCountry)) return {};
  country.erase(0, kCountry.size());
  for (const LexiconEntry& entry : lexicon_.entries()) {
    const auto capital = entry.attributes.find("capital");
    const auto land = entry.attributes.find("country");
    if (capital != entry.attributes.end() && land != entry.attributes.end() &&
        land->second == country) {
      return entry.id;
    }
  }
  return {};
}

std::string PlaceNames::country_of(const LexiconEntry& entry) {
  const auto found = entry.attributes.find("country");
  if (found == entry.attributes.end()) return {};
  return found->second.starts_with(kCountry) ? found->second
                                             : std::string(kCountry) + found->second;
}

}  // namespace rawabit
