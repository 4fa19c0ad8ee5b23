#include "query/question_parser.h"

#include "query/chart.h"

namespace rawabit {
namespace {

constexpr double kMostLeftOut = 2.4;

/// The cheapest ways to leave out all words before, and all words after, each position.
struct Margins {
  std::vector<double> before;
  std::vector<double> after;
};

Margins margins(const Question& question, const QuestionEdges& edges) {
  const auto n = static_cast<std::size_t>(question.positions());
  Margins m{std::vector<double>(n + 1, kMostLeftOut + 1),
            std::vector<double>(n + 1, kMostLeftOut + 1)};
  m.before[0] = 0;
  m.after[n] = 0;
  for (std::size_t at = 0; at < n; ++at) {
    for (const SkipEdge& edge : edges.skips(static_cast<int>(at))) {
      const auto to = static_cast<std::size_t>(edge.to);
      m.before[to] = std::min(m.before[to], m.before[at] + edge.cost);
    }
  }
  for (std::size_t at = n; at-- > 0;) {
    for (const SkipEdge& edge : edges.skips(static_cast<int>(at))) {
      m.after[at] = std::min(m.after[at], m.after[static_cast<std::size_t>(edge.to)] + edge.cost);
    }
  }
  return m;
}

void add_left_out(const Question& question, const QuestionEdges& edges, int from, int to,
                  std::vector<std::string>& out) {
  for (int at = from; at < to; at += 2) {
    const auto word = static_cast<std::size_t>(at) / 2;
    if (edges.says_something(word)) out.push_back(question.words[word].written);
  }
}

}  // namespace

Result<QuestionGrammar> QuestionGrammar::load(const std::string& directory) {
  Result<QuestionLanguage> language = QuestionLanguage::load(directory);
  if (!language) return language.error();
  Result<QuestionSets> sets = QuestionSets::load(directory + "/sets.txt");
  if (!sets) return sets.error();
  Result<QuestionPhrases> phrases =
      QuestionPhrases::load(directory + "/phrases.txt", language->words, *sets);
  if (!phrases) return phrases.error();
  return QuestionGrammar{std::move(*language), std::move(*sets), std::move(*phrases)};
}

std::optional<ReadQuestion> parse_question(const Question& question, const Names& names,
                                           const QuestionGrammar& grammar) {
  if (question.words.size() > WantedWords::kMostWords) return std::nullopt;
  const QuestionEdges edges(question, grammar.language);
  Chart chart(question, names, grammar, edges);
  chart.fill();
  const Margins m = margins(question, edges);
  const int n = question.positions();
  double best = kMostLeftOut;
  int from = 0;
  int to = 0;
  std::optional<std::size_t> root;
  for (int i = 0; i < n; ++i) {
    for (int j = i + 1; j <= n; ++j) {
      const double outside =
          m.before[static_cast<std::size_t>(i)] + m.after[static_cast<std::size_t>(j)];
      for (const ChartItem& item : chart.items(i, j)) {
        if (item.is_name || outside + item.cost >= best) continue;
        best = outside + item.cost;
        root = item.part;
        from = i;
        to = j;
      }
    }
  }
  if (!root) return std::nullopt;
  ReadQuestion read{.parts = chart.take_parts(), .root = *root, .cost = best, .left_out = {}};
  add_left_out(question, edges, 0, from - from % 2, read.left_out);
  add_left_out(question, edges, to, n, read.left_out);
  return read;
}

}  // namespace rawabit
