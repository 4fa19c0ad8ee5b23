#include "relate/directorates.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace rawabit {
namespace {

constexpr double kConfidence = 0.7;
constexpr std::string_view kDirects = "directs";    ///< attribute of a title: who heads one
constexpr std::string_view kDirected = "directed";  ///< of a body: the directorate
constexpr std::string_view kRule = "office.directorate";

using Words = std::vector<std::string>;

/// The words of the mention behind a head with the attribute; none where it has no such head.
Words words_behind(const Parse& parse, const Lexicon& lexicon, std::uint32_t m,
                   std::string_view attribute) {
  const FoundMention& mention = parse.mentions[m];
  Words words;
  for (const LexiconMatch& match : parse.matches_at(mention.first)) {
    const auto& attributes = lexicon.entries()[match.entry].attributes;
    if (match.last >= mention.last || !attributes.contains(std::string(attribute))) continue;
    words.clear();
    for (std::uint32_t t = match.last; t < mention.last; ++t) {
      words.emplace_back(parse.text->form(parse.text->tokens[t]));
    }
  }
  return words;
}

bool begins_with(const Words& field, const Words& body) {
  return !body.empty() && body.size() <= field.size() &&
         std::equal(body.begin(), body.end(), field.begin());
}

}  // namespace

void relate_directorates(Parse& parse, const std::vector<MentionGroup>& groups,
                         const Lexicon& lexicon) {
  const std::vector<FoundRelation> told = parse.relations;
  for (const FoundRelation& found : told) {
    if (found.predicate != Predicate::has_title) continue;
    const Words field = words_behind(parse, lexicon, found.object, kDirects);
    if (field.empty()) continue;
    for (const MentionGroup& group : groups) {
      const auto body = std::ranges::find_if(group.mentions, [&](std::uint32_t m) {
        return begins_with(field, words_behind(parse, lexicon, m, kDirected));
      });
      if (body == group.mentions.end()) continue;
      parse.relations.push_back({found.subject, *body, Predicate::works_for, Modality::asserted,
                                 Origin::inferred, kConfidence, kRule, found.first, found.last});
    }
  }
}

}  // namespace rawabit
