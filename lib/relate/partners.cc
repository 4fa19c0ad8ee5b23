#include "relate/partners.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "relate/group_of.h"

namespace rawabit {
namespace {

constexpr std::string_view kRule = "partners.signed";
constexpr std::string_view kPapers = "agreement.";  ///< rules that tell who signed what
constexpr std::string_view kForRule = "partners.signed_for";
constexpr double kConfidence = 0.6;

class Partners {
 public:
  Partners(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon)
      : parse_(parse),
        no_partnership_(lexicon.class_named("NO_PARTNERSHIP")),
        board_(lexicon.class_named("BOARD")),
        group_of_(parse, groups) {}

  void run() {
    std::erase_if(parse_.relations, [&](const FoundRelation& found) {
      return found.predicate == Predicate::cooperates_with && found.rule.starts_with(kPapers) &&
             std::ranges::any_of(parse_.mentions, [&](const FoundMention& paper) {
               return paper.type == EntityType::agreement && !paper.dropped &&
                      paper.first >= found.first && paper.last <= found.last && is_no_bond(paper);
             });
    });
    sign_for_bodies();
    for (const EntityType type : {EntityType::organization, EntityType::country}) {
      for (const auto& [agreement, signers] : signers_of(type)) {
        if (signers.size() != 2) continue;
        const FoundRelation one = parse_.relations[signers.begin()->second];
        const FoundRelation other = parse_.relations[signers.rbegin()->second];
        if (is_no_bond(parse_.mentions[one.object])) continue;
        add(one, one.subject, Predicate::cooperates_with, other.subject, kRule);
      }
    }
  }

 private:
  using Signers = std::map<std::size_t, std::size_t>;  ///< group -> one of its relations

  std::map<std::size_t, Signers> signers_of(EntityType type) const {
    std::map<std::size_t, Signers> by_agreement;
    for (std::size_t r = 0; r < parse_.relations.size(); ++r) {
      const FoundRelation& found = parse_.relations[r];
      const bool is_said = found.predicate == Predicate::signed_agreement &&
                           found.modality == Modality::asserted &&
                           parse_.mentions[found.subject].type == type;
      if (!is_said || group_of_[found.object] == GroupOf::kNone) continue;
      by_agreement[group_of_[found.object]].try_emplace(group_of_[found.subject], r);
    }
    return by_agreement;
  }

  /// Two who sign with each other, each for the one body that he works for, where no body and no
  /// state is said to sign.
  void sign_for_bodies() {
    const auto bodies = signers_of(EntityType::organization);
    const auto states = signers_of(EntityType::country);
    for (const auto& [agreement, signers] : signers_of(EntityType::person)) {
      if (signers.size() != 2 || bodies.contains(agreement) || states.contains(agreement)) continue;
      const FoundRelation one = parse_.relations[signers.begin()->second];
      const FoundRelation other = parse_.relations[signers.rbegin()->second];
      const auto his = signing_body_of(signers.begin()->first);
      const auto its = signing_body_of(signers.rbegin()->first);
      if (!his || !its || group_of_[*his] == group_of_[*its]) continue;
      add(one, *his, Predicate::signed_agreement, one.object, kForRule);
      add(other, *its, Predicate::signed_agreement, other.object, kForRule);
    }
  }

  /// A contract, a loan, a peace treaty: by the two words that begin its name.
  bool is_no_bond(const FoundMention& paper) const {
    const auto head = parse_.matches_from(paper.first, std::min(paper.first + 2, paper.last));
    return std::ranges::any_of(
        head, [&](const LexiconMatch& match) { return match.cls == no_partnership_; });
  }

  /// Who heads the board of a body signs for that body.
  std::optional<std::uint32_t> signing_body_of(std::size_t person) const {
    const auto body = body_of(person);
    if (!body || !has_class(*body, board_)) return body;
    const auto whole = std::ranges::find_if(parse_.relations, [&](const FoundRelation& found) {
      return found.predicate == Predicate::part_of &&
             group_of_[found.subject] == group_of_[*body] &&
             parse_.mentions[found.object].type == EntityType::organization;
    });
    return whole == parse_.relations.end() ? body : std::optional(whole->object);
  }

  bool has_class(std::uint32_t mention, ClassId cls) const {
    return parse_.has_class_at(parse_.mentions[mention].first, cls);
  }

  /// The one body that the person works for.
  std::optional<std::uint32_t> body_of(std::size_t person) const {
    std::optional<std::uint32_t> body;
    for (const FoundRelation& found : parse_.relations) {
      if (found.predicate != Predicate::works_for || found.modality != Modality::asserted) continue;
      if (group_of_[found.subject] != person) continue;
      if (parse_.mentions[found.object].type != EntityType::organization) continue;
      if (body && group_of_[*body] != group_of_[found.object]) return std::nullopt;
      body = found.object;
    }
    return body;
  }

  void add(const FoundRelation& said, std::uint32_t subject, Predicate predicate,
           std::uint32_t object, std::string_view rule) {
    parse_.relations.push_back({.subject = subject,
                                .object = object,
                                .predicate = predicate,
                                .origin = Origin::inferred,
                                .confidence = kConfidence,
                                .rule = rule,
                                .first = said.first,
                                .last = said.last});
  }

  Parse& parse_;
  ClassId no_partnership_, board_;
  GroupOf group_of_;
};

}  // namespace

void relate_partners(Parse& parse, const std::vector<MentionGroup>& groups,
                     const Lexicon& lexicon) {
  Partners(parse, groups, lexicon).run();
}

}  // namespace rawabit
