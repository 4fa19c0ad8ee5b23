#include "text/fold.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using rawabit::fold;
using rawabit::fold_with_source;
using rawabit::FoldedText;
using rawabit::name_key;
using rawabit::skip_letters;

namespace {

struct Pair {
  std::string text, folded;
};

}  // namespace

TEST_CASE("fold: one spelling") {
  const std::vector<Pair> table = {
      {"", ""},
      {"أحمد إبراهيم آمنة ٱلله", "احمد ابراهيم امنه الله"},
      {"مستشفى", "مستشفي"},
      {"الداخلية", "الداخليه"},
      {"مؤتمر هيئة", "موتمر هييه"},
      {"مُحَمَّدٌ", "محمد"},
      {"هـــزاع", "هزاع"},
      // Letters of Persian keyboards in an Arabic text, and those of foreign sounds.
      {"وزیر الخارجیة بالقاھرة", "وزير الخارجيه بالقاهره"},
      {"کویت گه پاریس ڤيينا چاد ژنيف", "كويت كه باريس فيينا جاد زنيف"},
      {"ڨفصة أڭادير ڢاس", "قفصه اكادير فاس"},
      {"١٢٣ ۴۵۶ 789", "123 456 789"},
      {"INTERPOL Éa", "interpol éa"},
      {"ﻻ ﷲ", "لا الله"},
      {"\u200fأبو\u200cظبي\ufeff", "ابوظبي"},
      {"ﷺ", "صلي الله عليه وسلم"},
      {"½ ² Ⅳ …", "1⁄2 2 iv ..."},
      {"a\u00a0b", "a b"},
      {"«نعم» \"لا\"، (كلا)", "«نعم» \"لا\"، (كلا)"},
      {"سطر\r\nسطر\t.", "سطر\r\nسطر\t."},
      // Marks that compose, alone and with others between them and their letter.
      {"ا\u0654حمد", "احمد"},
      {"و\u0654", "و"},
      {"ي\u064e\u0654", "ي"},
      {"ه\u0654 \u06d5\u0654 \u06d2\u0654", "ه ه ي"},
      {"e\u0301 E\u0301", "é é"},
      {"\u0301e", "e"},
      {"\u1100\u1161\u11a8", "각"},
      {"\u1100\u200d\u1161", "가"},
      {"\u1100\u0301\u1161", "가"},
      {"😀 𝟙", "😀 1"},
  };
  for (const auto& [text, folded] : table) {
    CAPTURE(text);
    CHECK(fold(text) == folded);
    CHECK(fold(folded) == folded);
    CHECK(fold_with_source(text).text == folded);
  }
}

TEST_CASE("fold: malformed UTF-8 becomes U+FFFD, one for each maximal subpart") {
  const std::vector<Pair> table = {
      {"\xFF", "�"},
      {"\x80\x80", "��"},
      {"a\xD8", "a�"},
      {"a\xD8 b", "a� b"},
      {"\xE2\x82", "�"},
      {"\xE2\x82\xE2", "��"},
      {"\xF0\x9F\x98", "�"},
      {"\xED\xA0\x80", "���"},
      {"\xC0\xAF", "��"},
      {"\xF5\x80", "��"},
      {std::string(100, '\xFF'),
       [] {
         std::string many;
         for (int i = 0; i < 100; ++i) many += "�";
         return many;
       }()},
  };
  for (const auto& [text, folded] : table) CHECK(fold(text) == folded);
}

TEST_CASE("fold: the way back") {
  // Each folded byte: where its character's source starts.
  struct Row {
    std::string text;
    std::vector<std::uint32_t> source;
  };
  const std::vector<Row> table = {
      {"", {0}},
      {"ab", {0, 1, 2}},
      {"أب", {0, 0, 2, 2, 4}},
      {"بُب", {0, 0, 4, 4, 6}},
      {"\u200fب", {3, 3, 5}},
      {"بـ", {0, 0, 4}},
      {"ﻻب", {0, 0, 0, 0, 3, 3, 5}},
      {"ب\u0654ب", {0, 0, 4, 4, 6}},
      {"١1", {0, 2, 3}},
      {"\xFF!", {0, 0, 0, 1, 2}},
      {"\u1100\u200d\u1161.", {0, 0, 0, 9, 10}},
  };
  for (const Row& row : table) {
    CAPTURE(row.text);
    CHECK(fold_with_source(row.text).source == row.source);
  }
}

TEST_CASE("name_key: what names are compared by") {
  const std::vector<Pair> table = {
      {"", ""},
      {"الإمارات العربية المتحدة", "امارات عربيه متحده"},
      {"  هزاع   بن مبارك ", "هزاع بن مبارك"},
      {"ال", "ال"},
      {"الا", "ا"},
      {"ألمانيا", "مانيا"},
      {"الالماني", "الماني"},
      {"«الإنتربول»،", "انتربول"},
      {"الجزائر/العاصمة", "جزاير عاصمه"},
      {"(أ.ف.ب)", "ا ف ب"},
      {"Al-Arabiya", "al arabiya"},
      {"5 + 3", "5 + 3"},
      {"a\u0001b", "a b"},
      {"ال\u200fال", "ال"},
      {"...", ""},
  };
  for (const auto& [text, key] : table) {
    CAPTURE(text);
    CHECK(name_key(text) == key);
  }
}

TEST_CASE("skip_letters: past folded letters and their marks") {
  struct Row {
    std::string text;
    std::uint32_t letters, byte;
  };
  const std::vector<Row> table = {
      {"بالدوحة", 0, 0},    {"بالدوحة", 1, 2},       {"وَبِالدوحة", 1, 4},   {"وَبِالدوحة", 2, 8},
      {"وـبالدوحة", 1, 4},  {"ب\u200fالدوحة", 1, 5}, {"و  بالدوحة", 0, 0}, {"و  بالدوحة", 1, 4},
      {"و  بالدوحة", 2, 6}, {"بال", 9, 6},           {"", 1, 0},           {"ﻻم", 1, 0},
  };
  for (const Row& row : table) {
    CAPTURE(row.text, row.letters);
    CHECK(skip_letters(row.text, row.letters) == row.byte);
  }
}
