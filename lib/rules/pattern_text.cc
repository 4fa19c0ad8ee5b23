#include "rules/pattern_text.h"

#include <fmt/format.h>

#include <string_view>

namespace rawabit {
namespace {

std::string_view prefix_of(const ProcliticSpec& spec) {
  using Conj = ProcliticSpec::Conj;
  switch (spec.prep) {
    case ProcliticSpec::Prep::beh:
      return "b+";
    case ProcliticSpec::Prep::lam:
      return "l+";
    case ProcliticSpec::Prep::kaf:
      return "k+";
    case ProcliticSpec::Prep::some:
      return "p+";
    case ProcliticSpec::Prep::any:
      return "*+";
    case ProcliticSpec::Prep::none:
      break;
  }
  if (spec.conj == Conj::none) return "";
  return spec.conj == Conj::required ? "w+" : "w?+";
}

std::string atom_text(const Atom& atom) {
  std::string text(prefix_of(atom.proclitics));
  switch (atom.kind) {
    case Atom::Kind::any:
      return ".";
    case Atom::Kind::literal:
      return text + '"' + atom.name + '"';
    case Atom::Kind::not_in_class:
      return "!" + atom.name;
    case Atom::Kind::in_class:
      break;
  }
  return text + atom.name;
}

std::string quantifier_text(const PatternNode& node) {
  if (node.min == 1 && node.max == 1) return {};
  std::string text;
  if (node.min == 0 && node.max == 1) {
    text = "?";
  } else if (node.max < 0 && node.min < 2) {
    text = node.min == 0 ? "*" : "+";
  } else {
    text = fmt::format("{{{},{}}}", node.min, node.max < 0 ? "" : std::to_string(node.max));
  }
  return node.lazy ? text + '?' : text;
}

bool is_plain(const PatternNode& node) {
  return node.min == 1 && node.max == 1 && node.capture.empty();
}

std::string inside_text(const PatternNode& node) {
  std::string text;
  for (const PatternNode& child : node.children) {
    if (!text.empty()) text += node.kind == PatternNode::Kind::alternation ? " | " : " ";
    text += text_of(child);
  }
  return text;
}

/// In brackets, unless it is but one atom.
std::string group_text(const PatternNode& node) {
  if (node.children.size() != 1) return '(' + inside_text(node) + ')';
  const PatternNode& only = node.children.front();
  if (!is_plain(only)) return '(' + text_of(only) + ')';
  return only.children.empty() ? text_of(only) : group_text(only);
}

}  // namespace

std::string text_of(const PatternNode& node) {
  switch (node.kind) {
    case PatternNode::Kind::begin:
      return "^";
    case PatternNode::Kind::end:
      return "$";
    case PatternNode::Kind::atom:
      return (node.capture.empty() ? "" : "@" + node.capture + ":") + atom_text(node.atom) +
             quantifier_text(node);
    case PatternNode::Kind::sequence:
    case PatternNode::Kind::alternation:
      break;
  }
  if (node.children.size() == 1 && is_plain(node)) return text_of(node.children.front());
  return (node.capture.empty() ? "" : "@" + node.capture + ":") + group_text(node) +
         quantifier_text(node);
}

}  // namespace rawabit
