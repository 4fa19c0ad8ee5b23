#include "rules/phase.h"

#include <algorithm>
#include <bit>
#include <span>

#include "rules/bound_pattern.h"

namespace rawabit {
namespace {

constexpr std::size_t kMaxRepeats = 5;

/// The token at which the node begins; behind the last node, the end of the row.
std::uint32_t token_at(const Parse& parse, const std::vector<std::uint32_t>& nodes,
                       std::size_t node) {
  return node < nodes.size() ? parse.nodes[nodes[node]].first : parse.nodes[nodes.back()].last;
}

}  // namespace

Result<PhaseRules> PhaseRules::bind(const std::vector<Rule>& rules, PhaseMode mode,
                                    const ClassTable& classes, Gate& gate) {
  PhaseRules bound(mode, classes);
  bound.first_word_ = gate.start_phase();
  for (const Rule& rule : rules) {
    const auto fail = [&rule](const Error& error) {
      return Error{Error::Kind::data, rule.name + ": " + error.message, rule.file, rule.line};
    };
    const auto captures = capture_names(rule.pattern);
    const auto pattern = bind_pattern(rule.pattern, classes, bound.alphabet_);
    if (!pattern) return fail(pattern.error());
    auto program = Program::compile(*pattern, captures.size());
    if (!program) return fail(program.error());
    const auto needs = gate.add_rule(*pattern, bound.alphabet_.atoms());
    if (!needs) return fail(needs.error());
    bound.needs_.push_back(*needs);
    bound.openings_.add_rule(*program);
    bound.rules_.push_back(
        {&rule, bind_actions(rule, captures, classes), std::move(*program), captures.size()});
  }
  return bound;
}

Phase::Phase(const PhaseRules& rules, std::size_t number)
    : rules_(&rules),
      number_(number),
      letters_(std::make_unique<Letters>(rules.alphabet_)),
      openings_(rules.openings_, *letters_),
      alive_(rules.openings_.words()) {
  automata_.reserve(rules.rules_.size());
  for (const auto& bound : rules.rules_) automata_.emplace_back(bound.program, *letters_);
}

void Phase::run(Parse& parse, RowMasks& masks, Speller& speller) {
  for (std::size_t row = 0; row < parse.rows.size(); ++row) {
    const std::size_t repeats = rules_->mode_ == PhaseMode::repeat ? kMaxRepeats : 1;
    for (std::size_t i = 0; i < repeats && run_row(parse, row, masks, speller); ++i) {
    }
  }
}

void Phase::forget_kinds() {
  letters_->forget();
  openings_.forget();
  for (Automaton& automaton : automata_) automaton.forget();
}

void Phase::spell(const Parse& parse, const std::vector<std::uint32_t>& nodes, Speller& speller) {
  spelled_.resize(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const KindId kind = parse.nodes[nodes[i]].kind;
    const Letter letter = parse.kinds->letter(kind, number_);
    spelled_[i] = letter != kNoLetter ? letter : speller.spell(*parse.kinds, kind, number_);
  }
}

/// Notes the rules that can match the row; false for none.
bool Phase::pass_gate(const RowMasks::Row& row) {
  bool passes = false;
  for (std::size_t word = 0; word < alive_.size(); ++word) {
    std::uint64_t alive = 0;
    for (std::uint64_t rest = row.candidates[rules_->first_word_ + word]; rest != 0;
         rest &= rest - 1) {
      const std::size_t rule = word * 64 + static_cast<std::size_t>(std::countr_zero(rest));
      if (rules_->needs_[rule].may_match(row.served)) alive |= rest & -rest;
    }
    alive_[word] = alive;
    passes = passes || alive != 0;
  }
  return passes;
}

void Phase::find(const Parse& parse, std::size_t row, RowMasks& masks, Speller& speller) {
  hits_.clear();
  captures_.clear();
  if (!pass_gate(masks.of_row(parse, row))) return;
  const auto& nodes = parse.rows[row];
  spell(parse, nodes, speller);
  openings_.find(spelled_, alive_);
  for (std::size_t word = 0; word < alive_.size(); ++word) {
    const auto first_of = [&](std::uint64_t rules) {
      return word * 64 + static_cast<std::size_t>(std::countr_zero(rules));
    };
    for (std::uint64_t rest = openings_.rules()[word]; rest != 0; rest &= rest - 1) {
      const std::uint64_t more = rest & (rest - 1);
      if (more != 0) __builtin_prefetch(&automata_[first_of(more)]);
      find_rule(parse, nodes, first_of(rest));
    }
  }
}

/// What begins first comes first, then what is longer, then the rule that stands first.
void Phase::sort_hits() {
  const bool by_length = rules_->mode_ != PhaseMode::relate;
  std::ranges::sort(hits_, [by_length](const Hit& a, const Hit& b) {
    if (a.first != b.first) return a.first < b.first;
    if (by_length && a.last != b.last) return a.last > b.last;
    if (a.rule != b.rule) return a.rule < b.rule;
    return a.captures < b.captures;
  });
}

bool Phase::run_row(Parse& parse, std::size_t row, RowMasks& masks, Speller& speller) {
  find(parse, row, masks, speller);
  if (hits_.empty()) return false;
  sort_hits();
  bool changed = false;
  std::uint32_t free_from = 0;
  for (const Hit& hit : hits_) {
    if (rules_->mode_ != PhaseMode::relate && hit.first < free_from) continue;
    free_from = hit.last;
    changed = apply(parse, row, hit) || changed;
  }
  return changed;
}

void Phase::find_rule(const Parse& parse, const std::vector<std::uint32_t>& nodes,
                      std::size_t rule) {
  Automaton& automaton = automata_[rule];
  const std::span<const std::uint32_t> places = openings_.places();
  std::size_t next = 0;  // of the places: those before are behind the search
  const auto next_place = [&](std::size_t at) {
    for (; next < places.size(); ++next) {
      if (places[next] < at || !openings_.may_begin(places[next], rule)) continue;
      if (automaton.match_from(spelled_, places[next]) == Automaton::Verdict::no) continue;
      return std::size_t{places[next]};
    }
    return spelled_.size();
  };
  std::size_t from = 0;
  while (from < spelled_.size() &&
         search_.run(rules_->rules_[rule].program, spelled_, *letters_, from, next_place)) {
    hits_.push_back(hit_of(parse, nodes, rule));
    from = next_start(parse, nodes, hits_.back());
  }
}

/// The match that the search has just found.
Phase::Hit Phase::hit_of(const Parse& parse, const std::vector<std::uint32_t>& nodes,
                         std::size_t rule) {
  const auto tokens = [&](std::size_t group) {
    const auto [first, last] = search_.group(group);
    return TokenSpan{token_at(parse, nodes, first), token_at(parse, nodes, last)};
  };
  const PhaseRules::BoundRule& bound = rules_->rules_[rule];
  Hit hit{static_cast<std::uint32_t>(rule), 0, 0, static_cast<std::uint32_t>(captures_.size())};
  for (std::size_t g = 1; g <= bound.captures; ++g) {
    const auto [first, last] = search_.group(g);
    captures_.push_back(first < last && last != Search::kNone ? tokens(g) : TokenSpan{0, 0});
  }
  const auto [first, last] = covered(bound.actions, captures_of(hit), tokens(0));
  hit.first = first;
  hit.last = last;
  return hit;
}

/// Where the search goes on after its last match: what stands before and behind the made stretch
/// was only looked at, and may be part of the next match; so may the end of this one be what the
/// next one looks back at.
std::size_t Phase::next_start(const Parse& parse, const std::vector<std::uint32_t>& nodes,
                              const Hit& hit) const {
  const auto [begin, end] = search_.group(0);
  const std::size_t after_first = begin + 1;
  if (rules_->mode_ == PhaseMode::relate)
    return std::max<std::size_t>(after_first, end == 0 ? 0 : end - 1);
  const bool looks_back = token_at(parse, nodes, begin) < hit.first;
  std::size_t from = std::max<std::size_t>(end, after_first);
  while (from > after_first && (token_at(parse, nodes, from - 1) >= hit.last ||
                                (looks_back && parse.nodes[nodes[from - 1]].last == hit.last))) {
    --from;
  }
  return from;
}

Captures Phase::captures_of(const Hit& hit) const {
  return {captures_.data() + hit.captures, rules_->rules_[hit.rule].captures};
}

bool Phase::apply(Parse& parse, std::size_t row, const Hit& hit) {
  const PhaseRules::BoundRule& bound = rules_->rules_[hit.rule];
  return apply_actions(parse, row, *bound.rule, bound.actions, captures_of(hit),
                       {hit.first, hit.last}, *rules_->classes_);
}

}  // namespace rawabit
