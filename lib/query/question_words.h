// The words of questions by class: rules/questions/words.txt, which tells its own format.
//
//   Result<QuestionWords> words = QuestionWords::load("rules/questions/words.txt");
//   for (const WordMatch& m : words->match(question)) ...
//
// A line without forms, a class that is not in capitals and an unknown proclitic are refused with
// file and line.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/question.h"
#include "query/text_map.h"

namespace rawabit {

using WordClass = std::uint16_t;

/// Positions [from, to) of a question read as a form of a class.
struct WordMatch {
  int from = 0;
  int to = 0;
  WordClass cls = 0;
};

class QuestionWords {
 public:
  static constexpr WordClass kNone = 0xFFFF;

  static Result<QuestionWords> load(const std::string& path);

  /// kNone where no line gives the class.
  [[nodiscard]] WordClass class_named(std::string_view name) const;
  [[nodiscard]] const std::string& class_name(WordClass cls) const { return classes_[cls]; }
  /// All matches, ordered by their first position.
  [[nodiscard]] std::vector<WordMatch> match(const Question& question) const;
  /// Is `key`, one word, a form of the class?
  [[nodiscard]] bool is(std::string_view key, WordClass cls) const;

 private:
  struct Form {
    std::vector<std::string> words;  ///< keys
    bool open_ended = false;         ///< the last may go on
    WordClass cls = 0;
  };
  struct Proclitic {
    Proclitics proclitics;
    WordClass cls = 0;
  };
  Status add(std::string_view form, WordClass cls);
  WordClass class_added(std::string_view name);
  void match_from(const Question& question, int from, std::string_view first,
                  std::vector<WordMatch>& out) const;
  void match_proclitics(const QuestionWord& word, int from, std::vector<WordMatch>& out) const;

  std::vector<std::string> classes_;
  TextMap<std::vector<Form>> by_first_word_;
  std::map<std::string, std::vector<WordClass>, std::less<>> by_prefix_;  ///< one open-ended word
  std::vector<Proclitic> proclitics_;
};

}  // namespace rawabit
