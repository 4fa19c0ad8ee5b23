#include "relate/speakers.h"

#include <algorithm>

namespace rawabit {
namespace {

/// "He added that" speaks of who spoke at most so many sentences before.
constexpr std::size_t kSentencesOn = 3;

/// Tokens [first, last), said by a mention.
struct Said {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t speaker = kNoMention;
};

class Speakers {
 public:
  Speakers(Parse& parse, const ClassTable& classes)
      : parse_(parse),
        speech_(classes.of_nodes("SPEECH")),
        on_(classes.of_nodes("SPEECH_ON")),
        along_(classes.of_nodes("SPEECH_ALONG")),
        behind_(classes.of_nodes("SPEECH_BEHIND")) {}

  void run() {
    for (std::size_t s = 0; s < parse_.rows.size(); ++s) read(s);
    for (FoundRelation& relation : parse_.relations) {
      const std::uint32_t begin = begin_of(relation);
      const auto said = std::ranges::find_if(
          said_, [&](const Said& part) { return part.first <= begin && begin < part.last; });
      if (said != said_.end()) relation.speaker = said->speaker;
    }
  }

 private:
  /// The first of the two ends in the words that say it: those words may begin with the "that".
  [[nodiscard]] std::uint32_t begin_of(const FoundRelation& relation) const {
    std::uint32_t begin = relation.last;
    for (const std::uint32_t end : {relation.subject, relation.object}) {
      const std::uint32_t first = parse_.mentions[end].first;
      if (first >= relation.first) begin = std::min(begin, first);
    }
    return begin < relation.last ? begin : relation.first;
  }

  [[nodiscard]] bool is(const Node& node, ClassId cls) const {
    return cls != Lexicon::kNoClass && !node.children.empty() &&  // as all that is marked
           std::ranges::any_of(parse_.readings(node), [&](const NodeReading& reading) {
             return parse_.kinds->has_class(reading, marked(cls, Mark::single));
           });
  }

  void read(std::size_t sentence) {
    const TokenRange& range = parse_.text->sentences[sentence];
    Said now{range.first, range.last, kNoMention};
    for (const std::uint32_t n : parse_.rows[sentence]) {
      const Node& node = parse_.nodes[n];
      if (is(node, speech_)) {
        now = next(now, node, speaker_of(parse_, node).value_or(kNoMention));
        before_ = now.speaker;
        sentence_before_ = sentence;
      } else if (is(node, on_)) {
        const bool goes_on = sentence <= sentence_before_ + kSentencesOn;
        now = next(now, node, goes_on ? before_ : kNoMention);
        if (goes_on) sentence_before_ = sentence;
      } else if (is(node, along_)) {
        now = next(now, node, sentence == sentence_before_ ? before_ : kNoMention);
      } else if (is(node, behind_)) {
        if (now.speaker == kNoMention) now.speaker = speaker_of(parse_, node).value_or(kNoMention);
        now = next(now, node, kNoMention);
      }
    }
    keep(now, range.last);
  }

  void keep(Said part, std::uint32_t last) {
    part.last = last;
    if (part.speaker != kNoMention) said_.push_back(part);
  }

  Said next(const Said& now, const Node& mark, std::uint32_t speaker) {
    keep(now, mark.first);
    return {mark.last, mark.last, speaker};
  }

  Parse& parse_;
  ClassId speech_, on_, along_, behind_;
  std::uint32_t before_ = kNoMention;
  std::size_t sentence_before_ = 0;
  std::vector<Said> said_;
};

}  // namespace

std::optional<std::uint32_t> speaker_of(const Parse& parse, const Node& mark) {
  for (const auto is_kind : {+[](EntityType type) { return type == EntityType::person; },
                             +[](EntityType type) { return type == EntityType::title; },
                             +[](EntityType type) {
                               return type == EntityType::organization ||
                                      type == EntityType::country;
                             }}) {
    std::optional<std::uint32_t> found;
    for (const std::uint32_t head : parse.list(mark.heads)) {
      if (!is_kind(parse.mentions[head].type)) continue;
      if (found) return std::nullopt;
      found = head;
    }
    if (found) return found;
  }
  return std::nullopt;
}

void set_speakers(Parse& parse, const ClassTable& classes) {
  if (!parse.relations.empty()) Speakers(parse, classes).run();
}

}  // namespace rawabit
