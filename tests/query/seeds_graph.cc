#include "query/seeds_graph.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "extract.h"
#include "load.h"

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

/// The seed of that name as text, with a sentence a line: no rules are needed for that.
Status supply_text(Annotation& annotation) {
  std::ifstream in(source_file("seeds/" + annotation.id + ".txt"), std::ios::binary);
  annotation.text.assign(std::istreambuf_iterator<char>(in), {});
  std::uint32_t begin = 0;
  while (begin < annotation.text.size()) {
    std::size_t end = annotation.text.find('\n', begin);
    if (end == std::string::npos) end = annotation.text.size();
    const Span<Original> span{begin, static_cast<std::uint32_t>(end)};
    annotation.sentences.push_back({span, std::string(slice(annotation.text, span))});
    begin = span.end + 1;
  }
  return Done{};
}

Store make_graph(const std::string& file) {
  const Lexicon lexicon = value_of(Lexicon::load({source_file("gazetteers")}));
  Store store = value_of(Store::create(file));
  IngestOptions options;
  options.command = "load";
  const IngestReport report = value_of(load(
      store, lexicon, {source_file("tests/data/gold_annotations.jsonl")}, supply_text, options));
  REQUIRE(report.added == 5);
  REQUIRE(report.resolved);
  return store;
}

Store extract_graph(const std::string& file) {
  const Pipeline pipeline = value_of(
      Pipeline::load({.gazetteers = {source_file("gazetteers")}, .rules = {source_file("rules")}}));
  Store store = value_of(Store::create(file));
  InputList inputs = list_inputs({source_file("seeds")});
  REQUIRE(inputs.errors.empty());
  const IngestReport report = value_of(extract(store, pipeline, std::move(inputs.inputs), {}));
  REQUIRE(report.added == 5);
  REQUIRE(report.resolved);
  return store;
}

/// Outlives the graphs in it.
std::string place_of(const std::string& name) {
  static const Workplace workplace;
  return workplace.file(name);
}

}  // namespace

std::string source_file(const std::string& path) {
  return std::string(RAWABIT_SOURCE_DIR) + '/' + path;
}

Database& seeds_graph() {
  static Store store = make_graph(place_of("seeds.db"));
  return store.db();
}

Database& extracted_graph() {
  static Store store = extract_graph(place_of("extracted.db"));
  return store.db();
}

}  // namespace rawabit::testing
