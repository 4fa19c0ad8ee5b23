#include "rules/phase.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cassert>
#include <optional>

#include "rules/apply.h"

namespace rawabit {
namespace {

constexpr std::size_t kMaxRepeats = 5;
constexpr std::int64_t kSetMemory = 64 << 20;
constexpr std::int64_t kRuleMemory = 16 << 20;

RE2::Options options(std::int64_t memory) {
  RE2::Options options;
  options.set_max_mem(memory);
  options.set_log_errors(false);
  return options;
}

/// A pattern with its atoms numbered: the regular expression but for the letters.
struct BoundPattern {
  std::string before;               ///< regular expression text
  std::optional<std::size_t> atom;  ///< then this atom's character class
};

class PatternBinder {
 public:
  PatternBinder(const ClassTable& classes, Alphabet& alphabet)
      : classes_(classes), alphabet_(alphabet) {}

  std::vector<BoundPattern> bind(const PatternNode& node) {
    add(node);
    if (!text_.empty()) out_.push_back({std::move(text_), std::nullopt});
    return std::move(out_);
  }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  void add(const PatternNode& node) {
    switch (node.kind) {
      case PatternNode::Kind::begin:
        text_ += '^';
        return;
      case PatternNode::Kind::end:
        text_ += '$';
        return;
      case PatternNode::Kind::atom:
        atom(node.atom);
        break;
      case PatternNode::Kind::alternation:
      case PatternNode::Kind::sequence:
        group(node);
        break;
    }
    if (node.min == 1 && node.max == 1) return;
    text_ += '{' + std::to_string(node.min) + ',';
    if (node.max >= 0) text_ += std::to_string(node.max);
    text_ += node.lazy ? "}?" : "}";
  }

  void group(const PatternNode& node) {
    text_ += node.capture.empty() ? "(?:" : "(";
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i > 0 && node.kind == PatternNode::Kind::alternation) text_ += '|';
      add(node.children[i]);
    }
    text_ += ')';
  }

  void letter(BoundAtom atom) {
    const auto index = alphabet_.atom(atom);
    if (!index) {
      error_ = index.error();
      return;
    }
    out_.push_back({std::move(text_), *index});
    text_.clear();
  }

  void atom(const Atom& atom) {
    BoundAtom bound{atom.kind, atom.proclitics, 0, {}};
    if (atom.kind == Atom::Kind::any) return letter(bound);
    if (atom.kind == Atom::Kind::literal) {
      bound.literal = atom.name;
      return letter(bound);
    }
    const ClassId cls = classes_.named(atom.name);
    if (cls == Lexicon::kNoClass) {
      error_ = Error{Error::Kind::data, "unknown class '" + atom.name + "'"};
      return;
    }
    bound.cls = marked(cls, Mark::single);
    if (atom.kind == Atom::Kind::not_in_class) return letter(bound);
    text_ += "(?:";
    letter(bound);
    text_ += '|';
    bound.cls = marked(cls, Mark::begin);
    letter(bound);
    bound.proclitics = {ProcliticSpec::Conj::any, ProcliticSpec::Prep::any};
    bound.cls = marked(cls, Mark::inside);
    letter(bound);
    text_ += '*';
    bound.cls = marked(cls, Mark::end);
    letter(bound);
    text_ += ')';
  }

  const ClassTable& classes_;
  Alphabet& alphabet_;
  std::string text_;
  std::vector<BoundPattern> out_;
  std::optional<Error> error_;
};

}  // namespace

struct Phase::BoundRule {
  const Rule* rule = nullptr;
  std::vector<BoundPattern> pattern;
  std::vector<std::string> captures;
  RuleActions actions;
  std::unique_ptr<RE2> compiled;

  [[nodiscard]] std::string expression(const Alphabet& alphabet) const {
    std::string out;
    for (const BoundPattern& part : pattern) {
      out += part.before;
      if (part.atom) out += alphabet.character_class(*part.atom);
    }
    return out;
  }
};

Phase::Phase() = default;
Phase::Phase(Phase&&) noexcept = default;
Phase& Phase::operator=(Phase&&) noexcept = default;
Phase::~Phase() = default;

Result<Phase> Phase::bind(const std::vector<Rule>& rules, PhaseMode mode,
                          const ClassTable& classes) {
  Phase phase;
  phase.mode_ = mode;
  phase.classes_ = &classes;
  for (const Rule& rule : rules) {
    PatternBinder binder(classes, phase.alphabet_);
    BoundRule bound{&rule, binder.bind(rule.pattern), capture_names(rule.pattern), {}, nullptr};
    if (binder.error()) {
      return Error{Error::Kind::data, rule.name + ": " + binder.error()->message, rule.file,
                   rule.line};
    }
    auto actions = bind_actions(rule, bound.captures, classes);
    if (!actions) return actions.error();
    bound.actions = std::move(*actions);
    const RE2 syntax(bound.expression(phase.alphabet_), options(kRuleMemory));
    if (!syntax.ok()) {
      return Error{Error::Kind::data, rule.name + ": too large a pattern: " + syntax.error(),
                   rule.file, rule.line};
    }
    phase.rules_.push_back(std::move(bound));
  }
  return phase;
}

void Phase::run(Parse& parse) {
  learn(parse);
  for (std::size_t row = 0; row < parse.rows.size(); ++row) {
    const std::size_t repeats = mode_ == PhaseMode::repeat ? kMaxRepeats : 1;
    for (std::size_t i = 0; i < repeats && run_row(parse, row); ++i) {
    }
  }
}

/// Gives every node of the article its letter, so that the phase compiles at most once for it.
void Phase::learn(Parse& parse) {
  for (const auto& row : parse.rows) {
    for (const std::uint32_t node : row) alphabet_.letter(parse, parse.nodes[node]);
  }
  if (alphabet_.size() != compiled_size_) compile();
}

void Phase::compile() {
  for (BoundRule& rule : rules_) {
    rule.compiled = std::make_unique<RE2>(rule.expression(alphabet_), options(kRuleMemory));
    assert(rule.compiled->ok());
  }
  compiled_size_ = alphabet_.size();
}

std::string Phase::class_string(const Parse& parse, const std::vector<std::uint32_t>& row,
                                std::vector<std::uint32_t>& node_at) {
  std::string letters;
  for (std::uint32_t i = 0; i < row.size(); ++i) {
    append_utf8(alphabet_.letter(parse, parse.nodes[row[i]]), letters);
    node_at.resize(letters.size(), i);
  }
  node_at.push_back(static_cast<std::uint32_t>(row.size()));
  return letters;
}

bool Phase::run_row(Parse& parse, std::size_t row) {
  std::vector<Hit> hits;
  find(parse, row, hits);
  std::ranges::stable_sort(hits, [this](const Hit& a, const Hit& b) {
    if (a.first != b.first) return a.first < b.first;
    if (mode_ != PhaseMode::relate && a.last != b.last) return a.last > b.last;
    return a.rule < b.rule;
  });
  bool changed = false;
  std::uint32_t free_from = 0;
  for (const Hit& hit : hits) {
    if (mode_ != PhaseMode::relate && hit.first < free_from) continue;
    free_from = hit.last;
    changed = apply(parse, row, hit) || changed;
  }
  return changed;
}

void Phase::find(const Parse& parse, std::size_t row, std::vector<Hit>& hits) {
  std::vector<std::uint32_t> node_at;
  const std::string letters = class_string(parse, parse.rows[row], node_at);
  if (alphabet_.size() != compiled_size_) compile();
  for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
    find_rule(parse, row, rule, letters, node_at, hits);
  }
}

void Phase::find_rule(const Parse& parse, std::size_t row, std::size_t rule,
                      std::string_view letters, const std::vector<std::uint32_t>& node_at,
                      std::vector<Hit>& hits) {
  const BoundRule& bound = rules_[rule];
  const std::vector<std::uint32_t>& nodes = parse.rows[row];
  std::vector<re2::StringPiece> groups(bound.captures.size() + 1);
  const auto token_of = [&](const char* at) {
    const std::uint32_t node = node_at[static_cast<std::size_t>(at - letters.data())];
    return node < nodes.size() ? parse.nodes[nodes[node]].first : parse.nodes[nodes.back()].last;
  };
  std::size_t from = 0;
  while (from < letters.size() &&
         bound.compiled->Match(letters, from, letters.size(), RE2::UNANCHORED, groups.data(),
                               static_cast<int>(groups.size()))) {
    Hit hit{rule, token_of(groups[0].begin()), token_of(groups[0].end()), {}};
    for (std::size_t g = 1; g < groups.size(); ++g) {
      const bool stands = groups[g].data() != nullptr && !groups[g].empty();
      hit.captures.emplace_back(stands ? token_of(groups[g].begin()) : 0,
                                stands ? token_of(groups[g].end()) : 0);
    }
    const auto [first, last] = covered(bound.actions, hit.captures, {hit.first, hit.last});
    hit.first = first;
    hit.last = last;
    from = next_start(parse, nodes, hit, node_at,
                      {static_cast<std::size_t>(groups[0].begin() - letters.data()),
                       static_cast<std::size_t>(groups[0].end() - letters.data())});
    hits.push_back(std::move(hit));
  }
}

/// Where the search goes on after a match of `letters` [matched.first, matched.second): what stands
/// before and behind the made stretch was only looked at, and may be part of the next match; so may
/// the end of this one be what the next one looks back at.
std::size_t Phase::next_start(const Parse& parse, const std::vector<std::uint32_t>& nodes,
                              const Hit& hit, const std::vector<std::uint32_t>& node_at,
                              std::pair<std::size_t, std::size_t> matched) const {
  const auto token_at = [&](std::size_t letter) {
    const std::uint32_t node = node_at[letter];
    return node < nodes.size() ? parse.nodes[nodes[node]].first : parse.nodes[nodes.back()].last;
  };
  const auto node_start = [&](std::size_t letter) {
    while (letter > 0 && node_at[letter - 1] == node_at[letter]) --letter;
    return letter;
  };
  const auto [begin, end] = matched;
  std::size_t after_first = begin;
  while (after_first < end && node_at[after_first] == node_at[begin]) ++after_first;
  std::size_t from = std::max(end, begin + 1);
  if (mode_ == PhaseMode::relate) {
    return end > begin ? std::max(after_first, node_start(end - 1)) : from;
  }
  const bool looks_back = token_at(begin) < hit.first;
  while (from > after_first && (token_at(from - 1) >= hit.last ||
                                (looks_back && node_at[from - 1] < nodes.size() &&
                                 parse.nodes[nodes[node_at[from - 1]]].last == hit.last))) {
    --from;
  }
  return from;
}

bool Phase::apply(Parse& parse, std::size_t row, const Hit& hit) {
  return apply_actions(parse, row, *rules_[hit.rule].rule, rules_[hit.rule].actions, hit.captures,
                       {hit.first, hit.last}, *classes_);
}

}  // namespace rawabit
