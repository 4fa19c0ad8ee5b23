// How questions are put and what they mean: rules/questions/phrases.txt, which tells its own
// format.
//
//   Result<QuestionPhrases> phrases =
//       QuestionPhrases::load("rules/questions/phrases.txt", words, sets);
//
// An unknown class, type or set, a slot that a meaning needs and a pattern lacks, a wrong number of
// arguments and a phrase without pattern or meaning are refused with file and line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/kinds.h"
#include "query/question_sets.h"
#include "query/question_words.h"

namespace rawabit {

/// What a phrase means: a small tree over sets, slots and types.
struct Meaning {
  enum class How { slot, all, set, both, count, other, edges, in, since, after, before, until };
  How how = How::slot;
  std::size_t index = 0;  ///< of the slot or the set; of `in` and the like, of the period's slot
  Kinds kinds = 0;        ///< of `all`
  std::vector<Meaning> parts;
};

struct PatternElement {
  static constexpr std::size_t kNoSlot = static_cast<std::size_t>(-1);
  std::vector<WordClass> classes;  ///< of a word; empty for a slot
  std::size_t slot = kNoSlot;
  Kinds kinds = 0;        ///< of a slot
  bool optional = false;  ///< of a word
  /// What may fill a slot.
  enum class Filler { any, known_name, name, phrase };
  Filler filler = Filler::any;
};

struct Phrase {
  struct Pattern {
    std::vector<PatternElement> elements;
    int line = 0;
    bool has_words = false;  ///< that it must have
    bool is_bare = false;    ///< a name alone
  };
  struct Example {
    std::string text;
    int line = 0;
  };
  std::string name;
  std::vector<std::string> slots;
  std::vector<Kinds> slot_kinds;  ///< of each slot, over all patterns
  std::vector<Pattern> patterns;
  Kinds gives = 0;
  std::optional<std::size_t> gives_slot;  ///< where it asks for one of its slots
  bool is_question = false;               ///< `asks`: no other phrase can hold it
  bool is_bare = false;                   ///< some way to say it is a name alone
  Meaning meaning;
  std::vector<Example> examples;
  int line = 0;
};

class QuestionPhrases {
 public:
  static Result<QuestionPhrases> load(const std::string& path, const QuestionWords& words,
                                      const QuestionSets& sets);

  [[nodiscard]] const std::vector<Phrase>& all() const { return phrases_; }

 private:
  std::vector<Phrase> phrases_;
};

}  // namespace rawabit
