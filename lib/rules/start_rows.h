// The first rows of an article: for each sentence a node a token, for each token its readings with
// their classes.
//
// A reading with proclitics counts when its rest is in some gazetteer, or the whole word is in
// none. What a word's readings are depends on the word, the gazetteer entries around it and its
// place in the sentence; for all that was met before, the kind of node is remembered. So it is for
// all that makes up the readings of a new word: most new words have the shape of others.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "base/key_table.h"
#include "lexicon/lexicon.h"
#include "model/article.h"
#include "rules/class_table.h"
#include "rules/node_kinds.h"
#include "rules/parse.h"
#include "tokens/tokens.h"

namespace rawabit {

/// The classes that the shape lists give to the readings of words, kept from one article to the
/// next: the patterns take longer than all else. Belongs to one thread.
class ShapeCache {
 public:
  using Classes = std::vector<ClassId>;
  /// The number of the classes of a reading: `number` in proclitics_of() of the word with that
  /// hash.
  std::uint32_t number_of(std::uint64_t hash, std::string_view form, std::size_t number,
                          const Proclitics& reading, const Lexicon& lexicon);
  [[nodiscard]] const Classes& classes(std::uint32_t number) const { return *sets_[number]; }
  [[nodiscard]] bool is_full() const;
  void clear();

 private:
  std::map<Classes, std::uint32_t> numbers_;  ///< few sets of shapes there are
  std::vector<const Classes*> sets_;
  KeyTable readings_;
};

/// Makes the rows of `parse` (which is cleared) from the article's tokens. The parse refers to
/// `text` and `kinds`.
void start_rows(const Article& article, const TokenizedText& text, const ClassTable& classes,
                ShapeCache& shapes, NodeKinds& kinds, Parse& parse);

}  // namespace rawabit
