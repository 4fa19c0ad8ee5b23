// What joins two articles' entities by their names alone, and what does not.
#include <catch2/catch.hpp>

#include "across_fixture.h"

namespace rawabit {
namespace {

struct Pair {
  EntityType type;
  std::vector<std::string> first, second;
  bool one;
};

constexpr auto kPerson = EntityType::person;
constexpr auto kBody = EntityType::organization;
constexpr auto kTopic = EntityType::topic;
constexpr auto kMeeting = EntityType::meeting;
constexpr auto kAgreement = EntityType::agreement;

const Pair kPairs[] = {
    // Persons: the full name, however spelled; words left out; never a family name.
    {kPerson, {"هزاع الهاجري"}, {"هزاع الهاجرى"}, true},
    {kPerson, {"هزاع بن مبارك الهاجري"}, {"هزاع الهاجري"}, true},
    {kPerson, {"هزاع بن مبارك الهاجري"}, {"سالم الهاجري"}, false},
    {kPerson, {"هزاع بن مبارك الهاجري"}, {"الهاجري"}, false},
    {kPerson, {"الهاجري"}, {"الهاجري"}, false},
    {kPerson, {"محمد بن سلمان بن عبد العزيز"}, {"محمد بن سلمان بن عبدالعزيز"}, true},
    {kPerson, {"عبد الله"}, {"عبد الله"}, false},
    {kPerson, {"صلاح الدين"}, {"صلاح الدين"}, false},
    {kPerson, {"دي ميستورا"}, {"دي ميستورا"}, false},
    {kPerson, {"محمد بن علي كومان", "علي كومان"}, {"علي كومان"}, true},
    {kPerson, {"محمد بن نايف بن عبدالعزيز"}, {"محمد بن نايف"}, false},
    {kPerson, {"سالم بن علي"}, {"سالم بن راشد بن علي"}, false},
    {kPerson, {"سالم العلي"}, {"سالم بن راشد بن علي العلي"}, true},
    // Bodies: the gazetteer, the full name, the same words but for connecting letters.
    {kBody, {"الانتربول"}, {"المنظمة الدولية للشرطة الجنائية"}, true},
    {kBody, {"مجلس التعاون"}, {"مجلس التعاون الخليجي"}, true},
    {kBody, {"المجلس", "مجلس التعاون"}, {"مجلس التعاون"}, true},
    {kBody, {"المجلس"}, {"المجلس"}, false},
    {kBody, {"قاعدة الملك فهد الجوية", "القاعدة"}, {"تنظيم القاعدة"}, false},
    {kBody, {"قطاع الشؤون الامنية"}, {"قطاع الشؤون الأمنية"}, true},
    {kBody,
     {"مركز المعلومات الجنائية ومكافحة المخدرات"},
     {"مركز المعلومات الجنائية لمكافحة المخدرات"},
     true},
    {kBody, {"مركز المعلومات الجنائية"}, {"مركز المعلومات المالية"}, false},
    {kBody, {"كاريك"}, {"كاريك"}, true},
    {kBody, {"وزارة الداخلية"}, {"وزارة الداخلية"}, false},
    {kBody, {"وزارة الداخلية المغربية"}, {"وزارة الداخلية المغربية"}, true},
    {kBody, {"وزارة الداخلية المغربية"}, {"وزارة الداخلية السعودية"}, false},
    {kBody, {"مجلس الوزراء"}, {"مجلس الوزراء"}, false},
    {kBody, {"الشركة المغربية"}, {"الشركة المغربية"}, false},
    {kBody, {"الشركة المغربية للنقل"}, {"الشركة المغربية للنقل"}, true},
    {kBody, {"الأمانة العامة للمجلس"}, {"الأمانة العامة للمجلس"}, false},
    {kBody, {"الهيئة العليا", "المجموعة الدولية"}, {"اللجنة العليا", "المجموعة الدولية"}, false},
    // Topics: fighting X is X.
    {kTopic, {"الإرهاب"}, {"مكافحة الإرهاب"}, true},
    {kTopic, {"مكافحة التصحر"}, {"التصحر"}, true},
    {kTopic, {"التصدي للتصحر"}, {"التصحر"}, true},
    {kTopic, {"التصحر"}, {"التضخم"}, false},
    // Meetings: the same number in the same series; never a common word.
    {kMeeting, {"الاجتماع"}, {"الاجتماع"}, false},
    {kMeeting, {"الاجتماع الرابع"}, {"الاجتماع الرابع"}, false},
    {kMeeting,
     {"الاجتماع الرابع لرؤساء الشرطة"},
     {"الاجتماع الرابع لرؤساء الشرطة بالشرق الأوسط"},
     true},
    {kMeeting, {"الاجتماع الرابع لرؤساء الشرطة"}, {"الاجتماع الخامس لرؤساء الشرطة"}, false},
    {kMeeting,
     {"الدورة السابعة والثلاثون لمجلس وزراء الداخلية العرب"},
     {"الدورة السابعة والثلاثين لمجلس وزراء الداخلية العرب"},
     true},
    {kMeeting, {"اجتماع وزراء الداخلية العرب"}, {"اجتماع وزراء الداخلية العرب"}, false},
    // Agreements: by a full name.
    {kAgreement, {"مذكرة تفاهم"}, {"مذكرة تفاهم"}, false},
    {kAgreement, {"اتفاقية الشراكة"}, {"اتفاقية الشراكة"}, false},
    {kAgreement,
     {"الاتفاقية العربية لمكافحة غسل الأموال"},
     {"الاتفاقية العربية لمكافحة غسل الأموال"},
     true},
};

TEST_CASE("names of two articles") {
  for (const Pair& pair : kPairs) {
    INFO(pair.first.front() << " / " << pair.second.front());
    CHECK(are_one({{{{pair.type, pair.first}}}, {{{pair.type, pair.second}}}}) == pair.one);
    CHECK(are_one({{{{pair.type, pair.second}}}, {{{pair.type, pair.first}}}}) == pair.one);
  }
}

TEST_CASE("two types are two entities") {
  CHECK_FALSE(are_one({{{{EntityType::country, {"الكويت"}}}}, {{{EntityType::city, {"الكويت"}}}}}));
}

TEST_CASE("titles are one by wording and kind") {
  const SaidEntity rank{EntityType::title, {"اللواء"}, TitleKind::rank};
  const SaidEntity spelled{EntityType::title, {"لواء"}, TitleKind::rank};
  const SaidEntity position{EntityType::title, {"اللواء"}, TitleKind::position};
  CHECK(are_one({{{rank}}, {{spelled}}}));
  CHECK_FALSE(are_one({{{rank}}, {{position}}}));
}

TEST_CASE("dates are one by their day, and not by a weekday") {
  const SaidEntity day{EntityType::date, {"١ مارس ٢٠٢٠"}, TitleKind::none, "2020-03-01"};
  const SaidEntity same{EntityType::date, {"الأحد"}, TitleKind::none, "2020-03-01"};
  const SaidEntity weekday{EntityType::date, {"الأحد"}};
  CHECK(are_one({{{day}}, {{same}}}));
  CHECK_FALSE(are_one({{{weekday}}, {{weekday}}}));
}

}  // namespace
}  // namespace rawabit
