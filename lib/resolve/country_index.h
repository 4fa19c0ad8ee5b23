// What the gazetteers say of countries, looked up once for all articles.
//
//   CountryIndex countries(lexicon);
//   countries.capital_of("ES")             "city:madrid"; empty where no line has capital= and it
//   countries.home_points(match.entry)     how much the entry tells that the article is at home in
//                                          the country of its line; 0 for most
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"

namespace rawabit {

class CountryIndex {
 public:
  explicit CountryIndex(const Lexicon& lexicon);

  [[nodiscard]] std::string capital_of(const std::string& country) const;
  [[nodiscard]] int home_points(EntryId entry) const { return home_points_[entry]; }

 private:
  std::unordered_map<std::string, std::string> capitals_;
  std::vector<std::uint8_t> home_points_;  ///< of each entry
};

/// The country that a line of a city, a body or an honorific names; empty where it names none.
[[nodiscard]] std::string country_of(const LexiconEntry& entry);

}  // namespace rawabit
