// Any line as an annotation: refused with file and line, or written as it was read, and loaded into
// a graph that is the same each time.
#include "expect.h"
#include "load.h"
#include "model/annotation_json.h"
#include "store/digest.h"
#include "workplace.h"

namespace {

std::string load_and_digest(const std::string& file, const rawabit::Lexicon& lexicon) {
  auto store = rawabit::Store::create(":memory:");
  expect(store.ok(), "a graph in memory");
  rawabit::IngestOptions options;
  options.command = "load";
  options.threads = 1;
  const auto report = rawabit::load(*store, lexicon, {file}, {}, options);
  expect(report.ok(), "what is read can be written");
  expect(report->added + report->failed == 1, "an annotation is added, or refused by name");
  expect(report->resolved, "the graph is resolved");
  const auto digest = rawabit::digest(*store);
  expect(digest.ok(), "the graph has a digest");
  return *digest;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line = text_of(data, size);
  const auto read = rawabit::annotation_from_json(line, "a.jsonl", 7);
  if (!read) {
    expect(read.error().file == "a.jsonl" && read.error().line == 7, "an error says where");
    expect(!read.error().message.empty(), "an error says what was expected");
    return 0;
  }
  const std::string written = rawabit::to_json_line(*read);
  expect(written.find('\n') == std::string::npos, "an annotation is one line");
  const auto again = rawabit::annotation_from_json(written, "b.jsonl", 1);
  expect(again.ok(), "what is written can be read");
  expect(rawabit::to_json_line(*again) == written, "and is the same");

  static const Workplace place("annotation");
  static const auto lexicon = rawabit::Lexicon::load({RAWABIT_SOURCE_DIR "/gazetteers"});
  expect(lexicon.ok(), "the gazetteers load");
  const std::string file = place.write("a.jsonl", written + "\n");
  expect(load_and_digest(file, *lexicon) == load_and_digest(file, *lexicon),
         "the graph is the same each time");
  return 0;
}
