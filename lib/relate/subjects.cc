#include "relate/subjects.h"

#include <algorithm>

namespace rawabit {
namespace {

constexpr std::string_view kRule = "subjects.named";
constexpr double kConfidence = 0.8;

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
      if (mention.type == EntityType::meeting && !mention.dropped) relate(m);
    }
  }

 private:
  void relate(std::uint32_t meeting) {
    const FoundMention& whole = parse_.mentions[meeting];
    for (const std::uint32_t t : topics_) {
      const FoundMention& topic = parse_.mentions[t];
      if (!is_inside(topic, whole) || (is_in_body(parse_, topic) && !is_fight(topic))) continue;
      parse_.relations.push_back({.subject = meeting,
                                  .object = t,
                                  .predicate = Predicate::about,
                                  .origin = Origin::text,
                                  .confidence = kConfidence,
                                  .rule = kRule,
                                  .first = whole.first,
                                  .last = whole.last});
    }
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
