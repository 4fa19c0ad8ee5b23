#include "query/question_edges.h"

#include <algorithm>

namespace rawabit {
namespace {

constexpr double kSayingNothing = 0.03;
constexpr double kConjunction = 0.05;
constexpr double kPreposition = 0.3;
constexpr double kKnownWord = 1.2;
constexpr double kUnknownWord = 1.7;
constexpr double kQuestionWord = 3.0;  ///< says what is asked for
constexpr double kNumberWord = 2.0;
constexpr double kPlaceholder = 5.0;

double cost_of_proclitics(const QuestionWord& word) {
  const bool may_be_conjunction = std::ranges::any_of(word.rests, [](const auto& rest) {
    return rest.proclitics.preposition == Preposition::none;
  });
  return may_be_conjunction ? kConjunction : kPreposition;
}

}  // namespace

QuestionEdges::QuestionEdges(const Question& question, const QuestionLanguage& language) {
  const auto n = static_cast<std::size_t>(question.positions());
  words_.resize(n + 1);
  skips_.resize(n + 1);
  unknown_.assign(question.words.size(), true);
  speaking_.assign(question.words.size(), true);
  const WordClass skip = language.words.class_named("SKIP");
  const WordClass polite = language.words.class_named("POLITE");
  const WordClass who = language.words.class_named("WHO");
  for (const WordMatch& match : language.words.match(question)) {
    words_[static_cast<std::size_t>(match.from)].push_back(match);
    if (match.to % 2 != 0) continue;
    for (int at = match.from; at < match.to; at += 2) {
      const auto word = static_cast<std::size_t>(at) / 2;
      if (match.from % 2 == 0) unknown_[word] = false;
      if (match.cls == skip || match.cls == polite || (match.from == 0 && match.cls == who))
        speaking_[word] = false;
    }
  }
  std::vector<WordClass> asking;
  for (const char* name : {"WHERE", "WHEN", "HOW_MANY", "HOW", "COMPARE"}) {
    asking.push_back(language.words.class_named(name));
  }
  add_skips(question, {skip, polite}, who, asking);
}

void QuestionEdges::add_skips(const Question& question, const std::vector<WordClass>& skipped,
                              WordClass who, const std::vector<WordClass>& asking) {
  for (std::size_t at = 0; at < words_.size(); ++at) {
    for (const WordMatch& match : words_[at]) {
      // "Who are the partners of": what is asked for says more than the question word before it.
      const bool is_skipped =
          std::ranges::find(skipped, match.cls) != skipped.end() || (at == 0 && match.cls == who);
      if (is_skipped) skips_[at].push_back({match.to, kSayingNothing});
    }
  }
  for (std::size_t i = 0; i < question.words.size(); ++i) {
    const QuestionWord& word = question.words[i];
    const auto next = static_cast<int>(i + 1) * 2;
    double cost = unknown_[i] ? kUnknownWord : kKnownWord;
    const bool is_asking = std::ranges::any_of(words_[i * 2], [&](const WordMatch& match) {
      return std::ranges::find(asking, match.cls) != asking.end();
    });
    if (is_asking) cost = kQuestionWord;
    if (word.is_number()) cost = kNumberWord;
    if (word.placeholder != 0) cost = kPlaceholder;
    skips_[i * 2].push_back({next, cost});
    if (word.rests.empty()) continue;
    skips_[i * 2].push_back({next - 1, cost_of_proclitics(word)});
    skips_[i * 2 + 1].push_back({next, cost});
  }
}

}  // namespace rawabit
