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
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "query/question_parser.h"
#include "store/sqlite.h"

namespace rawabit {

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
  std::vector<AnswerItem> answers;
  std::string sql;
  std::vector<std::string> names;          ///< the names of the graph that it was read with
  std::vector<std::string> guessed_names;  ///< those of them that were asked for in other words
  std::vector<UnknownName> unknown_names;  ///< names that the graph does not have
  std::vector<std::string> left_out;       ///< words that were not understood
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
  [[nodiscard]] Result<Answer> answer(Database& db, const ReadQuestion& read) const;
  [[nodiscard]] NotUnderstood not_understood(std::string_view text, const Question& question) const;

  QuestionGrammar grammar_;
};

/// {"question", "answers": [{"name", "type", "evidence": [...]}], "sql"}, on one line.
[[nodiscard]] std::string to_json(const Answer& answer);

}  // namespace rawabit
