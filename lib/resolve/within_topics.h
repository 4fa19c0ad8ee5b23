// Are two mentions of topics in an article one topic?
//
// A threat and the fight against it are, and a field and its protection or development. Of two
// forms of one line of the gazetteers both are, where the line is a threat or an issue; of a field
// only its plain names are ("health", "the health sector", "health cooperation"), as "food
// industries" is a narrower field than "industry".
#pragma once

#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

class TopicComparison {
 public:
  using Words = std::vector<std::string>;

  TopicComparison(const Parse& parse, const Lexicon& lexicon);

  /// Do the two name one topic?
  [[nodiscard]] bool are_one(const FoundMention& a, const Words& words_of_a, const FoundMention& b,
                             const Words& words_of_b) const;

 private:
  /// One of the two is the other with a word of fighting it or caring for it before.
  [[nodiscard]] bool is_same_dealt_with(const FoundMention& a, const Words& words_of_a,
                                        const FoundMention& b, const Words& words_of_b) const;

  /// Are they of different lines of the gazetteers?
  [[nodiscard]] bool are_told_apart(const FoundMention& a, const FoundMention& b) const;
  /// Are they of one line, and it is one topic by all its names, or these are plain names of it?
  [[nodiscard]] bool are_one_line(const FoundMention& a, const FoundMention& b) const;
  /// The id of the line that the mention is of; also that of the first adjective where it is
  /// nothing but a frame and adjectives ("the fields of security and trade"). Empty for none.
  [[nodiscard]] std::string id_of(const FoundMention& mention) const;
  [[nodiscard]] std::string id_of_adjective(std::uint32_t token) const;
  [[nodiscard]] bool is_further_adjective(std::uint32_t token) const;
  [[nodiscard]] bool is_cooperation(const FoundMention& mention) const;
  [[nodiscard]] bool is_field(const FoundMention& mention) const;
  [[nodiscard]] bool is_plain(const FoundMention& mention, const std::string& id) const;
  [[nodiscard]] bool starts_with_dealing(const FoundMention& mention) const;
  /// How the word helps to name the field of that id.
  enum class Part { nothing, frame, field };
  [[nodiscard]] Part part(std::uint32_t token, const std::string& id) const;

  const Parse& parse_;
  const Lexicon& lexicon_;
  ClassId fight_, care_, topic_, weak_topic_, adjective_, cooperation_;
  std::vector<ClassId> frames_;  ///< of words such as "field of", "cooperation"
};

}  // namespace rawabit
