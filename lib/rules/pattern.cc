#include "rules/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "text/fold.h"

namespace rawabit {
namespace {

bool is_name_char(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// How large a pattern is: its nodes, and how deep they are nested.
struct Extent {
  std::size_t nodes = 1;
  std::size_t depth = 1;
};
Extent extent_of(const PatternNode& node) {
  Extent all;
  for (const PatternNode& child : node.children) {
    const Extent one = extent_of(child);
    all.nodes += one.nodes;
    all.depth = std::max(all.depth, one.depth + 1);
  }
  return all;
}

/// Recursive descent over the pattern's text. The first error wins.
class Parser {
 public:
  Parser(std::string_view text, const PatternMacros& macros) : text_(text), macros_(macros) {}

  Result<PatternNode> parse() {
    PatternNode node = alternation();
    if (!error_ && at_ < text_.size()) fail("the end of the pattern");
    if (error_) return *error_;
    return node;
  }

 private:
  void fail(std::string_view expected) {
    if (error_) return;
    error_ =
        Error{Error::Kind::data, fmt::format("pattern, column {}: expected {}", at_ + 1, expected)};
  }
  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }
  bool take(char c) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  std::string_view name() {
    const std::size_t start = at_;
    while (at_ < text_.size() && is_name_char(text_[at_])) ++at_;
    return text_.substr(start, at_ - start);
  }
  bool at_end_of_sequence() {
    skip_space();
    return at_ >= text_.size() || text_[at_] == '|' || text_[at_] == ')';
  }

  /// Says so where what is at hand would make the pattern too large.
  bool fits(Extent more) {
    nodes_ += more.nodes;
    if (nodes_ > kMaxNodes) fail(fmt::format("at most {} parts of a pattern", kMaxNodes));
    if (depth_ + more.depth > kMaxDepth) {
      fail(fmt::format("at most {} patterns within one another", kMaxDepth));
    }
    return !error_;
  }

  PatternNode alternation() {
    depth_ += 2;  // a group may be two nodes
    if (!fits({})) return {};
    PatternNode node = sequence();
    if (take('|')) {
      PatternNode first = std::exchange(node, {.kind = PatternNode::Kind::alternation});
      node.children.push_back(std::move(first));
      do node.children.push_back(sequence());
      while (!error_ && take('|'));
    }
    depth_ -= 2;
    return node;
  }

  PatternNode sequence() {
    PatternNode node;
    while (!error_ && !at_end_of_sequence()) node.children.push_back(item());
    if (node.children.empty()) fail("a class, a literal, a group or an anchor");
    return node;
  }

  PatternNode item() {
    std::string capture;
    if (take('@')) {
      capture = name();
      if (capture.empty() || !take(':')) fail("a capture as @name:");
    }
    PatternNode node = primary();
    if (!capture.empty()) {
      quantify(node);
      PatternNode outer;
      outer.capture = std::move(capture);
      outer.children.push_back(std::move(node));
      node = std::move(outer);
    }
    quantify(node);
    return node;
  }

  PatternNode primary() {
    if (take('(')) {
      PatternNode node = alternation();
      if (!take(')')) fail("')'");
      return wrapped(std::move(node));
    }
    if (take('^')) return {.kind = PatternNode::Kind::begin};
    if (take('$')) return {.kind = PatternNode::Kind::end};
    return atom();
  }

  /// A group of its own, so that a quantifier does not replace one inside.
  static PatternNode wrapped(PatternNode inner) {
    PatternNode outer;
    outer.children.push_back(std::move(inner));
    return outer;
  }

  PatternNode atom() {
    PatternNode node{.kind = PatternNode::Kind::atom};
    if (!fits({})) return node;
    const bool negated = take('!');
    skip_space();
    const std::size_t before = at_;
    node.atom.proclitics = prefix();
    if (at_ < text_.size() && text_[at_] == '"') {
      node.atom.kind = Atom::Kind::literal;
      node.atom.name = literal();
    } else if (take('.')) {
      node.atom.kind = Atom::Kind::any;
      if (at_ == before + 1) {
        node.atom.proclitics = {ProcliticSpec::Conj::any, ProcliticSpec::Prep::any};
      }
    } else {
      node.atom.kind = negated ? Atom::Kind::not_in_class : Atom::Kind::in_class;
      if (negated) node.atom.proclitics = {ProcliticSpec::Conj::any, ProcliticSpec::Prep::any};
      node.atom.name = name();
      if (node.atom.name.empty()) fail("the name of a class");
      if (const auto macro = macros_.find(node.atom.name); macro != macros_.end()) {
        if (negated) fail("a class after '!', not a named pattern");
        if (!fits(extent_of(macro->second))) return node;
        return expanded(macro->second, node.atom.proclitics);
      }
    }
    return node;
  }

  /// The macro's pattern; a prefix before its name goes to every atom that it can start with.
  PatternNode expanded(PatternNode node, ProcliticSpec spec) {
    if (spec != ProcliticSpec{}) put_prefix(node, spec);
    return wrapped(std::move(node));
  }
  static bool put_prefix(PatternNode& node, ProcliticSpec spec) {
    if (node.kind == PatternNode::Kind::atom) {
      node.atom.proclitics = spec;
      return node.min > 0;
    }
    if (node.kind == PatternNode::Kind::alternation) {
      for (PatternNode& child : node.children) put_prefix(child, spec);
      return node.min > 0;
    }
    for (PatternNode& child : node.children) {
      if (put_prefix(child, spec)) return node.min > 0;
    }
    return false;
  }

  std::string literal() {
    const std::size_t close = text_.find('"', at_ + 1);
    if (close == std::string_view::npos) {
      fail("'\"' at the end of the literal");
      return {};
    }
    std::string folded = fold(text_.substr(at_ + 1, close - at_ - 1));
    if (folded.empty() || folded.find(' ') != std::string::npos) fail("one word as a literal");
    at_ = close + 1;
    return folded;
  }

  ProcliticSpec prefix() {
    using Conj = ProcliticSpec::Conj;
    using Prep = ProcliticSpec::Prep;
    static constexpr std::pair<std::string_view, ProcliticSpec> kPrefixes[] = {
        {"w?+", {Conj::any, Prep::none}}, {"w+", {Conj::required, Prep::none}},
        {"b+", {Conj::any, Prep::beh}},   {"l+", {Conj::any, Prep::lam}},
        {"k+", {Conj::any, Prep::kaf}},   {"p+", {Conj::any, Prep::some}},
        {"*+", {Conj::any, Prep::any}}};
    for (const auto& [written, spec] : kPrefixes) {
      if (!text_.substr(at_).starts_with(written)) continue;
      at_ += written.size();
      return spec;
    }
    return {};
  }

  void quantify(PatternNode& node) {
    if (at_ >= text_.size()) return;
    switch (text_[at_]) {
      case '?':
        node.min = 0, node.max = 1;
        break;
      case '*':
        node.min = 0, node.max = -1;
        break;
      case '+':
        node.min = 1, node.max = -1;
        break;
      case '{':
        bounds(node);
        return;
      default:
        return;
    }
    ++at_;
    lazy_mark(node);
  }
  void lazy_mark(PatternNode& node) {
    node.lazy = at_ < text_.size() && text_[at_] == '?';
    if (node.lazy) ++at_;
  }

  void bounds(PatternNode& node) {
    ++at_;
    node.min = number();
    node.max = take(',') ? number() : node.min;
    if (!take('}') || node.max < node.min) fail("bounds as {m,n}");
    lazy_mark(node);
  }
  int number() {
    skip_space();
    int value = -1;
    const auto [end, problem] =
        std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
    if (problem != std::errc{} || value < 0 || value > 100) fail("a number up to 100");
    at_ = static_cast<std::size_t>(end - text_.data());
    return value;
  }

  std::string_view text_;
  const PatternMacros& macros_;
  std::size_t at_ = 0;
  std::size_t nodes_ = 0;
  std::size_t depth_ = 0;
  std::optional<Error> error_;
};

/// Adds the atoms that `node` can start with; true when it can also match nothing.
bool add_first(const PatternNode& node, std::vector<Atom>& out) {
  switch (node.kind) {
    case PatternNode::Kind::begin:
    case PatternNode::Kind::end:
      return true;
    case PatternNode::Kind::atom:
      out.push_back(node.atom);
      return node.min == 0;
    case PatternNode::Kind::alternation: {
      bool nothing = node.min == 0;
      for (const PatternNode& child : node.children) nothing |= add_first(child, out);
      return nothing;
    }
    case PatternNode::Kind::sequence:
      break;
  }
  for (const PatternNode& child : node.children) {
    if (!add_first(child, out)) return node.min == 0;
  }
  return true;
}

void add_first_of(const PatternNode& node, std::string_view capture, std::vector<Atom>& out) {
  if (node.capture == capture) {
    add_first(node, out);
    return;
  }
  for (const PatternNode& child : node.children) add_first_of(child, capture, out);
}

void add_captures(const PatternNode& node, std::vector<std::string>& out) {
  if (!node.capture.empty()) out.push_back(node.capture);
  for (const PatternNode& child : node.children) add_captures(child, out);
}

void add_literals(const PatternNode& node, std::vector<std::string>& out) {
  if (node.kind == PatternNode::Kind::atom && node.atom.kind == Atom::Kind::literal) {
    out.push_back(node.atom.name);
  }
  for (const PatternNode& child : node.children) add_literals(child, out);
}

}  // namespace

bool ProcliticSpec::admits(const Proclitics& found) const {
  const bool has_conj = found.conjunction != Conjunction::none;
  if (conj == Conj::none && has_conj) return false;
  if (conj == Conj::required && !has_conj) return false;
  switch (prep) {
    case Prep::any:
      return true;
    case Prep::none:
      return found.preposition == Preposition::none;
    case Prep::some:
      return found.preposition != Preposition::none;
    case Prep::beh:
      return found.preposition == Preposition::beh;
    case Prep::lam:
      return found.preposition == Preposition::lam;
    case Prep::kaf:
      return found.preposition == Preposition::kaf;
  }
  return false;
}

Result<PatternNode> parse_pattern(std::string_view text, const PatternMacros& macros) {
  return Parser(text, macros).parse();
}

std::vector<std::string> capture_names(const PatternNode& pattern) {
  std::vector<std::string> names;
  add_captures(pattern, names);
  return names;
}

std::vector<std::string> literals(const PatternNode& pattern) {
  std::vector<std::string> words;
  add_literals(pattern, words);
  return words;
}

std::vector<Atom> first_atoms(const PatternNode& pattern, std::string_view capture) {
  std::vector<Atom> atoms;
  add_first_of(pattern, capture, atoms);
  return atoms;
}

}  // namespace rawabit
