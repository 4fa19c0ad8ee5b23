#include "rules/automaton.h"

#include <algorithm>
#include <utility>

namespace rawabit {
namespace {

using Op = Instruction::Op;

constexpr std::size_t kMostSteps = std::size_t{1} << 16U;  // 128 KB; some rules have a few hundred
// States are numbered with 16 bits: of each, at least so many steps are kept.
constexpr std::size_t kLeastWidth = 8;
static_assert(kMostSteps / kLeastWidth + 2 * Automaton::kFarthest < 0x8000);

}  // namespace

Automaton::Automaton(const Program& program, const Letters& letters)
    : program_(&program), letters_(&letters) {
  for (const Instruction& instruction : program.code()) {
    if (instruction.op != Op::atom) continue;
    own_atoms_.resize(std::max<std::size_t>(own_atoms_.size(), instruction.argument / 64 + 1));
    own_atoms_[instruction.argument / 64] |= std::uint64_t{1} << (instruction.argument % 64);
  }
}

void Automaton::forget() {
  symbols_.clear();
  known_symbols_.clear();
  places_.clear();
  by_atoms_[0].clear();
  by_atoms_[1].clear();
  steps_.clear();
  starts_[0] = starts_[1] = kUnknown;
  is_large_ = false;
}

Automaton::Verdict Automaton::match_from(std::span<const Letter> row, std::size_t at) {
  if (is_large_) forget();  // between two runs only: they hold states
  State state = start(at == 0);
  const std::size_t end = std::min(row.size(), at + kFarthest);
  for (; at < end && state > kMatched; ++at) state = step(state, row[at]);
  if (state == kDead) return Verdict::no;
  if (state == kMatched) return Verdict::yes;
  if (at < row.size()) return Verdict::unknown;
  return places_[state].matches_at_end ? Verdict::yes : Verdict::no;
}

Automaton::State Automaton::start(bool at_begin) {
  State& known = starts_[at_begin ? 1 : 0];
  if (known != kUnknown) return known;
  if (places_.empty()) {
    add_state({});  // kDead
    add_state({});  // kMatched
  }
  Place place;
  ++round_;
  follow(program_->start(), at_begin, place);
  known = number_of(std::move(place));
  return known;
}

Automaton::State Automaton::step(State from, Letter letter) {
  const Symbol read = symbol(letter);
  const State known = steps_[from * width_ + read];
  return known != kUnknown ? known : make_step(from, letter, read);
}

Automaton::State Automaton::make_step(State from, Letter letter, Symbol symbol) {
  Place place;
  ++round_;
  for (const std::uint32_t atom : places_[from].atoms) {
    const Instruction& instruction = program_->code()[atom];
    if (letters_->has(letter, instruction.argument)) follow(instruction.next, false, place);
  }
  const State to = number_of(std::move(place));
  steps_[from * width_ + symbol] = to;
  return to;
}

Automaton::State Automaton::number_of(Place place) {
  if (place.matches) return kMatched;
  if (place.atoms.empty() && !place.matches_at_end) return kDead;
  std::ranges::sort(place.atoms);
  auto& known = by_atoms_[place.matches_at_end ? 1 : 0];
  const auto [at, is_new] = known.try_emplace(place.atoms, static_cast<State>(places_.size()));
  if (is_new) add_state(std::move(place));
  return at->second;
}

void Automaton::add_state(Place place) {
  places_.push_back(std::move(place));
  steps_.resize(places_.size() * width_, kUnknown);
  is_large_ = is_large_ || steps_.size() > kMostSteps;
}

Automaton::Symbol Automaton::symbol(Letter letter) {
  if (letter < symbols_.size() && symbols_[letter] != kNoSymbol) return symbols_[letter];
  return make_symbol(letter);
}

Automaton::Symbol Automaton::make_symbol(Letter letter) {
  const auto set = letters_->set(letter);
  std::uint64_t key = 1;
  for (std::size_t w = 0; w < own_atoms_.size(); ++w) key = mix_key(key, set[w] & own_atoms_[w]);
  const auto known = known_symbols_.find(key);
  const auto made = static_cast<Symbol>(known ? *known : known_symbols_.size());
  if (!known) known_symbols_.put(key, made);
  if (made >= width_) widen();
  is_large_ = is_large_ || steps_.size() > kMostSteps || known_symbols_.size() >= kNoSymbol / 2;
  if (symbols_.size() <= letter) symbols_.resize(letter + 1, kNoSymbol);
  symbols_[letter] = made;
  return made;
}

void Automaton::widen() {
  std::vector<State> wider(places_.size() * width_ * 2, kUnknown);
  for (std::size_t state = 0; state < places_.size(); ++state) {
    std::copy_n(steps_.begin() + static_cast<std::ptrdiff_t>(state * width_), width_,
                wider.begin() + static_cast<std::ptrdiff_t>(state * width_ * 2));
  }
  steps_ = std::move(wider);
  width_ *= 2;
}

void Automaton::follow(std::uint32_t instruction, bool at_begin, Place& place) {
  seen_.resize(program_->code().size());
  auto& ways = ways_;
  ways.assign(1, instruction);
  while (!ways.empty()) {
    const std::uint32_t at = ways.back();
    ways.pop_back();
    if (std::exchange(seen_[at], round_) == round_) continue;
    const Instruction& step = program_->code()[at];
    switch (step.op) {
      case Op::atom:
        place.atoms.push_back(at);
        break;
      case Op::match:
        place.matches = true;
        break;
      case Op::end:
        place.matches_at_end = place.matches_at_end || reaches_match(step.next, at_begin);
        break;
      case Op::choice:
        ways.push_back(step.second);
        ways.push_back(step.next);
        break;
      case Op::save:
        ways.push_back(step.next);
        break;
      case Op::begin:
        if (at_begin) ways.push_back(step.next);
        break;
    }
  }
}

/// At the end of the row.
bool Automaton::reaches_match(std::uint32_t instruction, bool at_begin) const {
  std::vector<bool> seen(program_->code().size());
  std::vector<std::uint32_t> ways{instruction};
  while (!ways.empty()) {
    const std::uint32_t at = ways.back();
    ways.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    const Instruction& step = program_->code()[at];
    if (step.op == Op::match) return true;
    if (step.op == Op::atom || (step.op == Op::begin && !at_begin)) continue;
    ways.push_back(step.next);
    if (step.op == Op::choice) ways.push_back(step.second);
  }
  return false;
}

}  // namespace rawabit
