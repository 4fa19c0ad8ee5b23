// Reads a question as a phrase of phrases and names: the cheapest reading that covers all its
// words.
//
//   std::optional<ReadQuestion> read = parse_question(question, names, grammar);
//
// A chart over the positions of the question: each part of it is read as names and as phrases whose
// slots are filled by the readings of smaller parts. Names cost what they lack of the very name, a
// phrase a little, a word that no phrase wants the more the more it says. Nothing where the
// cheapest reading leaves out too much.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/names.h"
#include "query/question.h"
#include "query/question_language.h"
#include "query/question_phrases.h"
#include "query/question_sets.h"

namespace rawabit {

/// Everything that questions are read with.
struct QuestionGrammar {
  QuestionLanguage language;
  QuestionSets sets;
  QuestionPhrases phrases;

  /// Loads a directory such as rules/questions.
  static Result<QuestionGrammar> load(const std::string& directory);
};

/// A name, a number, a period or a phrase that some part of the question was read as.
struct ReadPart {
  static constexpr std::size_t kUnbound = static_cast<std::size_t>(-1);
  enum class What { name, unknown_name, number, period, phrase };
  What what = What::name;
  Kinds kinds = 0;
  std::string text = {};                    ///< of a name: as the graph shows it, or else as asked
  std::string until = {};                   ///< of a period: its last day; `text` is its first
  double cost = 0;                          ///< of a name: 0 for the very name
  std::vector<std::int64_t> entities = {};  ///< of a name
  std::size_t phrase = 0;                   ///< index into QuestionPhrases::all()
  std::vector<std::size_t> slots = {};      ///< of a phrase: the part in each slot, or kUnbound
  std::vector<std::string> left_out = {};  ///< words of the question that the phrase has no use for
};

struct ReadQuestion {
  std::vector<ReadPart> parts;
  std::size_t root = 0;
  double cost = 0;
  std::vector<std::string> left_out;  ///< before and after the root
};

[[nodiscard]] std::optional<ReadQuestion> parse_question(const Question& question,
                                                         const Names& names,
                                                         const QuestionGrammar& grammar);

}  // namespace rawabit
