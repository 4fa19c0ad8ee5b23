#include "rules/delegation.h"

#include <algorithm>
#include <optional>

namespace rawabit {
namespace {

constexpr std::size_t kSentencesBack = 3;
constexpr std::uint32_t kWordsBetween = 2;  // "a high delegation of"

bool stands_behind_delegation(const Parse& parse, const FoundMention& mention, ClassId delegation) {
  const std::uint32_t begin = parse.text->sentences[mention.sentence].first;
  for (std::uint32_t back = 1; back <= kWordsBetween + 1; ++back) {
    if (mention.first < begin + back) return false;
    const auto& matches = parse.matches_at(mention.first - back);
    if (std::ranges::any_of(matches, [&](const LexiconMatch& m) { return m.cls == delegation; })) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> delegation_before(const Parse& parse, std::uint32_t before,
                                             std::size_t row, const Lexicon& lexicon) {
  const ClassId delegation = lexicon.class_named("DELEGATION");
  std::optional<std::uint32_t> last;
  for (std::uint32_t m = 0; m < parse.mentions.size(); ++m) {
    const FoundMention& mention = parse.mentions[m];
    const bool is_body =
        mention.type == EntityType::organization || mention.type == EntityType::country;
    if (mention.dropped || !is_body || mention.last > before) continue;
    if (mention.sentence + kSentencesBack < row) continue;
    if (last && mention.first <= parse.mentions[*last].first) continue;
    if (stands_behind_delegation(parse, mention, delegation)) last = m;
  }
  return last ? std::vector{*last} : std::vector<std::uint32_t>{};
}

}  // namespace rawabit
