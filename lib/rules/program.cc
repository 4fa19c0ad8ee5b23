#include "rules/program.h"

#include <algorithm>
#include <string>

namespace rawabit {

// Instructions are numbered with 16 bits; a pattern is refused a little after there are too many.
static_assert(Program::kMaxInstructions < 0x8000);

namespace {

/// False where the instruction asks for a letter that does not stand there.
bool may_pass(const Instruction& step, std::span<const Letter> row, const Letters& letters,
              std::uint32_t at) {
  if (step.op != Instruction::Op::atom) return true;
  return at < row.size() && letters.has(row[at], step.argument);
}

}  // namespace

/// Writes the program from its end to its begin: each piece knows what follows it.
class Program::Compiler {
 public:
  using Number = Instruction::Number;

  explicit Compiler(Program& program) : program_(program) {}

  /// The first instruction of the pattern, repeated as it says, with `next` after it.
  Number repeated(const BoundPattern& node, Number next) {
    Number at = next;
    if (node.max < 0) {
      at = node.min == 0 ? any_number(node, next) : at_least_once(node, next);
      for (int i = 1; i < node.min; ++i) at = once(node, at);
      return at;
    }
    for (int i = node.min; i < node.max && !is_full(); ++i) at = choice(once(node, at), next, node);
    for (int i = 0; i < node.min && !is_full(); ++i) at = once(node, at);
    return at;
  }

  Number add(Instruction instruction) {
    program_.code_.push_back(instruction);
    return static_cast<Number>(program_.code_.size() - 1);
  }
  [[nodiscard]] bool is_full() const { return program_.code_.size() > kMaxInstructions; }

 private:
  using Op = Instruction::Op;

  Number choice(Number more, Number next, const BoundPattern& node) {
    Instruction made{.op = Op::choice, .next = more, .second = next};
    if (node.lazy) std::swap(made.next, made.second);
    return add(made);
  }

  /// A loop that comes back to its choice after each time.
  Number at_least_once(const BoundPattern& node, Number next) {
    const Number loop = add({.op = Op::choice});
    const Number body = once(node, loop);
    Instruction& made = program_.code_[loop];
    made.next = node.lazy ? next : body;
    made.second = node.lazy ? body : next;
    return body;
  }

  /// Where the body can be empty, the loop's own choice would end it too early.
  Number any_number(const BoundPattern& node, Number next) {
    if (node.may_be_empty_once()) return choice(at_least_once(node, next), next, node);
    const Number loop = add({.op = Op::choice});
    const Number first = once(node, loop);
    Instruction& made = program_.code_[loop];
    made.next = node.lazy ? next : first;
    made.second = node.lazy ? first : next;
    return loop;
  }

  Number once(const BoundPattern& node, Number next) {
    if (is_full()) return next;
    if (!node.capture) return content(node, next);
    const std::size_t slot = 2 * (*node.capture + 1);
    const Number close =
        add({.op = Op::save, .next = next, .argument = static_cast<Number>(slot + 1)});
    return add(
        {.op = Op::save, .next = content(node, close), .argument = static_cast<Number>(slot)});
  }

  Number content(const BoundPattern& node, Number next) {
    switch (node.kind) {
      case BoundPattern::Kind::atom:
        return add({.op = Op::atom, .next = next, .argument = static_cast<Number>(node.atom)});
      case BoundPattern::Kind::begin:
        return add({.op = Op::begin, .next = next});
      case BoundPattern::Kind::end:
        return add({.op = Op::end, .next = next});
      case BoundPattern::Kind::alternation:
        return alternation(node, next);
      case BoundPattern::Kind::sequence:
        break;
    }
    for (std::size_t i = node.children.size(); i-- > 0;) next = repeated(node.children[i], next);
    return next;
  }

  Number alternation(const BoundPattern& node, Number next) {
    Number at = repeated(node.children.back(), next);
    for (std::size_t i = node.children.size() - 1; i-- > 0;) {
      at = add({.op = Op::choice, .next = repeated(node.children[i], next), .second = at});
    }
    return at;
  }

  Program& program_;
};

Result<Program> Program::compile(const BoundPattern& pattern, std::size_t captures) {
  Program program;
  Compiler compiler(program);
  const Instruction::Number match = compiler.add({.op = Instruction::Op::match});
  program.start_ = compiler.repeated(pattern, match);
  if (compiler.is_full()) {
    return Error{Error::Kind::data, "too large a pattern: expected at most " +
                                        std::to_string(kMaxInstructions) + " steps"};
  }
  program.slots_ = 2 * (captures + 1);
  program.may_be_empty_ = pattern.may_be_empty();
  program.number_joins();
  return program;
}

/// Every loop has a join, and between two joins the program is a tree: no need to mark more.
void Program::number_joins() {
  std::vector<std::uint32_t> ways(code_.size(), 0);
  ways[start_] = 1;
  for (const Instruction& instruction : code_) {
    if (instruction.op == Instruction::Op::match) continue;
    ++ways[instruction.next];
    if (instruction.op == Instruction::Op::choice) ++ways[instruction.second];
  }
  for (std::size_t i = 0; i < code_.size(); ++i) {
    if (ways[i] > 1) code_[i].join = static_cast<Instruction::Number>(++joins_);
  }
}

void Search::prepare(const Program& program, std::size_t letters) {
  places_ = letters + 1;
  for (const std::uint32_t word : touched_) visited_[word] = 0;
  touched_.clear();
  const std::size_t words = (program.joins() * places_ + 63) / 64;
  if (visited_.size() < words) visited_.resize(words);
  slots_.assign(program.slots(), kNone);  // a start in vain leaves them so
}

bool Search::visit(std::uint32_t join, std::uint32_t at) {
  const std::size_t bit = (join - 1) * places_ + at;
  std::uint64_t& word = visited_[bit / 64];
  const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
  if ((word & mask) != 0) return false;
  if (word == 0) touched_.push_back(static_cast<std::uint32_t>(bit / 64));
  word |= mask;
  return true;
}

bool Search::run_at(const Program& program, std::span<const Letter> row, const Letters& letters,
                    std::uint32_t at) {
  slots_[0] = at;
  jobs_.clear();
  jobs_.push_back({program.start(), at, kNone});
  while (!jobs_.empty()) {
    const Job job = jobs_.back();
    jobs_.pop_back();
    if (job.slot != kNone) {
      slots_[job.slot] = job.at;
    } else if (follow(program, row, letters, job.instruction, job.at)) {
      return true;
    }
  }
  return false;
}

bool Search::follow(const Program& program, std::span<const Letter> row, const Letters& letters,
                    std::uint32_t instruction, std::uint32_t at) {
  using Op = Instruction::Op;
  while (true) {
    const Instruction& step = program.code()[instruction];
    if (step.join != 0 && !visit(step.join, at)) return false;
    switch (step.op) {
      case Op::atom:
        if (!may_pass(step, row, letters, at)) return false;
        ++at;
        break;
      case Op::choice: {
        const bool has_second = may_pass(program.code()[step.second], row, letters, at);
        if (!may_pass(program.code()[step.next], row, letters, at)) {
          if (!has_second) return false;
          instruction = step.second;
          continue;
        }
        if (has_second) jobs_.push_back({step.second, at, kNone});
        break;
      }
      case Op::save:
        jobs_.push_back({0, slots_[step.argument], step.argument});
        slots_[step.argument] = at;
        break;
      case Op::begin:
        if (at != 0) return false;
        break;
      case Op::end:
        if (at != row.size()) return false;
        break;
      case Op::match:
        slots_[1] = at;
        return true;
    }
    instruction = step.next;
  }
}

}  // namespace rawabit
