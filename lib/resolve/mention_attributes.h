// What the gazetteers say of the words inside a mention: kind, ordinal, weekday, offset in days.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

/// The attribute `key` of the first entry of class `class_name` within the mention that has it;
/// empty where none has.
[[nodiscard]] std::string attribute_in(const Parse& parse, const Lexicon& lexicon,
                                       const FoundMention& mention, std::string_view class_name,
                                       const std::string& key);

/// Does an entry that begins the mention, and ends within it, have the attribute?
[[nodiscard]] bool has_attribute(const Parse& parse, const Lexicon& lexicon,
                                 const FoundMention& mention, std::string_view key);

}  // namespace rawabit
