// The matches of sentences. See LexiconMatch for which of several stand.
#pragma once

#include <span>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/token_trie.h"

namespace rawabit {

/// Appends the matches in the tokens of the sentences, which ascend, to `out`, ordered by first
/// token, then class.
void match_sentences(const TokenTrie& trie, const TokenizedText& text,
                     std::span<const TokenRange> sentences, std::vector<LexiconMatch>& out);

}  // namespace rawabit
