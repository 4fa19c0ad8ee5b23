// The graph that sets of local entities make.
#include <algorithm>
#include <catch2/catch.hpp>

#include "across_fixture.h"
#include "resolve/across_words.h"
#include "text/fold.h"

namespace rawabit {
namespace {

Graph graph_of(const std::vector<SaidArticle>& articles) {
  const AcrossInput input = input_of(articles);
  const KnownNames known = few_known_names();
  return build_graph(input, known, resolve_across(input, known));
}

std::string canonical(const std::vector<SaidArticle>& articles) {
  return graph_of(articles).entities.front().name;
}

TEST_CASE("the canonical name") {
  const auto country = EntityType::country;
  const auto body = EntityType::organization;
  CHECK(canonical({{{{country, {"الإماراتي"}}}}}) == "الإمارات");
  CHECK(canonical({{{{country, {"دولة الإمارات العربية المتحدة"}}}}}) ==
        "دولة الإمارات العربية المتحدة");
  CHECK(canonical({{{{country, {"دولة الإمارات العربية المتحدة", "الامارات"}}}}}) == "الإمارات");
  CHECK(canonical({{{{body, {"المنظمة الدولية للشرطة الجنائية"}}}}}) ==
        "المنظمة الدولية للشرطة الجنائية");
  CHECK(canonical({{{{EntityType::person, {"هزاع الهاجري"}}}},
                   {{{EntityType::person, {"هزاع بن مبارك الهاجري"}}}}}) ==
        "هزاع بن مبارك الهاجري");
}

TEST_CASE("an entity has the names of its articles and of its gazetteer line") {
  const Graph graph = graph_of({{{{EntityType::organization, {"الانتربول", "المنظمة"}}}}});
  std::vector<std::string> full, short_forms;
  for (const GraphName& name : graph.names) (name.is_full ? full : short_forms).push_back(name.key);
  CHECK(short_forms == std::vector<std::string>{name_key("المنظمة")});
  CHECK(std::find(full.begin(), full.end(), name_key("منظمة الإنتربول")) != full.end());
  CHECK(std::find(full.begin(), full.end(), "interpol") != full.end());
  CHECK(graph.entities.front().english == "INTERPOL");
  CHECK(graph.entities.front().n_mentions == 2);
}

TEST_CASE("edges of several articles are one edge") {
  const SaidArticle met{{{EntityType::country, {"المغرب"}}, {EntityType::country, {"لبنان"}}},
                        {{0, Predicate::met_with, 1}}};
  const SaidArticle back{met.entities, {{1, Predicate::met_with, 0}}};
  const SaidArticle founded{met.entities,
                            {{1, Predicate::cooperates_with, 0}, {0, Predicate::met_with, 1}}};
  const Graph graph = graph_of({met, back, founded});
  REQUIRE(graph.edges.size() == 2);
  CHECK(graph.edges.front().n_evidence == 3);
  CHECK(graph.edges.front().n_documents == 3);
  CHECK(graph.edges.back().n_evidence == 1);
}

TEST_CASE("an edge whose ends are one is none") {
  const SaidArticle self{{{EntityType::organization, {"الإنتربول"}},
                          {EntityType::organization, {"المنظمة الدولية للشرطة الجنائية"}}},
                         {{0, Predicate::part_of, 1}}};
  const Graph graph = graph_of({self});
  CHECK(graph.edges.empty());
  CHECK(graph.edge_of_relation == std::vector<std::int64_t>{0});
}

TEST_CASE("the days of a date") {
  struct Line {
    const char *iso, *first, *last;
  };
  for (const Line& line :
       {Line{"2020-03-01", "2020-03-01", "2020-03-01"}, Line{"2020-02", "2020-02-01", "2020-02-29"},
        Line{"2019-02", "2019-02-01", "2019-02-28"}, Line{"2020", "2020-01-01", "2020-12-31"},
        Line{"2020-03-01/2020-03-04", "2020-03-01", "2020-03-04"},
        Line{"2020-03/2020-05", "2020-03-01", "2020-05-31"}, Line{"2020-13", "", ""},
        Line{"soon", "", ""}, Line{"", "", ""}}) {
    INFO(line.iso);
    CHECK(days_of(line.iso).first == line.first);
    CHECK(days_of(line.iso).last == line.last);
  }
}

TEST_CASE("words of names") {
  const KnownNames known = few_known_names();
  CHECK(person_words("عبد العزيز آل سعود", known) == person_words("عبدالعزيز آل سعود", known));
  CHECK(person_words("صلاح الدين الأيوبي", known).size() == 2);
  CHECK(without_part({"a", "b", "c"}, {{"b"}, {"b", "c"}}) == Words{"a"});
  CHECK(without_part({"a", "b"}, {{"a"}}) == Words{"a", "b"});
  CHECK(word_overlap({"a", "b"}, {"b", "c"}) == Approx(0.5));
}

}  // namespace
}  // namespace rawabit
