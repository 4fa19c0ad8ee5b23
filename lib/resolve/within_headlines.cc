#include "resolve/within_headlines.h"

#include <algorithm>
#include <string>

#include "resolve/within_bodies.h"
#include "resolve/within_names.h"

namespace rawabit {
namespace {

bool is_in_text(const Parse& parse, std::uint32_t m) {
  return parse.mentions[m].sentence >= parse.first_body_sentence;
}

/// A body named by the headline alone, in more than a word.
bool is_of_headline(const Parse& parse, const MentionGroup& group) {
  return group.type == EntityType::organization &&
         std::ranges::all_of(group.mentions, [&](std::uint32_t m) {
           return !is_in_text(parse, m) && name_words(parse, parse.mentions[m]).size() > 1;
         });
}

class Headlines {
 public:
  Headlines(const Parse& parse, const Lexicon& lexicon, const CountryIndex& countries)
      : parse_(parse), lexicon_(lexicon), bodies_(parse, lexicon, countries) {}

  /// Does the text call the same body so, and more?
  [[nodiscard]] bool is_called_longer(const MentionGroup& headline,
                                      const MentionGroup& other) const {
    if (other.type != EntityType::organization) return false;
    const std::uint32_t first = headline.mentions.front();
    const std::string id = id_of(headline);
    if (!id.empty() && !id_of(other).empty()) return false;
    const auto words = name_words(parse_, parse_.mentions[first]);
    const bool is_stranger = std::ranges::any_of(other.mentions, [&](std::uint32_t m) {
      return bodies_.are_home_and_foreign(first, m) || bodies_.are_of_two_countries(first, m);
    });
    return !is_stranger && std::ranges::any_of(other.mentions, [&](std::uint32_t m) {
      const auto name = name_words(parse_, parse_.mentions[m]);
      return is_in_text(parse_, m) && name.size() > words.size() && name.front() == words.front() &&
             is_subsequence(words, name);
    });
  }

 private:
  [[nodiscard]] std::string id_of(const MentionGroup& group) const {
    for (const std::uint32_t m : group.mentions) {
      if (const auto& entry = parse_.mentions[m].entry) return lexicon_.entries()[*entry].id;
    }
    return {};
  }

  const Parse& parse_;
  const Lexicon& lexicon_;
  BodyComparison bodies_;
};

}  // namespace

std::vector<MentionGroup> join_headline_bodies(const Parse& parse, const Lexicon& lexicon,
                                               const CountryIndex& countries,
                                               std::vector<MentionGroup> groups) {
  const auto is_candidate = [&](const MentionGroup& group) { return is_of_headline(parse, group); };
  if (std::ranges::none_of(groups, is_candidate)) return groups;
  const Headlines headlines(parse, lexicon, countries);
  for (MentionGroup& group : groups) {
    if (group.mentions.empty() || !is_candidate(group)) continue;
    MentionGroup* only = nullptr;
    std::size_t longer = 0;
    for (MentionGroup& other : groups) {
      if (other.mentions.empty() || !headlines.is_called_longer(group, other)) continue;
      only = &other;
      ++longer;
    }
    if (longer != 1) continue;
    only->mentions.insert(only->mentions.begin(), group.mentions.begin(), group.mentions.end());
    group.mentions.clear();
  }
  std::erase_if(groups, [](const MentionGroup& group) { return group.mentions.empty(); });
  std::ranges::stable_sort(groups, {}, [&](const MentionGroup& group) {
    const FoundMention& first = parse.mentions[group.mentions.front()];
    return std::pair(first.first, first.last);
  });
  return groups;
}

}  // namespace rawabit
