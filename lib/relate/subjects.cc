#include "relate/subjects.h"

#include <algorithm>
#include <optional>
#include <set>

namespace rawabit {
namespace {

constexpr std::string_view kRule = "subjects.one_meeting";
constexpr std::string_view kNamedRule = "subjects.named";
constexpr double kConfidence = 0.5;
constexpr double kNamedConfidence = 0.8;
constexpr std::uint32_t kReach = 16;  ///< tokens from the word of talking to a topic

class Subjects {
 public:
  Subjects(Parse& parse, const Lexicon& lexicon) : parse_(parse) {
    for (const char* name : {"V_DISCUSS", "V_DISCUSS_IT", "V_FOCUS", "COOP_NOUN"}) {
      talk_.push_back(lexicon.class_named(name));
    }
  }

  void run(std::uint32_t meeting) {
    for (const FoundRelation& found : parse_.relations) {
      if (found.predicate == Predicate::about) subjects_.insert(found.object);
    }
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& mention = parse_.mentions[m];
      if (mention.type != EntityType::topic || mention.dropped || subjects_.contains(m)) continue;
      if (is_in_a_name(mention)) continue;
      const auto from = talk_before(mention);
      if (from) relate(meeting, m, *from);
    }
  }

 private:
  bool is_in_a_name(const FoundMention& topic) const {
    return std::ranges::any_of(parse_.mentions, [&](const FoundMention& other) {
      const bool is_name = other.type == EntityType::organization ||
                           other.type == EntityType::title || other.type == EntityType::agreement;
      return is_name && !other.dropped && other.first <= topic.first && topic.last <= other.last;
    });
  }

  /// The last word of talking not long before the topic in its sentence.
  std::optional<std::uint32_t> talk_before(const FoundMention& topic) const {
    const std::uint32_t near = topic.first < kReach ? 0 : topic.first - kReach;
    const std::uint32_t first = std::max(parse_.text->sentences[topic.sentence].first, near);
    std::optional<std::uint32_t> last;
    for (const LexiconMatch& match : parse_.matches_from(first, topic.first)) {
      if (std::ranges::find(talk_, match.cls) != talk_.end()) last = match.first;
    }
    return last;
  }

  void relate(std::uint32_t meeting, std::uint32_t topic, std::uint32_t from) {
    parse_.relations.push_back({.subject = meeting,
                                .object = topic,
                                .predicate = Predicate::about,
                                .origin = Origin::inferred,
                                .confidence = kConfidence,
                                .rule = kRule,
                                .first = from,
                                .last = parse_.mentions[topic].last});
  }

  Parse& parse_;
  std::vector<ClassId> talk_;
  std::set<std::uint32_t> subjects_;
};

/// A meeting or talks, by their noun: no conference, course or visit.
bool are_talks(const Parse& parse, const MentionGroup& group, const Lexicon& lexicon) {
  const FoundMention& mention = parse.mentions[group.mentions.front()];
  return std::ranges::any_of(parse.matches_at(mention.first), [&](const LexiconMatch& match) {
    const auto& attributes = lexicon.entries()[match.entry].attributes;
    const auto kind = attributes.find("kind"), english = attributes.find("en");
    return match.last <= mention.last &&
           ((kind != attributes.end() && kind->second == "talks") ||
            (english != attributes.end() && english->second == "meeting"));
  });
}

bool is_inside(const FoundMention& inner, const FoundMention& outer) {
  return !outer.dropped && outer.first <= inner.first && inner.last <= outer.last;
}

bool is_in_body(const Parse& parse, const FoundMention& topic) {
  return std::ranges::any_of(parse.mentions, [&](const FoundMention& other) {
    return other.type == EntityType::organization && is_inside(topic, other);
  });
}

/// The topics in the names of meetings: "the conference on water". Of those in the name of a body
/// that meets only the threat that it fights.
void relate_named_subjects(Parse& parse, const Lexicon& lexicon) {
  const ClassId fight = lexicon.class_named("TOPIC_FIGHT");
  const auto is_fight = [&](const FoundMention& topic) {
    return std::ranges::any_of(parse.matches_at(topic.first),
                               [&](const LexiconMatch& match) { return match.cls == fight; });
  };
  for (std::uint32_t m = 0; m < parse.mentions.size(); ++m) {
    const FoundMention& meeting = parse.mentions[m];
    if (meeting.type != EntityType::meeting || meeting.dropped) continue;
    for (std::uint32_t t = 0; t < parse.mentions.size(); ++t) {
      const FoundMention& topic = parse.mentions[t];
      if (topic.type != EntityType::topic || topic.dropped || !is_inside(topic, meeting)) continue;
      if (is_in_body(parse, topic) && !is_fight(topic)) continue;
      parse.relations.push_back({.subject = m,
                                 .object = t,
                                 .predicate = Predicate::about,
                                 .origin = Origin::text,
                                 .confidence = kNamedConfidence,
                                 .rule = kNamedRule,
                                 .first = meeting.first,
                                 .last = meeting.last});
    }
  }
}

}  // namespace

void relate_subjects(Parse& parse, const std::vector<MentionGroup>& groups,
                     const Lexicon& lexicon) {
  relate_named_subjects(parse, lexicon);
  const auto is_meeting = [](const MentionGroup& group) {
    return group.type == EntityType::meeting;
  };
  if (std::ranges::count_if(groups, is_meeting) != 1) return;
  const MentionGroup& meeting = *std::ranges::find_if(groups, is_meeting);
  if (!are_talks(parse, meeting, lexicon)) return;
  Subjects(parse, lexicon).run(meeting.mentions.front());
}

}  // namespace rawabit
