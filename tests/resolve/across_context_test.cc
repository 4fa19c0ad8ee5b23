// What else the articles say decides: who else is known, whose body it is, where and when.
#include <catch2/catch.hpp>

#include "across_fixture.h"

namespace rawabit {
namespace {

constexpr auto kPerson = EntityType::person;
constexpr auto kBody = EntityType::organization;
constexpr auto kCountry = EntityType::country;
constexpr auto kCity = EntityType::city;
constexpr auto kMeeting = EntityType::meeting;
constexpr auto kDate = EntityType::date;

SaidArticle person(const std::string& name) { return {{{kPerson, {name}}}}; }

SaidArticle officer(const std::string& name, const std::string& position,
                    const std::string& country) {
  return {{{kPerson, {name}},
           {EntityType::title, {position}, TitleKind::position},
           {kCountry, {country}}},
          {{0, Predicate::has_title, 1}, {0, Predicate::works_for, 2}}};
}

SaidArticle part(const std::string& body, const std::vector<std::string>& whole,
                 EntityType type = kBody) {
  return {{{kBody, {body}}, {type, whole}}, {{0, Predicate::part_of, 1}}};
}

SaidArticle meeting(const std::string& name, const std::string& city, const std::string& day) {
  return {{{kMeeting, {name}}, {kCity, {city}}, {kDate, {day}, TitleKind::none, day}},
          {{0, Predicate::held_in, 1}, {0, Predicate::held_on, 2}}};
}

TEST_CASE("a shorter name that two persons may have is neither") {
  CHECK_FALSE(are_one(
      {person("هزاع الهاجري"), person("هزاع بن مبارك الهاجري"), person("هزاع بن سالم الهاجري")}));
  CHECK(are_one(
      {person("هزاع الهاجري"), person("هزاع مبارك الهاجري"), person("هزاع بن مبارك الهاجري")}));
}

TEST_CASE("an article that tells two persons apart is believed") {
  const SaidArticle both{{{kPerson, {"هزاع الهاجري"}}, {kPerson, {"هزاع بن مبارك الهاجري"}}}};
  CHECK_FALSE(are_one({person("هزاع الهاجري"), person("هزاع بن مبارك الهاجري"), both}));
}

TEST_CASE("officers of two countries are two persons") {
  CHECK_FALSE(are_one({officer("سالم العامري", "وزير الدفاع", "المغرب"),
                       officer("سالم بن علي العامري", "وزير الدفاع", "السعودية")}));
  CHECK(are_one({officer("سالم العامري", "وزير الدفاع", "المغرب"),
                 officer("سالم بن علي العامري", "مدير", "المغرب")}));
}

TEST_CASE("a name cut short needs the same position") {
  CHECK(are_one({officer("محمد بن نايف", "ولي العهد", "السعودية"),
                 officer("محمد بن نايف بن عبدالعزيز", "ولي العهد", "السعودية")}));
  CHECK_FALSE(are_one({officer("محمد بن نايف", "مدير", "السعودية"),
                       officer("محمد بن نايف بن عبدالعزيز", "ولي العهد", "السعودية")}));
}

TEST_CASE("a common name is one's where the whole is one") {
  CHECK(are_one({part("وزارة الداخلية", {"الإمارات"}, kCountry),
                 part("وزارة الداخلية", {"دولة الإمارات العربية المتحدة"}, kCountry)}));
  CHECK_FALSE(are_one({part("وزارة الداخلية", {"الإمارات"}, kCountry),
                       part("وزارة الداخلية", {"المغرب"}, kCountry)}));
  CHECK(are_one(
      {part("وزارة الداخلية", {"المغرب"}, kCountry), {{{kBody, {"وزارة الداخلية المغربية"}}}}}));
  CHECK(are_one({part("الأمانة العامة لمجلس التعاون الخليجي", {"مجلس التعاون الخليجي"}),
                 part("الأمانة العامة لمجلس التعاون", {"مجلس التعاون"})}));
  CHECK(are_one({part("الأمانة العامة للمجلس", {"مجلس التعاون", "المجلس"}),
                 part("الأمانة العامة لمجلس التعاون", {"مجلس التعاون"})}));
  CHECK_FALSE(are_one({part("الأمانة العامة للمجلس", {"مجلس التعاون", "المجلس"}),
                       part("الأمانة العامة للمجلس", {"مجلس السلم", "المجلس"})}));
}

TEST_CASE("a name cut short is his who is named far more often in that office") {
  std::vector<SaidArticle> articles(12, officer("سالم بن علي بن راشد", "وزير الدفاع", "المغرب"));
  articles.insert(articles.begin() + 1, officer("سالم بن علي", "وزير الدفاع", "المغرب"));
  articles.push_back(officer("سالم بن علي العامري", "وزير الدفاع", "المغرب"));
  CHECK(are_one(articles));
  articles.push_back(articles.back());
  CHECK_FALSE(are_one(articles));
}

TEST_CASE("a name that parts of several bodies have says nothing by itself") {
  const SaidArticle bare{{{kBody, {"لجنة الاختبار العليا"}}}};
  CHECK(are_one({bare, bare}));
  CHECK_FALSE(are_one({bare, bare, part("لجنة الاختبار العليا لنادي الأول", {"نادي الأول"}),
                       part("لجنة الاختبار العليا لنادي الثاني", {"نادي الثاني"}),
                       part("لجنة الاختبار العليا لنادي الثالث", {"نادي الثالث"})}));
}

TEST_CASE("a name that two countries have for a body says nothing by itself") {
  const SaidArticle bare{{{kBody, {"هيئة السوق المالية"}}}};
  CHECK(are_one({bare, bare}));
  CHECK_FALSE(are_one({bare, bare, part("هيئة السوق المالية", {"المغرب"}, kCountry),
                       part("هيئة السوق المالية", {"السعودية"}, kCountry)}));
}

TEST_CASE("of two cities of one name, the one in the country that the article names") {
  const SaidArticle libyan{{{kCity, {"طرابلس"}}, {kCountry, {"ليبيا"}}}};
  const SaidArticle lebanese{{{kCity, {"طرابلس"}}, {kCountry, {"لبنان"}}}};
  const SaidArticle bare{{{kCity, {"طرابلس"}}}};
  CHECK_FALSE(are_one({libyan, lebanese}));
  CHECK(are_one({libyan, bare}));
}

TEST_CASE("a name of two countries is neither by itself") {
  CHECK_FALSE(are_one({{{{kCountry, {"المملكة"}}}}, {{{kCountry, {"المغرب"}}}}}));
  CHECK(are_one({{{{kCountry, {"المملكة", "المغرب"}}}}, {{{kCountry, {"المغرب"}}}}}));
}

TEST_CASE("meetings alike, in one place on one day, are one") {
  const SaidArticle here = meeting("اجتماع وزراء الداخلية العرب", "أبوظبي", "2020-03-01");
  CHECK(are_one({here, meeting("اجتماع وزراء الداخلية العرب المشترك", "أبو ظبي", "2020-03-01")}));
  CHECK_FALSE(are_one({here, meeting("اجتماع وزراء الداخلية العرب", "أبوظبي", "2020-03-02")}));
  CHECK_FALSE(are_one({here, meeting("اجتماع وزراء الداخلية العرب", "طرابلس", "2020-03-01")}));
  CHECK_FALSE(are_one({here, meeting("اجتماع وزراء النفط", "أبوظبي", "2020-03-01")}));
  const SaidArticle bare = meeting("الاجتماع", "أبوظبي", "2020-03-01");
  CHECK_FALSE(are_one({bare, bare}));
}

TEST_CASE("those who met on one day met once") {
  const auto encounter = [](const std::string& name, const std::string& day,
                            const std::string& guest) {
    return SaidArticle{{{kMeeting, {name}},
                        {kPerson, {"هزاع بن مبارك الهاجري"}},
                        {kPerson, {guest}},
                        {kDate, {day}, TitleKind::none, day}},
                       {{1, Predicate::participated_in, 0},
                        {2, Predicate::participated_in, 0},
                        {0, Predicate::held_on, 3}}};
  };
  const SaidArticle here = encounter("اللقاء", "2020-03-01", "خالد بن سعيد العطية");
  CHECK(are_one({here, encounter("الاجتماع", "2020-03-01", "خالد بن سعيد العطية")}));
  CHECK_FALSE(are_one({here, encounter("اللقاء", "2020-03-02", "خالد بن سعيد العطية")}));
  CHECK_FALSE(are_one({here, encounter("اللقاء", "2020-03-01", "سالم بن علي العامري")}));
  CHECK_FALSE(are_one({here, encounter("الزيارة", "2020-03-01", "خالد بن سعيد العطية")}));
  SaidArticle twice = encounter("الاجتماع", "2020-03-01", "خالد بن سعيد العطية");
  twice.entities.push_back({kMeeting, {"الاجتماع الموسع"}});
  for (const std::size_t person : {1, 2}) {
    twice.relations.push_back({person, Predicate::participated_in, 4});
  }
  twice.relations.push_back({4, Predicate::held_on, 3});
  CHECK_FALSE(are_one({twice, twice}, 0, 4));
}

TEST_CASE("a series that starts anew is another meeting") {
  const std::string name = "الاجتماع الرابع لرؤساء الشرطة";
  CHECK_FALSE(
      are_one({meeting(name, "أبوظبي", "2019-03-01"), meeting(name, "أبوظبي", "2020-03-01")}));
  CHECK(are_one({meeting(name, "أبوظبي", "2020-03-01"), meeting(name, "أبوظبي", "2020-03-02")}));
}

}  // namespace
}  // namespace rawabit
