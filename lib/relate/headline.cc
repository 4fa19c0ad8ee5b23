#include "relate/headline.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace rawabit {
namespace {

constexpr double kConfidence = 0.6;
constexpr std::uint32_t kBehind = 1;  // tokens: a quotation mark
constexpr std::string_view kExchange = "exchange";
constexpr std::string_view kRule = "headline.discussed";

class Headline {
 public:
  Headline(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon)
      : parse_(parse),
        groups_(groups),
        lexicon_(lexicon),
        talk_(lexicon.class_named("V_TALK")),
        encounter_(lexicon.class_named("ENCOUNTER_NOUN")) {}

  void run() {
    const auto talk = word_of_discussing();
    if (!talk || names_meeting()) return;
    const auto meeting = only_talks();
    if (!meeting) return;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& topic = parse_.mentions[m];
      if (topic.dropped || topic.type != EntityType::topic || !is_in_headline(topic)) continue;
      if (topic.first <= *talk || is_in_name(topic)) continue;
      parse_.relations.push_back({*meeting, m, Predicate::about, Modality::asserted,
                                  Origin::inferred, kConfidence, kRule, *talk, topic.last});
    }
  }

 private:
  bool is_in_headline(const FoundMention& mention) const {
    return mention.sentence < parse_.first_body_sentence;
  }

  std::optional<std::uint32_t> word_of_discussing() const {
    if (parse_.first_body_sentence == 0) return std::nullopt;
    const std::uint32_t end = parse_.text->sentences[parse_.first_body_sentence - 1].last;
    for (const LexiconMatch& match : parse_.matches_from(0, end)) {
      if (match.cls == talk_ && !is_exchange(match)) return match.first;
    }
    return std::nullopt;
  }

  /// "The exchange of", spelt like "they exchanged".
  bool is_exchange(const LexiconMatch& match) const {
    const auto& attributes = lexicon_.entries()[match.entry].attributes;
    const auto sense = attributes.find("en");
    return sense != attributes.end() && sense->second == kExchange;
  }

  bool names_meeting() const {
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& mention) {
      return mention.type == EntityType::meeting && !mention.dropped && is_in_headline(mention);
    });
  }

  bool is_talks(std::uint32_t m) const {
    return parse_.has_class_at(parse_.mentions[m].first, encounter_);
  }

  /// The first mention of the one meeting that is talks; nothing where there are several.
  std::optional<std::uint32_t> only_talks() const {
    std::optional<std::uint32_t> only;
    for (const MentionGroup& group : groups_) {
      if (group.type != EntityType::meeting || !is_talks(group.mentions.front())) continue;
      if (only) return std::nullopt;
      only = group.mentions.front();
    }
    return only;
  }

  /// Part of the name of a body, an agreement or an office, or what a body is for.
  bool is_in_name(const FoundMention& topic) const {
    const std::uint32_t reach =
        topic.proclitics.preposition == Preposition::lam ? kBehind + topic.last - topic.first : 0;
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& other) {
      const bool is_name = other.type == EntityType::organization ||
                           other.type == EntityType::agreement || other.type == EntityType::title;
      return is_name && !other.dropped && other.first <= topic.first &&
             topic.last <= other.last + reach;
    });
  }

  Parse& parse_;
  const std::vector<MentionGroup>& groups_;

  const Lexicon& lexicon_;
  ClassId talk_, encounter_;
};

}  // namespace

void relate_headline(Parse& parse, const std::vector<MentionGroup>& groups,
                     const Lexicon& lexicon) {
  Headline(parse, groups, lexicon).run();
}

}  // namespace rawabit
