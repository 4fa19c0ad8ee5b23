// Which words of names a question asks for, and by which of its words: the question's own words and
// their readings without proclitics, their translations, their sounds, and numbers.
//
//   WantedWords wanted(question, language);
//   NameWords name = wanted.match(name_key, is_topic);
//
// A question has at most 64 words here; those after them name nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "query/glossary.h"
#include "query/numbers.h"
#include "query/question.h"
#include "query/question_words.h"
#include "query/sounds.h"

namespace rawabit {

/// What questions are read with.
struct QuestionLanguage {
  QuestionWords words;
  NumberWords numbers;
  Glossary glossary;
  Sounds sounds;

  /// Loads words.txt, numbers.tsv, glossary.tsv and letters.tsv of a directory.
  static Result<QuestionLanguage> load(const std::string& directory);
};

/// A set of words of the question: bit i stands for word i.
using WordSet = std::uint64_t;

struct NumberInQuestion {
  int value = 0;
  WordSet words = 0;
};

/// A name, as the question sees it.
struct NameWords {
  std::vector<WordSet> asked_by;  ///< for each word of it that counts, the words that ask for it
  std::vector<int> numbers;
  bool is_asked = false;
};

class WantedWords {
 public:
  WantedWords(const Question& question, const QuestionLanguage& language);

  /// Articles and prepositions in a name do not count; in a topic neither does fighting it.
  [[nodiscard]] NameWords match(std::string_view name_key, bool is_topic) const;

  [[nodiscard]] const std::vector<NumberInQuestion>& numbers() const { return numbers_; }
  /// The words that say nothing in names, and those that say nothing in names of topics.
  [[nodiscard]] WordSet fillers() const { return fillers_; }
  [[nodiscard]] WordSet topic_fillers() const { return topic_fillers_; }
  /// The words that questions are made of.
  [[nodiscard]] WordSet question_words() const { return question_words_; }

 private:
  struct Word {
    WordKeys keys;
    bool counts = true;
  };
  void add_word(const QuestionWord& word, WordSet bit);
  void add_translations(const Question& question);
  void add_numbers(const Question& question);
  [[nodiscard]] std::vector<Word> words_of(std::string_view name_key, bool is_topic) const;
  [[nodiscard]] WordSet asked(const Word& word) const;
  void match_pairs(const std::vector<Word>& words, std::vector<WordSet>& asked) const;
  void match_sounds(const std::vector<Word>& words, std::vector<WordSet>& asked) const;
  void match_numbers(const std::vector<Word>& words, NameWords& name,
                     std::vector<WordSet>& asked) const;

  const QuestionLanguage* language_;
  WordClass filler_;
  WordClass combating_;
  std::unordered_map<std::string, WordSet> keys_;
  std::unordered_map<std::string, WordSet> sounds_;
  std::vector<NumberInQuestion> numbers_;
  WordSet fillers_ = 0;
  WordSet topic_fillers_ = 0;
  WordSet question_words_ = 0;
};

}  // namespace rawabit
