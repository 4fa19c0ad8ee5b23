#include "render/table.h"

#include <catch2/catch.hpp>

namespace rawabit {
namespace {

TEST_CASE("the width of text is that of its cells on the screen") {
  const std::pair<const char*, std::size_t> table[] = {
      {"", 0},     {"abc", 3},   {"أبوظبي", 6}, {"مُدَرِّس", 4}, {"\u200Fقطر\u200E", 3},
      {"漢字", 4}, {"سـلام", 5}, {"a\xff", 2},  {"١٢", 2},
  };
  for (const auto& [text, width] : table) {
    CAPTURE(text);
    CHECK(display_width(text) == width);
  }
}

TEST_CASE("columns are as wide as their widest cell") {
  CHECK(to_table({"body", "city"}, {{"الإنتربول", "ليون"}, {"مُنظّمة", "x"}, {"", "y"}}) ==
        "body       city\n"
        "---------  ----\n"
        "الإنتربول  ليون\n"
        "مُنظّمة      x\n"
        "           y\n");
  CHECK(to_table({"a"}, {}) == "a\n-\n");
  CHECK(to_table({"a", "b"}, {{"one\ntwo"}}) == "a        b\n-------  -\none two\n");
}

}  // namespace
}  // namespace rawabit
