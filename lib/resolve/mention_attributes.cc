#include "resolve/mention_attributes.h"

#include <algorithm>

namespace rawabit {

std::string attribute_in(const Parse& parse, const Lexicon& lexicon, const FoundMention& mention,
                         std::string_view class_name, const std::string& key) {
  const ClassId cls = lexicon.class_named(class_name);
  for (const LexiconMatch& match : parse.matches_from(mention.first, mention.last)) {
    if (match.cls != cls || match.last > mention.last) continue;
    const auto& attributes = lexicon.entries()[match.entry].attributes;
    if (const auto found = attributes.find(key); found != attributes.end()) return found->second;
  }
  return {};
}

bool has_attribute(const Parse& parse, const Lexicon& lexicon, const FoundMention& mention,
                   std::string_view key) {
  const std::string name(key);
  return std::ranges::any_of(parse.matches_at(mention.first), [&](const LexiconMatch& match) {
    return match.last <= mention.last && lexicon.entries()[match.entry].attributes.contains(name);
  });
}

}  // namespace rawabit
