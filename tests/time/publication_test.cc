#include "time/publication.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "base/file.h"
#include "text/blocks.h"
#include "text/charset.h"

namespace rawabit {
namespace {

const Lexicon& lexicon() {
  static const Result<Lexicon> loaded = Lexicon::load({RAWABIT_SOURCE_DIR "/gazetteers"});
  if (!loaded) FAIL(loaded.error().text());
  return *loaded;
}

std::string published(const std::string& text, const std::string& record_date = "") {
  static const auto patterns =
      BoilerplatePatterns::load({RAWABIT_SOURCE_DIR "/gazetteers/language/boilerplate.tsv"});
  REQUIRE(patterns);
  Article article{.id = "2011-11-11",
                  .path = "2011-11-11.txt",
                  .text = text,
                  .origin = {},
                  .blocks = find_blocks(text, TitlePlace::guess, *patterns),
                  .date = record_date};
  return publication_date(article, tokenize(article), DateReader(lexicon()));
}

const std::string kTitle = "اجتماع في الدوحة لمكافحة المخدرات\n";
const std::string kText =
    "استعرض اجتماع عقد بالدوحة برئاسة مدير المركز سبل تطوير العلاقات والتعاون في مجال مكافحة "
    "المخدرات والقضايا ذات الصلة، بجانب مكافحة التهريب إلى منطقة الخليج العربي وتمويل الإرهاب.\n";

}  // namespace

TEST_CASE("the publication date stands alone above or below the article") {
  CHECK(published(kTitle + kText) == "");
  CHECK(published(kTitle + "السبت، 22 يونيو 2019\n" + kText) == "2019-06-22");
  CHECK(published(kTitle + kText + "السبت، 22 يونيو 2019") == "2019-06-22");
  CHECK(published(kTitle + "الدوحة - قنا\n22/6/2019\n" + kText) == "2019-06-22");
  CHECK(published(kTitle + "تاريخ النشر: 22 يونيو 2019\n" + kText) == "2019-06-22");
  CHECK(published(kTitle + kText + "الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس") ==
        "2015-08-11");
  CHECK(published(kTitle + "22 شوال 1436هـ\n" + kText) == "2015-08-07");
  CHECK(published("السبت، 22 يونيو 2019\n" + kTitle + kText) == "2019-06-22");
}

TEST_CASE("a record's date wins, a file's name and the page's clock count for nothing") {
  CHECK(published(kTitle + "22 يونيو 2019\n" + kText, "2020-01-01") == "2020-01-01");
  CHECK(published(kTitle + kText) == "");
  CHECK(published("الأحد 04 شعبان / 29 مارس 2020\n10:24 م بتوقيت الدوحة\n" + kTitle + kText) == "");
  CHECK(published("الأحد 04 شعبان / 29 مارس 2020\n10:24 م بتوقيت الدوحة\n" + kTitle +
                  "السبت، 22 يونيو 2019\n" + kText) == "2019-06-22");
}

TEST_CASE("a date that the article tells of is not its own") {
  CHECK(published("أحداث 11 سبتمبر 2001\n\n" + kText) == "");
  CHECK(published(kTitle + "عقد الاجتماع الأول بين الجانبين في 5 مارس 2012\n" + kText) == "");
  CHECK(published(kTitle + kText + "مارس 2012\n" + kText + "شكرا") == "");
  CHECK(published(kTitle + "22 يونيو\n" + kText) == "");
  CHECK(published(kTitle + "من 22 إلى 24 يونيو 2019\n" + kText) == "");
  CHECK(published(kTitle + "31/6/2019\n" + kText) == "");
}

TEST_CASE("the lead may tell the day: a dateline, or a sentence of its own") {
  CHECK(published(kTitle + "بيروت 20 سبتمبر 2018 (شينخوا) أعلن المتحدث ذلك.\n" + kText) ==
        "2018-09-20");
  CHECK(published(kTitle + "أعلن المتحدث ذلك أمس. 11.09.2025\n" + kText) == "2025-09-11");
  CHECK(published(kTitle + "فبراير 28, 2025 - 15:14\n" + kText) == "2025-02-28");
  CHECK(published(kTitle + "17/02/21 02:59 pm\n" + kText) == "2021-02-17");
  CHECK(published(kTitle + "يعمل المركز منذ افتتاحه في 20 سبتمبر 2018 ويزوره كثيرون.\n" + kText) ==
        "");
}

TEST_CASE("what the article tells of settles which number is the month") {
  const std::string date = "03-02-2020 05:11 مساءً\n";
  CHECK(published(kTitle + date + kText) == "2020-02-03");
  CHECK(published(kTitle + date + "شارك الوفد في الدورة الأولى، يوم الأحد ١ مارس ٢٠٢٠م.\n") ==
        "2020-03-02");
  CHECK(published(kTitle + date + "شارك الوفد في الدورة الأولى، يوم ١ فبراير ٢٠٢٠م.\n") ==
        "2020-02-03");
  CHECK(published(kTitle + date + "شارك الوفد في الدورة الأولى، يوم ١ مارس ٢٠١٩م.\n") ==
        "2020-02-03");
}

TEST_CASE("the seeds' publication dates") {
  struct {
    std::string seed, date;
  } const table[] = {
      {"000_929f2b9c94ef6347", ""},           {"001_3545e3ee55509e49", ""},
      {"002_4513923ae5498424", ""},           {"003_0b4468dfae80ad8f", "2019-06-22"},
      {"004_0b6d1692144c6f75", "2020-03-02"},
  };
  for (const auto& row : table) {
    INFO(row.seed);
    const auto bytes = read_file(RAWABIT_SOURCE_DIR "/seeds/" + row.seed + ".txt");
    REQUIRE(bytes);
    CHECK(published(*bytes) == row.date);
  }
}

}  // namespace rawabit
