// The matches of one sentence. See LexiconMatch for which of several stand.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/token_trie.h"

namespace rawabit {

/// Appends the matches in the tokens of `sentence` to `out`, ordered by first token, then class.
void match_sentence(const TokenTrie& trie, std::size_t classes, const TokenizedText& text,
                    TokenRange sentence, std::vector<LexiconMatch>& out);

}  // namespace rawabit
