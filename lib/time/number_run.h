// Numbers with strokes between them -> what they say of a date: "03-02-2020", "19 - 21", "22/7".
//
// Takes the numbers and what stands between them; gives the date parts in order: one for a date or
// a lone number, two for a range. Nothing where they are a time of day ("05:11"), a fraction, or no
// numbers that a date has.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "time/date_parts.h"

namespace rawabit {

struct NumberRun {
  std::vector<int> values;
  std::vector<char> separators;  ///< one less than values: / - . or :
};

[[nodiscard]] std::vector<DateParts> read_number_run(const NumberRun& run);

/// The value of up to four ASCII digits.
[[nodiscard]] std::optional<int> small_number(std::string_view digits);

}  // namespace rawabit
