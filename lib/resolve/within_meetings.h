// Are two mentions of meetings in an article one meeting?
//
// They are unless something tells them apart: the kind of their noun (gazetteer attribute kind: a
// visit is no meeting, an exercise is no course), their ordinals, the words that name them (both
// have some, and none in common), the days on which they were ("a meeting yesterday"), who took
// part (a meeting that is spoken of as a new one, with others), or another encounter between them
// (resolve/encounters.h). "A meeting", after the meeting of which the article spoke before, is
// another one; what a headline speaks of is told again, and "the Gulf summit" tells of "their 34th
// summit" again.
//
// Several meetings at once ("the meetings of the last years") are none, unless one of the article
// goes by that name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/encounters.h"
#include "rules/parse.h"

namespace rawabit {

class MeetingComparison {
 public:
  MeetingComparison(const Parse& parse, const Lexicon& lexicon);

  /// May `mention` join the group?
  [[nodiscard]] bool joins(const std::vector<std::uint32_t>& group, std::uint32_t mention) const;
  /// 2: the mention's noun is one by which the group was called; 1: it means the same; else 0.
  [[nodiscard]] int likeness(const std::vector<std::uint32_t>& group, std::uint32_t mention) const;
  /// Was the group only spoken of beside another meeting? "The meeting" is not that one.
  [[nodiscard]] bool is_aside(const std::vector<std::uint32_t>& group) const;
  /// Does the mention speak of several meetings, without saying which?
  [[nodiscard]] bool is_of_several(std::uint32_t mention) const;

 private:
  /// What one mention says of its meeting.
  struct Facts {
    std::string kind;
    std::string other_kind;  ///< that its noun may stand for as well
    std::string noun;        ///< what it means
    std::string head;        ///< how it is written
    std::string time;        ///< "last", "next": direction of the gazetteer
    std::string ordinal;
    std::vector<std::string> words;      ///< that name it beyond its noun
    std::vector<std::uint32_t> parties;  ///< mentions of those who took part
    std::vector<EntryId> cities;         ///< where it was held
    std::vector<std::string> countries;  ///< where that is
    std::vector<std::string> days;       ///< so many days from the article's: "yesterday"
    bool is_ahead = false;               ///< held on a day that is still to come
    bool is_past = false;                ///< held on another one
    bool has_met = false;      ///< those who met, in the sentence before, were its parties
    bool is_new = false;       ///< "a meeting": neither "the meeting" nor "their meeting"
    bool is_definite = false;  ///< "the meeting"
    bool is_of_place = false;  ///< "the Damascus summit"
    bool is_plural = false;
    bool is_reception = false;
    bool is_of_two = false;  ///< its noun is one for meetings of two sides, as conference is not
    bool is_aside = false;   ///< on the sidelines of it, in preparation of it
  };
  /// What all mentions of a group say of their meeting.
  struct Told {
    std::string ordinal;
    std::vector<std::string> nouns;
    std::vector<std::string> times;
    std::vector<std::string> words;
    std::vector<std::uint32_t> parties;
    std::vector<EntryId> cities;
    std::vector<std::string> countries;
    std::vector<std::string> days;
    std::vector<std::uint32_t> parts;  ///< of the article, by encounters
    bool is_ahead = false;
    bool is_past = false;
    bool has_met = false;  ///< one is an encounter of two sides
    bool in_text = false;  ///< below the headline
  };
  [[nodiscard]] static bool may_be_one_kind(const Facts& a, const Facts& b);
  [[nodiscard]] Told told_of(const std::vector<std::uint32_t>& group) const;
  [[nodiscard]] static bool is_other_encounter(const Facts& facts, const Told& told);
  [[nodiscard]] static bool is_of_its_place(const Facts& facts, const Told& told);
  [[nodiscard]] static bool are_on_other_days(const Facts& facts, const Told& told);
  [[nodiscard]] bool is_another_one(const Facts& facts, const Told& told, bool same_people) const;
  [[nodiscard]] bool are_told_apart(const Facts& facts, const Told& told, bool same_people) const;
  [[nodiscard]] bool stands_by(const std::vector<std::uint32_t>& group,
                               std::uint32_t candidate) const;
  [[nodiscard]] bool is_their_own(const Facts& facts,
                                  const std::vector<std::uint32_t>& group) const;
  [[nodiscard]] Facts facts_of(const FoundMention& mention) const;
  [[nodiscard]] const LexiconMatch* noun_of(const FoundMention& mention) const;
  [[nodiscard]] bool is_definite(const FoundMention& mention) const;
  void gather_circumstances();
  void gather_place(Facts& facts, const FoundMention& place) const;
  [[nodiscard]] bool is_one_of_them(const std::vector<std::uint32_t>& a,
                                    const std::vector<std::uint32_t>& b) const;
  [[nodiscard]] bool are_same_people(const std::vector<std::uint32_t>& a,
                                     const std::vector<std::uint32_t>& b) const;

  const Parse& parse_;
  const Lexicon& lexicon_;
  std::vector<Encounter> encounters_;
  std::vector<ClassId> noun_classes_;
  ClassId followed_by_;
  std::vector<Facts> facts_;  ///< by mention; empty for those of other types
};

}  // namespace rawabit
