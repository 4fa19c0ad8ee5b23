#include "query/seed_questions.h"

#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "query/seeds_graph.h"
#include "text/fold.h"

namespace rawabit::testing {

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream in(source_file(path));
  REQUIRE(in.is_open());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

namespace {

Expected expected_of(const std::string& line) {
  rapidjson::Document json;
  json.Parse(line.c_str());
  REQUIRE(json.IsObject());
  Expected e{json["id"].GetString(), json["english"].GetString(), json["arabic"].GetString(), {}};
  for (const auto& group : json["answers"].GetArray()) {
    e.groups.emplace_back();
    for (const auto& name : group.GetArray()) e.groups.back().insert(name_key(name.GetString()));
  }
  return e;
}

}  // namespace

std::map<std::string, Expected> questions() {
  std::map<std::string, Expected> all;
  for (const std::string& line : lines_of("tests/data/questions.jsonl")) {
    Expected e = expected_of(line);
    all[e.id] = std::move(e);
  }
  REQUIRE(all.size() == 25);
  return all;
}

bool is_right(const std::vector<std::string>& names, const Expected& expected) {
  std::set<std::size_t> hit;
  for (const std::string& name : names) {
    bool fits = false;
    for (std::size_t i = 0; i < expected.groups.size(); ++i) {
      if (!expected.groups[i].contains(name_key(name))) continue;
      fits = true;
      hit.insert(i);
    }
    if (!fits) return false;
  }
  return hit.size() == expected.groups.size();
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += name + " | ";
  return text;
}

const Asker& asker() {
  static const Result<Asker> loaded = Asker::load(source_file("rules/questions"));
  INFO((loaded.ok() ? std::string() : loaded.error().text()));
  REQUIRE(loaded.ok());
  return *loaded;
}

std::vector<std::string> names_of(const Answer& answer) {
  std::vector<std::string> names;
  for (const AnswerItem& item : answer.answers) names.push_back(item.name);
  return names;
}

}  // namespace rawabit::testing
