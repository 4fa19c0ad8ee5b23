// The classes that rules speak of: those of the gazetteers, the built-in ones (WORD, LATIN, NUMBER,
// PUNCT, KNOWN, FINAL_YEH, FINAL_MAQSURA, GLUED, FIRST, SPLITTABLE: an unknown word that is
// proclitics and a known word; KNOWN_WHOLE: the rest of a word that is known as it stands;
// HAMZATED: written with hamza on an alef that is no article's, though it folds to one, as many
// foreign names are; and person, organization, ... for mentions), those that `make as=` and `mark`
// give, and those that `class` lines define by the others.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/key_table.h"
#include "lexicon/lexicon.h"
#include "lexicon/lists.h"
#include "rules/node_kinds.h"
#include "rules/rule_file.h"

namespace rawabit {

/// The names of the built-in classes, in the order of BuiltIn.
inline constexpr std::array<std::string_view, 12> kBuiltInClasses = {
    "WORD",          "LATIN", "NUMBER", "PUNCT",      "KNOWN",       "FINAL_YEH",
    "FINAL_MAQSURA", "GLUED", "FIRST",  "SPLITTABLE", "KNOWN_WHOLE", "HAMZATED"};
enum class BuiltIn : std::uint8_t {
  word,
  latin,
  number,
  punct,
  known,
  final_yeh,
  final_maqsura,
  glued,
  first,
  splittable,
  known_whole,
  hamzated
};

/// A body whose name ends in an adjective of origin.
inline constexpr std::string_view kOfOrigin = "OF_ORIGIN";

/// The classes that steps beside the rules ask nodes for (ClassTable::of_nodes).
inline constexpr std::array<std::string_view, 14> kAskedOfNodes = {"NO_ECHO",
                                                                   "NO_ECHO_START",
                                                                   "WEAK_ECHO",
                                                                   "ECHO_CUE",
                                                                   "FIELD_OF_BODY",
                                                                   "FIELD_BEGIN",
                                                                   "FIELD_BEGIN_WORD",
                                                                   "FIELD_ADJ_OF_BODY",
                                                                   "FIELD_NOUN_OF_BODY",
                                                                   "FIELD_NISBA_OF_BODY",
                                                                   "SPEECH",
                                                                   "SPEECH_ON",
                                                                   "SPEECH_ALONG",
                                                                   "SPEECH_BEHIND"};

/// Words of a class with this end lend it to what they head: a university's node is SEATED_HEADED
/// where the word for university is.
inline constexpr std::string_view kHeadSuffix = "_HEADED";

/// Scratch of ClassTable::add_defined, to be used again.
struct ClassPlaces {
  std::vector<std::uint8_t> of_class;  ///< which marks a reading has each class with
  std::vector<std::uint64_t> asked;    ///< a bit for each definition that may hold
};

class ClassTable {
 public:
  explicit ClassTable(const Lexicon& lexicon);

  /// Defines a class by others. An unknown class in it is an Error, as is a name that exists.
  Status define(const ClassDefinition& definition);
  /// The id of a class; a new one when the name is new (for what `make` and `mark` give).
  ClassId declare(std::string_view name);
  [[nodiscard]] ClassId named(std::string_view name) const;
  /// The id of one of kAskedOfNodes: nodes forget the classes that nobody asks for.
  [[nodiscard]] ClassId of_nodes(std::string_view name) const;
  /// Adds the classes of kAskedOfNodes.
  void add_wanted(WantedClasses& wanted) const;
  /// Of the gazetteers, classes of heads (kHeadSuffix), which a body or a post has by its head.
  [[nodiscard]] bool is_of_head(ClassId cls) const {
    return cls < is_of_head_.size() && is_of_head_[cls] != 0;
  }
  /// The name of a class; empty for a number that is none.
  [[nodiscard]] std::string_view name(ClassId cls) const;

  /// Appends the classes that the definitions give to a reading with the classes from `first` on.
  void add_defined(std::vector<MarkedClass>& pool, std::uint32_t first, ClassPlaces& places) const;

  /// A literal word of the rules is a class too, which no name leads to.
  ClassId declare_literal(const std::string& folded);
  /// The class of the literal that the folded word is in that reading; kNoClass for most.
  [[nodiscard]] ClassId literal(std::string_view word, const Proclitics& proclitics) const;

  /// Are there more classes than there are ids? Then some share one: nobody may go on with them.
  [[nodiscard]] bool is_overfull() const { return ids_.size() > Lexicon::kNoClass; }

  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }

 private:
  struct Term {
    ClassId cls = 0;
    bool negated = false;
    bool in_longer = false;
  };
  /// One of the ways in which a reading gets a defined class.
  struct Alternative {
    ClassId cls = 0;
    std::uint32_t first = 0;  ///< terms_ [first, last), all of which must hold
    std::uint32_t last = 0;
  };

  void add_alternative(ClassId cls, std::span<const Term> terms);
  /// Notes for which class the alternative has to be looked at.
  void ask_for(std::span<const Term> terms, std::uint32_t alternative);
  [[nodiscard]] bool holds(const Alternative& alternative, const ClassPlaces& places) const;
  void ask_after(ClassId cls, ClassPlaces& places) const;

  const Lexicon* lexicon_;
  ClassId first_built_in_ = 0;
  std::unordered_map<std::string, ClassId, NameHash, std::equal_to<>> ids_;
  KeyTable literals_;                      ///< by the token_hash() of the word
  std::vector<Alternative> alternatives_;  ///< each by classes defined before its own alone
  std::vector<Term> terms_;
  std::vector<std::vector<std::uint32_t>> asked_by_;  ///< of a class: the alternatives that need it
  std::vector<std::uint32_t> asked_always_;           ///< those that can hold without any class
  std::vector<std::uint8_t> is_of_head_;              ///< of the gazetteers' classes, 0 or 1
};

}  // namespace rawabit
