// Which city "the capital" and an adjective of origin mean.
//
// Takes a mention of a city; gives the gazetteer id of the capital of the adjective's country, so
// that "the Spanish capital" is Madrid. Gives nothing for a city that is named otherwise.
#pragma once

#include <string>

#include "lexicon/lexicon.h"
#include "resolve/country_index.h"
#include "rules/parse.h"

namespace rawabit {

class PlaceNames {
 public:
  PlaceNames(const Parse& parse, const Lexicon& lexicon, const CountryIndex& countries);

  /// The capital that "the capital" with this adjective means; empty where none is known.
  [[nodiscard]] std::string capital(const FoundMention& mention) const;

 private:
  const Parse& parse_;
  const Lexicon& lexicon_;
  const CountryIndex& countries_;
  ClassId capital_word_, demonym_;
};

}  // namespace rawabit
