// Whether a body named inside the name of another is that body itself, or none.
//
// Takes two mentions, the inner inside the outer; tells whether
//   the outer is one of two companies, media or groups said in the dual: "the companies A and B";
//   a force or a service is named with the noun before its own name: "the forces of the coast
//   guard";
//   the outer is one of several that are called by the inner: "the federation of the societies of
//   the Red Cross" is no part of it;
//   the inner is only what the outer does: "the directorate for the administration of prisons".
#pragma once

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

class SameBody {
 public:
  SameBody(const Parse& parse, const Lexicon& lexicon);

  [[nodiscard]] bool is_of_pair(const FoundMention& inner, const FoundMention& outer) const;
  [[nodiscard]] bool is_own_name(const FoundMention& inner, const FoundMention& outer) const;
  [[nodiscard]] bool is_act(const FoundMention& inner) const;
  /// An armed group, an international body: the country in its name is no state that it belongs to.
  [[nodiscard]] bool is_above_states(const FoundMention& body) const;
  /// The gazetteer says that the body is that country's.
  [[nodiscard]] bool is_at_home_in(const FoundMention& whole, std::uint32_t country) const;
  [[nodiscard]] bool is_of_several(const FoundMention& inner, const FoundMention& outer) const;

 private:
  [[nodiscard]] bool has_class(std::uint32_t token, ClassId cls) const;

  const Parse& parse_;
  const Lexicon& lexicon_;
  ClassId pair_, forces_, own_name_, act_, head_, head_def_, heads_;
};

}  // namespace rawabit
