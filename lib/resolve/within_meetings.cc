#include "resolve/within_meetings.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "resolve/within_names.h"

namespace rawabit {
namespace {

/// The attribute of the first gazetteer match of the class within the mention; empty for none.
std::string attribute_in(const Parse& parse, const Lexicon& lexicon, const FoundMention& mention,
                         std::string_view class_name, const std::string& key) {
  const ClassId cls = lexicon.class_named(class_name);
  for (std::uint32_t i = parse.matches_of_row[mention.sentence];
       i < parse.matches_of_row[mention.sentence + 1]; ++i) {
    const LexiconMatch& match = parse.matches[i];
    if (match.cls != cls || match.first < mention.first || match.last > mention.last) continue;
    const auto& attributes = lexicon.entries()[match.entry].attributes;
    if (const auto found = attributes.find(key); found != attributes.end()) return found->second;
  }
  return {};
}

std::string kind_of(const Parse& parse, const Lexicon& lexicon, const FoundMention& mention) {
  std::string kind = attribute_in(parse, lexicon, mention, "MEETING_NOUN", "kind");
  if (kind.empty()) kind = attribute_in(parse, lexicon, mention, "MEETING_NOUN_DEF", "kind");
  if (kind.empty()) kind = attribute_in(parse, lexicon, mention, "MEETING_WEAK_DEF", "kind");
  return kind == "talks" || kind == "reception" || kind.empty() ? "meeting" : kind;
}

}  // namespace

bool one_meeting(const Parse& parse, const Lexicon& lexicon,
                 const std::vector<std::uint32_t>& group, std::uint32_t candidate) {
  const FoundMention& mention = parse.mentions[candidate];
  const std::string kind = kind_of(parse, lexicon, mention);
  const std::string ordinal = attribute_in(parse, lexicon, mention, "ORDINAL", "value");
  return std::ranges::all_of(group, [&](std::uint32_t other) {
    const FoundMention& known = parse.mentions[other];
    if (kind != kind_of(parse, lexicon, known)) return false;
    const std::string other_ordinal = attribute_in(parse, lexicon, known, "ORDINAL", "value");
    return ordinal.empty() || other_ordinal.empty() || ordinal == other_ordinal;
  });
}

}  // namespace rawabit
