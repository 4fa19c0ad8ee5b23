#include "lexicon/matcher.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace rawabit {
namespace {

/// The hash of what `reading` leaves of `word`; nothing for words longer than any name.
std::optional<std::uint64_t> reading_hash(std::string_view word, const Proclitics& reading) {
  constexpr std::size_t kLongest = 256;
  constexpr std::size_t kLetterBytes = 2;  // of every letter that is a proclitic
  const std::string_view rest = word.substr(reading.letters * kLetterBytes);
  const std::string_view prefix = reading_prefix(reading);
  if (prefix.empty()) return token_hash(rest);
  if (prefix.size() + rest.size() > kLongest) return std::nullopt;
  std::array<char, kLongest> form;  // NOLINT: written before it is read
  std::memcpy(form.data(), prefix.data(), prefix.size());
  std::memcpy(form.data() + prefix.size(), rest.data(), rest.size());
  return token_hash({form.data(), prefix.size() + rest.size()});
}

class Matcher {
 public:
  Matcher(const TokenTrie& trie, std::size_t classes, const TokenizedText& text, TokenRange range,
          std::vector<LexiconMatch>& out)
      : trie_(trie), text_(text), range_(range), out_(out), free_from_(classes, 0) {}

  void run() {
    for (std::uint32_t i = range_.first; i < range_.last; ++i) {
      here_ = out_.size();
      match_from(i);
      settle();
    }
  }

 private:
  /// All that begins at token `first`, in any of its readings: those with fewer letters taken come
  /// first, so that a later one must be longer to stand.
  void match_from(std::uint32_t first) {
    const Token& token = text_.tokens[first];
    walk(first, token.hash, {});
    if (token.kind != TokenKind::word) return;
    const std::string_view form = text_.form(token);
    const ProcliticList readings = proclitics_of(form);
    for (std::size_t i = 1; i < readings.count; ++i) {
      const auto hash = reading_hash(form, readings.all[i]);
      if (hash) walk(first, *hash, readings.all[i]);
    }
  }

  void walk(std::uint32_t first, std::uint64_t hash, const Proclitics& proclitics) {
    if (!trie_.may_begin(hash)) return;
    const TokenTrie::Edge* edge = &trie_.step(TokenTrie::kRoot, hash);
    for (std::uint32_t last = first + 1; edge->to != TokenTrie::kRoot; ++last) {
      for (const TokenTrie::Meaning& meaning : trie_.meanings(*edge)) {
        if (first < free_from_[meaning.cls]) continue;
        keep({first, last, proclitics, meaning.cls, meaning.entry});
      }
      if (!edge->goes_on || last >= range_.last) return;
      edge = &trie_.step(edge->to, text_.tokens[last].hash);
    }
  }

  /// Of the matches of one class from one token, the longest stands.
  void keep(const LexiconMatch& match) {
    for (std::size_t i = here_; i < out_.size(); ++i) {
      if (out_[i].cls != match.cls) continue;
      if (out_[i].last < match.last) out_[i] = match;
      return;
    }
    out_.push_back(match);
  }

  /// Orders what was found at this token, and closes its classes up to its end.
  void settle() {
    const auto begin = out_.begin() + static_cast<std::ptrdiff_t>(here_);
    for (auto at = begin; at != out_.end(); ++at) free_from_[at->cls] = at->last;
    if (out_.end() - begin < 2) return;
    std::sort(begin, out_.end(), [](const auto& a, const auto& b) { return a.cls < b.cls; });
  }

  const TokenTrie& trie_;
  const TokenizedText& text_;
  TokenRange range_;
  std::vector<LexiconMatch>& out_;
  std::vector<std::uint32_t> free_from_;  // of each class: the end of its last match
  std::size_t here_ = 0;                  // the first match of the current token in out_
};

}  // namespace

void match_sentence(const TokenTrie& trie, std::size_t classes, const TokenizedText& text,
                    TokenRange sentence, std::vector<LexiconMatch>& out) {
  Matcher(trie, classes, text, sentence, out).run();
}

}  // namespace rawabit
