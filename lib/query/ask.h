// Questions in words, English or Arabic, answered from the graph with the sentences that prove it.
//
//   Result<Asker> asker = Asker::load("rules/questions");
//   Result<Reply> reply = asker->ask(db, "which bodies met in Abu Dhabi");
//   if (const auto* answer = std::get_if<Answer>(&*reply)) ...
//
// Takes an open graph (opened read-only will do) with the functions of store/functions.h. A
// question that is not understood is a Reply, not an Error: it tells the questions that come
// nearest. An Error is a broken rule file or a database that cannot be read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "query/question_parser.h"
#include "store/sqlite.h"

namespace rawabit {

struct QuestionPlan;

/// A place in an article.
struct AnswerEvidence {
  std::string document;  ///< file name without extension
  std::int64_t start = 0;
  std::int64_t end = 0;
  std::string sentence;      ///< empty where the graph has no texts
  std::string speaker = {};  ///< whom the article quotes for it; mostly empty
};

struct AnswerItem {
  std::string name;
  std::string type;  ///< of the ontology, or `number`
  std::vector<AnswerEvidence> evidence;
};

/// A name that the graph does not have, and the names it has that are most like it.
struct UnknownName {
  std::string name;
  std::vector<std::string> candidates;
};

struct Answer {
  std::string question;
  std::optional<bool> yes;  ///< of a question that wants a yes or a no
  /// Of the edges that it rests on: what is only planned, or denied, is told where nothing is said.
  Modality modality = Modality::asserted;
  std::vector<AnswerItem> answers;
  std::string sql;
  std::vector<std::string> names;          ///< the names of the graph that it was read with
  std::vector<std::string> guessed_names;  ///< those of them that were asked for in other words
  std::vector<UnknownName> unknown_names;  ///< names that the graph does not have
  std::vector<std::string> left_out;       ///< words that were not understood
  std::vector<Answer> then;                ///< to the other questions of the sentence
};

struct NotUnderstood {
  std::string question;
  std::vector<std::string> nearest;  ///< questions that are, {type} standing for a name
};

using Reply = std::variant<Answer, NotUnderstood>;

class Asker {
 public:
  /// Loads the words and phrases of a directory such as rules/questions.
  static Result<Asker> load(const std::string& directory);

  [[nodiscard]] Result<Reply> ask(Database& db, std::string_view question) const;
  [[nodiscard]] const QuestionGrammar& grammar() const { return grammar_; }

 private:
  explicit Asker(QuestionGrammar grammar) : grammar_(std::move(grammar)) {}
  /// A question that was understood, and what of it says which edges it asks for.
  struct Understood {
    Question question;
    ReadQuestion read;
  };
  using Understanding = Result<std::optional<Understood>>;

  [[nodiscard]] Understanding understand(Database& db, const Question& question) const;
  [[nodiscard]] Understanding understand_exactly(Database& db, const Question& question) const;
  [[nodiscard]] Understanding understand_next(Database& db, const Question& question,
                                              const QuestionPlan& first) const;
  [[nodiscard]] Result<std::optional<std::vector<Understood>>> understand_parts(
      Database& db, const Question& question) const;
  [[nodiscard]] Result<Answer> answer(Database& db, const Understood& understood) const;
  [[nodiscard]] Result<Reply> answer_all(Database& db,
                                         const std::vector<Understood>& questions) const;
  Status look_up(Database& db, const ReadQuestion& read, Modality modality, Answer& answer) const;
  [[nodiscard]] NotUnderstood not_understood(std::string_view text, const Question& question) const;

  QuestionGrammar grammar_;
};

/// {"question", "answers": [{"name", "type", "evidence": [...]}], "sql"}, on one line; with "yes"
/// where the question wants a yes or a no, "modality" of what is not asserted, and "then" where the
/// sentence has more questions.
[[nodiscard]] std::string to_json(const Answer& answer);

}  // namespace rawabit
