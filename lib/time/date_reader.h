// The tokens of a date -> its parts.
//
// Takes the tokens that a rule found to be a date (or a line that may be one); gives what they say,
// ready for lib/time/to_iso.h; nothing when they say nothing of a date. A date in both calendars
// ("26 Shawwal 1436 = 11 August 2015") is the Gregorian one; a month under two names counts once.
// Two days, months or years of one calendar are the ends of a range.
//
//   DateReader dates(lexicon);
//   if (const auto date = dates.read(text, first, last)) iso = to_iso(date->range, published);
#pragma once

#include <cstdint>
#include <optional>

#include "lexicon/lexicon.h"
#include "time/date_parts.h"
#include "time/date_words.h"
#include "tokens/tokens.h"

namespace rawabit {

struct DateReading {
  DateRange range;
  int other_words = 0;  ///< words among the tokens that have no part in the date
};

class DateReader {
 public:
  /// Keeps a reference to the lexicon.
  explicit DateReader(const Lexicon& lexicon) : finder_(lexicon) {}

  [[nodiscard]] std::optional<DateReading> read(const TokenizedText& text, std::uint32_t first,
                                                std::uint32_t last) const;

 private:
  DateWordFinder finder_;
};

}  // namespace rawabit
