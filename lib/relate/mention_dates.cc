#include "relate/mention_dates.h"

namespace rawabit {
std::string mention_date(const Parse&, const FoundMention&, const Lexicon&, std::string_view) {
  return {};
}
}  // namespace rawabit
