#include "lexicon/lexicon.h"

#include <utility>

#include "lexicon/forms.h"
#include "lexicon/lists.h"
#include "lexicon/matcher.h"
#include "lexicon/name_index.h"
#include "lexicon/shape_set.h"
#include "lexicon/token_trie.h"
#include "text/fold.h"

namespace rawabit {

struct Lexicon::State {
  LexiconData data;
  TokenTrie trie;
  ShapeSet shapes;
  NameIndex by_form;
  NameIndex by_key;

  void compile() {
    for (const auto& [entry, form] : data.forms) {
      trie.insert(form.hashes, data.entry_classes[entry], entry);
      by_form.add(form.folded, entry);
      by_key.add(name_key(form.folded), entry);
    }
    data.forms = {};
    trie.finish();
    by_form.finish();
    by_key.finish();
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
      State{*std::move(data), TokenTrie(), *std::move(shapes), NameIndex(), NameIndex()});
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
  match_sentence(state_->trie, state_->data.class_names.size(), text, sentence, out);
}

std::vector<EntryId> Lexicon::lookup(std::string_view folded) const {
  return state_->by_form.find(single_spaced(folded));
}

std::vector<EntryId> Lexicon::lookup_key(std::string_view key) const {
  return state_->by_key.find(key);
}

std::vector<ClassId> Lexicon::shapes(std::string_view folded_word) const {
  return state_->shapes.match(folded_word);
}

}  // namespace rawabit
