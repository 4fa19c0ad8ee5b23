// The log of resolution: a reason for each merge, and for what was nearly one.
#include <catch2/catch.hpp>

#include "across_fixture.h"

namespace rawabit {
namespace {

constexpr auto kPerson = EntityType::person;
constexpr auto kBody = EntityType::organization;
constexpr auto kTitle = EntityType::title;
constexpr auto kCountry = EntityType::country;

SaidArticle person(const std::string& name) { return {{{kPerson, {name}}}}; }
SaidArticle person_of(const std::string& name, const std::string& country) {
  return {{{kPerson, {name}}, {kCountry, {country}}}, {{0, Predicate::works_for, 1}}};
}
SaidArticle person_with(const std::string& name, const std::string& position) {
  return {{{kPerson, {name}}, {kTitle, {position}, TitleKind::position}},
          {{0, Predicate::has_title, 1}}};
}
SaidArticle body(const std::string& name) { return {{{kBody, {name}}}}; }

/// The log of persons and bodies in words: "+full_name", "-like_spelling/other_letters".
std::vector<std::string> log_of(const std::vector<SaidArticle>& articles) {
  const AcrossInput input = input_of(articles);
  std::vector<std::string> log;
  for (const Joining& item : resolve_across(input, few_known_names()).log()) {
    const EntityType type = input.entities[item.first].type;
    if (type != kPerson && type != kBody) continue;
    std::string line = item.joined ? "+" : "-";
    line += text_of(item.reason).name;
    if (item.against != Objection::none) (line += '/') += text_of(item.against).name;
    log.push_back(line);
  }
  return log;
}

struct Logged {
  std::vector<SaidArticle> articles;
  std::vector<std::string> log;
};

TEST_CASE("every merge has a reason, and so has what was nearly one") {
  const Logged all[] = {
      {{person("هزاع الهاجري"), person("هزاع الهاجري")}, {"+full_name"}},
      {{person("هزاع الهاجري"), person("هزاع بن مبارك الهاجري")}, {"+shorter_name"}},
      {{person("هزاع الهاجري"), person("سالم العلي")}, {}},
      {{person_of("هزاع الهاجري", "المغرب"), person_of("هزاع الهاجري", "الإمارات")},
       {"+full_name/two_countries"}},
      {{person_of("هزاع الهاجري", "المغرب"), person_of("هزاع الهاجري", "المغرب")}, {"+full_name"}},
      {{person_of("هزاع الهاجري", "المغرب"), person_of("هزاع بن مبارك الهاجري", "الإمارات")},
       {"-shorter_name/two_countries"}},
      {{{{{kPerson, {"هزاع الهاجري"}}, {kPerson, {"هزاع بن مبارك الهاجري"}}}}},
       {"-shorter_name/one_article"}},
      {{person("سالم بن علي العلي"), person("سالم بن راشد العلي"), person("سالم العلي")},
       {"-shorter_name/several", "-shorter_name/several"}},
      {{person_with("سيرغي لافروف", "وزير الخارجية"), person_with("سيرجي لافروف", "وزير الخارجية")},
       {"+other_spelling"}},
      {{person_with("سيرغي لافروف", "وزير الخارجية"), person_with("سيرمي لافروف", "وزير الخارجية")},
       {"-like_spelling/other_letters"}},
      {{person("سيرغي لافروف"), person("سيرجي لافروف")}, {}},
      {{person("سيرغي فكتور لافروف"), person("سيرجي فكتور لافروف")}, {"+other_spelling"}},
      {{person("جان فرنسوا لوران"), person("جان فرانسوا لوران")}, {"+other_spelling"}},
      {{person("هنري ماري لوبان"), person("هنري ماريو لوبان")}, {"-like_spelling/other_letters"}},
      {{person("خالد سلمان العلي"), person("خالد سليمان العلي")}, {"-like_spelling/other_letters"}},
      {{person("خالد سالم الحسين"), person("خالد سالم الحصين")}, {"-like_spelling/other_letters"}},
      {{body("مركز المعلومات الجنائية"), body("مركز المعلومات الأمنية الجنائية")},
       {"-shorter_name/more_words"}},
      {{body("مركز المعلومات الجنائية"), body("مركز المعلومات المغربية الجنائية")}, {}},
      {{body("الإنتربول"), body("منظمة الإنتربول")}, {"+gazetteer"}}};
  for (const Logged& logged : all) {
    CAPTURE(logged.articles.front().entities.front().names.front());
    CHECK(log_of(logged.articles) == logged.log);
  }
}

TEST_CASE("the log connects all that is one") {
  const std::vector<SaidArticle> articles = {
      person("هزاع الهاجري"), person("هزاع بن مبارك الهاجري"),
      person("هزاع الهاجري"), person("سالم العلي"),
      person("سالم العلي"),   body("الإنتربول")};
  const Clusters clusters = resolve_across(input_of(articles), few_known_names());
  Clusters again(clusters.size());
  for (const Joining& item : clusters.log()) {
    if (item.joined) again.join(item.first, item.second, {item.reason});
  }
  for (std::uint32_t i = 0; i < clusters.size(); ++i) CHECK(again.find(i) == clusters.find(i));
}

}  // namespace
}  // namespace rawabit
