#include "lexicon/lexicon.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <unordered_map>
#include <utility>

#include "lexicon/forms.h"
#include "lexicon/lists.h"
#include "lexicon/shape_set.h"
#include "lexicon/token_trie.h"
#include "text/fold.h"

namespace rawabit {
namespace {

using EntriesByName = std::unordered_map<std::string, std::vector<EntryId>>;

/// Adds `entry`, which is not less than those that are there.
void add_name(EntriesByName& names, std::string name, EntryId entry) {
  std::vector<EntryId>& entries = names[std::move(name)];
  if (entries.empty() || entries.back() != entry) entries.push_back(entry);
}

std::vector<EntryId> entries_named(const EntriesByName& names, const std::string& name) {
  const auto found = names.find(name);
  return found == names.end() ? std::vector<EntryId>{} : found->second;
}

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

/// Finds the matches of one sentence, from left to right.
class Matcher {
 public:
  Matcher(const TokenTrie& trie, std::size_t classes, const TokenizedText& text, TokenRange range,
          std::vector<LexiconMatch>& out)
      : trie_(trie), text_(text), range_(range), out_(out), free_from_(classes, 0) {}

  void run() {
    for (std::uint32_t i = range_.first; i < range_.last; ++i) {
      collect(i);
      if (!candidates_.empty()) choose();
    }
  }

 private:
  struct Candidate {
    LexiconMatch match;
    std::size_t order;  // of the reading: fewer letters first
  };

  /// Everything that begins at token `first`, in any of its readings.
  void collect(std::uint32_t first) {
    candidates_.clear();
    const Token& token = text_.tokens[first];
    if (token.kind != TokenKind::word) {
      walk(first, token.hash, {}, 0);
      return;
    }
    const std::string_view form = text_.form(token);
    const ProcliticList readings = proclitics_of(form);
    walk(first, token.hash, {}, 0);
    for (std::size_t i = 1; i < readings.count; ++i) {
      const auto hash = reading_hash(form, readings.all[i]);
      if (hash) walk(first, *hash, readings.all[i], i);
    }
  }

  void walk(std::uint32_t first, std::uint64_t hash, const Proclitics& proclitics,
            std::size_t order) {
    if (!trie_.may_begin(hash)) return;
    TokenTrie::Node node = trie_.step(TokenTrie::kRoot, hash);
    for (std::uint32_t last = first + 1; node != TokenTrie::kNone; ++last) {
      for (const TokenTrie::Meaning& meaning : trie_.meanings(node)) {
        candidates_.push_back({{first, last, proclitics, meaning.cls, meaning.entry}, order});
      }
      if (last >= range_.last) return;
      node = trie_.step(node, text_.tokens[last].hash);
    }
  }

  /// Of each class the longest candidate, then the one with the fewest proclitics, if the class is
  /// not still inside an earlier match.
  void choose() {
    std::sort(candidates_.begin(), candidates_.end(), [](const auto& a, const auto& b) {
      if (a.match.cls != b.match.cls) return a.match.cls < b.match.cls;
      if (a.match.last != b.match.last) return a.match.last > b.match.last;
      return a.order < b.order;
    });
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const LexiconMatch& match = candidates_[i].match;
      if (i > 0 && candidates_[i - 1].match.cls == match.cls) continue;
      if (match.first < free_from_[match.cls]) continue;
      free_from_[match.cls] = match.last;
      out_.push_back(match);
    }
  }

  const TokenTrie& trie_;
  const TokenizedText& text_;
  TokenRange range_;
  std::vector<LexiconMatch>& out_;
  std::vector<std::uint32_t> free_from_;  // of each class: the end of its last match
  std::vector<Candidate> candidates_;
};

}  // namespace

struct Lexicon::State {
  LexiconData data;
  TokenTrie trie;
  ShapeSet shapes;
  EntriesByName by_form;
  EntriesByName by_key;

  void compile() {
    for (EntryId id = 0; id < data.entries.size(); ++id) {
      const LexiconEntry& entry = data.entries[id];
      for (const std::string& form : entry.forms) {
        for (CompiledForm& compiled : compile_form(form, data.lists[entry.list].article)) {
          trie.insert(compiled.hashes, data.entry_classes[id], id);
          add_name(by_key, name_key(compiled.folded), id);
          add_name(by_form, std::move(compiled.folded), id);
        }
      }
    }
    trie.finish();
  }
};

Lexicon::Lexicon(std::unique_ptr<State> state) : state_(std::move(state)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Result<Lexicon> Lexicon::load(const std::vector<std::string>& directories) {
  Result<LexiconData> data = read_lists(directories);
  if (!data) return data.error();
  Result<ShapeSet> shapes = ShapeSet::compile(data->shapes);
  if (!shapes) return shapes.error();
  auto state = std::make_unique<State>(
      State{*std::move(data), TokenTrie(), *std::move(shapes), EntriesByName(), EntriesByName()});
  state->compile();
  return Lexicon(std::move(state));
}

std::span<const LexiconList> Lexicon::lists() const { return state_->data.lists; }
std::span<const LexiconEntry> Lexicon::entries() const { return state_->data.entries; }
std::span<const std::string> Lexicon::class_names() const { return state_->data.class_names; }

ClassId Lexicon::class_named(std::string_view name) const {
  const auto found = state_->data.class_ids.find(std::string(name));
  return found == state_->data.class_ids.end() ? kNoClass : found->second;
}

void Lexicon::match(const TokenizedText& text, TokenRange sentence,
                    std::vector<LexiconMatch>& out) const {
  Matcher(state_->trie, state_->data.class_names.size(), text, sentence, out).run();
}

std::vector<EntryId> Lexicon::lookup(std::string_view folded) const {
  return entries_named(state_->by_form, single_spaced(folded));
}

std::vector<EntryId> Lexicon::lookup_key(std::string_view key) const {
  return entries_named(state_->by_key, std::string(key));
}

std::vector<ClassId> Lexicon::shapes(std::string_view folded_word) const {
  return state_->shapes.match(folded_word);
}

}  // namespace rawabit
