// What a match does: makes mentions, marks stretches, relates mentions, equates them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "rules/alphabet.h"
#include "rules/class_table.h"
#include "rules/parse.h"
#include "rules/rule_file.h"

namespace rawabit {

/// Tokens [first, second); empty when the capture did not take part in the match.
using TokenSpan = std::pair<std::uint32_t, std::uint32_t>;

/// What the captures of a match hold, in order of opening.
using Captures = std::span<const TokenSpan>;

/// The captures of one name, of which at most one takes part in a match.
using CaptureIndexes = std::vector<std::size_t>;

struct BoundRange {
  CaptureIndexes first;
  CaptureIndexes last;
  std::vector<BoundAtom> first_atoms;  ///< what the first token must be read as
};

/// A rule's actions with captures and classes looked up; parallel to the rule's own lists.
struct RuleActions {
  struct Make {
    BoundRange what;
    std::vector<ClassId> classes;
    CaptureIndexes head;
    BoundRange with;
  };
  struct MarkAs {
    BoundRange what;
    ClassId cls = 0;
    CaptureIndexes head;
  };
  struct Ends {
    CaptureIndexes subject;  ///< empty: $type
    CaptureIndexes object;
  };
  std::vector<Make> makes;
  std::vector<MarkAs> marks;
  std::vector<Ends> relations;
  std::vector<Ends> sames;
};

[[nodiscard]] RuleActions bind_actions(const Rule& rule, const std::vector<std::string>& captures,
                                       const ClassTable& classes);

/// The tokens that the actions put under new nodes; `whole` where they make none.
[[nodiscard]] TokenSpan covered(const RuleActions& actions, Captures captures, TokenSpan whole);

/// True when the row changed.
bool apply_actions(Parse& parse, std::size_t row, const Rule& rule, const RuleActions& actions,
                   Captures captures, TokenSpan whole, const ClassTable& classes);

/// Puts one node with these classes over the row's nodes that cover exactly `tokens`; the node's
/// number, nothing when they do not start and end on node borders.
[[nodiscard]] std::optional<std::uint32_t> collapse(Parse& parse, std::size_t row, TokenSpan tokens,
                                                    const Proclitics& proclitics,
                                                    const std::vector<ClassId>& given,
                                                    const ClassTable& classes);

/// A post stands for its title and body, or for whoever holds it: for the title alone.
enum class Posts : std::uint8_t { whole, of_people };

/// The outermost mentions in the row within `tokens`, or the heads of the stretches marked there.
void collect_mentions(const Parse& parse, std::size_t row, TokenSpan tokens, Posts posts,
                      std::vector<std::uint32_t>& out);

}  // namespace rawabit
