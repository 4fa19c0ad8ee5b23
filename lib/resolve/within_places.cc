#include "resolve/within_places.h"

#include <string_view>

namespace rawabit {
namespace {

constexpr std::string_view kCountry = "country:";

}  // namespace

PlaceNames::PlaceNames(const Parse& parse, const Lexicon& lexicon, const CountryIndex& countries)
    : parse_(parse),
      lexicon_(lexicon),
      countries_(countries),
      capital_word_(lexicon.class_named("CAPITAL_WORD")),
      demonym_(lexicon.class_named("DEMONYM")) {}

std::string PlaceNames::capital(const FoundMention& mention) const {
  std::string country;
  bool is_phrase = false;
  for (const LexiconMatch& match : parse_.matches_from(mention.first, mention.last)) {
    if (match.last > mention.last) continue;
    if (match.cls == capital_word_) is_phrase = true;
    if (match.cls == demonym_) country = lexicon_.entries()[match.entry].id;
  }
  if (!is_phrase || !country.starts_with(kCountry)) return {};
  country.erase(0, kCountry.size());
  return countries_.capital_of(country);
}

}  // namespace rawabit
