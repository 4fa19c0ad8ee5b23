#include "lexicon/shape_automaton.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <set>

#include "text/fold_table.h"

namespace rawabit {
namespace {

constexpr std::size_t kMostSequences = 64;  // of one pattern
constexpr std::size_t kMostLetters = 255;
constexpr std::size_t kMostTimes = 8;  // that a step is asked for with a number
constexpr char32_t kLookedUp = 0x700;  // up to the end of the Arabic block
constexpr std::size_t kBits = 64;

void set(std::uint64_t& word, std::size_t bit) { word |= std::uint64_t{1} << bit; }

}  // namespace

/// The sequences of steps for which a pattern stands; none where it is none of the simple ones.
class ShapeAutomaton::Parser {
 public:
  explicit Parser(std::string_view pattern) : rest_(pattern) {}

  std::optional<std::vector<Sequence>> parse() {
    if (!take('^')) return std::nullopt;
    std::vector<Sequence> sequences{{}};
    while (!rest_.empty() && rest_.front() != '$') {
      const auto part = take('(') ? group() : step();
      if (!part || part->size() * sequences.size() > kMostSequences) return std::nullopt;
      sequences = each_with_each(sequences, *part);
    }
    const bool has_empty = std::ranges::any_of(sequences, &Sequence::empty);
    if (!take('$') || !rest_.empty() || has_empty) return std::nullopt;
    return sequences;
  }

 private:
  using Sequences = std::vector<Sequence>;

  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  static Sequences each_with_each(const Sequences& begins, const Sequences& ends) {
    Sequences out;
    for (const Sequence& begin : begins) {
      for (const Sequence& end : ends) {
        out.push_back(begin);
        out.back().insert(out.back().end(), end.begin(), end.end());
      }
    }
    return out;
  }

  std::optional<Sequences> group() {
    Sequences out;
    Sequences alternative{{}};
    while (!take(')')) {
      if (take('|')) {
        out.insert(out.end(), alternative.begin(), alternative.end());
        alternative = {{}};
        continue;
      }
      const auto part = step();
      if (!part) return std::nullopt;
      alternative = each_with_each(alternative, *part);
    }
    out.insert(out.end(), alternative.begin(), alternative.end());
    if (take('?')) out.emplace_back();
    if (!rest_.empty() && (rest_.front() == '*' || rest_.front() == '+')) return std::nullopt;
    return out;
  }

  /// A step with what stands behind it: once, perhaps, once and more, or any number.
  std::optional<Sequences> step() {
    auto step = letters();
    if (!step) return std::nullopt;
    if (take('?')) return Sequences{{}, {*step}};
    if (take('{')) return so_often(*step);
    const bool is_any_number = take('*');
    step->repeats = is_any_number || take('+');
    if (is_any_number) return Sequences{{}, {*step}};
    return Sequences{{*step}};
  }

  /// "{2}", "{1,3}".
  std::optional<Sequences> so_often(const Step& step) {
    const auto least = number();
    const auto most = take(',') ? number() : least;
    if (!least || !most || !take('}') || *most > kMostTimes) return std::nullopt;
    Sequences out;
    for (std::size_t times = *least; times <= *most; ++times) out.emplace_back(times, step);
    return out;
  }

  std::optional<std::size_t> number() {
    if (rest_.empty() || rest_.front() < '0' || rest_.front() > '9') return std::nullopt;
    const auto digit = static_cast<std::size_t>(rest_.front() - '0');
    rest_.remove_prefix(1);
    return digit;
  }

  std::optional<Step> letters() {
    if (take('.')) return Step{.letters = {}, .is_negated = true};
    if (take('[')) return in_brackets();
    const auto letter = next();
    return letter ? std::optional(Step{.letters = {*letter}}) : std::nullopt;
  }

  std::optional<Step> in_brackets() {
    Step step{.letters = {}, .is_negated = take('^')};
    while (!take(']')) {
      const auto letter = next();
      if (!letter) return std::nullopt;
      step.letters.push_back(*letter);
      if (!take('-')) continue;
      const auto last = next();
      if (!last || *last < *letter || *last - *letter > kMostLetters) return std::nullopt;
      for (char32_t c = *letter + 1; c <= *last; ++c) step.letters.push_back(c);
    }
    return step;
  }

  static bool is_special(char c) {
    return std::string_view("\\^$.[]|()?*+{}-").find(c) != std::string_view::npos;
  }

  /// A letter that stands for itself, as a sign behind a backslash does.
  std::optional<char32_t> next() {
    const bool is_escaped = take('\\');
    if (rest_.empty() || is_special(rest_.front()) != is_escaped) return std::nullopt;
    const DecodedChar decoded = decode(rest_, 0);
    rest_.remove_prefix(decoded.width);
    return decoded.code;
  }

  std::string_view rest_;
};

std::size_t ShapeAutomaton::number_of(char32_t letter) const {
  if (letter < numbers_.size()) return numbers_[letter];
  const auto found = std::ranges::find(letters_, letter);
  return found == letters_.end() ? 0 : static_cast<std::size_t>(found - letters_.begin()) + 1;
}

/// A letter that was one of "all others" is so still for the steps that there are.
std::size_t ShapeAutomaton::number_new(char32_t letter) {
  if (const std::size_t known = number_of(letter); known != 0) return known;
  letters_.push_back(letter);
  admits_.push_back(admits_.front());
  numbers_.resize(kLookedUp);
  if (letter < kLookedUp) numbers_[letter] = static_cast<std::uint8_t>(letters_.size());
  return letters_.size();
}

void ShapeAutomaton::add_step(const Step& step) {
  const std::size_t word = steps_ / kBits, bit = steps_ % kBits;
  std::vector<std::size_t> named;
  named.reserve(step.letters.size());
  for (const char32_t letter : step.letters) named.push_back(number_new(letter));
  for (std::size_t number = 0; number < admits_.size(); ++number) {
    const bool is_named = std::ranges::find(named, number) != named.end();
    if (is_named != step.is_negated) set(admits_[number][word], bit);
  }
  if (step.repeats) set(repeats_[word], bit);
  pattern_of_.push_back(patterns_);
  ++steps_;
}

bool ShapeAutomaton::add(std::string_view pattern) {
  const auto sequences = Parser(pattern).parse();
  if (!sequences) return false;
  std::size_t steps = 0;
  std::set<char32_t> letters(letters_.begin(), letters_.end());
  for (const Sequence& sequence : *sequences) {
    steps += sequence.size();
    for (const Step& step : sequence) letters.insert(step.letters.begin(), step.letters.end());
  }
  if (steps_ + steps > kWords * kBits || letters.size() > kMostLetters) return false;
  for (const Sequence& sequence : *sequences) {
    set(first_[steps_ / kBits], steps_ % kBits);
    for (const Step& step : sequence) add_step(step);
    set(last_[(steps_ - 1) / kBits], (steps_ - 1) % kBits);
  }
  ++patterns_;
  return true;
}

void ShapeAutomaton::match(std::string_view word, std::vector<std::uint16_t>& fitting) const {
  const std::size_t words = (steps_ + kBits - 1) / kBits;
  Bits at{};
  bool is_begin = true;
  for (std::size_t i = 0; i < word.size();) {
    const DecodedChar decoded = decode(word, i);
    i += decoded.width;
    const Bits& admits = admits_[number_of(decoded.code)];
    std::uint64_t carry = 0;
    for (std::size_t w = 0; w < words; ++w) {
      const std::uint64_t moved = ((at[w] << 1U) | carry) & ~first_[w];
      carry = at[w] >> (kBits - 1);
      const std::uint64_t begun = is_begin ? first_[w] : 0;
      at[w] = (moved | begun | (at[w] & repeats_[w])) & admits[w];
    }
    is_begin = false;
  }
  for (std::size_t w = 0; w < words; ++w) {
    for (std::uint64_t rest = at[w] & last_[w]; rest != 0; rest &= rest - 1) {
      fitting.push_back(pattern_of_[w * kBits + static_cast<std::size_t>(std::countr_zero(rest))]);
    }
  }
}

}  // namespace rawabit
