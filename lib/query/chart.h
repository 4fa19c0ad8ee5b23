// The chart of question_parser.h: for each part of a question its cheapest readings.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "query/question_edges.h"
#include "query/question_parser.h"

namespace rawabit {

/// A reading of a part of the question.
struct ChartItem {
  Kinds kinds = 0;
  double cost = 0;
  std::size_t part = 0;         ///< index into the parts
  std::size_t phrase = 0;       ///< of a phrase: its place in the file
  bool is_name = false;         ///< a name or number, no phrase
  bool is_unknown = false;      ///< a name that the graph lacks
  bool is_question = false;     ///< a phrase that no other can hold
  bool is_placeholder = false;  ///< {type} of an example, which may stand for a phrase, too
};

class Chart {
 public:
  Chart(const Question& question, const Names& names, const QuestionGrammar& grammar,
        const QuestionEdges& edges);

  void fill();
  [[nodiscard]] const std::vector<ChartItem>& items(int from, int to) const;
  [[nodiscard]] std::vector<ReadPart> take_parts() { return std::move(parts_); }

 private:
  static constexpr std::size_t kNothing = static_cast<std::size_t>(-1);

  /// A pattern of which the elements before `element` are found.
  struct State {
    std::size_t phrase = 0;
    const Phrase::Pattern* pattern = nullptr;
    std::size_t element = 0;
    double cost = 0;
    std::size_t parent = kNothing;    ///< the state before this step
    std::size_t part = kNothing;      ///< the part that filled a slot in this step
    std::size_t left_out = kNothing;  ///< the word that was left out in this step
    std::uint64_t filled = 0;         ///< fingerprint of the kinds in the slots
  };

  void fill_from(int from);
  void start_phrases();
  void add_names(int to);
  void add_number(int to);
  void add_period(int to);
  void add_item(int to, ChartItem item);
  void work_at(int at);
  void go_on(std::size_t state, int at);
  void take_word(std::size_t state, const PatternElement& element, int at);
  void take_part(std::size_t state, const PatternElement& element, int at);
  void fill_slot(std::size_t state, const PatternElement& element, const ChartItem& item, int to);
  void leave_out(std::size_t state, int at);
  void complete(std::size_t state, int at);
  void push(State state, int at);
  [[nodiscard]] ReadPart part_of(std::size_t state) const;
  [[nodiscard]] double surcharge(const ReadPart& part) const;
  [[nodiscard]] Kinds kinds_of(const Meaning& meaning, const ReadPart& part) const;
  [[nodiscard]] std::vector<ChartItem>& cell(int from, int to);

  const Question* question_;
  const Names* names_;
  const QuestionGrammar* grammar_;
  const QuestionEdges* edges_;
  std::vector<ReadPart> parts_;
  std::vector<std::vector<ChartItem>> cells_;
  int from_ = 0;  ///< the position that is being filled
  std::vector<State> states_;
  std::vector<std::vector<std::size_t>> at_;  ///< states that have reached a position
  std::vector<std::size_t> waiting_;          ///< states that want a part that starts at from_
  /// Position, line of the pattern, element, kinds in the slots.
  using SeenKey = std::tuple<int, int, std::size_t, std::uint64_t>;
  std::map<SeenKey, double> seen_;  ///< what it cost to get there
};

}  // namespace rawabit
