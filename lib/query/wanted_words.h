// Which words of names a question asks for, and by which of its words: the question's own words and
// their readings without proclitics, their translations, their sounds, and numbers.
//
//   WantedWords wanted(question, language);
//   NameWords name = wanted.match(name_key, is_topic);
//
// Is asked for every name of the graph, so it remembers the words of names that it has looked at. A
// question has at most 64 words here; those after them name nothing. Words that no name has can be
// taken for misspelt: then words of names that differ from them by one letter are asked for too.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/question_language.h"
#include "query/text_map.h"

namespace rawabit {

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
  WordSet spoken = 0;   ///< those that are found by their sounds, vowels and all
  WordSet written = 0;  ///< those that are found as they are, or translated
  WordSet heard = 0;    ///< those that are found by their sounds, vowels or not
  WordSet asked = 0;    ///< all of them; none: the question does not ask for the name
};

class WantedWords {
 public:
  WantedWords(const Question& question, const QuestionLanguage& language);

  /// False for most names that the question does not ask for, without a closer look.
  [[nodiscard]] bool may_ask(std::string_view name_key);
  /// Articles and prepositions in a name do not count; in a topic neither does fighting it.
  [[nodiscard]] NameWords match(std::string_view name_key, bool is_topic);
  /// Takes these words for misspelt, if they are long enough and no words of questions.
  void allow_misspelt(const Question& question, WordSet words);
  [[nodiscard]] WordSet misspelt() const { return misspelt_; }

  static constexpr std::size_t kMostWords = 64;
  [[nodiscard]] const std::vector<NumberInQuestion>& numbers() const { return numbers_; }
  /// The words that say nothing in names, and those that say nothing in names of topics.
  [[nodiscard]] WordSet fillers() const { return fillers_; }
  [[nodiscard]] WordSet topic_fillers() const { return topic_fillers_; }
  /// The words in Latin letters that sound like too much to name something alone.
  [[nodiscard]] WordSet faint() const { return faint_; }
  /// The words that questions are made of.
  [[nodiscard]] WordSet question_words() const { return question_words_; }

 private:
  static constexpr std::size_t kLongestKey = 128;  ///< longer keys count as this long

  void add_word(const QuestionWord& word, WordSet bit);
  void add_pairs(const Question& question);
  void add_translations(const Question& question);
  void add_sounds(const std::string& word, WordSet bits);
  void add_form(const Glossary::WordRow& form, std::size_t first, std::size_t count);
  void add_spoken(const std::string& word, WordSet bits);
  [[nodiscard]] WordSet spoken(std::string_view word) const;
  void add_numbers(const Question& question);
  /// What is known of one word of names.
  struct Known {
    WordSet asked = 0;        ///< the words of the question that ask for it
    WordSet spoken = 0;       ///< those that do so by their sounds, vowels and all
    WordSet heard = 0;        ///< those that do so by their sounds
    WordSet written = 0;      ///< those that do so as they are, or translated
    bool may_go_on = false;   ///< sounds like the begin of a word of the question
    bool is_sounded = false;  ///< in letters that sounds are compared of
  };
  [[nodiscard]] const Known& known(std::string_view word);
  [[nodiscard]] WordSet asked(std::string_view word) const;
  void match_pairs(const std::vector<std::string_view>& words, std::vector<WordSet>& asked) const;
  [[nodiscard]] WordSet sounded(std::string_view word) const;
  [[nodiscard]] WordSet nearly(std::string_view word) const;
  void listen(std::string_view word, Known& known) const;
  void match_sounds(const std::vector<std::string_view>& words, NameWords& name,
                    std::vector<WordSet>& asked);
  void match_numbers(const std::vector<std::string_view>& words, NameWords& name,
                     std::vector<WordSet>& asked) const;
  [[nodiscard]] bool counts(std::string_view word, bool is_topic) const;

  const QuestionLanguage* language_;
  WordClass filler_;
  WordClass combating_;
  TextMap<WordSet> keys_;
  TextMap<WordSet> pairs_;            ///< two words of the question as one
  std::bitset<kLongestKey> lengths_;  ///< of keys
  TextMap<WordSet> sounds_;
  TextMap<bool> begins_;  ///< what sounds begin with, but for the whole
  std::vector<std::pair<std::string, WordSet>> spoken_;  ///< words with their vowels
  std::uint32_t first_sounds_ = 0;  ///< the letters that they begin with: bit 0 is a
  TextMap<Known> known_;
  std::vector<std::pair<std::u32string, WordSet>> misspelt_words_;
  WordSet misspelt_ = 0;
  std::vector<NumberInQuestion> numbers_;
  WordSet fillers_ = 0;
  WordSet topic_fillers_ = 0;
  WordSet question_words_ = 0;
  WordSet faint_ = 0;
};

}  // namespace rawabit
