#include <algorithm>

#include "rules/apply.h"
#include "rules/bound_pattern.h"

namespace rawabit {
namespace {

CaptureIndexes indexes_of(const std::vector<std::string>& captures, const std::string& name) {
  CaptureIndexes out;
  for (std::size_t i = 0; i < captures.size(); ++i) {
    if (captures[i] == name) out.push_back(i);
  }
  return out;
}

/// The atoms of the pattern that the capture may begin with, for each place a token of a class can
/// have there.
std::vector<BoundAtom> bound_first_atoms(const Rule& rule, const std::string& capture,
                                         const ClassTable& classes) {
  std::vector<BoundAtom> out;
  for (const Atom& atom : first_atoms(rule.pattern, capture)) {
    const auto bound = first_bound_atoms(atom, classes);
    out.insert(out.end(), bound.begin(), bound.end());
  }
  return out;
}

BoundRange bind_range(const Rule& rule, const CaptureRange& range,
                      const std::vector<std::string>& captures, const ClassTable& classes) {
  auto atoms = bound_first_atoms(rule, range.first, classes);
  if (range.last != range.first) {  // the first may be missing from a match
    const auto more = bound_first_atoms(rule, range.last, classes);
    atoms.insert(atoms.end(), more.begin(), more.end());
  }
  return {indexes_of(captures, range.first), indexes_of(captures, range.last), std::move(atoms)};
}

}  // namespace

RuleActions bind_actions(const Rule& rule, const std::vector<std::string>& captures,
                         const ClassTable& classes) {
  RuleActions out;
  for (const MakeAction& action : rule.makes) {
    RuleActions::Make make{bind_range(rule, action.what, captures, classes),
                           {classes.named(name_of(action.type))},
                           {},
                           {}};
    for (const std::string& name : action.classes) make.classes.push_back(classes.named(name));
    if (!action.head.empty()) make.head = indexes_of(captures, action.head);
    if (!action.with.first.empty()) make.with = bind_range(rule, action.with, captures, classes);
    out.makes.push_back(std::move(make));
  }
  for (const MarkAction& action : rule.marks) {
    out.marks.push_back({bind_range(rule, action.what, captures, classes),
                         classes.named(action.class_name), indexes_of(captures, action.head)});
  }
  for (const RelationAction& action : rule.relations) {
    out.relations.push_back({indexes_of(captures, std::string(end_capture(action.subject))),
                             indexes_of(captures, std::string(end_capture(action.object)))});
  }
  for (const SameAction& action : rule.sames) {
    out.sames.push_back({indexes_of(captures, action.first), indexes_of(captures, action.second)});
  }
  return out;
}

}  // namespace rawabit
