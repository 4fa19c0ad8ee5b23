#include "resolve/verdict_conflicts.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

namespace rawabit {
namespace {

/// Type, key of the name, article.
using Called = std::tuple<EntityType, std::string, std::string>;

Called called(const Verdict& verdict, int side) {
  return {verdict.type, spelling_key(verdict.type, verdict.names[side]), verdict.articles[side]};
}

class Conflicts {
 public:
  explicit Conflicts(const std::vector<Verdict>& verdicts) {
    for (const Verdict& verdict : verdicts) {
      for (const int side : {0, 1}) add(called(verdict, side));
      if (verdict.same) link(called(verdict, 0), called(verdict, 1), verdict.line);
    }
    // Whoever is the same as a name in any article, is so in each.
    for (const auto& [name, number] : numbers_) {
      const auto& [type, key, article] = name;
      const auto any = numbers_.find({type, key, ""});
      if (article.empty() || any == numbers_.end()) continue;
      if (!links_[any->second].empty()) link(any->first, name, links_[any->second].front().line);
    }
  }

  /// The lines of `same` that make the two sides of the verdict one; empty where none do.
  [[nodiscard]] std::vector<int> against(const Verdict& verdict) const {
    const std::vector<std::size_t> from = covered(verdict, 0), to = covered(verdict, 1);
    std::map<std::size_t, Step> reached;
    std::deque<std::size_t> next;
    for (const std::size_t start : from) {
      if (reached.try_emplace(start, Step{start, 0}).second) next.push_back(start);
    }
    for (; !next.empty(); next.pop_front()) {
      const std::size_t at = next.front();
      if (std::ranges::find(to, at) != to.end()) return lines_to(at, reached);
      for (const Step& step : links_[at]) {
        if (reached.try_emplace(step.to, Step{at, step.line}).second) next.push_back(step.to);
      }
    }
    return {};
  }

 private:
  struct Step {
    std::size_t to;
    int line;
  };

  std::size_t add(const Called& name) {
    const auto [found, is_new] = numbers_.try_emplace(name, links_.size());
    if (is_new) links_.emplace_back();
    return found->second;
  }

  void link(const Called& a, const Called& b, int line) {
    const std::size_t left = numbers_.at(a), right = numbers_.at(b);
    links_[left].push_back({right, line});
    links_[right].push_back({left, line});
  }

  /// What a side of the verdict speaks of: with no article, the name in every article but the
  /// other side's.
  [[nodiscard]] std::vector<std::size_t> covered(const Verdict& verdict, int side) const {
    const auto [type, key, article] = called(verdict, side);
    std::vector<std::size_t> all;
    for (const auto& [name, number] : numbers_) {
      const bool is_it = std::get<0>(name) == type && std::get<1>(name) == key &&
                         (article.empty() || std::get<2>(name) == article);
      if (is_it && name != called(verdict, 1 - side)) all.push_back(number);
    }
    return all;
  }

  static std::vector<int> lines_to(std::size_t at, const std::map<std::size_t, Step>& reached) {
    std::vector<int> lines;
    for (Step step = reached.at(at); step.to != at; at = step.to, step = reached.at(at)) {
      lines.push_back(step.line);
    }
    std::ranges::sort(lines);
    lines.erase(std::ranges::unique(lines).begin(), lines.end());
    return lines;
  }

  std::map<Called, std::size_t> numbers_;
  std::vector<std::vector<Step>> links_;
};

}  // namespace

std::optional<Error> conflict_among(const std::vector<Verdict>& verdicts, const std::string& file) {
  const Conflicts conflicts(verdicts);
  for (const Verdict& verdict : verdicts) {
    if (verdict.same) continue;
    const std::vector<int> lines = conflicts.against(verdict);
    if (lines.empty()) continue;
    std::string named;
    for (const int line : lines) named += fmt::format("{}{}", named.empty() ? "" : ", ", line);
    return Error{Error::Kind::data,
                 fmt::format("this not_same contradicts same in line{} {}",
                             lines.size() > 1 ? "s" : "", named),
                 file, verdict.line};
  }
  return std::nullopt;
}

}  // namespace rawabit
