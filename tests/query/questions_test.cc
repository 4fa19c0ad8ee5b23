// The 25 questions on the graph of the seeds' gold: as SQL, in English, in Arabic, and put in other
// ways. Each must be exactly right.
#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "query/seed_questions.h"
#include "query/seeds_graph.h"

namespace rawabit::testing {
namespace {

std::vector<std::string> first_column(const std::string& sql) {
  Result<Statement> rows = seeds_graph().prepare(sql);
  INFO((rows.ok() ? std::string() : rows.error().text()));
  REQUIRE(rows.ok());
  std::vector<std::string> names;
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) names.emplace_back(rows->text(0));
  REQUIRE(row.ok());
  return names;
}

Answer answered(const std::string& question) {
  const Result<Reply> reply = asker().ask(seeds_graph(), question);
  INFO(question << (reply.ok() ? "" : ": " + reply.error().text()));
  REQUIRE(reply.ok());
  REQUIRE(std::holds_alternative<Answer>(*reply));
  return std::get<Answer>(*reply);
}

void check_asked(const std::string& question, const Expected& expected) {
  const Answer answer = answered(question);
  const std::vector<std::string> names = names_of(answer);
  INFO(expected.id << ": " << question << "\nanswers: " << joined(names) << '\n' << answer.sql);
  CHECK(is_right(names, expected));
}

}  // namespace

TEST_CASE("the 25 questions as SQL") {
  for (const auto& [id, expected] : questions()) {
    std::ifstream in(source_file("tests/query/questions/" + id + ".sql"));
    std::stringstream sql;
    sql << in.rdbuf();
    const std::vector<std::string> names = first_column(sql.str());
    INFO(id << ": " << joined(names));
    CHECK(is_right(names, expected));
  }
}

TEST_CASE("the 25 questions in English") {
  for (const auto& [id, expected] : questions()) check_asked(expected.english, expected);
}

TEST_CASE("the 25 questions in Arabic") {
  for (const auto& [id, expected] : questions()) check_asked(expected.arabic, expected);
}

TEST_CASE("the 25 questions in other words") {
  const std::map<std::string, Expected> all = questions();
  for (const std::string& line : lines_of("tests/query/paraphrases.tsv")) {
    if (line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    check_asked(line.substr(tab + 1), all.at(line.substr(0, tab)));
  }
}

TEST_CASE("the printed SQL gives the answers") {
  for (const auto& [id, expected] : questions()) {
    const Answer answer = answered(expected.english);
    INFO(answer.sql);
    CHECK(first_column(answer.sql) == names_of(answer));
  }
}

TEST_CASE("every answer has evidence, whose sentence is in its article") {
  for (const auto& [id, expected] : questions()) {
    for (const AnswerItem& item : answered(expected.english).answers) {
      INFO(id << ": " << item.name);
      CHECK_FALSE(item.evidence.empty());
      for (const AnswerEvidence& evidence : item.evidence) {
        std::ifstream in(source_file("seeds/" + evidence.document + ".txt"));
        std::stringstream article;
        article << in.rdbuf();
        CHECK_FALSE(evidence.sentence.empty());
        CHECK(article.str().find(evidence.sentence) != std::string::npos);
        CHECK(evidence.start < evidence.end);
      }
    }
  }
}

TEST_CASE("the answer as JSON") {
  rapidjson::Document json;
  json.Parse(to_json(answered("which bodies met in Abu Dhabi")).c_str());
  REQUIRE(json.IsObject());
  CHECK(std::string(json["question"].GetString()) == "which bodies met in Abu Dhabi");
  CHECK(json["answers"].Size() == 1);
  const auto& evidence = json["answers"][0]["evidence"];
  REQUIRE(evidence.Size() > 0);
  CHECK(std::string(evidence[0]["document"].GetString()) == "001_3545e3ee55509e49");
  CHECK(evidence[0]["end"].GetInt64() > evidence[0]["start"].GetInt64());
  CHECK(json["sql"].GetStringLength() > 0);
}

}  // namespace rawabit::testing
