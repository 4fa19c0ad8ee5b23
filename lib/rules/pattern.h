// The match pattern of a rule: a regular expression whose letters are tokens and mentions.
//
//   @titles:(RANK | HONORIFIC)+ @who:(NAME{1,6})      captures, groups, alternatives, quantifiers
//   w?+NAME  b+CITY  *+ORG  NAME                      proclitics: conjunction may stand; beh must;
//                                                     anything may; none may
//   .{0,5}?                                           as few as will do
//   "text"  !VERB  .  ^  $                            literal word, anything but, any, sentence
//   ends
//
// Prefixes: `w+` a conjunction and no preposition, `w?+` perhaps a conjunction and no preposition,
// `b+` `l+` `k+` that preposition, conjunction or not, `p+` any of the three, `*+` anything at all,
// which is also what `.` and `!` ask for where no prefix stands before the dot.
// A pattern that does not parse is an Error that says what was expected at which column, as is one
// of more than kMaxNodes parts, or nested deeper than kMaxDepth, with the named patterns in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "tokens/clitics.h"

namespace rawabit {

/// Which proclitics an atom asks for.
struct ProcliticSpec {
  enum class Conj : std::uint8_t { none, required, any };
  enum class Prep : std::uint8_t { none, beh, lam, kaf, some, any };
  Conj conj = Conj::none;
  Prep prep = Prep::none;
  auto operator<=>(const ProcliticSpec&) const = default;

  [[nodiscard]] bool admits(const Proclitics& found) const;
};

/// One letter of a pattern: a class (or anything but it), a literal word, or any token at all.
struct Atom {
  enum class Kind : std::uint8_t { in_class, not_in_class, literal, any };
  Kind kind = Kind::any;
  ProcliticSpec proclitics;
  std::string name;  ///< of the class, or the folded literal
  auto operator<=>(const Atom&) const = default;
};

struct PatternNode {
  enum class Kind : std::uint8_t { atom, sequence, alternation, begin, end };
  Kind kind = Kind::sequence;
  Atom atom = {};
  std::vector<PatternNode> children = {};
  int min = 1;
  int max = 1;               ///< -1: without bound
  bool lazy = false;         ///< as few as will do (a '?' after the quantifier)
  std::string capture = {};  ///< the name after '@'; empty for none
};

/// Named patterns (`let`), put in wherever their name stands.
using PatternMacros = std::map<std::string, PatternNode, std::less<>>;

inline constexpr std::size_t kMaxNodes = 20000;
inline constexpr std::size_t kMaxDepth = 200;

[[nodiscard]] Result<PatternNode> parse_pattern(std::string_view text, const PatternMacros& macros);

/// The names of the captures in the order of their opening; one may stand in several alternatives.
[[nodiscard]] std::vector<std::string> capture_names(const PatternNode& pattern);

/// The literal words of the pattern, folded.
[[nodiscard]] std::vector<std::string> literals(const PatternNode& pattern);

/// The atoms that the parts of the pattern captured as `capture` can start with.
[[nodiscard]] std::vector<Atom> first_atoms(const PatternNode& pattern, std::string_view capture);

}  // namespace rawabit
