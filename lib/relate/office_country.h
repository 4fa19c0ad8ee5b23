// The country of the holder of an office of state, where his own titles name none.
//
// Takes an article's mentions, relations and groups of mentions; tells, for a person and a title of
// his, the group of the country that he works for, by the first of these that tells one:
//   the ruling house that he is of (lines of family names with house=);
//   the country whose statesman he is known as (person/statesmen.tsv);
//   an adjective of origin within the title ("the Omani minister for foreign affairs");
//   "his foreign minister", "and the foreign minister": the country of the office-holder named
//   before him;
//   the same title elsewhere in the article, with a country and without a name;
//   the country that the article is at home in (home_country.h);
//   the country from which the article is dated, where it tells of an ambassador of that country;
//   the other side: the article names the countries of a pair together ("between A and B"), or no
//   country but these two, and counterparts (or, for want of them, ambassadors) of B alone; or A
//   and B meet, cooperate or sign the same, and all other office-holders are of B; the country in
//   which the ambassadors of the article have their seat; the country of the town from which the
//   article is dated, where nobody is said to be of it; the only country that does anything in the
//   article, under the same condition.
// One of a ruling house, or a known statesman, whose country the article does not name works for
// none.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "relate/group_of.h"
#include "resolve/country_index.h"
#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

class OfficeCountry {
 public:
  /// `works_for`: by the group of a person, the groups of what he works for.
  using WorksFor = std::map<std::size_t, std::set<std::size_t>>;

  OfficeCountry(const Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon,
                const CountryIndex& countries);

  /// Looks at who holds an office for which country, before any of find() is asked.
  void gather(const std::set<std::size_t>& holders, const WorksFor& works_for);

  /// The group of the country; `person` and `title` are mentions. `at_home`: may the person be
  /// taken for one of the article's own country?
  [[nodiscard]] std::optional<std::size_t> find(std::uint32_t person, std::uint32_t title,
                                                bool at_home) const;

  [[nodiscard]] std::optional<std::size_t> home() const { return home_; }
  /// Does the article name no other country, and no town of one?
  [[nodiscard]] bool is_all(std::size_t country) const;
  [[nodiscard]] bool is_statesman(std::uint32_t person) const {
    return !country_of_statesman(person).empty();
  }

 private:
  /// The identity of the country of the person's house; empty where he is of none.
  [[nodiscard]] std::string house_of(std::uint32_t person) const;
  /// The identity of the country whose statesman the person is known as; empty for others.
  [[nodiscard]] std::string country_of_statesman(std::uint32_t person) const;
  /// Does the article give the same office of that country to somebody else?
  [[nodiscard]] bool is_held_by_another(std::uint32_t person, std::uint32_t title,
                                        std::size_t country) const;
  [[nodiscard]] bool stands_right_before(std::uint32_t end, std::uint32_t begin) const;
  [[nodiscard]] std::optional<std::size_t> of_holder_before(std::uint32_t title) const;
  [[nodiscard]] std::optional<std::size_t> of_title(std::uint32_t title) const;
  [[nodiscard]] std::optional<std::size_t> of_same_title(std::uint32_t title) const;
  [[nodiscard]] std::optional<std::size_t> other_side() const;
  [[nodiscard]] std::optional<std::size_t> only_actor() const;
  [[nodiscard]] std::optional<std::size_t> most_spoken_of() const;
  [[nodiscard]] std::optional<std::size_t> sender() const;
  [[nodiscard]] std::optional<std::size_t> receiver() const;
  [[nodiscard]] std::optional<std::size_t> seat_behind(std::uint32_t token,
                                                       std::uint32_t sentence) const;
  [[nodiscard]] std::optional<std::size_t> of_dateline() const;
  /// The group of the country from which the article is dated, and the token of its mention.
  [[nodiscard]] std::optional<std::pair<std::size_t, std::uint32_t>> dated_from() const;
  [[nodiscard]] std::set<std::size_t> counterparts() const;
  [[nodiscard]] std::set<std::size_t> guests() const;
  [[nodiscard]] std::set<std::size_t> explicit_countries() const;
  [[nodiscard]] bool is_seated(std::uint32_t title) const;
  [[nodiscard]] bool is_at_place(std::uint32_t link) const;
  [[nodiscard]] std::set<std::pair<std::size_t, std::size_t>> pairs() const;
  [[nodiscard]] std::set<std::pair<std::size_t, std::size_t>> partners() const;
  [[nodiscard]] std::set<std::size_t> others_beside(
      const std::set<std::size_t>& sides,
      const std::set<std::pair<std::size_t, std::size_t>>& pairs) const;
  [[nodiscard]] bool stands_behind_town(const FoundMention& country) const;
  [[nodiscard]] std::size_t acts(std::size_t country, std::uint32_t dateline = kNoMention) const;
  /// The group of the country named nearest before the token, in its sentence and behind `from`.
  [[nodiscard]] std::optional<std::size_t> country_between(std::uint32_t from, std::uint32_t to,
                                                           std::uint32_t sentence) const;
  [[nodiscard]] std::optional<std::size_t> other_of_two(const std::set<std::size_t>& sides) const;
  [[nodiscard]] bool is_envoy(std::uint32_t title, std::string_view attribute) const;
  [[nodiscard]] std::set<std::size_t> senders(std::string_view attribute) const;
  [[nodiscard]] std::optional<std::size_t> group_with(const std::string& id) const;
  [[nodiscard]] std::optional<std::size_t> country_at(std::uint32_t token,
                                                      std::uint32_t sentence) const;
  [[nodiscard]] bool has_class(std::uint32_t first, std::uint32_t last, ClassId cls) const;

  const Parse& parse_;
  const std::vector<MentionGroup>& groups_;
  const Lexicon& lexicon_;
  ClassId its_, counterpart_, family_, statesman_, at_, demonym_;
  std::array<ClassId, 4> place_cues_;  ///< before a country that is but a place
  GroupOf group_of_;
  std::set<std::uint32_t> borne_;  ///< titles that someone bears
  WorksFor works_for_;
  std::set<std::size_t> holders_;
  std::optional<std::size_t> home_;
  bool is_unnamed_ = false;  ///< the article has a home that it never names
};

}  // namespace rawabit
