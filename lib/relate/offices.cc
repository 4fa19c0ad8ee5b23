#include "relate/offices.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "relate/directorates.h"
#include "relate/group_of.h"
#include "relate/office_country.h"
#include "relate/office_titles.h"
#include "resolve/mention_attributes.h"
#include "resolve/within_names.h"

namespace rawabit {
namespace {

constexpr double kConfidence = 0.7;
constexpr std::string_view kLeads = "leads";    ///< attribute of the titles of who leads anything
constexpr std::string_view kDeputy = "deputy";  ///< attribute of deputies and aides of a minister
constexpr std::string_view kHeads = "heads";    ///< of a title: the one body that it heads
constexpr std::string_view kHeaded = "headed";  ///< of that body
constexpr std::string_view kMinistry = "ministry";  ///< of the head of ministries

using Words = std::vector<std::string>;

class Offices {
 public:
  Offices(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon,
          const CountryIndex& countries)
      : parse_(parse),
        groups_(groups),
        lexicon_(lexicon),
        countries_(countries),
        titles_(parse, lexicon),
        portfolio_(lexicon.class_named("PORTFOLIO")),
        demonym_(lexicon.class_named("DEMONYM")),
        group_of_(parse, groups) {}

  void run() {
    gather();
    if (offices_.empty() && leaders_.empty()) return;
    country_.emplace(parse_, groups_, lexicon_, countries_);
    take_leaders();
    std::set<std::size_t> holders;
    for (const auto& [person, titles] : offices_) holders.insert(person);
    country_->gather(holders, works_for_);
    refer_honorifics();
    for (const auto& [person, titles] : offices_) relate_ministries(person, titles);
    relate_the_ministry();
    // Whose country is known only now: his is the ministry of that country.
    for (const std::size_t person : relate_countries()) {
      relate_ministries(person, offices_.at(person));
    }
    for (const auto& [person, titles] : offices_) relate_headed(person, titles);
  }

 private:
  struct Title {
    std::uint32_t mention = 0;
    std::uint32_t first = 0;  ///< tokens of the evidence
    std::uint32_t last = 0;
    std::uint32_t person = 0;  ///< mention
  };

  void gather() {
    for (const FoundRelation& found : parse_.relations) {
      if (found.modality != Modality::asserted) continue;
      const std::size_t person = group_of_[found.subject];
      if (person == GroupOf::kNone) continue;
      if (found.predicate == Predicate::works_for) {
        const std::size_t body = group_of_[found.object];
        if (body != GroupOf::kNone) works_for_[person].insert(body);
      }
      if (found.predicate == Predicate::has_title) {
        const bool leads = !is_office(found.object) && has_attribute(found.object, kLeads);
        if (leads) leaders_[person].push_back(title_of(found));
        if (is_office(found.object)) offices_[person].push_back(title_of(found));
      }
      if (found.predicate == Predicate::has_title && has_attribute(found.object, kDeputy)) {
        deputies_[person].push_back({found.object, found.first, found.last, found.subject});
      }
      if (found.predicate == Predicate::part_of) {
        part_of_.insert(person);
        const auto whole = group_of_.find(found.object);
        if (whole && groups_[*whole].type == EntityType::country) lands_[person].insert(*whole);
      }
    }
  }

  static Title title_of(const FoundRelation& found) {
    return {found.object, found.first, found.last, found.subject};
  }

  /// "The president" may lead anything, but the statesman whom everybody knows leads his state.
  void take_leaders() {
    for (auto& [person, titles] : leaders_) {
      if (offices_.contains(person) || !country_->is_statesman(titles.front().person)) continue;
      offices_[person] = std::move(titles);
    }
  }

  bool has_attribute(std::uint32_t m, std::string_view name) const {
    return rawabit::has_attribute(parse_, lexicon_, parse_.mentions[m], name);
  }

  bool is_office(std::uint32_t title) const { return titles_.is_office(parse_.mentions[title]); }

  std::optional<std::size_t> country_of(std::size_t person) const {
    const auto found = works_for_.find(person);
    if (found == works_for_.end()) return std::nullopt;
    for (const std::size_t body : found->second) {
      if (groups_[body].type == EntityType::country) return body;
    }
    return std::nullopt;
  }

  /// Does the person hold a post in a body of some country, or in a region or city?
  bool serves_elsewhere(std::size_t person, std::size_t home) const {
    const auto found = works_for_.find(person);
    if (found == works_for_.end()) return false;
    return std::ranges::any_of(found->second, [&](std::size_t body) {
      if (groups_[body].type == EntityType::region || groups_[body].type == EntityType::city) {
        return true;
      }
      const auto lands = lands_.find(body);
      return lands != lands_.end() && !lands->second.contains(home);
    });
  }

  void add(Predicate predicate, const Title& title, std::uint32_t object, std::string_view rule) {
    parse_.relations.push_back({title.person, object, predicate, Modality::asserted,
                                Origin::inferred, kConfidence, rule, title.first, title.last});
  }

  /// The country of the one body that he serves and that is some country's ("for the government of
  /// Oman, the foreign minister").
  std::optional<std::size_t> country_of_body(std::size_t person) const {
    std::set<std::size_t> countries;
    if (const auto bodies = works_for_.find(person); bodies != works_for_.end()) {
      for (const std::size_t body : bodies->second) {
        const auto lands = lands_.find(body);
        if (lands != lands_.end()) countries.insert(lands->second.begin(), lands->second.end());
      }
    }
    return countries.size() == 1 ? std::optional(*countries.begin()) : std::nullopt;
  }

  /// Gives those whose country it told.
  std::vector<std::size_t> relate_countries() {
    std::vector<std::size_t> told;
    for (const auto& [person, titles] : offices_) {
      if (country_of(person)) continue;
      const auto home = country_->home();
      const bool at_home = !serves_elsewhere(person, home.value_or(GroupOf::kNone));
      for (const Title& title : titles) {
        auto country = country_->find(title.person, title.mention, at_home);
        if (const auto own = country_of_body(person); own && (!country || country == home))
          country = own;
        if (!country) continue;
        add(Predicate::works_for, title, groups_[*country].mentions.front(), "office.country");
        works_for_[person].insert(*country);
        told.push_back(person);
        break;
      }
    }
    return told;
  }

  bool is_of_another(std::size_t body, std::optional<std::size_t> country) const {
    const auto lands = lands_.find(body);
    return lands != lands_.end() &&
           std::ranges::any_of(lands->second, [&](std::size_t g) { return g != country; });
  }

  /// A ministry without a country is the home country's; where the article has none, that of the
  /// only country it speaks of.
  bool is_foreign(std::size_t person, std::size_t body) const {
    const auto country = country_of(person);
    if (!country || country == country_->home() || part_of_.contains(body)) return false;
    return country_->home() || !country_->is_all(*country);
  }

  void relate_ministries(std::size_t person, const std::vector<Title>& titles) {
    for (const Title& title : titles) {
      const Words field = titles_.field_of(parse_.mentions[title.mention]);
      if (field.empty()) continue;
      for (std::size_t g = 0; g < groups_.size(); ++g) {
        if (groups_[g].type != EntityType::organization) continue;
        if (works_for_[person].contains(g) || is_of_another(g, country_of(person)) ||
            is_foreign(person, g)) {
          continue;
        }
        for (const std::uint32_t m : groups_[g].mentions) {
          // The field right after the head: of a ministry, not of some council of ministers.
          const FoundMention& body = parse_.mentions[m];
          if (titles_.field_of(parse_.mentions[m]) != field ||
              body.first == parse_.mentions[title.mention].first)
            continue;
          if (!is_ministry(m)) continue;
          add(Predicate::works_for, title, m, "office.ministry");
          works_for_[person].insert(g);
          break;
        }
      }
    }
  }

  /// "The Public Prosecutor" heads "the Public Prosecution": offices that are of one body each.
  void relate_headed(std::size_t person, const std::vector<Title>& titles) {
    const bool has_body = std::ranges::any_of(works_for_[person], [&](std::size_t g) {
      return groups_[g].type == EntityType::organization;
    });
    if (has_body) return;  // "the public prosecutor at the court"
    for (const Title& title : titles) {
      const std::string_view office = attribute_of(title.mention, kHeads);
      if (office.empty()) continue;
      for (std::size_t g = 0; g < groups_.size(); ++g) {
        if (groups_[g].type != EntityType::organization || works_for_[person].contains(g)) continue;
        if (is_of_another(g, country_of(person)) || is_foreign(person, g)) continue;
        const auto headed = std::ranges::find_if(groups_[g].mentions, [&](std::uint32_t m) {
          return attribute_of(m, kHeaded) == office;
        });
        if (headed == groups_[g].mentions.end()) continue;
        add(Predicate::works_for, title, *headed, "office.headed");
        works_for_[person].insert(g);
      }
    }
  }

  /// Of the entry with which the mention begins; empty where it has none.
  std::string_view attribute_of(std::uint32_t m, std::string_view name) const {
    const FoundMention& mention = parse_.mentions[m];
    for (const LexiconMatch& match : parse_.matches_at(mention.first)) {
      const auto& attributes = lexicon_.entries()[match.entry].attributes;
      const auto found = attributes.find(std::string(name));
      if (match.last <= mention.last && found != attributes.end()) return found->second;
    }
    return {};
  }

  /// The head of ministries and a field of ministers, or the field alone, its country at most
  /// behind it ("the world health" is none).
  bool is_ministry(std::uint32_t m) const {
    const FoundMention& body = parse_.mentions[m];
    const bool has_head = has_attribute(m, kMinistry);
    const std::uint32_t field = body.first + (has_head ? 1 : 0);
    return std::ranges::any_of(parse_.matches_at(field), [&](const LexiconMatch& match) {
      if (match.cls != portfolio_) return false;
      return has_head || match.last == body.last || is_origin(match.last);
    });
  }

  bool is_origin(std::uint32_t token) const { return parse_.has_class_at(token, demonym_); }

  /// "The ministry", which no fuller name stands for.
  std::size_t the_ministry() const {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].type != EntityType::organization) continue;
      const bool is_short = std::ranges::all_of(groups_[g].mentions, [&](std::uint32_t m) {
        const FoundMention& found = parse_.mentions[m];
        return found.last - found.first == 1 && has_attribute(m, kMinistry);
      });
      if (is_short) return g;
    }
    return GroupOf::kNone;
  }

  /// The ministers who are not of another country than the article's own, with one title each.
  std::map<std::size_t, Title> ministers_at_home() const {
    std::map<std::size_t, Title> ministers;
    for (const auto& [person, titles] : offices_) {
      const auto country = country_of(person);
      if (country && country != country_->home()) continue;
      for (const Title& title : titles) {
        if (!titles_.field_of(parse_.mentions[title.mention]).empty())
          ministers.emplace(person, title);
      }
    }
    return ministers;
  }

  bool is_ministry_body(std::size_t body) const {
    return std::ranges::any_of(groups_[body].mentions,
                               [&](std::uint32_t m) { return has_attribute(m, kMinistry); });
  }

  /// The only minister; of several, the one named last before "the ministry" and alone there.
  std::optional<std::size_t> minister_of(std::size_t ministry,
                                         const std::map<std::size_t, Title>& ministers) const {
    if (ministers.size() == 1) return ministers.begin()->first;
    if (ministry == GroupOf::kNone) return std::nullopt;
    const FoundMention& told = parse_.mentions[groups_[ministry].mentions.front()];
    std::optional<std::size_t> nearest;
    std::uint32_t at = 0;
    std::size_t in_its_sentence = 0;
    for (const auto& [person, title] : ministers) {
      bool is_in_its_sentence = false;
      for (const std::uint32_t m : groups_[person].mentions) {
        const FoundMention& name = parse_.mentions[m];
        if (name.first > told.first) continue;
        is_in_its_sentence = is_in_its_sentence || name.sentence == told.sentence;
        if (name.first >= at) nearest = person, at = name.first;
      }
      in_its_sentence += is_in_its_sentence ? 1 : 0;
    }
    if (in_its_sentence > 1) return std::nullopt;
    return nearest;
  }

  /// "The ministry" is where its minister and his deputies work, where the article tells him.
  void relate_the_ministry() {
    const auto ministers = ministers_at_home();
    std::size_t ministry = the_ministry();
    const auto minister = minister_of(ministry, ministers);
    if (!minister) return;
    for (const std::size_t body : works_for_[*minister]) {
      if (groups_[body].type == EntityType::organization && is_ministry_body(body)) ministry = body;
    }
    if (ministry == GroupOf::kNone) return;
    const std::uint32_t m = groups_[ministry].mentions.front();
    if (works_for_[*minister].insert(ministry).second) {
      add(Predicate::works_for, ministers.at(*minister), m, "office.ministry");
    }
    if (ministers.size() > 1) return;
    for (const auto& [person, titles] : deputies_) {
      if (works_for_[person].empty()) {
        add(Predicate::works_for, titles.front(), m, "office.deputy");
      }
    }
  }

  /// The title mentions that no relation gives to a person, by their words.
  void refer_honorifics() {
    std::set<std::uint32_t> borne;
    for (const FoundRelation& found : parse_.relations) {
      if (found.predicate == Predicate::has_title) borne.insert(found.object);
    }
    for (std::uint32_t m = 0; m + 1 < parse_.mentions.size(); ++m) {
      const FoundMention& honorific = parse_.mentions[m];
      if (honorific.dropped || honorific.kind != TitleKind::honorific || borne.contains(m)) {
        continue;
      }
      for (std::uint32_t o = 0; o < parse_.mentions.size(); ++o) {
        const FoundMention& office = parse_.mentions[o];
        if (office.dropped || office.type != EntityType::title || office.first != honorific.last ||
            office.proclitics.letters > 0 || borne.contains(o)) {
          continue;
        }
        if (const auto title = only_holder(o)) {
          parse_.relations.push_back({title->person, m, Predicate::has_title, Modality::asserted,
                                      Origin::inferred, kConfidence, "office.honorific",
                                      honorific.first, office.last});
        }
      }
    }
  }

  std::optional<Title> only_holder(std::uint32_t office) const {
    const Words words = name_words(parse_, parse_.mentions[office]);
    std::optional<Title> holder;
    for (const auto& [person, titles] : offices_) {
      for (const Title& title : titles) {
        if (name_words(parse_, parse_.mentions[title.mention]) != words) continue;
        if (holder && group_of_[holder->person] != person) return std::nullopt;
        holder = title;
      }
    }
    return holder;
  }

  Parse& parse_;
  const std::vector<MentionGroup>& groups_;
  const Lexicon& lexicon_;
  const CountryIndex& countries_;
  std::optional<OfficeCountry> country_;  ///< where somebody holds an office
  OfficeTitles titles_;
  ClassId portfolio_, demonym_;
  GroupOf group_of_;
  std::map<std::size_t, std::vector<Title>> offices_;       ///< by person
  std::map<std::size_t, std::vector<Title>> leaders_;       ///< who may lead a state, by person
  std::map<std::size_t, std::vector<Title>> deputies_;      ///< of a minister, by person
  std::map<std::size_t, std::set<std::size_t>> works_for_;  ///< by person
  std::set<std::size_t> part_of_;  ///< bodies that belong to another, or to a country
  std::map<std::size_t, std::set<std::size_t>> lands_;  ///< the countries that a body belongs to
};

}  // namespace

void relate_offices(Parse& parse, const std::vector<MentionGroup>& groups, const Lexicon& lexicon,
                    const CountryIndex& countries) {
  Offices(parse, groups, lexicon, countries).run();
  relate_directorates(parse, groups, lexicon);
}

}  // namespace rawabit
