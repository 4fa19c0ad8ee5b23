// The classes that rules speak of: those of the gazetteers, the built-in ones (WORD, LATIN, NUMBER,
// PUNCT, KNOWN, FINAL_YEH, FINAL_MAQSURA, GLUED, FIRST, SPLITTABLE: an unknown word that
// is proclitics and a known word; KNOWN_WHOLE: the rest of a word that is known as it stands; and
// person, organization, ... for mentions), those that `make as=` and `mark` give, and those that
// `class` lines define by the others.
//
// start() turns a sentence into its first row: for each token its readings with their classes. A
// reading with proclitics counts when its rest is in some gazetteer, or the whole word is in none.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/article.h"
#include "rules/parse.h"
#include "rules/rule_file.h"

namespace rawabit {

class ClassTable {
 public:
  explicit ClassTable(const Lexicon& lexicon);

  /// Defines a class by others. An unknown class in it is an Error, as is a name that exists.
  Status define(const ClassDefinition& definition);
  /// The id of a class; a new one when the name is new (for what `make` and `mark` give).
  ClassId declare(std::string_view name);
  [[nodiscard]] ClassId named(std::string_view name) const;
  /// The name of a class; empty for a number that is none.
  [[nodiscard]] std::string_view name(ClassId cls) const;

  /// Appends the classes that the definitions give to a reading with the classes from `first` on.
  void add_defined(std::vector<MarkedClass>& pool, std::uint32_t first) const;

  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }

 private:
  struct Term {
    ClassId cls = 0;
    bool negated = false;
    bool in_longer = false;
  };
  struct Defined {
    ClassId cls = 0;
    std::vector<std::vector<Term>> alternatives;
  };

  const Lexicon* lexicon_;
  std::map<std::string, ClassId, std::less<>> ids_;
  std::vector<Defined> defined_;
};

/// The readings of words without what depends on the sentence, kept from one article to the next.
/// Belongs to one thread.
class WordCache {
 public:
  struct Word {
    std::vector<Reading> readings;
    std::vector<std::vector<ClassId>> shapes;  ///< of each reading
  };
  const Word& word(const Token& token, std::string_view form, const Lexicon& lexicon);

 private:
  std::unordered_map<std::uint64_t, Word> words_;
};

/// Makes the rows of `parse` (which is cleared) from the article's tokens.
void start_rows(const Article& article, const TokenizedText& text, const ClassTable& classes,
                WordCache& cache, Parse& parse);

}  // namespace rawabit
