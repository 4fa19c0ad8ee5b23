// Are two mentions of agreements in an article one agreement?
//
// An agreement is told by the kind of its noun (gazetteer attribute en: a memorandum is no treaty)
// and by the words that name it ("of security cooperation"). Without such words a noun stands for
// the agreement of its kind that was spoken of last, and "the agreement" for any. "An agreement",
// after one of which the article spoke before, is another one, as is one between other parties or
// in another field. Told in another sentence, one in the same field between no other parties is the
// same one, whatever the words ("the agreement on air transport", "an air transport agreement").
// Several told together are no one of them. What the headline speaks of is told again, there
// perhaps by a broader word.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/within_topics.h"
#include "rules/parse.h"

namespace rawabit {

class AgreementComparison {
 public:
  AgreementComparison(const Parse& parse, const Lexicon& lexicon);

  /// May `mention` join the group?
  [[nodiscard]] bool joins(const std::vector<std::uint32_t>& group, std::uint32_t mention) const;

 private:
  /// What one mention says of its agreement.
  struct Facts {
    std::string kind;                ///< "memorandum", "agreement"; empty where no list tells it
    std::vector<std::string> words;  ///< that name it: behind its noun, before any preposition
    std::vector<std::string> tail;   ///< what follows those: with whom, on what
    bool is_several = false;         ///< "six memoranda"
    bool is_definite = false;        ///< the noun has the article
    bool is_in_headline = false;
    bool is_being_signed = false;        ///< a verb of signing stands before it
    bool is_told_signed = false;         ///< or a noun of signing, or a verb behind it
    bool has_definite_name = false;      ///< what it is of has the article
    std::vector<std::uint32_t> fields;   ///< mentions of topics in its name
    std::vector<std::uint32_t> parties;  ///< mentions of bodies and countries in its name
    std::uint32_t sentence = 0;
  };
  [[nodiscard]] Facts facts_of(const FoundMention& mention) const;
  [[nodiscard]] bool stands_after_signing(const FoundMention& mention) const;
  [[nodiscard]] bool is_told_signed(const FoundMention& mention) const;
  [[nodiscard]] bool has_article(std::uint32_t token) const;
  [[nodiscard]] bool ends_name(std::uint32_t token) const;
  void find_nested(const FoundMention& whole, Facts& facts) const;
  [[nodiscard]] bool is_one(const Facts& earlier, const Facts& later) const;
  [[nodiscard]] bool is_one_field(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool are_of_one_field(const Facts& earlier, const Facts& later) const;
  [[nodiscard]] static bool is_told_again(const Facts& earlier, const Facts& later);
  [[nodiscard]] static bool has_same_words(const Facts& earlier, const Facts& later);
  [[nodiscard]] static bool are_side_by_side(const Facts& earlier, const Facts& later);
  [[nodiscard]] static bool are_apart(const Facts& earlier, const Facts& later);

  const Parse& parse_;
  const Lexicon& lexicon_;
  TopicComparison topics_;
  ClassId preposition_, definite_, weak_definite_, article_, signing_, about_, several_,
      about_indefinite_;
  std::array<ClassId, 2> told_signing_;
  std::vector<ClassId> nouns_;
  std::vector<Facts> facts_;  ///< by mention; empty for those of other types
};

}  // namespace rawabit
