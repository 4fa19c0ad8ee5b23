#include "model/annotation_json.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

namespace rawabit {
namespace {

Annotation sample() {
  Annotation a;
  a.id = "a1";
  a.path = "dir/a1.txt";
  a.title = "عنوان \"مقتبس\"";
  a.date = "2020-03-02";
  a.text = "سطر\nآخر\t\\ \x01";
  a.sentences = {{{0, 6}, "سطر"}, {{7, 13}, "آخر"}};
  a.entities.push_back({.id = 1,
                        .type = EntityType::title,
                        .kind = TitleKind::rank,
                        .name = "اللواء",
                        .iso = {},
                        .mentions = {{{0, 12}, "للواء", "اللواء", "title.rank"}}});
  a.entities.push_back({.id = 2,
                        .type = EntityType::person,
                        .kind = TitleKind::none,
                        .name = "هزاع",
                        .iso = {},
                        .mentions = {{{13, 21}, "هزاع", "", "x"}, {{30, 38}, "هزاع", "", "y"}}});
  Relation r;
  r.subject = 2;
  r.object = 1;
  r.evidence = {{{0, 21}, "person.rank", 0.95}, {{25, 38}, "person.rank", 0.1, 2}};
  a.relations.push_back(r);
  return a;
}

std::string message_of(std::string_view line) {
  const auto read = annotation_from_json(line, "f.jsonl", 7);
  return read ? "accepted" : read.error().text();
}

TEST_CASE("a line has the keys of the contract, in its order") {
  Annotation empty;
  empty.id = "x";
  CHECK(to_json_line(empty) ==
        R"({"id":"x","entities":[],"relations":[],"path":"","title":"","date":"","text":"",)"
        R"("sentences":[]})");
  const std::string line = to_json_line(sample());
  for (
      const char* part :
      {R"({"id":1,"type":"title","kind":"rank","name":"اللواء","mentions":[)",
       R"({"start":0,"end":12,"text":"للواء","form":"اللواء"})",
       R"({"id":2,"type":"person","name":"هزاع","mentions":[{"start":13,"end":21,"text":"هزاع"},)",
       R"({"subject":2,"predicate":"has_title","object":1,"start":0,"end":21,"rule":"person.rank",)"
       R"("confidence":0.95,"modality":"asserted","origin":"text","evidence":[{"start":0,"end":21,)"
       R"("rule":"person.rank","confidence":0.95},{"start":25,"end":38,)",
       R"("confidence":0.1,"speaker":2}])",
       R"("path":"dir/a1.txt","title":"عنوان \"مقتبس\"","date":"2020-03-02",)",
       R"("text":"سطر\nآخر\t\\ \u0001")", R"("sentences":[{"start":0,"end":6,"text":"سطر"},)"}) {
    CAPTURE(part);
    CHECK(line.find(part) != std::string::npos);
  }
  CHECK(line.find('\n') == std::string::npos);
}

TEST_CASE("what is written reads back") {
  const std::string line = to_json_line(sample());
  const auto read = annotation_from_json(line, "f", 1);
  REQUIRE(read);
  CHECK(to_json_line(*read) == line);
  CHECK(read->relations[0].evidence.size() == 2);
  CHECK(read->entities[0].mentions[0].reading() == "اللواء");
}

TEST_CASE("one evidence that somebody says is written with its speaker") {
  Annotation said = sample();
  said.relations[0].evidence.resize(1);
  CHECK(to_json_line(said).find("\"evidence\"") == std::string::npos);
  said.relations[0].evidence[0].speaker = 2;
  const auto read = annotation_from_json(to_json_line(said), "f", 1);
  REQUIRE(read);
  CHECK(read->relations[0].evidence.size() == 1);
  CHECK(read->relations[0].evidence[0].speaker == 2);
}

TEST_CASE("optional parts may be absent") {
  const auto read =
      annotation_from_json(R"({"id":"a","entities":[{"id":4,"type":"city","name":"x",)"
                           R"("mentions":[{"start":1,"end":2,"text":"x"}]}],"relations":[)"
                           R"({"subject":4,"predicate":"met_with","object":4,"start":1,"end":2}]})",
                           "f", 1);
  REQUIRE(read);
  const Relation& r = read->relations[0];
  CHECK(r.modality == Modality::asserted);
  CHECK(r.origin == Origin::text);
  CHECK(r.evidence.size() == 1);
  CHECK(r.evidence[0].confidence == 1.0);
  CHECK(r.evidence[0].span == Span<Original>{1, 2});
}

constexpr std::string_view kEntity =
    R"({"id":1,"type":"city","name":"x","mentions":[{"start":1,"end":2,"text":"x"}]})";

std::string with_entity(std::string_view entity) {
  return R"({"id":"a","entities":[)" + std::string(entity) + R"(],"relations":[]})";
}
std::string with_relation(std::string_view relation) {
  return R"({"id":"a","entities":[)" + std::string(kEntity) + R"(],"relations":[)" +
         std::string(relation) + "]}";
}

TEST_CASE("what is broken is refused with file, line and what was expected") {
  const std::pair<std::string, std::string> table[] = {
      {"", "expected one JSON object, at byte 0"},
      {"{\"id\":", "expected one JSON object, at byte 6"},
      {"{} x", "expected one JSON object"},
      {"[]", "line: expected a JSON object"},
      {R"({"entities":[],"relations":[]})", "line: expected a string \"id\""},
      {R"({"id":"","entities":[],"relations":[]})", "expected \"id\" not to be empty"},
      {R"({"id":7,"entities":[],"relations":[]})", "expected \"id\" to be a string"},
      {R"({"id":"a","relations":[]})", "expected an array \"entities\""},
      {R"({"id":"a","entities":[]})", "expected an array \"relations\""},
      {R"({"id":"a","entities":[],"relations":[],"sentences":7})", "an array \"sentences\""},
      {"{\"id\":\"\xff\",\"entities\":[],\"relations\":[]}", "expected one JSON object, at byte"},
      {with_entity("3"), "entities[0]: expected an object"},
      {with_entity(R"({"id":1,"type":"place"})"), "\"type\" to be one of person title"},
      {with_entity(R"({"id":1,"type":"place"})"), "found \"place\""},
      {with_entity(R"({"id":0,"type":"city"})"), "entities[0]: expected \"id\" to be the number"},
      {with_entity(R"({"id":1,"type":"city","name":"x","mentions":[]})"), "at least one mention"},
      {with_entity(
           R"({"id":1,"type":"city","name":"x","mentions":[{"start":5,"end":2,"text":""}]})"),
       "entities[0].mentions[0]: expected \"end\" not to be before \"start\""},
      {with_entity(R"({"id":1,"type":"city","name":"x","mentions":[{"start":-5,"end":2}]})"),
       "expected a byte offset \"start\""},
      {with_entity(std::string(kEntity) + "," + std::string(kEntity)), "1 stands twice"},
      {with_relation(R"({"subject":1,"predicate":"likes","object":1,"start":1,"end":2})"),
       "relations[0]: expected \"predicate\" to be one of"},
      {with_relation(R"({"subject":1,"predicate":"about","object":9,"start":1,"end":2})"),
       "relations[0]: expected an entity with the id 9"},
      {with_relation(R"({"subject":1,"predicate":"about","object":1})"), "a byte offset \"start\""},
      {with_relation(
           R"({"subject":1,"predicate":"about","object":1,"start":1,"end":2,"confidence":2})"),
       "\"confidence\" to be a number from 0 to 1"},
      {with_relation(R"({"subject":1,"predicate":"about","object":1,"start":1,"end":2,)"
                     R"("evidence":[{"start":1,"end":2,"speaker":9}]})"),
       "relations[0].evidence[0]: expected an entity with the id 9"},
      {std::string(2'000'000, '['), "expected one JSON object"},
  };
  for (const auto& [line, expected] : table) {
    CAPTURE(line.substr(0, 200));
    const std::string message = message_of(line);
    CHECK(message.starts_with("f.jsonl:7: "));
    CHECK(message.find(expected) != std::string::npos);
  }
}

TEST_CASE("the gold annotations of the seeds round-trip") {
  const std::string path = RAWABIT_SOURCE_DIR "/../shared/seeds/gold_annotations.jsonl";
  if (!std::filesystem::exists(path)) {
    WARN("skipped: no " << path);
    return;
  }
  std::ifstream in(path);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    const auto read = annotation_from_json(line, path, ++number);
    REQUIRE(read);
    const std::string written = to_json_line(*read);
    const auto again = annotation_from_json(written, path, number);
    REQUIRE(again);
    CHECK(to_json_line(*again) == written);
    CHECK(!read->entities.empty());
  }
  CHECK(number == 5);
}

}  // namespace
}  // namespace rawabit
