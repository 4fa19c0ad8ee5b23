#include "store_fixture.h"

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "store/digest.h"
#include "store/resolve_graph.h"

namespace rawabit {

TemporaryDirectory::TemporaryDirectory() {
  std::string pattern = std::filesystem::temp_directory_path().string() + "/rawabit-test-XXXXXX";
  path_ = mkdtemp(pattern.data());
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

KnownNames small_world() {
  KnownNames known;
  const auto country = EntityType::country;
  known.add({"country:AE", country, "United Arab Emirates", {"الإمارات"}, {}, {{"iso2", "AE"}}});
  known.add({"country:MA", country, "Morocco", {"المغرب"}, {}, {{"iso2", "MA"}}});
  known.add({"geonames:292968",
             EntityType::city,
             "Abu Dhabi",
             {"أبوظبي", "أبو ظبي"},
             {},
             {{"country", "AE"}}});
  return known;
}

Annotation meeting_of(const std::string& article, const std::string& country,
                      const std::string& other, const std::string& city) {
  Annotation annotation;
  annotation.id = article;
  annotation.path = "news/" + article + ".txt";
  annotation.title = "اجتماع";
  annotation.date = "2020-03-02";
  const auto add = [&](EntityType type, const std::string& name) {
    const auto begin = static_cast<std::uint32_t>(annotation.text.size());
    annotation.text += name;
    const auto end = static_cast<std::uint32_t>(annotation.text.size());
    annotation.text += ' ';
    const int id = static_cast<int>(annotation.entities.size()) + 1;
    annotation.entities.push_back(
        {id, type, TitleKind::none, name, "", {{{begin, end}, name, "", "list"}}});
  };
  add(EntityType::country, country);
  add(EntityType::country, other);
  add(EntityType::city, city);
  add(EntityType::meeting, "اجتماع");
  const auto end = static_cast<std::uint32_t>(annotation.text.size());
  annotation.sentences.push_back({{0, end}, annotation.text});
  const auto relate = [&](int subject, Predicate predicate, int object, Modality modality) {
    annotation.relations.push_back(
        {subject, predicate, object, modality, Origin::text, {{{0, end}, "test.rule", 0.9}}});
  };
  relate(1, Predicate::met_with, 2, Modality::asserted);
  relate(1, Predicate::chaired, 4, Modality::asserted);
  relate(2, Predicate::participated_in, 4, Modality::asserted);
  relate(4, Predicate::held_in, 3, Modality::asserted);
  relate(2, Predicate::hosted, 4, Modality::negated);
  return annotation;
}

std::string write_and_resolve(const std::string& path, const std::vector<Annotation>& articles) {
  Result<Store> store = Store::create(path);
  REQUIRE(store.ok());
  {
    Result<ArticleWriter> writer = ArticleWriter::begin(*store);
    REQUIRE(writer.ok());
    for (const Annotation& article : articles) {
      REQUIRE(writer->write(make_record(article, "hash", "print")).ok());
    }
    REQUIRE(writer->commit().ok());
  }
  REQUIRE(resolve_graph(*store, small_world(), "print").ok());
  REQUIRE(store->make_indexes().ok());
  const Result<std::string> taken = digest(*store);
  REQUIRE(taken.ok());
  return *taken;
}

std::vector<std::string> rows(Database& db, std::string_view sql) {
  Result<Statement> select = db.prepare(sql);
  if (!select) return {select.error().text()};
  std::vector<std::string> result;
  Result<bool> row = select->step();
  for (; row && *row; row = select->step()) {
    std::string line;
    for (int i = 0; i < select->columns(); ++i) {
      if (i > 0) line += '|';
      line += select->text(i);
    }
    result.push_back(line);
  }
  if (!row) result.push_back(row.error().text());
  return result;
}

}  // namespace rawabit
