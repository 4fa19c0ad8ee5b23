// The gazetteers: lists of words and of named entities, matched over tokens.
//
// Takes directories with a manifest, gives the matches of a sentence:
//
//   Result<Lexicon> lexicon = Lexicon::load({"gazetteers"});
//   if (!lexicon) return lexicon.error();
//   for (TokenRange sentence : text.sentences) lexicon->match(text, sentence, matches);
//
// gazetteers/lists.tsv (the manifest) names every list, in nine columns, tab separated:
//   file  format  class  type  article  language  source  licence  description
// A list of format
//   entities  has lines  id  english  forms  attributes
//   words     has lines  forms  attributes
//   shapes    has lines  class  pattern      (of RE2, over one whole folded word, no proclitics)
//   patterns  is JSON Lines of spaCy's EntityRuler (patterns.h); class and type may be -, then
//             the labels say them. Such a file may also stand alone, in place of a directory.
// `forms` are separated by |, the canonical one first; they are folded at load and stand for
// themselves token by token, punctuation too. `attributes` are k=v;k=v, or nothing, or -.
// `class` is the name that rules use (capitals, digits, _; of a shapes list it may be -). A line
// may have another by the attribute class=X and more by also=X,Y.
// `type` is the entity type of an entities list, else - or a type.
// `article` is as-is; or both: every form also with the article on its first word; or all: also
// with the article on each of its words, as adjectives have it. The name of an entity is also found
// where the spaces before articles inside it are lost. A word that is written with the
// article gets no second one. (Of a shapes list it may be -.)
// Lines that start with # are comments. Files are UTF-8.
//
// Refused, with file and line: a file that cannot be read or is not UTF-8; an unknown format, type
// or article; a wrong number of columns; a form that is empty after folding; an id that stands
// twice in one list; a form that stands on two lines of one list with the same class, unless the
// second has ambiguous=1 (two towns of one name). A form may stand twice on one line.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/types.h"
#include "tokens/clitics.h"
#include "tokens/tokens.h"

namespace rawabit {

using ClassId = std::uint16_t;
using EntryId = std::uint32_t;

/// One line of a list.
struct LexiconEntry {
  std::string id;                  ///< "country:AE", "org:interpol"; empty for words
  std::string english;             ///< may be empty
  std::vector<std::string> forms;  ///< as written, canonical first
  std::map<std::string, std::string> attributes;
  std::uint16_t list = 0;  ///< index into Lexicon::lists()
  int line = 0;
};

struct LexiconList {
  std::string file, format, class_name, type, article, language, source, licence, description;
};

/// Tokens [first, last) read as an entry of a class. Of the matches of one class none overlap: the
/// leftmost, then the longest, then the one with the fewest proclitics stands.
struct LexiconMatch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Proclitics proclitics;  ///< of the first token
  ClassId cls = 0;
  EntryId entry = 0;  ///< the first of the list order where several lines give the same form
};

class Lexicon {
 public:
  /// Loads every list of the manifests in `directories`, in that order. Where several lists give a
  /// form the same class, the first counts.
  static Result<Lexicon> load(const std::vector<std::string>& directories);
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  [[nodiscard]] std::span<const LexiconList> lists() const;
  [[nodiscard]] std::span<const LexiconEntry> entries() const;
  [[nodiscard]] std::span<const std::string> class_names() const;
  /// The id of a class, kNoClass when no list gives it.
  [[nodiscard]] ClassId class_named(std::string_view name) const;
  static constexpr ClassId kNoClass = 0xFFFF;

  /// All matches in the tokens of `sentence`, ordered by first token, then class. Appends to `out`.
  void match(const TokenizedText& text, TokenRange sentence, std::vector<LexiconMatch>& out) const;
  /// The same of many sentences, which ascend.
  void match(const TokenizedText& text, std::span<const TokenRange> sentences,
             std::vector<LexiconMatch>& out) const;

  /// The entries of which `folded` is a whole form, as match() would find it without proclitics: in
  /// list order. How many spaces stand between its words does not count.
  [[nodiscard]] std::vector<EntryId> lookup(std::string_view folded) const;
  /// The same by name_key(): article and punctuation do not count.
  [[nodiscard]] std::vector<EntryId> lookup_key(std::string_view key) const;

  /// The classes whose shape pattern the folded word fits. Not cached.
  [[nodiscard]] std::vector<ClassId> shapes(std::string_view folded_word) const;

 private:
  struct State;
  explicit Lexicon(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace rawabit
