#include "rules/references.h"

#include <algorithm>
#include <optional>

namespace rawabit {
namespace {

constexpr std::string_view kOther = "other_";
constexpr std::string_view kEmployer = "employer";
constexpr std::string_view kThese = "these";
constexpr std::size_t kSentencesBack = 4;
constexpr std::size_t kDaySentencesBack = 2;  // a day said before that is another event's

class References {
 public:
  References(const Parse& parse, std::uint32_t before, std::size_t row, const ClassTable& classes)
      : parse_(parse), before_(before), row_(row), entries_(classes.lexicon().entries()) {}

  std::vector<std::uint32_t> meant(std::string_view name) const {
    if (name == kEmployer) return employers();
    if (name == kThese) return described();
    const bool other = name.starts_with(kOther);
    const auto type = entity_type_named(other ? name.substr(kOther.size()) : name);
    auto last = last_before(type, {});
    if (last && other) last = last_before(type, parse_.mentions[*last].entry);
    return last ? std::vector{*last} : std::vector<std::uint32_t>{};
  }

 private:
  /// The last mention of the type; of another gazetteer entity than `but`, if that is given.
  std::optional<std::uint32_t> last_before(std::optional<EntityType> type,
                                           std::optional<EntryId> but) const {
    std::optional<std::uint32_t> last;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.dropped || mention.type != type || mention.last > before_) continue;
      if (type == EntityType::date && mention.sentence + kDaySentencesBack < row_) continue;
      if (but && (!mention.entry || entries_[*mention.entry].id == entries_[*but].id)) continue;
      if (!last || mention.first > parse_.mentions[*last].first) last = m;
    }
    return last;
  }

  std::string_view last_word(const FoundMention& mention) const {
    return parse_.text->form(parse_.text->tokens[mention.last - 1]);
  }

  bool is_employer(const FoundRelation& relation, const FoundMention& person) const {
    return relation.predicate == Predicate::works_for && relation.modality == Modality::asserted &&
           last_word(parse_.mentions[relation.subject]) == last_word(person);
  }

  /// The person may be named in full before, and here by the family name alone.
  std::vector<std::uint32_t> employers() const {
    std::vector<std::uint32_t> out;
    const auto person = last_before(EntityType::person, {});
    if (!person) return out;
    for (const FoundRelation& relation : parse_.relations) {
      if (!is_employer(relation, parse_.mentions[*person])) continue;
      if (std::ranges::find(out, relation.object) == out.end()) out.push_back(relation.object);
    }
    return out;
  }

  bool is_described(std::uint32_t m) const {
    return std::ranges::any_of(parse_.relations, [&](const FoundRelation& relation) {
      return relation.subject == m && (relation.predicate == Predicate::based_in ||
                                       relation.predicate == Predicate::works_on);
    });
  }

  std::vector<std::uint32_t> described() const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.dropped || mention.is_short || mention.type != EntityType::organization) continue;
      if (mention.last > before_ || mention.sentence + kSentencesBack < row_) continue;
      if (is_described(m)) out.push_back(m);
    }
    if (out.size() < 2) out.clear();  // a plural stands for several
    return out;
  }

  const Parse& parse_;
  std::uint32_t before_;
  std::size_t row_;
  std::span<const LexiconEntry> entries_;
};

}  // namespace

bool is_reference(std::string_view name) {
  if (name == kEmployer || name == kThese) return true;
  if (name.starts_with(kOther)) name.remove_prefix(kOther.size());
  return entity_type_named(name).has_value();
}

std::vector<std::uint32_t> mentions_meant(const Parse& parse, std::string_view name,
                                          std::uint32_t before, std::size_t row,
                                          const ClassTable& classes) {
  return References(parse, before, row, classes).meant(name);
}

}  // namespace rawabit
