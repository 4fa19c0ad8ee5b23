#include "rules/near_misses.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "rules/alphabet.h"
#include "rules/bound_pattern.h"
#include "rules/pattern_text.h"
#include "rules/program.h"

namespace rawabit {
namespace {

/// Tokens that may stand in place of a part that lacks.
constexpr int kMostInPlace = 2;
constexpr ProcliticSpec kAny{ProcliticSpec::Conj::any, ProcliticSpec::Prep::any};

/// The parts of the outermost sequence; a group that stands once is its parts.
void add_parts(const PatternNode& node, std::vector<PatternNode>& parts) {
  if (node.kind == PatternNode::Kind::sequence && node.min == 1 && node.max == 1) {
    for (const PatternNode& child : node.children) add_parts(child, parts);
    return;
  }
  parts.push_back(node);
}

/// May it be left out? The end of the sentence may not.
bool is_optional(const BoundPattern& part) {
  if (part.min == 0 || part.kind == BoundPattern::Kind::begin) return true;
  if (part.kind == BoundPattern::Kind::sequence) {
    return std::ranges::all_of(part.children, is_optional);
  }
  return part.kind == BoundPattern::Kind::alternation &&
         std::ranges::any_of(part.children, is_optional);
}

/// Nodes [first, second) of a row.
using Stretch = std::pair<std::uint32_t, std::uint32_t>;

/// A rule's parts, and how many of them from the first on match in a row.
class Trial {
 public:
  static std::optional<Trial> of(const Rule& rule, const ClassTable& classes) {
    Trial trial;
    add_parts(rule.pattern, trial.parts_);
    trial.captures_ = capture_names(rule.pattern).size();
    PatternNode whole;
    whole.children = trial.parts_;
    PatternNode gap{.kind = PatternNode::Kind::atom, .atom = {Atom::Kind::any, kAny, {}}};
    gap.min = 0;
    gap.max = kMostInPlace;
    gap.lazy = true;
    whole.children.push_back(gap);
    auto bound = bind_pattern(whole, classes, trial.alphabet_);
    if (!bound) return std::nullopt;
    trial.gap_ = std::move(bound->children.back());
    bound->children.pop_back();
    trial.bound_ = std::move(bound->children);
    return trial;
  }

  /// The first match of the parts [0, count) in the row.
  std::optional<Stretch> begin_of(std::size_t count) {
    return search({bound_.begin(), bound_.begin() + static_cast<std::ptrdiff_t>(count)});
  }

  /// Do all parts but that one match? Before the first no gap is needed.
  bool matches_without(std::size_t part) {
    std::vector<BoundPattern> others = bound_;
    const auto at = others.begin() + static_cast<std::ptrdiff_t>(part);
    if (part == 0 || part + 1 == bound_.size()) {
      others.erase(at);
    } else {
      *at = gap_;
    }
    return search(std::move(others)).has_value();
  }

  void spell(const Parse& parse, std::size_t row) {
    letters_.emplace(alphabet_);
    row_.clear();
    for (const std::uint32_t node : parse.rows[row]) {
      row_.push_back(letters_->letter(*parse.kinds, parse.nodes[node].kind));
    }
  }

  [[nodiscard]] std::size_t size() const { return bound_.size(); }
  [[nodiscard]] bool must_stand(std::size_t part) const { return !is_optional(bound_[part]); }
  [[nodiscard]] std::string text(std::size_t from, std::size_t to) const {
    std::string text;
    for (std::size_t i = from; i < to; ++i) {
      text += (text.empty() ? "" : " ") + text_of(parts_[i]);
    }
    return text;
  }

 private:
  std::optional<Stretch> search(std::vector<BoundPattern> parts) {
    BoundPattern sequence;
    sequence.children = std::move(parts);
    const auto program = Program::compile(sequence, captures_);
    if (!program) return std::nullopt;
    const auto anywhere = [](std::size_t place) { return place; };
    if (!search_.run(*program, row_, *letters_, 0, anywhere)) return std::nullopt;
    return search_.group(0);
  }

  std::vector<PatternNode> parts_;
  std::vector<BoundPattern> bound_;
  BoundPattern gap_;
  Alphabet alphabet_;
  std::size_t captures_ = 0;
  std::optional<Letters> letters_;
  std::vector<Letter> row_;
  Search search_;
};

std::uint32_t token_at(const Parse& parse, std::size_t row, std::uint32_t node) {
  const auto& nodes = parse.rows[row];
  return node < nodes.size() ? parse.nodes[nodes[node]].first : parse.nodes[nodes.back()].last;
}

/// The classes of the gazetteers and the types of mentions that the node has; others are made of
/// those.
std::vector<std::string> classes_at(const Parse& parse, std::size_t row, std::uint32_t at,
                                    const ClassTable& classes) {
  std::set<std::string> names;
  if (at >= parse.rows[row].size()) return {};
  const Node& node = parse.nodes[parse.rows[row][at]];
  const std::size_t known = classes.lexicon().class_names().size();
  for (const NodeReading& reading : parse.readings(node)) {
    for (const MarkedClass cls : parse.kinds->classes(reading)) {
      const auto id = static_cast<ClassId>(cls / 4);
      const std::string name(classes.name(id));
      if (id < known || entity_type_named(name)) names.insert(name);
    }
  }
  return {names.begin(), names.end()};
}

class Finder {
 public:
  Finder(const ClassTable& classes, const Parse& parse, std::size_t row)
      : classes_(classes), parse_(parse), row_(row) {}

  [[nodiscard]] std::optional<NearMiss> find(const Rule& rule) const {
    std::optional<Trial> trial = Trial::of(rule, classes_);
    if (!trial || trial->size() < 2) return std::nullopt;
    trial->spell(parse_, row_);
    if (trial->begin_of(trial->size())) return std::nullopt;
    NearMiss miss{.rule = rule.name, .file = rule.file, .line = rule.line};
    for (std::size_t i = 0; i < trial->size(); ++i) miss.wanted += trial->must_stand(i) ? 1 : 0;
    std::size_t count = trial->size() - 1;
    while (count > 0 && !reaches(*trial, count)) --count;
    if (count == 0) return first_lacks(*trial, std::move(miss));
    return broken(*trial, count, std::move(miss));
  }

 private:
  /// A run of parts counts when its last part must stand.
  static bool reaches(Trial& trial, std::size_t count) {
    return trial.must_stand(count - 1) && trial.begin_of(count);
  }

  /// The first part that must stand from there on.
  static std::size_t next_wanted(const Trial& trial, std::size_t part) {
    while (part + 1 < trial.size() && !trial.must_stand(part)) ++part;
    return part;
  }

  std::optional<NearMiss> first_lacks(Trial& trial, NearMiss miss) const {
    const std::size_t failed = next_wanted(trial, 0);
    if (miss.wanted < 3 || failed != 0 || !trial.matches_without(0)) return std::nullopt;
    miss.lacks_one = true;
    miss.matched = miss.wanted - 1;
    miss.first = miss.last = parse_.nodes[parse_.rows[row_].front()].first;
    miss.expected = trial.text(0, 1);
    return miss;
  }

  NearMiss broken(Trial& trial, std::size_t count, NearMiss miss) const {
    const Stretch stretch = *trial.begin_of(count);
    for (std::size_t i = 0; i < count; ++i) miss.matched += trial.must_stand(i) ? 1 : 0;
    const std::size_t failed = next_wanted(trial, count);
    miss.lacks_one = trial.matches_without(failed);
    miss.first = token_at(parse_, row_, stretch.first);
    miss.last = token_at(parse_, row_, stretch.second);
    miss.expected = trial.text(count, failed + 1);
    miss.found = classes_at(parse_, row_, stretch.second, classes_);
    return miss;
  }

  const ClassTable& classes_;
  const Parse& parse_;
  std::size_t row_;
};

}  // namespace

std::vector<NearMiss> near_misses(const std::vector<Rule>& rules, const ClassTable& classes,
                                  const Parse& parse, std::size_t row) {
  std::vector<NearMiss> misses;
  if (parse.rows[row].empty()) return misses;
  const Finder finder(classes, parse, row);
  for (const Rule& rule : rules) {
    if (std::optional<NearMiss> miss = finder.find(rule)) misses.push_back(std::move(*miss));
  }
  return misses;
}

bool is_nearer(const NearMiss& a, const NearMiss& b) {
  // What has a begin says more than what lacks one.
  const auto rank = [](const NearMiss& miss) {
    const int begun = miss.matched - (miss.first < miss.last ? 0 : 1);
    const int missing = miss.lacks_one ? 0 : miss.wanted - miss.matched;
    return std::tuple(!miss.lacks_one, missing, -begun, -miss.wanted);
  };
  return rank(a) < rank(b);
}

}  // namespace rawabit
