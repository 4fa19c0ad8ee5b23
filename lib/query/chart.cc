#include "query/chart.h"

#include <algorithm>
#include <cmath>

namespace rawabit {
namespace {

constexpr double kPhrase = 0.1;
constexpr double kUnknownName = 1.5;
constexpr double kUnknownNameWord = 0.05;
constexpr double kKnownAfterAll = 0.6;  ///< a name of something else is hardly one that is unknown
constexpr double kProclitic = 0.02;    ///< a reading without proclitics: the whole word is likelier
constexpr double kBare = 0.3;          ///< a name alone: any other reading is likelier
constexpr double kAskedForName = 0.5;  ///< a phrase that asks for what it names
constexpr double kWildGuess = 0.35;    ///< a name of which more is missing
constexpr double kLongBegin = 0.004;   ///< a position of the phrase that a phrase begins with
constexpr double kHighest = 2.4;       ///< what leaves out more is no reading
constexpr int kLongestUnknownName = 2 * 5;

bool takes(const PatternElement& element, WordClass cls) {
  return std::ranges::find(element.classes, cls) != element.classes.end();
}

/// Of two readings that cost the same the one whose phrase stands first in the file.
bool is_better(const ChartItem& one, const ChartItem& other) {
  constexpr double kEqual = 1e-9;
  if (std::abs(one.cost - other.cost) > kEqual) return one.cost < other.cost;
  return one.phrase < other.phrase;
}

}  // namespace

Chart::Chart(const Question& question, const Names& names, const QuestionGrammar& grammar,
             const QuestionEdges& edges)
    : question_(&question), names_(&names), grammar_(&grammar), edges_(&edges) {
  const auto n = static_cast<std::size_t>(question.positions());
  cells_.resize((n + 1) * (n + 1));
}

std::vector<ChartItem>& Chart::cell(int from, int to) {
  const auto n = static_cast<std::size_t>(question_->positions());
  return cells_[static_cast<std::size_t>(from) * (n + 1) + static_cast<std::size_t>(to)];
}

const std::vector<ChartItem>& Chart::items(int from, int to) const {
  const auto n = static_cast<std::size_t>(question_->positions());
  return cells_[static_cast<std::size_t>(from) * (n + 1) + static_cast<std::size_t>(to)];
}

/// From the right, so that all parts further right are known.
void Chart::fill() {
  for (int from = question_->positions() - 1; from >= 0; --from) {
    const QuestionWord& word = question_->words[static_cast<std::size_t>(from) / 2];
    if (from % 2 == 0 || !word.rests.empty()) fill_from(from);
  }
}

void Chart::fill_from(int from) {
  from_ = from;
  states_.clear();
  waiting_.clear();
  seen_.clear();
  at_.assign(static_cast<std::size_t>(question_->positions()) + 1, {});
  start_phrases();
  work_at(from);
  for (int to = from + 1; to <= question_->positions(); ++to) {
    if (to % 2 == 0) {
      add_number(to);
      add_names(to);
    }
    work_at(to);
  }
}

void Chart::start_phrases() {
  const std::vector<Phrase>& phrases = grammar_->phrases.all();
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    for (const Phrase::Pattern& pattern : phrases[i].patterns) {
      push({.phrase = i, .pattern = &pattern, .cost = from_ % 2 == 0 ? 0 : kProclitic}, from_);
    }
  }
}

void Chart::add_number(int to) {
  add_period(to);
  const QuestionWord& word = question_->words[static_cast<std::size_t>(from_) / 2];
  if (to - from_ > 2 || from_ % 2 != 0) {
    return;
  }
  if (word.placeholder != 0) {
    const bool is_known = !word.entities.empty();
    parts_.push_back({.what = is_known ? ReadPart::What::name : ReadPart::What::unknown_name,
                      .kinds = word.placeholder,
                      .text = word.written,
                      .entities = word.entities});
    add_item(to, {.kinds = word.placeholder,
                  .part = parts_.size() - 1,
                  .is_name = true,
                  .is_placeholder = true});
    return;
  }
  const WordKeys key = {word.key};
  const auto number = grammar_->language.numbers.at(std::span(&key, 1), 0);
  if (!number) return;
  parts_.push_back(
      {.what = ReadPart::What::number, .kinds = kNumber, .text = std::to_string(number->value)});
  add_item(to, {kNumber, 0, parts_.size() - 1, 0, true});
}

void Chart::add_period(int to) {
  if (to - from_ > 2 * Periods::kMostWords) return;
  const QuestionLanguage& language = grammar_->language;
  auto period = language.periods.at(*question_, from_, to, language.numbers);
  if (!period) return;
  parts_.push_back({.what = ReadPart::What::period,
                    .kinds = kPeriod,
                    .text = std::move(period->first),
                    .until = std::move(period->last)});
  add_item(to, {kPeriod, from_ % 2 == 0 ? 0 : kProclitic, parts_.size() - 1, 0, true});
}

void Chart::add_names(int to) {
  const double cost = from_ % 2 == 0 ? 0 : kProclitic;
  bool is_known = false;
  for (NameChoice& choice : names_->find(from_, to)) {
    is_known = is_known || choice.cost < kWildGuess;
    parts_.push_back({.what = ReadPart::What::name,
                      .kinds = choice.kind,
                      .text = std::move(choice.name),
                      .cost = choice.cost,
                      .entities = std::move(choice.entities)});
    add_item(to, {choice.kind, choice.cost + cost, parts_.size() - 1, 0, true});
  }
  if (to - from_ > kLongestUnknownName) return;
  std::string text;
  for (auto i = static_cast<std::size_t>(from_) / 2; i < static_cast<std::size_t>(to) / 2; ++i) {
    const QuestionWord& word = question_->words[i];
    if (!edges_->is_unknown(i) || word.placeholder != 0 || word.is_number()) return;
    text += (text.empty() ? "" : " ") + word.written;
  }
  const double unknown =
      kUnknownName + kUnknownNameWord * (0.5 * (to - from_)) + (is_known ? kKnownAfterAll : 0);
  parts_.push_back({.what = ReadPart::What::unknown_name, .kinds = kAnyEntity, .text = text});
  add_item(to, {kAnyEntity, unknown + cost, parts_.size() - 1, 0, true, true});
}

void Chart::add_item(int to, ChartItem item) {
  if (item.cost > kHighest) return;
  std::vector<ChartItem>& items = cell(from_, to);
  const auto same = std::ranges::find_if(items, [&](const ChartItem& other) {
    return other.kinds == item.kinds && other.is_name == item.is_name &&
           other.is_question == item.is_question;
  });
  if (same != items.end() && !is_better(item, *same)) return;
  if (same == items.end()) {
    items.push_back(item);
  } else {
    *same = item;
  }
  // NOLINTNEXTLINE(modernize-loop-convert): filling a slot adds to waiting_
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    const State& state = states_[waiting_[i]];
    fill_slot(waiting_[i], state.pattern->elements[state.element], item, to);
  }
}

void Chart::push(State state, int at) {
  if (state.cost > kHighest) return;
  const SeenKey key{at, state.pattern->line, state.element, state.filled};
  const auto [known, is_new] = seen_.try_emplace(key, state.cost);
  if (!is_new && known->second <= state.cost) return;
  known->second = state.cost;
  states_.push_back(state);
  at_[static_cast<std::size_t>(at)].push_back(states_.size() - 1);
}

void Chart::work_at(int at) {
  // Grows while it is walked.
  for (std::size_t i = 0; i < at_[static_cast<std::size_t>(at)].size(); ++i) {
    go_on(at_[static_cast<std::size_t>(at)][i], at);
  }
}

void Chart::go_on(std::size_t index, int at) {
  const State state = states_[index];
  if (state.element == state.pattern->elements.size()) {
    complete(index, at);
    return;
  }
  const PatternElement& element = state.pattern->elements[state.element];
  if (element.optional) {
    State next = state;
    ++next.element;
    next.parent = index;
    next.part = next.left_out = kNothing;
    push(next, at);
  }
  if (element.slot == PatternElement::kNoSlot) {
    take_word(index, element, at);
  } else {
    take_part(index, element, at);
  }
  if (at > from_) leave_out(index, at);
}

void Chart::take_word(std::size_t index, const PatternElement& element, int at) {
  State next = states_[index];
  ++next.element;
  next.parent = index;
  next.part = next.left_out = kNothing;
  for (const WordMatch& match : edges_->words(at)) {
    if (takes(element, match.cls)) push(next, match.to);
  }
}

void Chart::take_part(std::size_t index, const PatternElement& element, int at) {
  if (at == from_) {
    waiting_.push_back(index);
    for (int to = at + 1; to <= question_->positions(); ++to) {
      for (std::size_t i = 0; i < cell(at, to).size(); ++i) {
        fill_slot(index, element, cell(at, to)[i], to);
      }
    }
    return;
  }
  for (int to = at + 1; to <= question_->positions(); ++to) {
    for (const ChartItem& item : cell(at, to)) fill_slot(index, element, item, to);
  }
}

void Chart::fill_slot(std::size_t index, const PatternElement& element, const ChartItem& item,
                      int to) {
  constexpr std::uint64_t kPrime = 1'000'003;
  if (item.is_question) return;
  using Filler = PatternElement::Filler;
  if (element.filler == Filler::known_name && (!item.is_name || item.is_unknown)) return;
  if (element.filler == Filler::name && !item.is_name) return;
  if (element.filler == Filler::phrase && item.is_name && !item.is_placeholder) return;
  // Names next to each other say something together only if they are told as they are.
  const bool may_guess = states_[index].pattern->has_words || element.filler == Filler::name;
  if (item.is_name && item.cost > kWildGuess && !may_guess) return;
  const bool fits =
      item.is_name ? (item.kinds & element.kinds) != 0 : (item.kinds & ~element.kinds) == 0;
  if (!fits) return;
  State next = states_[index];
  ++next.element;
  next.cost += item.cost;
  // Of two ways to nest, the one that hangs what follows on the nearest.
  if (next.element == 1 && !item.is_name) next.cost += kLongBegin * (to - from_);
  next.parent = index;
  next.part = item.part;
  next.left_out = kNothing;
  next.filled = next.filled * kPrime + item.kinds + 1;
  push(next, to);
}

void Chart::leave_out(std::size_t index, int at) {
  State next = states_[index];
  next.parent = index;
  next.part = next.left_out = kNothing;
  const double cost = next.cost;
  const auto word = static_cast<std::size_t>(at) / 2;
  for (const SkipEdge& edge : edges_->skips(at)) {
    const bool is_word = edge.to % 2 == 0 && edges_->says_something(word);
    next.left_out = is_word ? word : kNothing;
    next.cost = cost + edge.cost;
    push(next, edge.to);
  }
}

void Chart::complete(std::size_t index, int at) {
  if (at == from_) return;
  ReadPart part = part_of(index);
  if (part.kinds == 0) return;
  const double cost = states_[index].cost + kPhrase + surcharge(part);
  const bool is_question = grammar_->phrases.all()[part.phrase].is_question;
  const ChartItem item{part.kinds, cost, parts_.size(), part.phrase, false, false, is_question};
  parts_.push_back(std::move(part));
  add_item(at, item);
}

/// "Which meetings did Interpol attend" asks for meetings, not for Interpol; "did Interpol attend"
/// does ask whether it was Interpol.
double Chart::surcharge(const ReadPart& part) const {
  const Phrase& phrase = grammar_->phrases.all()[part.phrase];
  if (phrase.is_bare) return kBare;
  if (question_->wants_yes_or_no) return 0;
  if (!phrase.gives_slot || part.slots[*phrase.gives_slot] == ReadPart::kUnbound) return 0;
  return parts_[part.slots[*phrase.gives_slot]].what == ReadPart::What::phrase ? 0 : kAskedForName;
}

ReadPart Chart::part_of(std::size_t index) const {
  const Phrase& phrase = grammar_->phrases.all()[states_[index].phrase];
  ReadPart part{.what = ReadPart::What::phrase, .text = phrase.name};
  part.phrase = states_[index].phrase;
  part.slots.assign(phrase.slots.size(), ReadPart::kUnbound);
  for (std::size_t i = index; i != kNothing; i = states_[i].parent) {
    const State& state = states_[i];
    if (state.left_out != kNothing) {
      part.left_out.push_back(question_->words[state.left_out].written);
    }
    if (state.part == kNothing) continue;
    part.slots[state.pattern->elements[state.element - 1].slot] = state.part;
  }
  std::ranges::reverse(part.left_out);
  part.kinds = kinds_of(phrase.meaning, part) & phrase.gives;
  return part;
}

Kinds Chart::kinds_of(const Meaning& meaning, const ReadPart& part) const {
  const Phrase& phrase = grammar_->phrases.all()[part.phrase];
  switch (meaning.how) {
    case Meaning::How::slot:
      if (part.slots[meaning.index] == ReadPart::kUnbound) return ~Kinds{0};
      return parts_[part.slots[meaning.index]].kinds & phrase.slot_kinds[meaning.index];
    case Meaning::How::all:
      return meaning.kinds;
    case Meaning::How::set:
      return grammar_->sets[meaning.index].kinds;
    case Meaning::How::count:
      return kNumber;
    case Meaning::How::edges:
      return kOfEdges;
    default:
      break;
  }
  Kinds kinds = ~Kinds{0};
  for (const Meaning& side : meaning.parts) kinds &= kinds_of(side, part);
  return kinds;
}

}  // namespace rawabit
