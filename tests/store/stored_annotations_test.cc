// What was written to a database comes out of it again.
#include "store/stored_annotations.h"

#include <catch2/catch.hpp>

#include "model/annotation_json.h"
#include "store_fixture.h"

namespace rawabit {
namespace {

std::vector<std::string> lines_in(const std::string& path) {
  Result<Store> store = Store::open(path);
  REQUIRE(store.ok());
  Result<StoredAnnotations> stored = StoredAnnotations::open(*store);
  REQUIRE(stored.ok());
  std::vector<std::string> lines;
  while (std::optional<Result<Annotation>> annotation = stored->next()) {
    REQUIRE(annotation->ok());
    lines.push_back(to_json_line(**annotation));
  }
  return lines;
}

TEST_CASE("annotations come out of the database as they went in, by name") {
  const TemporaryDirectory directory;
  Annotation first = meeting_of("a", "الإمارات", "المغرب", "أبوظبي");
  first.entities[3].type = EntityType::title;
  first.entities[3].kind = TitleKind::rank;
  first.entities[0].mentions.push_back({{2, 4}, "ل", "ال", "other"});
  first.relations.back().evidence.push_back({{2, 9}, "second.rule", 0.5, 2});
  Annotation bare;  // no text, no sentences, nothing found
  bare.id = "0";
  bare.path = "news/0.txt";
  write_and_resolve(directory.file("a.db"), {first, bare});
  CHECK(lines_in(directory.file("a.db")) ==
        std::vector<std::string>{to_json_line(bare), to_json_line(first)});
}

}  // namespace
}  // namespace rawabit
