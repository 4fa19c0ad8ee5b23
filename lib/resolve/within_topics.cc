#include "resolve/within_topics.h"

#include <algorithm>

#include "resolve/within_names.h"

namespace rawabit {

TopicComparison::TopicComparison(const Parse& parse, const Lexicon& lexicon)
    : parse_(parse),
      lexicon_(lexicon),
      fight_(lexicon.class_named("TOPIC_FIGHT")),
      care_(lexicon.class_named("TOPIC_CARE")),
      topic_(lexicon.class_named("TOPIC")),
      weak_topic_(lexicon.class_named("TOPIC_WEAK")),
      adjective_(lexicon.class_named("TOPIC_ADJ")),
      cooperation_(lexicon.class_named("COOP_NOUN")) {
  for (const char* name :
       {"FIELD_WORD", "FIELD_OF", "COOP_NOUN", "RELATIONS_NOUN", "ORG_ADJ", "REGIONAL_ADJ"}) {
    frames_.push_back(lexicon.class_named(name));
  }
}

bool TopicComparison::are_one(const FoundMention& a, const Words& words_of_a, const FoundMention& b,
                              const Words& words_of_b) const {
  if (is_same_dealt_with(a, words_of_a, b, words_of_b)) return true;
  if (are_told_apart(a, b)) return false;
  return same_name(EntityType::topic, words_of_a, words_of_b) || are_one_line(a, b);
}

bool TopicComparison::is_same_dealt_with(const FoundMention& a, const Words& words_of_a,
                                         const FoundMention& b, const Words& words_of_b) const {
  return (is_rest(words_of_b, words_of_a) && starts_with_dealing(a)) ||
         (is_rest(words_of_a, words_of_b) && starts_with_dealing(b));
}

bool TopicComparison::are_told_apart(const FoundMention& a, const FoundMention& b) const {
  return a.entry && b.entry && lexicon_.entries()[*a.entry].id != lexicon_.entries()[*b.entry].id;
}

bool TopicComparison::are_one_line(const FoundMention& a, const FoundMention& b) const {
  const std::string id = id_of(a);
  if (id.empty() || id != id_of(b)) return false;
  if (!is_field(a) && !is_field(b)) return true;
  // The field itself is not the cooperation in it.
  const auto is_word = [](const FoundMention& m) { return m.last == m.first + 1; };
  if ((is_word(a) && is_cooperation(b)) || (is_word(b) && is_cooperation(a))) return false;
  return is_plain(a, id) && is_plain(b, id);
}

std::string TopicComparison::id_of(const FoundMention& mention) const {
  if (mention.entry) return lexicon_.entries()[*mention.entry].id;
  for (std::uint32_t t = mention.first; t < mention.last; ++t) {
    if (std::string id = id_of_adjective(t); !id.empty()) return id;
    if (part(t, {}) != Part::frame) break;
  }
  return {};
}

std::string TopicComparison::id_of_adjective(std::uint32_t token) const {
  for (const LexiconMatch& match : parse_.matches_at(token)) {
    if (match.cls != adjective_) continue;
    const auto& attributes = lexicon_.entries()[match.entry].attributes;
    const auto topic = attributes.find("topic");
    if (topic != attributes.end()) return topic->second;
  }
  return {};
}

bool TopicComparison::is_field(const FoundMention& mention) const {
  if (!mention.entry) return true;
  const auto& attributes = lexicon_.entries()[*mention.entry].attributes;
  const auto kind = attributes.find("kind");
  return kind != attributes.end() && kind->second == "field";
}

bool TopicComparison::is_cooperation(const FoundMention& mention) const {
  return std::ranges::any_of(parse_.matches_at(mention.first), [&](const LexiconMatch& match) {
    return match.cls == cooperation_ && match.last < mention.last;
  });
}

/// Nothing but frames, the field, and adjectives of other fields beside it.
bool TopicComparison::is_plain(const FoundMention& mention, const std::string& id) const {
  int fields = 0;
  for (std::uint32_t t = mention.first; t < mention.last; ++t) {
    const Part said = part(t, id);
    if (said == Part::nothing && (fields == 0 || !is_further_adjective(t))) return false;
    if (said == Part::field) ++fields;
  }
  return fields == 1;
}

/// "... and commercial": an adjective of a field, with its conjunction.
bool TopicComparison::is_further_adjective(std::uint32_t token) const {
  return std::ranges::any_of(parse_.matches_at(token), [&](const LexiconMatch& match) {
    return match.cls == adjective_ && match.proclitics.conjunction != Conjunction::none;
  });
}

TopicComparison::Part TopicComparison::part(std::uint32_t token, const std::string& id) const {
  if (!id.empty() && id_of_adjective(token) == id) return Part::field;
  Part found = Part::nothing;
  for (const LexiconMatch& match : parse_.matches_at(token)) {
    if (match.last != token + 1) continue;
    const LexiconEntry& entry = lexicon_.entries()[match.entry];
    if ((match.cls == topic_ || match.cls == weak_topic_) && entry.id == id) return Part::field;
    if (std::ranges::find(frames_, match.cls) != frames_.end()) found = Part::frame;
  }
  return found;
}

bool TopicComparison::starts_with_dealing(const FoundMention& mention) const {
  return std::ranges::any_of(parse_.matches_at(mention.first), [&](const LexiconMatch& match) {
    return (match.cls == fight_ || match.cls == care_) && match.last < mention.last;
  });
}

}  // namespace rawabit
