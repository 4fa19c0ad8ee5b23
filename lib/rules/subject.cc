#include "rules/subject.h"

#include <algorithm>
#include <array>
#include <optional>

#include "rules/delegation.h"
#include "rules/last_mention.h"

namespace rawabit {
namespace {

constexpr std::size_t kSentencesBack = 2;

class Subjects {
 public:
  Subjects(const Parse& parse, std::uint32_t before, std::size_t row, const Lexicon& lexicon)
      : parse_(parse),
        before_(before),
        first_row_(row - std::min(row, kSentencesBack)),
        verb_(lexicon.class_named("VERB")),
        that_(lexicon.class_named("THAT")),
        visit_(lexicon.class_named("VISIT_NOUN")),
        beside_{lexicon.class_named("V_INCLUDE"), lexicon.class_named("V_ACCOMPANY")} {}

  std::optional<std::uint32_t> acting() const {
    return last_person([this](const FoundMention& person) { return acts(person); });
  }

  std::optional<std::uint32_t> named() const {
    return last_person([](const FoundMention&) { return true; });
  }

  /// Behind the person, else the begin of the sentences that are looked at.
  std::uint32_t behind(std::optional<std::uint32_t> person) const {
    return person ? parse_.mentions[*person].last : parse_.text->sentences[first_row_].first;
  }

 private:
  template <class IsMeant>
  std::optional<std::uint32_t> last_person(IsMeant is_meant) const {
    return last_mention(parse_, EntityType::person, {before_, first_row_}, is_meant);
  }

  bool acts(const FoundMention& person) const {
    const std::uint32_t first = begin_with_titles(person);
    const bool is_first = first == parse_.text->sentences[person.sentence].first;
    return (is_first || is_behind_verb(first) || has_class(first - 1, that_) ||
            has_class(first - 1, visit_)) &&
           !is_met(person);
  }

  /// Of his own: not among those whom a delegation includes, or who come along.
  bool is_behind_verb(std::uint32_t first) const {
    return has_class(first - 1, verb_) &&
           std::ranges::none_of(beside_, [&](ClassId cls) { return has_class(first - 1, cls); });
  }

  /// By another, who was named before.
  bool is_met(const FoundMention& person) const {
    return std::ranges::any_of(parse_.relations, [&](const FoundRelation& relation) {
      return relation.predicate == Predicate::met_with &&
             &parse_.mentions[relation.object] == &person &&
             parse_.mentions[relation.subject].first < person.first;
    });
  }

  /// Where the titles before a name begin, with the bodies in them and commas between.
  std::uint32_t begin_with_titles(const FoundMention& person) const {
    std::uint32_t first = person.first;
    for (bool goes_on = true; goes_on;) {
      goes_on = false;
      for (const FoundMention& mention : parse_.mentions) {
        if (mention.dropped || mention.sentence != person.sentence || mention.first >= first)
          continue;
        if (mention.type == EntityType::person || mention.type == EntityType::meeting ||
            mention.type == EntityType::date)
          continue;
        if (mention.last != first && (mention.last + 1 != first || !is_mark(mention.last)))
          continue;
        first = mention.first;
        goes_on = true;
      }
    }
    return first;
  }

  bool is_mark(std::uint32_t token) const {
    return parse_.text->tokens[token].kind == TokenKind::punctuation;
  }

  bool has_class(std::uint32_t token, ClassId cls) const {
    return std::ranges::any_of(parse_.matches_at(token), [&](const LexiconMatch& match) {
      return match.cls == cls && match.last == token + 1;
    });
  }

  const Parse& parse_;
  std::uint32_t before_;
  std::size_t first_row_;
  ClassId verb_, that_, visit_;
  std::array<ClassId, 2> beside_;
};

}  // namespace

std::vector<std::uint32_t> last_subject(const Parse& parse, std::uint32_t before, std::size_t row,
                                        const Lexicon& lexicon) {
  const Subjects subjects(parse, before, row, lexicon);
  auto person = subjects.acting();
  const auto sent = acting_delegation(parse, subjects.behind(person), before, row, lexicon);
  if (sent) return *sent;
  if (!person) person = subjects.named();
  return person ? std::vector{*person} : std::vector<std::uint32_t>{};
}

}  // namespace rawabit
