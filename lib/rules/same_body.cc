#include "rules/same_body.h"

#include <algorithm>

namespace rawabit {

SameBody::SameBody(const Parse& parse, const Lexicon& lexicon)
    : parse_(parse),
      lexicon_(lexicon),
      pair_(lexicon.class_named("NAMED_PAIR")),
      forces_(lexicon.class_named("FORCES")),
      own_name_(lexicon.class_named("OWN_NAME")),
      act_(lexicon.class_named("ACT_TOO")),
      head_(lexicon.class_named("ORG_HEAD")),
      head_def_(lexicon.class_named("ORG_HEAD_DEF")),
      heads_(lexicon.class_named("ORG_HEADS")) {}

bool SameBody::has_class(std::uint32_t token, ClassId cls) const {
  return parse_.has_class_at(token, cls);
}

bool SameBody::is_of_pair(const FoundMention& inner, const FoundMention& outer) const {
  return outer.plural > 0 && inner.first == outer.first + outer.plural &&
         inner.last == outer.last && has_class(outer.first, pair_);
}

bool SameBody::is_own_name(const FoundMention& inner, const FoundMention& outer) const {
  if (inner.first != outer.first + 1 || inner.last != outer.last || !inner.entry) return false;
  if (!lexicon_.entries()[*inner.entry].id.empty() || has_class(inner.first, head_def_))
    return false;
  return has_class(outer.first, forces_) ||
         (has_class(outer.first, own_name_) && !has_class(inner.first, head_));
}

bool SameBody::is_of_several(const FoundMention& inner, const FoundMention& outer) const {
  return inner.first > outer.first + 1 && has_class(inner.first - 1, heads_);
}

bool SameBody::is_act(const FoundMention& inner) const {
  return inner.proclitics.preposition == Preposition::lam && has_class(inner.first, act_);
}

bool SameBody::is_above_states(const FoundMention& body) const {
  if (!body.entry) return false;
  const auto& attributes = lexicon_.entries()[*body.entry].attributes;
  const auto kind = attributes.find("kind");
  return kind != attributes.end() &&
         (kind->second == "armed_group" || kind->second == "international");
}

bool SameBody::is_at_home_in(const FoundMention& whole, std::uint32_t country) const {
  const auto& place = parse_.mentions[country].entry;
  if (!whole.entry || !place) return false;
  const auto& attributes = lexicon_.entries()[*whole.entry].attributes;
  const auto home = attributes.find("country");
  return home != attributes.end() && home->second == lexicon_.entries()[*place].id;
}

}  // namespace rawabit
