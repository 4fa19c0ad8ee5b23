#include "rules/bound_pattern.h"

#include <algorithm>
#include <utility>

namespace rawabit {
namespace {

constexpr ProcliticSpec kAnyProclitics{ProcliticSpec::Conj::any, ProcliticSpec::Prep::any};

/// The atom for a token that alone is of the class, the literal or whatever else is asked.
BoundAtom alone(const Atom& atom, const ClassTable& classes) {
  switch (atom.kind) {
    case Atom::Kind::any:
      return {BoundAtom::Kind::any, atom.proclitics, 0};
    case Atom::Kind::literal:
      return {BoundAtom::Kind::in_class, atom.proclitics,
              marked(classes.literal(atom.name, {}), Mark::single)};
    case Atom::Kind::in_class:
    case Atom::Kind::not_in_class:
      break;
  }
  const auto kind =
      atom.kind == Atom::Kind::in_class ? BoundAtom::Kind::in_class : BoundAtom::Kind::not_in_class;
  return {kind, atom.proclitics, marked(classes.named(atom.name), Mark::single)};
}

BoundAtom placed(BoundAtom atom, Mark mark) {
  atom.cls = marked(static_cast<ClassId>(atom.cls / 4), mark);
  return atom;
}

class Binder {
 public:
  Binder(const ClassTable& classes, Alphabet& alphabet) : classes_(classes), alphabet_(alphabet) {}

  Result<BoundPattern> run(const PatternNode& pattern) {
    BoundPattern bound = bind(pattern);
    if (error_) return *error_;
    return bound;
  }

 private:
  BoundPattern bind(const PatternNode& node) {
    if (node.kind == PatternNode::Kind::begin) return {.kind = BoundPattern::Kind::begin};
    if (node.kind == PatternNode::Kind::end) return {.kind = BoundPattern::Kind::end};
    BoundPattern out = node.kind == PatternNode::Kind::atom ? atom(node.atom) : group(node);
    out.min = node.min;
    out.max = node.max;
    out.lazy = node.lazy;
    return out;
  }

  BoundPattern group(const PatternNode& node) {
    BoundPattern out;
    if (node.kind == PatternNode::Kind::alternation) out.kind = BoundPattern::Kind::alternation;
    if (!node.capture.empty()) out.capture = captures_++;
    for (const PatternNode& child : node.children) out.children.push_back(bind(child));
    return out;
  }

  BoundPattern letter(const BoundAtom& atom) {
    BoundPattern out{.kind = BoundPattern::Kind::atom};
    const auto index = alphabet_.atom(atom);
    if (index) {
      out.atom = *index;
    } else if (!error_) {
      error_ = index.error();
    }
    return out;
  }

  BoundPattern atom(const Atom& atom) {
    const bool is_class =
        atom.kind == Atom::Kind::in_class || atom.kind == Atom::Kind::not_in_class;
    if (is_class && classes_.named(atom.name) == Lexicon::kNoClass) {
      if (!error_) error_ = Error{Error::Kind::data, "unknown class '" + atom.name + "'"};
      return {};
    }
    const BoundAtom single = alone(atom, classes_);
    if (atom.kind != Atom::Kind::in_class) return letter(single);
    return single_or_longer(single);
  }

  BoundPattern single_or_longer(const BoundAtom& single) {
    BoundAtom rest = single;
    rest.proclitics = kAnyProclitics;
    BoundPattern longer;
    BoundPattern out{.kind = BoundPattern::Kind::alternation};
    out.children.push_back(letter(single));
    longer.children.push_back(letter(placed(single, Mark::begin)));
    longer.children.push_back(letter(placed(rest, Mark::inside)));
    longer.children.back().min = 0;
    longer.children.back().max = -1;
    longer.children.push_back(letter(placed(rest, Mark::end)));
    out.children.push_back(std::move(longer));
    return out;
  }

  const ClassTable& classes_;
  Alphabet& alphabet_;
  std::size_t captures_ = 0;
  std::optional<Error> error_;
};

}  // namespace

bool BoundPattern::may_be_empty_once() const {
  const auto is_empty = [](const BoundPattern& child) { return child.may_be_empty(); };
  switch (kind) {
    case Kind::atom:
      return false;
    case Kind::begin:
    case Kind::end:
      return true;
    case Kind::alternation:
      return std::ranges::any_of(children, is_empty);
    case Kind::sequence:
      break;
  }
  return std::ranges::all_of(children, is_empty);
}

Result<BoundPattern> bind_pattern(const PatternNode& pattern, const ClassTable& classes,
                                  Alphabet& alphabet) {
  return Binder(classes, alphabet).run(pattern);
}

std::vector<BoundAtom> first_bound_atoms(const Atom& atom, const ClassTable& classes) {
  const BoundAtom single = alone(atom, classes);
  if (atom.kind != Atom::Kind::in_class) return {single};
  return {single, placed(single, Mark::begin)};
}

}  // namespace rawabit
