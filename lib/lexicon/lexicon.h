// The gazetteers: lists of words and of named entities, matched over tokens.
//
// gazetteers/lists.tsv (the manifest) names every list:
//   file  format  class  type  article  language  source  licence  description     (tab separated)
// format `entities`: a line is  id  english  forms(|-separated, canonical first)
// attributes(k=v;...) format `words`:    a line is  form(|-separated variants) attributes(optional)
// format `shapes`:   a line is  class  RE2-pattern over one whole folded word (no proclitics)
// `class` is the name that rules use (upper case); a line may override it by the attribute class=X
// or add one by also=X,Y. `type` is the entity type of an `entities` list, else '-'. `article` is
// `as-is` or `both` (every form also with the article on its first word - for adjective phrases on
// each word: `all`). Lines that start with # are comments. Forms are folded at load.
//
// A list that cannot be read, an unknown format, a wrong number of columns, a form that is empty
// after folding or an id that stands twice in one list is an Error with file and line.
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
  /// Loads every list of the manifests in `directories`, in that order.
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

  /// The entries whose whole form (folded, article as written) is `folded`, in list order.
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
