// A topic of a gazetteer is found although an earlier step has made a part of it.
#include "small_cascade.h"

namespace rawabit {
namespace {

constexpr const char* kLists =
    "places.tsv\tentities\tCITY\tcity\tas-is\ten\tus\t-\tplaces\n"
    "topics.tsv\tentities\tTOPIC\ttopic\tas-is\ten\tus\t-\ttopics\n";
constexpr const char* kPlaces = "city:a\ta\tgaza\ncity:b\tb\tnew york\n";
constexpr const char* kTopics =
    "topic:a\ta\twar on gaza\n"
    "topic:b\tb\tgaza relief\n"
    "topic:c\tc\tthe new york file\n"
    "topic:d\td\tnew york\n";

/// The mentions that the cascade makes, the places first: "gaza|war on gaza".
std::string found_in(const std::string& text) {
  SmallCascade small({{"lists.tsv", kLists},
                      {"places.tsv", kPlaces},
                      {"topics.tsv", kTopics},
                      {"cascade.txt", "a.rules chunk\nb.rules chunk\n"},
                      {"a.rules", "rule a\n  match @c:CITY\n  make city c\n"},
                      {"b.rules", "rule b\n  match @t:TOPIC\n  make topic t\n"}});
  small.run(text);
  std::string out;
  for (const FoundMention& mention : small.parse().mentions) {
    out += (out.empty() ? "" : "|") + small.words(mention.first, mention.last);
  }
  return out;
}

struct Beyond {
  const char* text;
  const char* found;
};

const Beyond kBeyond[] = {
    {"talks on the war on gaza", "gaza|war on gaza"},            // at its end
    {"they spoke of gaza relief", "gaza|gaza relief"},           // at its begin
    {"on the new york file too", "new york|the new york file"},  // inside
    {"they live in new york", "new york"},                       // the same words are the place's
    {"the war in gaza", "gaza"},
};

TEST_CASE("a place takes no longer topic away") {
  for (const Beyond& expected : kBeyond) {
    INFO(expected.text);
    CHECK(found_in(expected.text) == expected.found);
  }
}

}  // namespace
}  // namespace rawabit
