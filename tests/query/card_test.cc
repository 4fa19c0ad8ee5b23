#include "query/card.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "query/entities_named.h"
#include "query/seeds_graph.h"

namespace rawabit::testing {
namespace {

const QuestionLanguage& language() {
  static const Result<QuestionLanguage> loaded =
      QuestionLanguage::load(source_file("rules/questions"));
  REQUIRE(loaded.ok());
  return *loaded;
}

std::vector<NameChoice> named(const std::string& name) {
  Result<std::vector<NameChoice>> found = entities_named(seeds_graph(), name, language());
  REQUIRE(found.ok());
  return *found;
}

EntityCard card(const std::string& name) {
  const std::vector<NameChoice> found = named(name);
  INFO(name);
  REQUIRE_FALSE(found.empty());
  Result<std::optional<EntityCard>> read = card_of(seeds_graph(), found.front().entities.front());
  REQUIRE(read.ok());
  REQUIRE(read->has_value());
  return **read;
}

std::vector<std::string> section(const EntityCard& card, const std::string& heading) {
  std::vector<std::string> names;
  for (const CardSection& section : card.sections) {
    if (section.heading != heading) continue;
    for (const CardLink& link : section.links) names.push_back(link.name);
  }
  return names;
}

}  // namespace

TEST_CASE("an entity by its names") {
  const std::vector<std::pair<std::string, std::string>> same = {
      {"الإنتربول", "Interpol"},
      {"الانتربول", "المنظمة الدولية للشرطة الجنائية"},
      {"هزاع الهاجري", "Hazza Al-Hajri"},
      {"هزاع بن مبارك الهاجري", "Hazzaa al hajri"},
      {"كاريك", "CARICC"},
      {"ابو ظبي", "Abu Dhabi"},
      {"مجلس التعاون", "GCC"}};
  for (const auto& [one, other] : same) {
    INFO(one << ' ' << other);
    CHECK(card(one).entity == card(other).entity);
  }
}

TEST_CASE("a name that the graph lacks") {
  for (const std::string name : {"Reykjavik", "", "!?", "سقراط"}) CHECK(named(name).empty());
}

TEST_CASE("a card holds what is known") {
  const EntityCard police = card("الشرطة الخليجية");
  CHECK(police.type == "organization");
  CHECK(section(police, "based in").size() == 1);
  CHECK(section(police, "part of").size() == 1);
  CHECK(section(police, "cooperates with").size() == 2);
  REQUIRE(police.articles.size() == 1);
  CHECK(police.articles.front().article == "000_929f2b9c94ef6347");
  CHECK(police.articles.front().mentions == 2);

  const EntityCard hajri = card("هزاع الهاجري");
  CHECK(section(hajri, "titles").size() >= 3);
  CHECK(section(hajri, "works for").size() == 1);
  CHECK(section(hajri, "took part in").size() == 1);
  CHECK(hajri.articles.size() == 2);
  CHECK_FALSE(hajri.other_names.empty());
}

TEST_CASE("no card without an entity") {
  const Result<std::optional<EntityCard>> read = card_of(seeds_graph(), 987654321);
  REQUIRE(read.ok());
  CHECK_FALSE(read->has_value());
}

}  // namespace rawabit::testing
