// Are two mentions of bodies in an article one body, by the country in their names?
//
// "The Egyptian embassy" and "the embassy of the Arab Republic of Egypt" are; so are an army or a
// police with and without a further adjective. "The ministry of interior" and "the Italian ministry
// of interior" are not where the article is at home elsewhere and speaks of its own country, or
// calls the Italian one the counterpart ("his Italian counterpart"). The navies of two countries
// never are. "The chamber of Jeddah" is the chamber of commerce and industry there, whatever the
// longer name; "the Chinese academy" is the Chinese academy of sciences that the article names.
// "The police of the province of A" is that of A, "the foreign office of A" its ministry.
// "European" is one word in all its spellings, and a hospital is a doctor's without his title too.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/country_index.h"
#include "rules/parse.h"

namespace rawabit {

class BodyComparison {
 public:
  BodyComparison(const Parse& parse, const Lexicon& lexicon, const CountryIndex& countries);

  /// Can they be no one body: home and foreign, of two countries, or one told beside the other
  /// ("the foreign office and the foreign office of Egypt")?
  [[nodiscard]] bool are_apart(std::uint32_t a, std::uint32_t b) const;
  /// Do both names say the same of the same country, name the chamber of one town, or
  /// the same field of one body?
  [[nodiscard]] bool are_one_of_place(std::uint32_t a, std::uint32_t b) const;
  /// Does one name no country and the other a foreign one, where the home country is spoken of?
  [[nodiscard]] bool are_home_and_foreign(std::uint32_t a, std::uint32_t b) const;
  /// Does each name one country, and another one?
  [[nodiscard]] bool are_of_two_countries(std::uint32_t a, std::uint32_t b) const;
  /// Is the one "the literary club", the other "the literary club of A": the same head and last
  /// adjective, a name between them?
  [[nodiscard]] bool is_abridged(std::uint32_t shorter, std::uint32_t longer) const;
  /// Is one of `others` that of another country than the mention?
  [[nodiscard]] bool is_of_other_country(std::uint32_t mention,
                                         const std::vector<std::uint32_t>& others) const;
  /// Is it "the ministry", in an article with a minister?
  [[nodiscard]] bool is_ministry_of_minister(std::uint32_t mention) const;
  /// "The ministry", after one of the mentions that is called by its field alone ("the Iraqi
  /// interior").
  [[nodiscard]] bool is_the_ministry_of(const std::vector<std::uint32_t>& others,
                                        std::uint32_t mention) const;

 private:
  struct Name {
    std::vector<std::string> words;  ///< countries by their ids, without words such as "republic"
    std::string country;             ///< the id of the only one; empty for none or several
    std::string town;                ///< of a chamber: the id of the town in its name
    bool is_of_state = false;        ///< an army, an embassy: every country has one
    bool is_known = false;           ///< a gazetteer has it by this name
    bool is_definite = false;        ///< "the academy", which its country tells from others
    bool is_of_several = false;      ///< countries
    bool is_joint = false;           ///< "joint" is its last word
    bool is_town_alone = false;      ///< a chamber named by nothing but its town
  };
  [[nodiscard]] Name read(std::uint32_t mention) const;
  void read_word(const FoundMention& found, std::uint32_t token, Name& name) const;
  [[nodiscard]] bool is_passed_over(std::uint32_t token) const;
  [[nodiscard]] bool heads_kind(std::uint32_t token, std::span<const std::string_view> kinds) const;
  [[nodiscard]] bool is_before_its_name(const FoundMention& found) const;
  void read_town(const FoundMention& found, Name& name) const;
  [[nodiscard]] bool are_one_of_country(const Name& x, const Name& y) const;
  [[nodiscard]] static bool is_short_of(const Name& shorter, const Name& longer);
  [[nodiscard]] static bool is_short_of_field(const Name& shorter, const Name& longer);
  [[nodiscard]] static bool is_joint_of(const Name& shorter, const Name& longer);
  [[nodiscard]] static bool are_one_chamber(const Name& x, const Name& y);
  [[nodiscard]] const LexiconMatch* country_at(std::uint32_t token, std::uint32_t end) const;
  [[nodiscard]] bool has_class(std::uint32_t token, ClassId cls) const;
  [[nodiscard]] bool bears_a_proper_name(std::uint32_t mention) const;
  [[nodiscard]] bool is_foreign(const std::string& country) const;
  void read_counterparts(const Lexicon& lexicon);

  const Parse& parse_;
  ClassId country_, demonym_, country_head_, head_, head_def_, ministry_, minister_, minister_def_;
  ClassId portfolio_;
  ClassId chamber_, city_, region_, given_, family_, region_head_, preposition_, regional_,
      honorific_, forces_, joint_;
  const Lexicon& lexicon_;
  std::vector<Name> names_;                ///< of all mentions; empty for those that are no bodies
  std::string home_;                       ///< empty where the article does not speak of it
  std::vector<std::string> counterparts_;  ///< countries whose men are called counterparts
  bool has_minister_ = false;
};

/// A longer name of the body in which the mention stands, seen by a rule: "the navy" of "the navy
/// of A".
[[nodiscard]] std::optional<std::uint32_t> longer_name(const Parse& parse, std::uint32_t mention);

}  // namespace rawabit
