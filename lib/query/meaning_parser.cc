#include "query/meaning_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace rawabit {
namespace {

class Parser {
 public:
  Parser(std::string_view text, const std::vector<std::string>& slots, const QuestionSets& sets)
      : rest_(text), slots_(&slots), sets_(&sets) {}

  Result<Meaning> whole() {
    Result<Meaning> meaning = both();
    if (meaning && !rest_.empty()) return wrong(fmt::format("unexpected '{}'", rest_));
    return meaning;
  }

 private:
  static Error wrong(std::string message) { return {Error::Kind::data, std::move(message)}; }

  void skip_spaces() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }

  bool take(char c) {
    skip_spaces();
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    skip_spaces();
    return true;
  }

  std::string_view name() {
    skip_spaces();
    const auto end =
        std::ranges::find_if_not(rest_, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    const std::string_view word = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(word.size());
    return word;
  }

  /// one & one & ...
  Result<Meaning> both() {
    Result<Meaning> first = one();
    if (!first || !rest_.starts_with('&')) return first;
    Meaning meaning{.how = Meaning::How::both, .index = 0, .kinds = 0, .parts = {*first}};
    while (take('&')) {
      Result<Meaning> next = one();
      if (!next) return next;
      meaning.parts.push_back(std::move(*next));
    }
    return meaning;
  }

  Result<Meaning> one() {
    const std::string_view word = name();
    if (word.empty()) return wrong(fmt::format("expected a name at '{}'", rest_));
    if (!take('(')) return slot(word);
    if (word == "all") return all();
    std::vector<Meaning> arguments;
    do {
      Result<Meaning> argument = both();
      if (!argument) return argument;
      arguments.push_back(std::move(*argument));
    } while (take(','));
    if (!take(')')) return wrong(fmt::format("expected ) at '{}'", rest_));
    return applied(word, std::move(arguments));
  }

  Result<Meaning> slot(std::string_view word) {
    skip_spaces();
    const auto found = std::ranges::find(*slots_, word);
    if (found == slots_->end()) return wrong(fmt::format("no slot is named '{}'", word));
    Meaning meaning;
    meaning.index = static_cast<std::size_t>(found - slots_->begin());
    return meaning;
  }

  Result<Meaning> all() {
    const std::string_view type = name();
    const std::optional<Kinds> kinds = kinds_named(type);
    if (!kinds || !take(')')) return wrong(fmt::format("expected all(type), not '{}'", type));
    return Meaning{.how = Meaning::How::all, .index = 0, .kinds = *kinds, .parts = {}};
  }

  Result<Meaning> applied(std::string_view word, std::vector<Meaning> arguments) {
    Meaning meaning{.how = Meaning::How::set, .index = 0, .kinds = 0, .parts = {}};
    std::size_t wanted = 1;
    if (word == "count") {
      meaning.how = Meaning::How::count;
    } else if (word == "other") {
      meaning.how = Meaning::How::other;
    } else if (word == "edges") {
      meaning.how = Meaning::How::edges;
    } else if (const std::optional<Meaning::How> how = time_named(word)) {
      return within(*how, std::move(arguments));
    } else {
      const std::optional<std::size_t> set = sets_->find(word);
      if (!set) return wrong(fmt::format("no set is named '{}'", word));
      meaning.index = *set;
      wanted = (*sets_)[*set].parameters.size();
    }
    if (arguments.size() != wanted) {
      return wrong(fmt::format("{} takes {} arguments, not {}", word, wanted, arguments.size()));
    }
    meaning.parts = std::move(arguments);
    return meaning;
  }

  static std::optional<Meaning::How> time_named(std::string_view word) {
    using How = Meaning::How;
    constexpr std::array<std::pair<std::string_view, How>, 5> kTimes = {{{"in", How::in},
                                                                         {"since", How::since},
                                                                         {"after", How::after},
                                                                         {"before", How::before},
                                                                         {"until", How::until}}};
    const auto found = std::ranges::find(kTimes, word, [](const auto& time) { return time.first; });
    if (found == kTimes.end()) return std::nullopt;
    return found->second;
  }

  /// in(a, period)
  static Result<Meaning> within(Meaning::How how, std::vector<Meaning> arguments) {
    if (arguments.size() != 2 || arguments[1].how != Meaning::How::slot) {
      return wrong("a time takes two arguments: what, and the slot of a period");
    }
    const std::size_t slot = arguments[1].index;
    arguments.pop_back();
    return Meaning{.how = how, .index = slot, .kinds = 0, .parts = std::move(arguments)};
  }

  std::string_view rest_;
  const std::vector<std::string>* slots_;
  const QuestionSets* sets_;
};

}  // namespace

Result<Meaning> parse_meaning(std::string_view text, const std::vector<std::string>& slots,
                              const QuestionSets& sets) {
  return Parser(text, slots, sets).whole();
}

}  // namespace rawabit
