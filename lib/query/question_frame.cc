#include "query/question_frame.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rawabit {
namespace {

constexpr std::array<std::string_view, 6> kAsking = {"WHO",      "WHERE", "WHEN",
                                                     "HOW_MANY", "WHAT",  "WHICH"};
constexpr std::array<std::string_view, 9> kBeforeAsking = {"IN",   "ON", "OF",    "WITH",  "FOR",
                                                           "FROM", "BY", "ABOUT", "POLITE"};

constexpr std::size_t kLetterBytes = 2;  ///< of a conjunction

using Matches = std::vector<WordMatch>;

/// The words of a question with the classes that each is read as.
class Reader {
 public:
  Reader(const Question& question, const QuestionWords& words)
      : words_(&words), matches_(words.match(question)) {}

  template <std::size_t N>
  [[nodiscard]] std::size_t longest_at(std::size_t word,
                                       const std::array<std::string_view, N>& classes) const {
    std::size_t longest = 0;
    for (const std::string_view cls : classes) longest = std::max(longest, length_at(word, cls));
    return longest;
  }

  /// How many words, from `word` on, the longest form of the class takes; 0 for none.
  [[nodiscard]] std::size_t length_at(std::size_t word, std::string_view name) const {
    const int from = static_cast<int>(word) * 2;
    const WordClass cls = words_->class_named(name);
    std::size_t longest = 0;
    for (const WordMatch& match : matches_) {
      if (match.from != from || match.cls != cls || match.to % 2 != 0) continue;
      longest = std::max(longest, static_cast<std::size_t>(match.to - from + 1) / 2);
    }
    return longest;
  }

 private:
  const QuestionWords* words_;
  Matches matches_;
};

Question part_of(const Question& question, std::size_t from, std::size_t to) {
  Question part = question;
  part.words.assign(question.words.begin() + static_cast<std::ptrdiff_t>(from),
                    question.words.begin() + static_cast<std::ptrdiff_t>(to));
  return part;
}

void drop(Question& question, std::size_t from, std::size_t count) {
  const auto begin = question.words.begin() + static_cast<std::ptrdiff_t>(from);
  question.words.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
}

/// From `word` on: prepositions, then a question word. Gives the position behind it; 0 for none.
std::size_t behind_question_word(const Question& question, const Reader& reader, std::size_t word) {
  std::size_t at = word;
  while (at < question.words.size()) {
    const std::size_t asking = reader.longest_at(at, kAsking);
    if (asking > 0) return at + asking;
    const std::size_t before = reader.longest_at(at, kBeforeAsking);
    if (before == 0) return 0;
    at += before;
  }
  return 0;
}

/// A place where another question begins: its first word, and whether that holds the `and` itself.
struct Seam {
  std::size_t word = 0;
  bool is_within = false;
};

/// The word without its conjunction.
QuestionWord without_conjunction(const QuestionWord& word) {
  for (const QuestionWord::Rest& rest : word.rests) {
    if (rest.proclitics.preposition != Preposition::none) continue;
    QuestionWord bare = question_word(rest.key);
    const std::size_t taken = rest.proclitics.letters * kLetterBytes;
    if (word.shown.size() > taken) bare.shown = word.shown.substr(taken);
    return bare;
  }
  return word;
}

bool has_conjunction(const QuestionWord& word) {
  return std::ranges::any_of(word.rests, [](const QuestionWord::Rest& rest) {
    return rest.proclitics.conjunction == Conjunction::waw &&
           rest.proclitics.preposition == Preposition::none;
  });
}

/// The question with the `and` before `word` taken off, as far as that is written in one.
Question detached(Question question, std::size_t word) {
  if (word < question.words.size()) {
    question.words[word] = without_conjunction(question.words[word]);
  }
  return question;
}

std::optional<Seam> seam_at(const Question& question, const QuestionWords& words,
                            const Reader& reader, std::size_t word) {
  if (question.words[word].begins_clause) {
    if (behind_question_word(question, reader, word) > 0) return Seam{word};
    if (reader.length_at(word, "YES_NO") > 0) return Seam{word};
  }
  const std::size_t length = reader.length_at(word, "AND");
  if (length > 0 && word + length < question.words.size()) {
    const std::size_t next = word + length;
    if (behind_question_word(question, reader, next) > 0) return Seam{next};
    if (reader.length_at(next, "YES_NO") > 0) return Seam{next};
  }
  if (!has_conjunction(question.words[word])) return std::nullopt;
  const Question whole = detached(question, word);
  const Reader within(whole, words);
  if (behind_question_word(whole, within, word) > 0) return Seam{word, true};
  if (within.length_at(word, "YES_NO") > 0) return Seam{word, true};
  return std::nullopt;
}

/// Are there only question words and prepositions before `end`?
bool only_asks(const Question& question, const Reader& reader, std::size_t end) {
  const std::size_t behind = behind_question_word(question, reader, 0);
  return behind > 0 && behind >= end;
}

/// "When and where was X held": what follows the second question word belongs to the first, too.
void add_shared(Question& part, const Question& question, const QuestionWords& words,
                std::size_t seam) {
  const std::size_t behind = behind_question_word(question, Reader(question, words), seam);
  if (behind == 0) return;
  const auto begin = question.words.begin() + static_cast<std::ptrdiff_t>(behind);
  part.words.insert(part.words.end(), begin, question.words.end());
}

}  // namespace

Question take_frame(Question question, const QuestionWords& words) {
  for (bool goes_on = true; goes_on && !question.words.empty();) {
    const Reader reader(question, words);
    const std::size_t polite = reader.length_at(0, "POLITE");
    const std::size_t yes_no = reader.length_at(0, "YES_NO");
    goes_on = polite > 0 || yes_no > 0;
    if (polite < yes_no) question.wants_yes_or_no = true;
    drop(question, 0, std::max(polite, yes_no));
    if (polite < yes_no) break;
  }
  return question;
}

std::optional<Question> take_modality(const Question& question, const QuestionWords& words) {
  const Reader reader(question, words);
  for (const auto& [cls, modality] :
       {std::pair{"NOT", Modality::negated}, std::pair{"PLANNED", Modality::planned}}) {
    for (std::size_t word = 0; word < question.words.size(); ++word) {
      const std::size_t length = reader.length_at(word, cls);
      if (length == 0) continue;
      Question rest = question;
      rest.modality = modality;
      drop(rest, word, length);
      return rest;
    }
  }
  return std::nullopt;
}

std::vector<Question> split_question(const Question& question, const QuestionWords& words) {
  std::vector<Question> parts;
  const Reader reader(question, words);
  std::size_t from = 0;
  Question rest = question;
  for (std::size_t word = 1; word < question.words.size(); ++word) {
    const std::optional<Seam> seam = seam_at(question, words, reader, word);
    if (!seam) continue;
    if (seam->is_within) rest = detached(rest, word);
    parts.push_back(part_of(rest, from, word));
    const bool is_shared = from == 0 && only_asks(question, reader, word);
    if (is_shared) add_shared(parts.back(), rest, words, seam->word);
    from = seam->word;
    word = std::max(word, from);
  }
  parts.push_back(part_of(rest, from, rest.words.size()));
  for (std::size_t i = 1; i < parts.size(); ++i) {
    parts[i].wants_yes_or_no = false;
    parts[i] = take_frame(std::move(parts[i]), words);
  }
  return parts;
}

Question with_referent(const Question& question, const QuestionWord& word,
                       const QuestionWords& words) {
  const Reader reader(question, words);
  Question changed = question;
  for (std::size_t i = 0; i < question.words.size(); ++i) {
    if (reader.length_at(i, "IT") != 1 && reader.length_at(i, "THEY") != 1) continue;
    changed.words[i] = word;
    return changed;
  }
  changed.words.push_back(word);
  return changed;
}

bool speaks_of_people(const Question& question, const QuestionWords& words) {
  const Reader reader(question, words);
  for (std::size_t i = 0; i < question.words.size(); ++i) {
    if (reader.length_at(i, "THEY") == 1) return true;
  }
  return false;
}

std::string text_of(const Question& question) {
  std::string text;
  for (const QuestionWord& word : question.words) {
    text += (text.empty() ? "" : " ") + (word.shown.empty() ? word.written : word.shown);
  }
  return text;
}

}  // namespace rawabit
