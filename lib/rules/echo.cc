#include "rules/echo.h"

#include <algorithm>
#include <bitset>
#include <map>
#include <set>
#include <string>

#include "rules/alphabet.h"
#include "rules/apply.h"
#include "tokens/clitics.h"

namespace rawabit {
namespace {

constexpr std::size_t kShortestEcho = 6;  // three letters of folded Arabic text

constexpr std::size_t kBeginBits = 4096;

using Words = std::vector<std::string>;

class Echo {
 public:
  Echo(Parse& parse, EntityType type, const ClassTable& classes)
      : parse_(parse),
        type_(type),
        classes_(classes),
        no_echo_(classes.of_nodes("NO_ECHO")),
        no_start_(classes.of_nodes("NO_ECHO_START")),
        weak_(classes.of_nodes("WEAK_ECHO")),
        cue_(classes.of_nodes("ECHO_CUE")) {}

  void run() {
    gather();
    if (known_.empty()) return;
    for (std::size_t row = 0; row < parse_.rows.size(); ++row) echo_row(row);
  }

 private:
  /// The folded words of a mention, the first without its proclitics.
  Words words_of(const FoundMention& mention) const {
    Words words;
    for (std::uint32_t t = mention.first; t < mention.last; ++t) {
      const std::string_view form = parse_.text->form(parse_.text->tokens[t]);
      words.push_back(t == mention.first ? reading_form(form, mention.proclitics)
                                         : std::string(form));
    }
    return words;
  }

  void gather() {
    for (const FoundMention& mention : parse_.mentions) {
      if (mention.dropped || mention.type != type_) continue;
      // A short form is no name, and two bodies under one plural share no name with another.
      if (mention.is_short || !mention.head.empty()) continue;
      Words words = words_of(mention);
      if (words.empty()) continue;
      know(words);
      if (type_ != EntityType::person) continue;
      for (std::size_t from = 1; from < words.size(); ++from) {
        const Words end(words.begin() + static_cast<std::ptrdiff_t>(from), words.end());
        if (end.size() == 1 && end[0].size() < kShortestEcho) continue;
        know(end);
      }
    }
  }

  void know(const Words& words) {
    known_[words.front()].insert(words);
    begins_.set(token_hash(words.front()) % kBeginBits);
  }

  /// False for most words that begin no known name, without a look at the names.
  bool may_begin_name(const Token& token, const Proclitics& proclitics) const {
    constexpr std::size_t kLetterBytes = 2;  // of every letter that is a proclitic
    if (!reading_prefix(proclitics).empty()) return true;
    if (proclitics.letters == 0) return begins_[token.hash % kBeginBits];
    const std::string_view form = parse_.text->form(token);
    return begins_[token_hash(form.substr(kLetterBytes * proclitics.letters)) % kBeginBits];
  }

  bool is_free(std::uint32_t node) const {
    const Node& n = parse_.nodes[node];
    return n.mention == kNoMention && n.children.empty();
  }

  void echo_row(std::size_t row) {
    for (std::size_t i = 0; i < parse_.rows[row].size(); ++i) {
      if (is_free(parse_.rows[row][i])) echo_at(row, i);
    }
  }

  bool blocked(const NodeReading& reading, std::size_t length) const {
    const auto is = [&](ClassId cls) {
      return parse_.kinds->has_class(reading, marked(cls, Mark::single));
    };
    return (length == 1 && is(no_echo_)) || (type_ == EntityType::person && is(no_start_));
  }

  /// A family name that is an adjective elsewhere: is the word before it no cue for a name?
  bool needs_cue(const NodeReading& reading, std::size_t row, std::size_t at) const {
    if (!parse_.kinds->has_class(reading, marked(weak_, Mark::single))) return false;
    if (at == 0) return true;
    const Node& before = parse_.nodes[parse_.rows[row][at - 1]];
    return std::ranges::none_of(parse_.readings(before), [&](const NodeReading& cue) {
      return parse_.kinds->has_class(cue, marked(cue_, Mark::single));
    });
  }

  void echo_at(std::size_t row, std::size_t at) {
    const Node& node = parse_.nodes[parse_.rows[row][at]];
    const Token& token = parse_.text->tokens[node.first];
    const std::string_view form = parse_.text->form(token);
    for (const NodeReading reading : parse_.readings(node)) {  // a copy: add() may move them
      if (!may_begin_name(token, reading.proclitics)) continue;
      const auto found = known_.find(reading_form(form, reading.proclitics));
      if (found == known_.end()) continue;
      const std::size_t length = longest(row, at, found->second);
      if (length == 0 || blocked(reading, length)) continue;
      if (length == 1 && needs_cue(reading, row, at)) continue;
      add(row, at, length, reading.proclitics);
      return;
    }
  }

  std::size_t longest(std::size_t row, std::size_t at, const std::set<Words>& names) const {
    std::size_t best = 0;
    const auto& nodes = parse_.rows[row];
    for (const Words& words : names) {
      if (words.size() <= best || at + words.size() > nodes.size()) continue;
      bool same = true;
      for (std::size_t i = 1; same && i < words.size(); ++i) {
        const Node& node = parse_.nodes[nodes[at + i]];
        same = is_free(nodes[at + i]) &&
               parse_.text->form(parse_.text->tokens[node.first]) == words[i];
      }
      if (same) best = words.size();
    }
    return best;
  }

  void add(std::size_t row, std::size_t at, std::size_t length, const Proclitics& proclitics) {
    const auto& nodes = parse_.rows[row];
    const TokenSpan tokens{parse_.nodes[nodes[at]].first,
                           parse_.nodes[nodes[at + length - 1]].last};
    const auto node =
        collapse(parse_, row, tokens, proclitics, {classes_.named(name_of(type_))}, classes_);
    if (!node) return;
    parse_.nodes[*node].mention = static_cast<std::uint32_t>(parse_.mentions.size());
    parse_.mentions.push_back({.type = type_,
                               .kind = TitleKind::none,
                               .first = tokens.first,
                               .last = tokens.second,
                               .proclitics = proclitics,
                               .sentence = static_cast<std::uint32_t>(row),
                               .rule = type_ == EntityType::person ? "echo.person" : "echo.name",
                               .entry = {}});
  }

  Parse& parse_;
  EntityType type_;
  const ClassTable& classes_;
  ClassId no_echo_, no_start_, weak_, cue_;
  std::map<std::string, std::set<Words>, std::less<>> known_;  ///< by the first word
  std::bitset<kBeginBits> begins_;                             ///< by the first word's hash
};

}  // namespace

void echo_names(Parse& parse, EntityType type, const ClassTable& classes) {
  Echo(parse, type, classes).run();
}

}  // namespace rawabit
