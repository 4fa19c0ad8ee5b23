#include "text/excerpt.h"

#include <catch2/catch.hpp>

namespace rawabit {
namespace {

TEST_CASE("a long sentence is cut down to what stands around a name") {
  struct Case {
    const char *text, *part;
    std::size_t room;
    const char* cut;
  };
  const Case cases[] = {
      {"one two three", "two", 13, "one two three"},
      {"one two three four five", "three", 11, "… three four …"},
      {"one two three four five", "one", 7, "one two …"},
      {"one two three four five", "five", 9, "… four five"},
      {"one two three four five", "none", 7, "one two …"},
      {"one two three four five", "two three four", 5, "… two three four …"},
      {"ألف باء تاء ثاء", "باء", 7, "… باء تاء …"},
      {"one-long-word-alone", "word", 5, "one-long-word-alone"},
      {"", "two", 5, ""},
      {"       ", "two", 3, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text, c.part, c.room);
    CHECK(excerpt(c.text, c.part, c.room) == c.cut);
  }
}

}  // namespace
}  // namespace rawabit
