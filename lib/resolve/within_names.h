// How the mentions of one article compare: by words, with the article and particles set aside.
#pragma once

#include <string>
#include <vector>

#include "rules/parse.h"

namespace rawabit {

/// The words of a mention as names are compared: folded, without punctuation, without the article
/// that starts them, the first without its proclitics.
[[nodiscard]] std::vector<std::string> name_words(const Parse& parse, const FoundMention& mention);

/// Those of them that the text says elsewhere: a head in the plural, what another name shares.
[[nodiscard]] std::vector<std::string> shared_words(const Parse& parse,
                                                    const FoundMention& mention);

/// The words of a gazetteer form or any other piece of text, in the same way.
[[nodiscard]] std::vector<std::string> name_words(std::string_view text);

/// All of `part` stands in `whole`, in that order.
[[nodiscard]] bool is_subsequence(const std::vector<std::string>& part,
                                  const std::vector<std::string>& whole);

/// `whole` starts with all of `part`.
[[nodiscard]] bool is_prefix(const std::vector<std::string>& part,
                             const std::vector<std::string>& whole);

/// `whole` ends with all of `part`, and has one or two words more.
[[nodiscard]] bool is_rest(const std::vector<std::string>& part,
                           const std::vector<std::string>& whole);

/// One person under two names of two words or more: the shorter is the longer with inner names left
/// out, its end, or its begin with the father's name.
[[nodiscard]] bool same_full_name(const std::vector<std::string>& a,
                                  const std::vector<std::string>& b);

/// Two names of entities of one type that an article uses for one of them: the same words or, of
/// people, bodies and topics, what may be left out of them.
[[nodiscard]] bool same_name(EntityType type, const std::vector<std::string>& a,
                             const std::vector<std::string>& b);

/// How well a short form fits a longer name: 0 not at all; of people 1 where it is the father's
/// name at the end of the longer one ("Abd Allah" of "Salim bin Abd Allah"); 2 otherwise.
[[nodiscard]] int short_fit(EntityType type, const std::vector<std::string>& part,
                            const std::vector<std::string>& whole);

}  // namespace rawabit
