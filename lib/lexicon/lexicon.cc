#include "lexicon/lexicon.h"

#include <mutex>
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
  State(LexiconData the_data, TokenTrie the_trie, ShapeSet the_shapes, NameIndex forms)
      : data(std::move(the_data)),
        trie(std::move(the_trie)),
        shapes(std::move(the_shapes)),
        by_form(std::move(forms)) {}

  LexiconData data;
  TokenTrie trie;
  ShapeSet shapes;
  NameIndex by_form;
  NameIndex by_key = {};  ///< made when it is first asked for
  std::once_flag has_keys = {};

  void make_keys() {
    FormCompiler forms;
    for (std::size_t entry = 0; entry < data.entries.size(); ++entry) {
      const std::string& article = data.lists[data.entries[entry].list].article;
      for (const std::string& form : data.entries[entry].forms) {
        for (const CompiledForm& compiled : forms.compile(form, article)) {
          by_key.add(token_hash(name_key(compiled.folded)), static_cast<EntryId>(entry));
        }
      }
    }
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
  TokenTrie trie;
  NameIndex by_form;
  for (const EntryForm& form : data->forms) {
    const std::span words(data->words.data() + form.first_word, form.last_word - form.first_word);
    trie.insert(words, data->entry_classes[form.entry], form.entry);
    by_form.add(form.name, form.entry);
  }
  data->forms = {};
  data->words = {};
  trie.finish();
  by_form.finish();
  return Lexicon(std::make_unique<State>(*std::move(data), std::move(trie), *std::move(shapes),
                                         std::move(by_form)));
}

std::span<const LexiconList> Lexicon::lists() const { return state_->data.lists; }
std::span<const LexiconEntry> Lexicon::entries() const { return state_->data.entries; }
std::span<const std::string> Lexicon::class_names() const { return state_->data.class_names; }

ClassId Lexicon::class_named(std::string_view name) const {
  const auto found = state_->data.class_ids.find(name);
  return found == state_->data.class_ids.end() ? kNoClass : found->second;
}

void Lexicon::match(const TokenizedText& text, TokenRange sentence,
                    std::vector<LexiconMatch>& out) const {
  match(text, std::span(&sentence, 1), out);
}

void Lexicon::match(const TokenizedText& text, std::span<const TokenRange> sentences,
                    std::vector<LexiconMatch>& out) const {
  match_sentences(state_->trie, text, sentences, out);
}

std::vector<EntryId> Lexicon::lookup(std::string_view folded) const {
  return state_->by_form.find(single_spaced(folded));
}

std::vector<EntryId> Lexicon::lookup_key(std::string_view key) const {
  std::call_once(state_->has_keys, [this] { state_->make_keys(); });
  return state_->by_key.find(key);
}

std::vector<ClassId> Lexicon::shapes(std::string_view folded_word) const {
  return state_->shapes.match(folded_word);
}

}  // namespace rawabit
