// Rule files: the grammar as data.
//
//   # comment
//   class NAME_WORD = WORD & !VERB & !PREP | GIVEN      a class of tokens, by the classes they have
//   let   PERSONISH = (RANK | HONORIFIC)* NAME_WORD     a pattern to be used by its name
//
//   rule person.with_rank
//     match  @t:RANK+ @who:(NAME{1,6})
//     make   person who                                 a mention; kind=, as=, drop=, short=yes,
//                                                       head= and with= may follow;
//                                                       drop=beginning drops what begins it
//     mark   TITLED_PERSON t..who head=who              one symbol for a stretch; no mention
//     rel    has_title who t                            every mention in `who` to every one in `t`
//     same   o acronym                                  two captures that are one entity
//     yes    TEXT => person NAME; rank NAME; NAME has_title NAME
//     no     TEXT
//
// head= names the capture of a plural ("the ministries of"), or of a mention that has one: the new
// mention is read with its singular (attribute one= in the gazetteers) in front. with= names what
// stands behind that head as well, said once for two ("the Iraqi and the Syrian army"): words, or a
// mention that has its own so.
// In `class`, X asks whether the token alone is an entry of that class, X~ whether it is part of a
// longer one too; & binds tighter than |. `a..b` stands for the stretch from the begin of capture a
// to the end of capture b. A relation's end is a capture or $meeting, $person, $organization, ...:
// the last mention of that type before the match, or $employer, $these (references.h);
// holder:CAPTURE are the titles in it, for the people who hold them (relate/holders.h); side:END
// are the people in it, for the bodies or states that they work for (relate/sides.h);
// origin:CAPTURE are the states of the adjectives of origin in it (rules/origins.h). `rel`
// options: modality=, confidence=, origin=, subject= and object= (types: only such mentions). `yes`
// is found by the whole cascade, by that rule; `no` is a text where the rule must find nothing.
//
// Anything else is an Error with file and line, and what was expected.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/types.h"
#include "rules/pattern.h"

namespace rawabit {

/// From the begin of one capture to the end of another (mostly the same).
struct CaptureRange {
  std::string first;
  std::string last;
};

struct MakeAction {
  EntityType type = EntityType::person;
  TitleKind kind = TitleKind::none;
  CaptureRange what;
  std::vector<std::string> classes;  ///< of the new symbol, beside the type's own
  std::vector<EntityType> drop;      ///< mentions of these types inside are none
  bool drops_beginning = false;      ///< a mention of its type that begins it is only a part of it
  bool is_short = false;             ///< stands for what another mention names (short=yes)
  std::string head;                  ///< the capture of the plural that heads it; mostly empty
  CaptureRange with;                 ///< what its name shares with another's; mostly empty
};

struct MarkAction {
  std::string class_name;
  CaptureRange what;
  std::string head;  ///< the capture whose mentions the symbol stands for; empty: all inside
};

struct RelationAction {
  Predicate predicate = Predicate::has_title;
  std::string subject;
  std::string object;
  Modality modality = Modality::asserted;
  Origin origin = Origin::text;
  double confidence = 0.9;
  std::vector<EntityType> subject_types;  ///< only mentions of these; empty: as the ontology allows
  std::vector<EntityType> object_types;
};

/// `holder:` before an end's capture: the titles in it stand for those who hold them.
inline constexpr std::string_view kHolder = "holder:";

/// `side:` before an end: the people in it stand for the body or state that they work for.
inline constexpr std::string_view kSide = "side:";

/// `origin:` before an end's capture: the states whose adjectives stand in it.
inline constexpr std::string_view kOrigin = "origin:";

/// The capture, or the `$` reference, that an end names.
[[nodiscard]] constexpr std::string_view end_capture(std::string_view end) {
  for (const std::string_view prefix : {kHolder, kSide, kOrigin}) {
    if (end.starts_with(prefix)) end.remove_prefix(prefix.size());
  }
  return end;
}

/// Two mentions are one entity: a name and the acronym that the article gives it.
struct SameAction {
  std::string first;
  std::string second;
};

struct RuleExample {
  std::string text = {};
  std::vector<std::string> expected =
      {};  ///< "person NAME", "A predicate B"; empty for a `no` line
  bool is_yes = true;
  int line = 0;
};

struct Rule {
  std::string name;
  std::string file;
  int line = 0;
  PatternNode pattern;
  std::vector<MakeAction> makes;
  std::vector<MarkAction> marks;
  std::vector<RelationAction> relations;
  std::vector<SameAction> sames;
  std::vector<RuleExample> examples;
};

/// `class NAME = ...`: alternatives of conjunctions of terms.
struct ClassTerm {
  std::string name;
  bool negated = false;
  bool in_longer = false;  ///< X~: as a part of a longer entry too
};
struct ClassDefinition {
  std::string name;
  std::vector<std::vector<ClassTerm>> alternatives;
  std::string file;
  int line = 0;
};

struct RuleFile {
  std::vector<ClassDefinition> classes;
  std::vector<Rule> rules;
};

/// Parses the text of one rule file. `macros` holds the `let`s of the files before and gets those
/// of this one.
[[nodiscard]] Result<RuleFile> parse_rule_file(std::string_view text, std::string_view file,
                                               PatternMacros& macros);

}  // namespace rawabit
