// Pairing and differences: each row is two readings of one article and what must be said of them.
#include "compare/difference.h"

#include <catch2/catch.hpp>

#include "compare/difference_text.h"

namespace rawabit {
namespace {

EntityFact entity(EntityType type, const std::string& name, std::vector<std::string> more = {},
                  std::vector<Span<Original>> spans = {}) {
  EntityFact fact{type, TitleKind::none, name, {}, {name}, std::move(spans)};
  fact.forms.insert(fact.forms.end(), more.begin(), more.end());
  return fact;
}

ArticleFacts article(std::vector<EntityFact> entities, std::vector<RelationFact> relations = {}) {
  return {"a", std::move(entities), std::move(relations)};
}

std::string changes(const ArticleFacts& before, const ArticleFacts& after) {
  const std::string text = difference_text(difference(before, after));
  return text.empty() ? text : text.substr(text.find('\n') + 1);
}

const EntityFact kHashim = entity(EntityType::person, "هاشم الراوي", {"الراوي"}, {{0, 20}});
const EntityFact kDoha = entity(EntityType::city, "الدوحة", {}, {{30, 40}});
const EntityFact kTalks = entity(EntityType::meeting, "اللقاء", {}, {{50, 60}});

TEST_CASE("what is gained, lost and changed between two readings") {
  struct Row {
    ArticleFacts before, after;
    std::string expected;
  };
  EntityFact day = entity(EntityType::date, "أمس", {}, {{70, 76}});
  EntityFact dated = day;
  dated.iso = "2016-04-11";
  const std::vector<Row> rows = {
      {article({kHashim}), article({kHashim}), ""},
      {article({}), article({kDoha}), "  + city الدوحة\n"},
      {article({kDoha}), article({}), "  - city الدوحة\n"},
      // spelling and the article are no difference
      {article({entity(EntityType::city, "أبوظبي")}), article({entity(EntityType::city, "ابوظبي")}),
       ""},
      // one place, another extent
      {article({entity(EntityType::person, "هاشم", {}, {{0, 20}})}), article({kHashim}),
       "  ~ person هاشم -> person هاشم الراوي\n"},
      // another type is another thing
      {article({kDoha}), article({entity(EntityType::region, "الدوحة", {}, {{30, 40}})}),
       "  - city الدوحة\n  + region الدوحة\n"},
      {article({day}), article({dated}), "  ~ date أمس -> date أمس (2016-04-11)\n"},
      // a short form in common
      {article({entity(EntityType::person, "هاشم بن علي الراوي", {"الراوي"})}), article({kHashim}),
       "  ~ person هاشم بن علي الراوي -> person هاشم الراوي\n"},
  };
  for (const Row& row : rows) CHECK(changes(row.before, row.after) == row.expected);
}

TEST_CASE("of two of one name each is paired with the one in its place") {
  const EntityFact first = entity(EntityType::meeting, "اللقاء", {}, {{1, 9}});
  const EntityFact second = entity(EntityType::meeting, "اللقاء", {}, {{90, 99}});
  const FactPairs pairs = pair_facts(article({first, second}), article({second, first}));
  CHECK(pairs.entities == std::vector<std::optional<std::size_t>>{1, 0});
}

TEST_CASE("relations follow the pairs of their ends") {
  const RelationFact in{1, Predicate::held_in, 0, Modality::asserted, "عقد اللقاء في الدوحة."};
  const ArticleFacts before = article({kDoha, kTalks}, {in});
  RelationFact planned = in;
  planned.modality = Modality::planned;
  struct Row {
    ArticleFacts after;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {article({kTalks, kDoha}, {{0, Predicate::held_in, 1, Modality::asserted, ""}}), ""},
      {article({kDoha, kTalks}), "  - اللقاء held_in الدوحة\n      عقد اللقاء في الدوحة.\n"},
      {article({kDoha, kTalks}, {planned}),
       "  - اللقاء held_in الدوحة\n      عقد اللقاء في الدوحة.\n"
       "  + اللقاء held_in الدوحة (planned)\n      عقد اللقاء في الدوحة.\n"},
  };
  for (const Row& row : rows) CHECK(changes(before, row.after) == row.expected);
}

TEST_CASE("a symmetric relation is one from either end, another is not") {
  const EntityFact other = entity(EntityType::person, "ليث الجبوري");
  const auto meets = [&](std::size_t a, Predicate predicate, std::size_t b) {
    return article({kHashim, other}, {{a, predicate, b, Modality::asserted, ""}});
  };
  CHECK(changes(meets(0, Predicate::met_with, 1), meets(1, Predicate::met_with, 0)).empty());
  CHECK_FALSE(
      changes(meets(0, Predicate::has_title, 1), meets(1, Predicate::has_title, 0)).empty());
}

TEST_CASE("the count says how much differs") {
  DifferenceCount count;
  count.add(difference(article({kDoha}), article({kDoha})));
  count.add(difference(article({kDoha}), article({kHashim, kTalks})));
  CHECK(count.text() == "1 article differs: entities +2 -1 ~0, relations +0 -0");
  CHECK(
      difference_json(difference(article({kDoha}), article({}))) ==
      R"({"article":"a","changes":[{"change":"lost","fact":"entity","what":"city","before":"city الدوحة"}]})");
}

TEST_CASE("facts of an annotation: forms once each, the sentence of the evidence") {
  Annotation annotation;
  annotation.id = "a";
  annotation.sentences = {{{0, 40}, "first"}, {{40, 90}, "second"}};
  annotation.entities = {
      {1, EntityType::title, TitleKind::rank, "اللواء", "", {{{41, 49}, "اللواء", "", "r"}}},
      {2,
       EntityType::person,
       TitleKind::none,
       "هاشم",
       "",
       {{{50, 58}, "هاشم", "", "r"}, {{70, 78}, "هاشم", "", "r"}}}};
  annotation.relations = {
      {2, Predicate::has_title, 1, Modality::asserted, Origin::text, {{{41, 58}, "r", 1.0}}},
      {2, Predicate::works_for, 1, Modality::asserted, Origin::gazetteer, {}}};
  const ArticleFacts facts = facts_of(annotation);
  CHECK(facts.entities[1].forms == std::vector<std::string>{"هاشم"});
  CHECK(words_of(facts.entities[0]) == "rank اللواء");
  REQUIRE(facts.relations.size() == 1);
  CHECK(facts.relations[0].sentence == "second");
}

}  // namespace
}  // namespace rawabit
