#include "rules/organizer.h"

namespace rawabit {
namespace {

constexpr std::size_t kSentencesBack = 4;

bool is_told(const FoundRelation& relation) {
  const bool is_by =
      relation.predicate == Predicate::organized || relation.predicate == Predicate::hosted;
  return is_by && relation.modality == Modality::asserted;
}

}  // namespace

std::vector<std::uint32_t> organizer_before(const Parse& parse, std::uint32_t before,
                                            std::size_t row) {
  const FoundRelation* last = nullptr;
  for (const FoundRelation& relation : parse.relations) {
    if (!is_told(relation) || relation.first > before) continue;
    if (parse.mentions[relation.subject].sentence + kSentencesBack < row) continue;
    if (last == nullptr || relation.first >= last->first) last = &relation;
  }
  return last ? std::vector{last->subject} : std::vector<std::uint32_t>{};
}

}  // namespace rawabit
