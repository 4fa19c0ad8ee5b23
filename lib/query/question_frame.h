// What stands around a question: words of politeness before it, whether it wants a yes or a no,
// whether it asks for what is denied or planned, and where a second question begins.
//
//   Question question = take_frame(read_question("can you tell me who met in Doha and when"),
//   words); std::vector<Question> parts = split_question(question, words);   who met in Doha · when
//
// Takes a question with the words of rules/questions/words.txt: the classes POLITE, YES_NO, NOT,
// PLANNED, AND and those of question words. Nothing is refused: a question without a frame is given
// back as it is.
#pragma once

#include <optional>
#include <vector>

#include "query/question.h"
#include "query/question_words.h"

namespace rawabit {

/// The question without the polite words at its front, and whether it wants a yes or a no.
[[nodiscard]] Question take_frame(Question question, const QuestionWords& words);

/// The same without its word of denial or planning, asking for edges of that modality; nothing
/// where it has none.
[[nodiscard]] std::optional<Question> take_modality(const Question& question,
                                                    const QuestionWords& words);

/// The questions that `and` ties together, each but the first beginning with a question word. What
/// two question words share (when and where was X held) is in both. One, where there is no second.
[[nodiscard]] std::vector<Question> split_question(const Question& question,
                                                   const QuestionWords& words);

/// The question with `word` for its pronoun, or at its end where it has none.
[[nodiscard]] Question with_referent(const Question& question, const QuestionWord& word,
                                     const QuestionWords& words);

/// Does it speak of people or of several (they, he), rather than of one thing (it) or of nothing?
[[nodiscard]] bool speaks_of_people(const Question& question, const QuestionWords& words);

/// The words, with spaces between.
[[nodiscard]] std::string text_of(const Question& question);

}  // namespace rawabit
