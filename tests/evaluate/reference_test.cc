// Our figures against those of the reference scorer, byte for byte, on real gold that was damaged
// in many ways.
#include "reference.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <random>

#include "evaluate/report.h"

namespace rawabit {
namespace {

using testing::kShared;

std::string quoted(const std::string& text) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  out.String(text.c_str());
  return buffer.GetString();
}

std::string as_line(const ScoreDocument& document) {
  std::vector<std::string> entities, relations;
  for (const ScoreEntity& e : document.entities) {
    std::vector<std::string> mentions;
    for (const std::string& form : e.forms) {
      mentions.push_back(fmt::format(R"({{"start":0,"end":1,"text":{}}})", quoted(form)));
    }
    entities.push_back(fmt::format(R"({{"id":{},"type":{},"name":{},"mentions":[{}]}})",
                                   quoted(e.id), quoted(e.type), quoted(e.name),
                                   fmt::join(mentions, ",")));
  }
  for (const ScoreRelation& r : document.relations) {
    relations.push_back(fmt::format(R"({{"subject":{},"predicate":{},"object":{}}})",
                                    quoted(r.subject), quoted(r.predicate), quoted(r.object)));
  }
  return fmt::format(R"({{"id":{},"entities":[{}],"relations":[{}]}})", quoted(document.id),
                     fmt::join(entities, ","), fmt::join(relations, ","));
}

/// The same article as a careless reader would annotate it.
class Damage {
 public:
  explicit Damage(unsigned seed) : random_(seed) {}

  ScoreDocument operator()(ScoreDocument document) {
    std::vector<ScoreEntity> kept;
    for (ScoreEntity& entity : document.entities) {
      if (chance(12)) continue;
      if (chance(8)) entity.type = "organization";
      if (chance(25)) shorten(entity);
      kept.push_back(entity);
      if (!chance(8)) continue;
      entity.id += "again";
      kept.push_back(entity);
    }
    document.entities = kept;
    std::erase_if(document.relations, [this](const auto&) { return chance(12); });
    for (ScoreRelation& relation : document.relations) {
      if (chance(10)) std::swap(relation.subject, relation.object);
      if (chance(10)) relation.predicate = chance(50) ? "chaired" : "participated_in";
    }
    return document;
  }

 private:
  bool chance(unsigned percent) { return random_() % 100 < percent; }
  void shorten(ScoreEntity& entity) {
    for (std::string& form : entity.forms) {
      const auto space = chance(50) ? form.rfind(' ') : form.find(' ');
      if (space != std::string::npos && space > 0) form.resize(space);
    }
    entity.name = entity.forms.front();
  }
  std::mt19937 random_;
};

void compare(const std::string& gold_file, const std::string& system_file) {
  const auto gold = read_gold(gold_file);
  const auto system = read_system(system_file);
  REQUIRE(gold);
  REQUIRE(system);
  const Scores scores = score(*gold, *system);
  CHECK(report_text(scores, {.by_type = true, .errors = 1000}) ==
        testing::reference_score(gold_file, system_file, "--by-type --errors 1000"));
  CHECK(report_text(scores, {}) == testing::reference_score(gold_file, system_file, ""));
  CHECK(report_json(scores, {.by_type = false, .errors = 1000}) + "\n" ==
        testing::reference_score(gold_file, system_file, "--json --errors 1000"));
}

TEST_CASE("the figures are those of the reference scorer") {
  if (!testing::has_reference()) {
    WARN("skipped: no " << kShared << "/score.py, or no python3");
    return;
  }
  compare(kShared + "/seeds/gold.jsonl", kShared + "/seeds/gold_annotations.jsonl");
  const std::string file =
      (std::filesystem::temp_directory_path() / "rawabit_damaged.jsonl").string();
  for (const char* set : {"seeds", "dev"}) {
    const std::string gold_file = kShared + "/" + set + "/gold.jsonl";
    const auto gold = read_gold(gold_file);
    REQUIRE(gold);
    for (unsigned seed = 1; seed <= 4; ++seed) {
      CAPTURE(set, seed);
      Damage damage(seed);
      std::ofstream out(file);
      for (const ScoreDocument& document : *gold) {
        if (seed < 3 || document.id != gold->front().id) out << as_line(damage(document)) << "\n";
      }
      out.close();
      compare(gold_file, file);
    }
  }
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace rawabit
