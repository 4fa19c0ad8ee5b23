// The parts of an article: its title, its body, and what does not belong to it.
//
// Takes decoded text; gives a Block for each line that is not blank (two where a line begins with
// boilerplate), in order. Nothing is cut from the text. Boilerplate is what the patterns say
// (lib/text/boilerplate.h), and a line that repeats another, or a part of the title, word for word:
// then the first one stays, but a breadcrumb's copy of the title never does. When in doubt, a line
// is body: comment forms and teasers end an article only where one stands above them.
// The title is the first line that is left, if it is short, no date or dateline, and a blank line
// or longer text follows; of a record it is the first line, and of one without a title the first
// that a blank line parts from the rest.
//
//   std::vector<Block> blocks = find_blocks(article.text, TitlePlace::guess, patterns);
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "text/boilerplate.h"

namespace rawabit {

/// Is the first line known to be the title, be it empty (a record), or does it have to look so?
enum class TitlePlace : std::uint8_t { guess, first_line };

[[nodiscard]] std::vector<Block> find_blocks(std::string_view text, TitlePlace title,
                                             const BoilerplatePatterns& patterns);

}  // namespace rawabit
