#include "evaluate/score.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "evaluate/assignment.h"
#include "evaluate/report.h"

namespace rawabit {
namespace {

ScoreDocument small() {
  return {
      "d1",
      {{"1", "person", "هزاع بن مبارك الهاجري", {"هزاع بن مبارك الهاجري", "الهاجري"}},
       {"2", "organization", "الأمانة العامة", {"الأمانة العامة لمجلس التعاون", "الأمانة العامة"}},
       {"3", "organization", "الإنتربول", {"الإنتربول"}},
       {"4",
        "meeting",
        "الدورة السابعة والثلاثين لمجلس وزراء الداخلية العرب",
        {"الدورة السابعة والثلاثين لمجلس وزراء الداخلية العرب"}},
       {"5", "date", "١ مارس ٢٠٢٠", {"١ مارس ٢٠٢٠", "2020-03-01"}}},
      {{"1", "works_for", "2"},
       {"2", "cooperates_with", "3"},
       {"1", "participated_in", "4"},
       {"4", "held_on", "5"}}};
}

/// gold, system, strict, lenient; gold, system, right relations.
using Counts = std::vector<int>;
Counts counts(const ScoreDocument& system) {
  const Scores scores = score({small()}, {system});
  const Tally e = scores.entities.at("");
  const Tally r = scores.relations.at("");
  return {e.gold, e.system, e.strict, e.lenient, r.gold, r.system, r.lenient};
}

template <class Change>
Counts changed(Change change) {
  ScoreDocument system = small();
  change(system);
  return counts(system);
}

TEST_CASE("each change of a perfect answer costs what it should") {
  CHECK(counts(small()) == Counts{5, 5, 5, 5, 4, 4, 4});
  CHECK(changed([](auto& d) { d.relations.erase(d.relations.begin()); }) ==
        Counts{5, 5, 5, 5, 4, 3, 3});
  CHECK(changed([](auto& d) {
          d.relations.push_back({"3", "participated_in", "4"});
        }) == Counts{5, 5, 5, 5, 4, 5, 4});
  CHECK(changed([](auto& d) { d.relations[0].predicate = "has_title"; }) ==
        Counts{5, 5, 5, 5, 4, 4, 3});
  CHECK(changed([](auto& d) { std::swap(d.relations[0].subject, d.relations[0].object); }) ==
        Counts{5, 5, 5, 5, 4, 4, 3});
  CHECK(changed([](auto& d) { std::swap(d.relations[1].subject, d.relations[1].object); }) ==
        Counts{5, 5, 5, 5, 4, 4, 4});
  CHECK(changed([](auto& d) { d.relations[2].predicate = "chaired"; }) ==
        Counts{5, 5, 5, 5, 4, 4, 4});
  CHECK(changed([](auto& d) { d.relations.push_back(d.relations[0]); }) ==
        Counts{5, 5, 5, 5, 4, 5, 4});
  CHECK(changed([](auto& d) { d.entities[3].forms = {"الدورة السابعة والثلاثين"}; }) ==
        Counts{5, 5, 4, 5, 4, 4, 4});
  CHECK(changed([](auto& d) { d.entities[3].forms = {"الدورة الأخيرة"}; }) ==
        Counts{5, 5, 4, 4, 4, 4, 2});
  CHECK(changed([](auto& d) { d.entities[2].type = "country"; }) == Counts{5, 5, 4, 4, 4, 4, 3});
  CHECK(changed([](auto& d) { d.entities[0].forms = {"هزّاع مبارك الهاجرى"}; }) ==
        Counts{5, 5, 4, 5, 4, 4, 4});
}

TEST_CASE("an article that the system lacks is missed whole, one more is not looked at") {
  ScoreDocument other = small();
  other.id = "d2";
  const Scores scores = score({small()}, {other});
  CHECK(scores.missing == std::vector<std::string>{"d1"});
  CHECK(scores.not_in_gold == std::vector<std::string>{"d2"});
  CHECK(scores.entities.at("").system == 0);
  CHECK(scores.errors[0].size() == 5);
  CHECK(scores.errors[3].size() == 4);
}

TEST_CASE("keys of comparison") {
  const std::pair<const char*, const char*> table[] = {
      {"الأمانة العامّة", "امانه عامه"},
      {"  مؤتمر — الرئيس،  ", "موتمر رييس"},
      {"UNODC Office", "UNODC Office"},
      {"١٢ مارس ٢٠٢٠", "12 مارس 2020"},
      {"ال", "ال"},
      {"الا", "ا"},
      {"ﻻ", "لا"},
      {"على", "علي"},
      {"«الإنتربول»", "انتربول"},
      {"ســـلام", "سلام"},
      {"", ""},
      {"الINTERPOL", "INTERPOL"},
  };
  for (const auto& [text, key] : table) CHECK(score_key(text) == key);
}

TEST_CASE("assignments of greatest weight") {
  using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
  CHECK(best_assignment({}).empty());
  CHECK(best_assignment({{}, {}}).empty());
  CHECK(best_assignment({{0, 0}, {0, 0}}).empty());
  CHECK(best_assignment({{5, 9}, {4, 1}}) == Pairs{{0, 1}, {1, 0}});
  CHECK(best_assignment({{7}, {8}, {6}}) == Pairs{{1, 0}});
  CHECK(best_assignment({{1, 2, 3}, {3, 1, 2}, {2, 3, 1}}) == Pairs{{0, 2}, {1, 0}, {2, 1}});
}

TEST_CASE("figures of nothing are 0, whole ones are written with a point") {
  CHECK(figures(0, Tally{}).f1 == 0.0);
  const std::string json = report_json(score({small()}, {small()}), {});
  CHECK(json.find("\"f1\": 1.0") != std::string::npos);
  CHECK(json.find("\"missing\": []") != std::string::npos);
}

std::string message_of_gold(const std::string& line) {
  const std::string file =
      (std::filesystem::temp_directory_path() / "rawabit_score_test.jsonl").string();
  std::ofstream(file) << "\n" << line << "\n";
  const auto read = read_gold(file);
  std::filesystem::remove(file);
  return read ? "accepted" : read.error().text().substr(file.size());
}

TEST_CASE("gold that cannot be scored is refused with its line") {
  const std::string entity = R"({"id":"e1","type":"city","names":["x"]})";
  const std::pair<std::string, std::string> table[] = {
      {"{", ":2: expected one JSON object, at byte 1"},
      {"{}", ":2: expected an object with a string \"id\""},
      {R"({"id":"a","relations":[]})", ":2: expected an array \"entities\""},
      {R"({"id":"a","entities":[{"id":"e1","type":"city"}],"relations":[]})",
       ":2: expected \"names\" of the entity e1"},
      {R"({"id":"a","entities":[],"relations":[["e1","about"]]})",
       ":2: expected a relation [subject, predicate, object]"},
      {R"({"id":"a","entities":[)" + entity + R"(],"relations":[["e1","about","e2"]]})",
       ":2: expected an entity with the id e2"},
      {R"({"id":"a","entities":[],"relations":[]})" + std::string("\n") +
           R"({"id":"a","entities":[],"relations":[]})",
       ":3: expected each article once, \"a\" stands twice"},
  };
  for (const auto& [line, expected] : table) {
    CAPTURE(line);
    CHECK(message_of_gold(line).find(expected) == 0);
  }
  CHECK(read_gold("/nowhere/gold.jsonl").error().text().find("/nowhere/gold.jsonl: ") == 0);
}

}  // namespace
}  // namespace rawabit
