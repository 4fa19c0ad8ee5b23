#include "relate/asides.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "rules/sideline.h"

namespace rawabit {
namespace {

constexpr std::string_view kDiscusses = "meet.discusses";

bool is_role(Predicate p) {
  return p == Predicate::participated_in || p == Predicate::chaired || p == Predicate::organized;
}

class Asides {
 public:
  Asides(Parse& parse, const Lexicon& lexicon)
      : parse_(parse),
        lexicon_(lexicon),
        told_of_it_{lexicon.class_named("RELATIVE"), lexicon.class_named("V_STAGED_IT"),
                    lexicon.class_named("V_STAGE_IT")} {}

  void run() {
    std::erase_if(parse_.relations, [&](const FoundRelation& r) { return is_other_talk(r); });
    for (FoundRelation& relation : parse_.relations) {
      if (!is_told_behind(relation)) continue;
      if (const auto main = main_meeting(relation.object)) relation.object = *main;
    }
  }

 private:
  /// Is it told of the meeting that its words begin with, of somebody behind it, in one clause?
  bool is_told_behind(const FoundRelation& relation) const {
    if (!is_role(relation.predicate)) return false;
    const FoundMention &meeting = parse_.mentions[relation.object],
                       &party = parse_.mentions[relation.subject];
    return relation.first == meeting.first && meeting.last <= party.first &&
           is_on_the_sidelines(parse_, lexicon_, meeting) &&
           !is_told_of_it(meeting.last, party.first);
  }

  /// "He met Y on the sidelines of the conference, and discussed Z with him."
  bool is_other_talk(const FoundRelation& relation) const {
    if (relation.predicate != Predicate::about || relation.rule != kDiscusses) return false;
    const FoundMention &meeting = parse_.mentions[relation.subject],
                       &topic = parse_.mentions[relation.object];
    return relation.first == meeting.first && meeting.last <= topic.first &&
           is_on_the_sidelines(parse_, lexicon_, meeting) &&
           is_among(meeting.last, topic.first, std::array{lexicon_.class_named("COMMA")}) &&
           !is_told_of_it(meeting.last, topic.first);
  }

  /// "On the sidelines of the conference that", "which A organized": it goes on of the aside.
  bool is_told_of_it(std::uint32_t first, std::uint32_t last) const {
    return is_among(first, last, told_of_it_);
  }

  bool is_among(std::uint32_t first, std::uint32_t last, std::span<const ClassId> classes) const {
    return std::ranges::any_of(parse_.matches_from(first, last), [&](const auto& match) {
      return std::ranges::find(classes, match.cls) != classes.end();
    });
  }

  /// The last meeting before `aside` in its sentence that is not itself told beside another.
  std::optional<std::uint32_t> main_meeting(std::uint32_t aside) const {
    std::optional<std::uint32_t> main;
    const FoundMention& beside = parse_.mentions[aside];
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.dropped || mention.type != EntityType::meeting) continue;
      if (mention.sentence != beside.sentence || mention.last > beside.first) continue;
      if (is_on_the_sidelines(parse_, lexicon_, mention)) continue;
      if (!main || mention.first > parse_.mentions[*main].first) main = m;
    }
    return main;
  }

  Parse& parse_;
  const Lexicon& lexicon_;
  std::array<ClassId, 3> told_of_it_;
};

}  // namespace

void settle_asides(Parse& parse, const Lexicon& lexicon) { Asides(parse, lexicon).run(); }

}  // namespace rawabit
