// Any question to the graph of the seeds: not understood, or answered the same way twice by SQL
// that only reads, with answers that are one line of JSON.
#include <rapidjson/document.h>

#include "expect.h"
#include "load.h"
#include "query/ask.h"

namespace {

rawabit::Store seeds_graph() {
  const auto lexicon = rawabit::Lexicon::load({RAWABIT_SOURCE_DIR "/gazetteers"});
  expect(lexicon.ok(), "the gazetteers load");
  auto store = rawabit::Store::create(":memory:");
  expect(store.ok(), "a graph in memory");
  rawabit::IngestOptions options;
  options.command = "load";
  options.threads = 1;
  const auto report = rawabit::load(
      *store, *lexicon, {RAWABIT_SOURCE_DIR "/tests/data/gold_annotations.jsonl"}, {}, options);
  expect(report.ok() && report->resolved, "the seeds load");
  return std::move(*store);
}

void check_answer(rawabit::Database& db, const rawabit::Answer& answer) {
  const std::string json = rawabit::to_json(answer);
  expect(json.find('\n') == std::string::npos, "an answer is one line");
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  expect(!document.HasParseError() && document.HasMember("answers"), "an answer is JSON");
  auto statement = db.prepare(answer.sql);
  expect(statement.ok() && statement->is_read_only(), "the SQL reads");
  for (const rawabit::AnswerItem& item : answer.answers) {
    expect(!item.name.empty() && !item.type.empty(), "an answer has a name and a type");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static rawabit::Store store = seeds_graph();
  static const auto asker = rawabit::Asker::load(RAWABIT_SOURCE_DIR "/rules/questions");
  expect(asker.ok(), "the questions load");
  const std::string_view words = text_of(data, size);
  const auto reply = asker->ask(store.db(), words);
  expect(reply.ok(), "no question breaks it");
  const auto again = asker->ask(store.db(), words);
  expect(again.ok() && again->index() == reply->index(), "it is understood the same way twice");
  if (const auto* unknown = std::get_if<rawabit::NotUnderstood>(&*reply)) {
    expect(!unknown->nearest.empty(), "what is not understood is near something");
    return 0;
  }
  const auto& answer = std::get<rawabit::Answer>(*reply);
  check_answer(store.db(), answer);
  expect(rawabit::to_json(std::get<rawabit::Answer>(*again)) == rawabit::to_json(answer),
         "the answer is the same twice");
  return 0;
}
