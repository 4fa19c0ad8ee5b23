#include "relate/subjects.h"

#include <algorithm>
#include <string_view>

#include "text/letters.h"

namespace rawabit {
namespace {

constexpr std::string_view kRule = "subjects.named";
constexpr std::string_view kKindRule = "subjects.kind_of_agreement";
constexpr double kConfidence = 0.8;
constexpr std::uint32_t kFieldWords = 2;  // one word alone may be a chance likeness

bool is_inside(const FoundMention& inner, const FoundMention& outer) {
  return !outer.dropped && outer.first <= inner.first && inner.last <= outer.last;
}

bool is_in_body(const Parse& parse, const FoundMention& topic) {
  return std::ranges::any_of(parse.mentions, [&](const FoundMention& other) {
    return other.type == EntityType::organization && is_inside(topic, other);
  });
}

class Subjects {
 public:
  Subjects(Parse& parse, const Lexicon& lexicon)
      : parse_(parse), fight_(lexicon.class_named("TOPIC_FIGHT")) {
    for (std::uint32_t m = 0; m < parse.mentions.size(); ++m) {
      if (parse.mentions[m].type == EntityType::topic && !parse.mentions[m].dropped) {
        topics_.push_back(m);
      }
    }
  }

  void run() {
    if (topics_.empty()) return;
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.dropped) continue;
      if (mention.type == EntityType::meeting) relate(m);
      if (mention.type == EntityType::agreement) relate_kind(m);
    }
  }

 private:
  void relate(std::uint32_t meeting) {
    const FoundMention& whole = parse_.mentions[meeting];
    for (const std::uint32_t t : topics_) {
      const FoundMention& topic = parse_.mentions[t];
      if (!is_inside(topic, whole) || (is_in_body(parse_, topic) && !is_fight(topic))) continue;
      add(meeting, t, kRule);
    }
  }

  /// "An agreement of military cooperation", where the text speaks of "the military cooperation".
  void relate_kind(std::uint32_t agreement) {
    for (const std::uint32_t t : topics_) {
      if (names_kind(parse_.mentions[agreement], parse_.mentions[t])) add(agreement, t, kKindRule);
    }
  }

  bool names_kind(const FoundMention& agreement, const FoundMention& topic) const {
    const std::uint32_t words = topic.last - topic.first;
    if (words < kFieldWords) return false;
    for (std::uint32_t at = agreement.first + 1; at + words <= agreement.last; ++at) {
      std::uint32_t same = 0;
      while (same < words && is_indefinite_of(at + same, topic.first + same)) ++same;
      if (same == words) return true;
    }
    return false;
  }

  bool is_indefinite_of(std::uint32_t bare, std::uint32_t definite) const {
    const std::string_view whole = word(definite);
    return whole.starts_with(kArticle) && whole.substr(kArticle.size()) == word(bare);
  }

  std::string_view word(std::uint32_t token) const {
    return parse_.text->form(parse_.text->tokens[token]);
  }

  void add(std::uint32_t subject, std::uint32_t topic, std::string_view rule) {
    const FoundMention& whole = parse_.mentions[subject];
    parse_.relations.push_back({.subject = subject,
                                .object = topic,
                                .predicate = Predicate::about,
                                .origin = Origin::text,
                                .confidence = kConfidence,
                                .rule = rule,
                                .first = whole.first,
                                .last = whole.last});
  }

  bool is_fight(const FoundMention& topic) const {
    return parse_.has_class_at(topic.first, fight_);
  }

  Parse& parse_;
  ClassId fight_;
  std::vector<std::uint32_t> topics_;
};

}  // namespace

void relate_subjects(Parse& parse, const Lexicon& lexicon) { Subjects(parse, lexicon).run(); }

}  // namespace rawabit
