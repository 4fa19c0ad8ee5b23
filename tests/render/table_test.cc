#include "render/table.h"

#include <catch2/catch.hpp>

#include "render/markup.h"

namespace rawabit {
namespace {

TEST_CASE("the width of text is that of its cells on the screen") {
  const std::pair<const char*, std::size_t> table[] = {
      {"", 0},     {"abc", 3},         {"أبوظبي", 6}, {"مُدَرِّس", 4}, {"\u200Fقطر\u200E", 3},
      {"漢字", 4}, {"سـلام", 5},       {"a\xff", 2},  {"١٢", 2},   {"e\u0301", 1},
      {"🇶🇦", 2},   {"👩‍👧", 2}, {"한", 2},     {"ﷺ", 1},
  };
  for (const auto& [text, width] : table) {
    CAPTURE(text);
    CHECK(display_width(text) == width);
  }
}

TEST_CASE("text is cut between characters") {
  struct Row {
    std::string text;
    std::size_t width;
    std::string fitted;
  };
  const Row table[] = {{"abc", 3, "abc"},      {"abcd", 3, "ab…"},
                       {"مُدَرِّس", 3, "مُدَ…"},     {"漢字漢", 4, "漢…"},
                       {"漢字漢", 5, "漢字…"}, {"abc", 0, ""},
                       {"abc", 1, "…"},        {"e\u0301e\u0301e\u0301", 2, "e\u0301…"}};
  for (const Row& row : table) {
    CAPTURE(row.text, row.width);
    CHECK(fitted(row.text, row.width) == row.fitted);
    CHECK(display_width(fitted(row.text, row.width)) <= row.width);
  }
}

TEST_CASE("what a terminal is shown neither commands it nor turns what follows") {
  const std::pair<std::string, std::string> table[] = {
      {"a\x1b[31mb", "a [31mb"},
      {"\xC2\x9B"
       "31mb",
       " 31mb"},
      {"a\tb\x7F"
       "c\nd",
       "a b c\nd"},
      {"\xE2\x80\xAE"
       "abc\xE2\x80\xAC",
       "abc"},
      {"\xE2\x81\xA6"
       "abc\xE2\x81\xA9",
       "abc"},
      {"قطر\u200cx\u00a0\u2070", "قطر\u200cx\u00a0\u2070"},
      {"\xE2\x80", "\xE2\x80"},
  };
  for (const auto& [text, shown] : table) {
    CAPTURE(text);
    CHECK(shown_text(text) == shown);
  }
  CHECK(to_table({{"a"}, {{"\xE2\x80\xAEx\ny\x1b"}}}) == "a\n----\nx y \n");
}

TEST_CASE("labels hold nothing that turns, commands or breaks what is around them") {
  const std::pair<std::string, std::string> table[] = {
      {"a\u202e b\u2066c\u2069\u202c", "a bc"},
      {"a\u2028b\u2029c\u0085d\te\x1b", "a b c d e "},
      {"a\u200f b\u200c", "a\u200f b\u200c"},
      {"\xd8", "\xEF\xBF\xBD"},
      {"\xEF\xBF\xBE😀", " 😀"},
  };
  for (const auto& [text, label] : table) {
    CAPTURE(text);
    CHECK(label_text(text) == label);
    CHECK(xml_text(text) == label);
    CHECK(json_text(text) == '"' + label + '"');
    CHECK(csv_field(text) == '"' + label + '"');
  }
  CHECK(plain_text("a\u202e\n") == "a\u202e ");
  CHECK(xml_text("<a b=\"'\">&") == "&lt;a b=&quot;&#39;&quot;&gt;&amp;");
}

TEST_CASE("a spreadsheet takes no name for a formula") {
  const std::pair<std::string, std::string> table[] = {
      {"=1+1", "\"'=1+1\""}, {"+1", "\"'+1\""},
      {"-1", "\"'-1\""},     {"@a", "\"'@a\""},
      {"\t=1", "\"' =1\""},  {"\u202e=1", "\"'=1\""},
      {"a=1", "\"a=1\""},    {"قطر - \"x\"", "\"قطر - \"\"x\"\"\""},
      {"", "\"\""},
  };
  for (const auto& [text, field] : table) {
    CAPTURE(text);
    CHECK(spreadsheet_field(text) == field);
  }
  CHECK(csv_field("=1+1") == "\"=1+1\"");
}

TEST_CASE("columns are as wide as their widest cell") {
  CHECK(to_table({{"body", "city"}, {{"الإنتربول", "ليون"}, {"مُنظّمة", "x"}, {"", "y"}}}) ==
        "body       city\n"
        "---------  ----\n"
        "الإنتربول  ليون\n"
        "مُنظّمة      x\n"
        "           y\n");
  CHECK(to_table({{"a"}, {}}) == "a\n-\n");
  CHECK(to_table({{"a", "b"}, {{"one\ntwo"}}}) == "a        b\n-------  -\none two\n");
}

TEST_CASE("a table fits into the terminal") {
  const Rows rows{{"name", "said"}, {{"الإنتربول", "a long sentence of many words"}, {"x", 12}}};
  CHECK(to_table(rows, {.width = 24}) ==
        "name       said\n"
        "---------  -------------\n"
        "الإنتربول  a long sente…\n"
        "x          12\n");
  CHECK(to_table(rows, {.width = 5}) ==
        "name      said\n"
        "--------  --------\n"
        "الإنترب…  a long …\n"
        "x         12\n");
  CHECK(to_table({{"a"}, {}}, {.colours = true}) == "\x1b[1ma\n\x1b[0m-\n");
}

TEST_CASE("rows for programs and documents") {
  const Rows rows{
      {"name", "n"},
      {{R"(a "b", | <i>_x_</i>)", 3}, {"س\nص", Cell::null()}, {"", Cell::number("0.5")}}};
  CHECK(to_json(rows) == R"([{"name":"a \"b\", | <i>_x_</i>","n":3},{"name":"س\nص","n":null},)"
                         R"({"name":"","n":0.5}])"
                         "\n");
  CHECK(to_csv(rows) == "name,n\r\n\"a \"\"b\"\", | <i>_x_</i>\",3\r\n\"س\nص\",\r\n\"\",0.5\r\n");
  CHECK(to_markdown(rows) ==
        "| name | n |\n| --- | --- |\n"
        "| a \"b\", \\| \\<i\\>\\_x\\_\\</i\\> | 3 |\n| س ص |  |\n|  | 0.5 |\n");
  CHECK(to_json({{"a"}, {}}) == "[]\n");
}

}  // namespace
}  // namespace rawabit
