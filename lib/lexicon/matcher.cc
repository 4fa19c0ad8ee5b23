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
  Matcher(const TokenTrie& trie, const TokenizedText& text, std::vector<LexiconMatch>& out)
      : trie_(trie), text_(text), out_(out) {}

  void run(TokenRange range) {
    range_ = range;
    starts_.clear();
    open_.clear();
    list_starts();
    std::size_t start = 0;
    for (std::uint32_t i = range_.first; i < range_.last; ++i) {
      here_ = out_.size();
      std::erase_if(open_, [i](const Open& match) { return match.last <= i; });
      for (; start < starts_.size() && starts_[start].first == i; ++start) walk(starts_[start]);
      settle();
    }
  }

 private:
  /// A reading of a word with which some form may begin.
  struct Start {
    std::uint64_t hash = 0;
    std::uint32_t first = 0;
    Proclitics proclitics;
  };

  /// A match that goes on beyond the token where it was found.
  struct Open {
    ClassId cls = 0;
    std::uint32_t last = 0;
  };

  /// Lists them all before the first is followed, so that their edges are fetched meanwhile. Those
  /// with fewer letters taken come first: a later one must be longer to stand.
  void list_starts() {
    for (std::uint32_t i = range_.first; i < range_.last; ++i) {
      const Token& token = text_.tokens[i];
      add_start(i, token.hash, {});
      if (token.kind != TokenKind::word) continue;
      const std::string_view form = text_.form(token);
      const ProcliticList readings = proclitics_of(form);
      for (std::size_t k = 1; k < readings.count; ++k) {
        const auto hash = reading_hash(form, readings.all[k]);
        if (hash) add_start(i, *hash, readings.all[k]);
      }
    }
  }

  void add_start(std::uint32_t first, std::uint64_t hash, const Proclitics& proclitics) {
    if (!trie_.may_begin(hash)) return;
    trie_.prepare(hash);
    starts_.push_back({hash, first, proclitics});
  }

  void walk(const Start& start) {
    const TokenTrie::Edge* edge = &trie_.step(TokenTrie::kRoot, start.hash);
    for (std::uint32_t last = start.first + 1; edge->to != TokenTrie::kRoot; ++last) {
      trie_.for_meanings(*edge, [&](TokenTrie::Meaning meaning) {
        if (is_in_match(meaning.cls)) return;
        keep({start.first, last, start.proclitics, meaning.cls, meaning.entry});
      });
      if (last >= range_.last || !edge->may_follow(text_.tokens[last].hash)) return;
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

  /// Whether an earlier match of the class covers the current token.
  [[nodiscard]] bool is_in_match(ClassId cls) const {
    return std::ranges::find(open_, cls, &Open::cls) != open_.end();
  }

  /// Orders what was found at this token, and closes its classes up to its end.
  void settle() {
    const auto begin = out_.begin() + static_cast<std::ptrdiff_t>(here_);
    for (auto at = begin; at != out_.end(); ++at) {
      if (at->last > at->first + 1) open_.push_back({at->cls, at->last});
    }
    if (out_.end() - begin < 2) return;
    std::sort(begin, out_.end(), [](const auto& a, const auto& b) { return a.cls < b.cls; });
  }

  const TokenTrie& trie_;
  const TokenizedText& text_;
  TokenRange range_;
  std::vector<LexiconMatch>& out_;
  std::vector<Start> starts_;
  std::vector<Open> open_;  // few at a time, where the classes are many
  std::size_t here_ = 0;    // the first match of the current token in out_
};

}  // namespace

void match_sentences(const TokenTrie& trie, const TokenizedText& text,
                     std::span<const TokenRange> sentences, std::vector<LexiconMatch>& out) {
  Matcher matcher(trie, text, out);
  for (const TokenRange& sentence : sentences) matcher.run(sentence);
}

}  // namespace rawabit
