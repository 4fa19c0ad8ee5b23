// What a person has decided about who is who: pairs of names that are one, or are not.
//
// Takes lines of a file, columns by tabs; `#` begins a comment. A verdict is
//
//   same      TYPE  NAME  NAME  [ARTICLE [ARTICLE]]
//   not_same  TYPE  NAME  NAME  [ARTICLE [ARTICLE]]
//
// A name stands for every entity of that type whose fullest name in its article it is, in any
// spelling; with the name of an article, for what that article alone calls so, by any of its names.
// The first article goes with the first name, the second with the second; `-` or nothing: any
// article, and of two equal names, any other one.
//
// A verdict on a name takes along whatever that is one with: to say that an article's "the base"
// is an air base and not Al-Qaeda takes a `same` and a `not_same`. A `not_same` is the stronger.
//
// Refuses, with the file and the line, what is no verdict, and verdicts that contradict each
// other, also by way of others (a is b, b is c, a is not c): then the error names all their lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/types.h"
#include "resolve/across_clusters.h"
#include "resolve/across_input.h"
#include "resolve/across_known.h"

namespace rawabit {

struct Verdict {
  bool same = false;
  EntityType type = EntityType::person;
  std::string names[2];
  std::string articles[2];  ///< empty: any
  int line = 0;             ///< of the file that it stands in
  bool operator==(const Verdict&) const = default;
};

/// What spellings of a name share: of a person, the letters; else its name key.
[[nodiscard]] std::string spelling_key(EntityType type, std::string_view name);
/// The word that begins the line of a verdict.
[[nodiscard]] std::string_view word_of(const Verdict& verdict);
/// As a line of such a file, without a line end.
[[nodiscard]] std::string line_of(const Verdict& verdict);

[[nodiscard]] Result<std::vector<Verdict>> read_verdicts(const std::string& path);
[[nodiscard]] Result<std::vector<Verdict>> parse_verdicts(std::string_view text,
                                                          const std::string& file);

/// To be called before anything is joined: keeps apart what verdicts tell apart, joins what they
/// join. Where an article makes the two of a pair one entity, it stays one.
void apply_verdicts(const std::vector<Verdict>& verdicts, const AcrossInput& input,
                    const KnownNames& known, Clusters& clusters);

}  // namespace rawabit
