// Which country or capital a word stands for that names several.
//
// Takes a mention of a country whose form the gazetteers list for more than one ("the Kingdom"), or
// of a city by "the capital" and an adjective of origin; gives gazetteer ids. Gives nothing where
// the article does not tell: a short form for one country that the article never names.
#pragma once

#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

class PlaceNames {
 public:
  PlaceNames(const Parse& parse, const Lexicon& lexicon);

  /// The countries that the mention's form may mean, the likeliest first.
  [[nodiscard]] std::vector<std::string> countries(const FoundMention& mention) const;

  /// The capital that "the capital" with this adjective means; empty where none is known.
  [[nodiscard]] std::string capital(const FoundMention& mention) const;

  /// The country that the gazetteers give for an entry's id: of a body, a city, a region.
  [[nodiscard]] static std::string country_of(const LexiconEntry& entry);

 private:
  const Parse& parse_;
  const Lexicon& lexicon_;
  ClassId capital_word_, demonym_, ambiguous_;
};

}  // namespace rawabit
