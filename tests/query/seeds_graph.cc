#include "query/seeds_graph.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <optional>

#include "load.h"
#include "pipeline.h"

namespace rawabit::testing {
namespace {

/// A directory of this process, removed at its end.
class Workplace {
 public:
  Workplace()
      : path_(std::filesystem::temp_directory_path() /
              ("rawabit-query-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Workplace() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// What a step gave, or the message of why not.
template <class T>
T value_of(Result<T> result) {
  INFO((result.ok() ? std::string() : result.error().text()));
  REQUIRE(result.ok());
  return std::move(*result);
}

Store make_graph(const std::string& file) {
  const Pipeline pipeline = value_of(
      Pipeline::load({.gazetteers = {source_file("gazetteers")}, .rules = {source_file("rules")}}));
  Store store = value_of(Store::create(file));
  const TextSupplier texts =
      supply_texts_from(list_inputs({source_file("seeds")}).inputs, pipeline);
  value_of(load(store, pipeline.lexicon(), {source_file("tests/data/gold_annotations.jsonl")},
                texts, IngestOptions{}));
  return store;
}

}  // namespace

std::string source_file(const std::string& path) {
  return std::string(RAWABIT_SOURCE_DIR) + '/' + path;
}

Database& seeds_graph() {
  static const Workplace workplace;
  static Store store = make_graph(workplace.file("seeds.db"));
  return store.db();
}

}  // namespace rawabit::testing
