#include "resolve/country_index.h"

namespace rawabit {
namespace {

constexpr std::string_view kCountryPrefix = "country:";
constexpr std::uint8_t kHonorific = 4;
constexpr std::uint8_t kAgency = 3;

/// Honorifics of a monarch and agencies of a country speak of the article's own.
std::uint8_t points_of(const LexiconEntry& entry) {
  const auto kind = entry.attributes.find("kind");
  if (kind == entry.attributes.end() || country_of(entry).empty()) return 0;
  if (kind->second == "honorific") return kHonorific;
  return kind->second == "news_agency" ? kAgency : 0;
}

}  // namespace

CountryIndex::CountryIndex(const Lexicon& lexicon) {
  home_points_.reserve(lexicon.entries().size());
  for (const LexiconEntry& entry : lexicon.entries()) {
    home_points_.push_back(points_of(entry));
    const auto land = entry.attributes.find("country");
    if (land != entry.attributes.end() && entry.attributes.contains("capital")) {
      capitals_.try_emplace(land->second, entry.id);  // the first line counts
    }
  }
}

std::string CountryIndex::capital_of(const std::string& country) const {
  const auto found = capitals_.find(country);
  return found == capitals_.end() ? std::string() : found->second;
}

std::string country_of(const LexiconEntry& entry) {
  const auto found = entry.attributes.find("country");
  if (found == entry.attributes.end() || found->second.empty()) return {};
  if (found->second.starts_with(kCountryPrefix)) return found->second;
  return std::string(kCountryPrefix) + found->second;
}

}  // namespace rawabit
