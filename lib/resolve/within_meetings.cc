#include "resolve/within_meetings.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "resolve/mention_attributes.h"
#include "resolve/within_names.h"

namespace rawabit {
namespace {

std::string kind_of(const Parse& parse, const Lexicon& lexicon, const FoundMention& mention) {
  std::string kind = attribute_in(parse, lexicon, mention, "MEETING_NOUN", "kind");
  if (kind.empty()) kind = attribute_in(parse, lexicon, mention, "MEETING_NOUN_DEF", "kind");
  if (kind.empty()) kind = attribute_in(parse, lexicon, mention, "MEETING_WEAK_DEF", "kind");
  return kind == "talks" || kind == "reception" || kind.empty() ? "meeting" : kind;
}

/// The words that name a meeting beyond its noun.
std::vector<std::string> naming_words(const Parse& parse, const FoundMention& mention) {
  auto words = name_words(parse, mention);
  if (!words.empty()) words.erase(words.begin());
  return words;
}

bool share_a_word(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(
      a, [&](const std::string& word) { return std::ranges::find(b, word) != b.end(); });
}

}  // namespace

MeetingComparison::MeetingComparison(const Parse& parse, const Lexicon& lexicon)
    : parse_(parse), lexicon_(lexicon), encounters_(find_encounters(parse)) {}

bool MeetingComparison::joins(const std::vector<std::uint32_t>& group,
                              std::uint32_t candidate) const {
  const FoundMention& mention = parse_.mentions[candidate];
  const std::string kind = kind_of(parse_, lexicon_, mention);
  const std::string ordinal = attribute_in(parse_, lexicon_, mention, "ORDINAL", "value");
  const auto words = naming_words(parse_, mention);
  const std::uint32_t part = part_at(encounters_, mention.first);
  bool named_alike = words.empty(), some_named = false, same_part = false;
  for (const std::uint32_t other : group) {
    const FoundMention& known = parse_.mentions[other];
    if (kind != kind_of(parse_, lexicon_, known)) return false;
    const std::string other_ordinal = attribute_in(parse_, lexicon_, known, "ORDINAL", "value");
    if (!ordinal.empty() && !other_ordinal.empty() && ordinal != other_ordinal) return false;
    const auto other_words = naming_words(parse_, known);
    some_named = some_named || !other_words.empty();
    named_alike = named_alike || share_a_word(words, other_words);
    same_part = same_part || part_at(encounters_, known.first) == part;
  }
  if (!named_alike && some_named) return false;
  return same_part || (!words.empty() && named_alike && some_named);
}

}  // namespace rawabit
