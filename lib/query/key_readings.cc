#include "query/key_readings.h"

#include "tokens/clitics.h"

namespace rawabit {
namespace {

constexpr std::size_t kLetterBytes = 2;  ///< of the letters that proclitics and article are made of

/// The article, as the reading that restores all of it writes it.
std::string_view article() {
  return reading_prefix({.article_restored = true, .lam_restored = true});
}

std::string_view without_article(std::string_view word) {
  const bool has_article = word.starts_with(article()) && word.size() > article().size();
  return has_article ? word.substr(article().size()) : word;
}

}  // namespace

KeyReadings key_readings(std::string_view key_word) {
  KeyReadings readings;
  for (const Proclitics& proclitics : proclitics_of(key_word)) {
    std::string_view rest = key_word.substr(proclitics.letters * kLetterBytes);
    if (proclitics.article_restored && !proclitics.lam_restored) {
      rest.remove_prefix(kLetterBytes);  // the lam of the article, which begins the rest
    } else if (!proclitics.article_restored && proclitics != Proclitics{}) {
      rest = without_article(rest);
    }
    readings.all[readings.count++] = rest;
  }
  return readings;
}

}  // namespace rawabit
