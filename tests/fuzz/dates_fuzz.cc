// Dates in any text: what is read of any stretch of tokens is a day, month, year or period of the
// calendar, or nothing.
#include <algorithm>
#include <array>

#include "expect.h"
#include "time/date_reader.h"
#include "time/publication.h"
#include "time/to_iso.h"

namespace {

constexpr std::array<std::string_view, 4> kReferences = {"", "2015-08-07", "2020-02-29",
                                                         "1999-12-31"};
constexpr std::uint32_t kMostTokens = 8;
constexpr std::uint32_t kMostStarts = 200;

/// YYYY, YYYY-MM or YYYY-MM-DD.
bool is_date(std::string_view iso) {
  if (iso.size() != 4 && iso.size() != 7 && iso.size() != 10) return false;
  for (std::size_t i = 0; i < iso.size(); ++i) {
    const bool is_dash = i == 4 || i == 7;
    if (is_dash ? iso[i] != '-' : iso[i] < '0' || iso[i] > '9') return false;
  }
  const auto two = [&](std::size_t at) { return (iso[at] - '0') * 10 + iso[at + 1] - '0'; };
  if (iso.size() >= 7 && (two(5) < 1 || two(5) > 12)) return false;
  return iso.size() < 10 || (two(8) >= 1 && two(8) <= 31);
}

void check_iso(std::string_view iso) {
  if (iso.empty()) return;
  const std::size_t slash = iso.find('/');
  if (slash == std::string_view::npos) return expect(is_date(iso), "a date is a date");
  const std::string_view from = iso.substr(0, slash);
  const std::string_view to = iso.substr(slash + 1);
  expect(is_date(from) && is_date(to), "both ends of a period are dates");
  const std::size_t both = std::min(from.size(), to.size());
  expect(from.substr(0, both) <= to.substr(0, both), "a period does not end before it begins");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto lexicon = rawabit::Lexicon::load({RAWABIT_SOURCE_DIR "/gazetteers"});
  expect(lexicon.ok(), "the gazetteers load");
  static const rawabit::DateReader dates(*lexicon);

  rawabit::Article article;
  article.text = text_of(data, size);
  article.blocks.push_back({rawabit::BlockKind::body, {0, static_cast<std::uint32_t>(size)}});
  const rawabit::TokenizedText text = rawabit::tokenize(article);
  const auto count = static_cast<std::uint32_t>(text.tokens.size());
  for (std::uint32_t first = 0; first < std::min(count, kMostStarts); ++first) {
    for (std::uint32_t last = first + 1; last <= std::min(count, first + kMostTokens); ++last) {
      const auto reading = dates.read(text, first, last);
      if (!reading) continue;
      expect(reading->other_words >= 0 && reading->other_words <= static_cast<int>(last - first),
             "other words are words of the stretch");
      for (const std::string_view reference : kReferences) {
        check_iso(rawabit::to_iso(reading->range, reference));
      }
    }
  }
  const std::string published = rawabit::publication_date(article, text, dates);
  expect(published.empty() || (published.size() == 10 && is_date(published)),
         "a publication date is a day");
  return 0;
}
