// Measures the steps of extraction in one run: each round does every step once, so that whatever
// else the machine does meets them all. Prints the medians in MB/s of input and as ratios to the
// yardstick.
//
//   bench PATH [MEGABYTES]      PATH: a directory, or a JSON Lines file
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include "extract.h"
#include "for_each_article.h"
#include "icu_yardstick.h"
#include "model/annotation_json.h"
#include "pipeline.h"
#include "rules/cascade.h"
#include "text/charset.h"
#include "text/fold.h"
#include "tokens/tokens.h"

namespace rawabit {
namespace {

namespace fs = std::filesystem;

constexpr int kRounds = 3;

/// The articles in memory, and as the file or directory that whole runs read.
struct Corpus {
  std::vector<Input> inputs;
  std::vector<Article> articles;
  std::vector<TokenizedText> tokens;
  double megabytes = 0;
};

struct Step {
  std::string name;
  int threads;
  std::function<void()> run;
  std::vector<double> seconds = {};
};

[[noreturn]] void give_up(const std::string& message) {
  fmt::print(stderr, "bench: {}\n", message);
  std::exit(1);
}

/// The first lines of the JSON Lines files, as a file of their own.
std::vector<Input> first_lines(const std::vector<Input>& inputs, std::size_t most,
                               const fs::path& directory) {
  const std::string path = (directory / "articles.jsonl").string();
  std::ofstream out(path, std::ios::binary);
  std::size_t written = 0;
  for (const Input& input : inputs) {
    auto lines = LineReader::open(input.path);
    while (lines && written < most) {
      const auto line = lines->next();
      if (!line) break;
      if (!*line) continue;
      out << (*line)->text << "\n";
      written += (*line)->text.size() + 1;
    }
  }
  return {{path, Input::Kind::json_lines, ""}};
}

Corpus read_corpus(const std::string& path, std::size_t most, const fs::path& directory) {
  const InputList list = list_inputs({path});
  if (list.inputs.empty()) give_up(path + ": no articles");
  Corpus corpus;
  const bool are_records = std::ranges::all_of(
      list.inputs, [](const Input& i) { return i.kind == Input::Kind::json_lines; });
  corpus.inputs = are_records ? first_lines(list.inputs, most, directory) : list.inputs;
  ArticleSource source(corpus.inputs);
  std::size_t bytes = 0;
  while (const auto task = source.next()) {
    const auto document = task->read();
    if (!document) continue;
    auto article = decode(*document);
    if (!article) continue;
    bytes += document->bytes.size();
    article->blocks = {{BlockKind::body, {0, static_cast<std::uint32_t>(article->text.size())}}};
    corpus.tokens.push_back(tokenize(*article));
    corpus.articles.push_back(*std::move(article));
  }
  corpus.megabytes = static_cast<double>(bytes) / 1e6;
  return corpus;
}

std::size_t annotate_all(const Corpus& corpus, const Pipeline& pipeline, int threads) {
  std::size_t bytes = 0;
  ArticleSource source(corpus.inputs);
  for_each_article<std::string>(
      source, threads,
      [&](const RawDocument& document) -> Result<std::string> {
        const auto annotation = pipeline.annotate(document);
        if (!annotation) return annotation.error();
        return to_json_line(*annotation);
      },
      [&](const ArticleOutcome<std::string>& outcome) {
        if (outcome.result) bytes += outcome.result->size();
        return true;
      });
  return bytes;
}

void extract_all(const Corpus& corpus, const Pipeline& pipeline, int threads,
                 const fs::path& directory) {
  const std::string path = (directory / "bench.db").string();
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path + suffix);
  auto store = Store::create(path);
  if (!store) give_up(store.error().text());
  IngestOptions options;
  options.threads = static_cast<unsigned>(threads);
  const auto report = extract(*store, pipeline, corpus.inputs, options);
  if (!report) give_up(report.error().text());
}

/// Keeps the compiler from leaving out what nobody looks at.
void keep(std::size_t value) {
  static volatile std::size_t sink = 0;
  sink = sink + value;
}

std::vector<Step> steps_of(const Corpus& corpus, const Pipeline& pipeline, const Cascade& cascade,
                           const fs::path& directory) {
  const Lexicon& lexicon = pipeline.lexicon();
  std::vector<Step> steps;
  steps.push_back({"ICU fold with offsets (yardstick)", 1, [&] {
                     for (const Article& a : corpus.articles) keep(icu_fold(a.text).text.size());
                   }});
  steps.push_back({"fold with offsets", 1, [&] {
                     for (const Article& a : corpus.articles) {
                       keep(fold_with_source(a.text).text.size());
                     }
                   }});
  steps.push_back({"tokens (folding within)", 1, [&] {
                     for (const Article& a : corpus.articles) keep(tokenize(a).tokens.size());
                   }});
  steps.push_back({"gazetteer (tokens given)", 1, [&] {
                     std::vector<LexiconMatch> matches;
                     for (const TokenizedText& text : corpus.tokens) {
                       matches.clear();
                       for (const TokenRange& s : text.sentences) lexicon.match(text, s, matches);
                       keep(matches.size());
                     }
                   }});
  steps.push_back({"rules (gazetteer within)", 1, [&] {
                     Cascade::Worker worker(cascade);
                     Parse parse;
                     for (std::size_t i = 0; i < corpus.articles.size(); ++i) {
                       worker.run(corpus.articles[i], corpus.tokens[i], parse);
                       keep(parse.mentions.size());
                     }
                   }});
  for (const int threads : {1, 2}) {
    steps.push_back({"annotate, whole", threads,
                     [&, threads] { keep(annotate_all(corpus, pipeline, threads)); }});
  }
  for (const int threads : {1, 2}) {
    steps.push_back({"extract, whole, with SQLite", threads,
                     [&, threads] { extract_all(corpus, pipeline, threads, directory); }});
  }
  return steps;
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

void measure(std::vector<Step>& steps) {
  for (int round = 0; round < kRounds; ++round) {
    for (Step& step : steps) {
      const auto begin = std::chrono::steady_clock::now();
      step.run();
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
      step.seconds.push_back(took.count());
    }
  }
}

void print(const std::vector<Step>& steps, const Corpus& corpus) {
  fmt::print("{} articles, {:.1f} MB, medians of {} rounds, {} processors\n\n",
             corpus.articles.size(), corpus.megabytes, kRounds,
             std::thread::hardware_concurrency());
  fmt::print("{:<36}{:>8}{:>10}{:>8}\n", "step", "threads", "MB/s", "ratio");
  const double yardstick = median(steps.front().seconds);
  for (const Step& step : steps) {
    const double seconds = median(step.seconds);
    fmt::print("{:<36}{:>8}{:>10.1f}{:>8.2f}\n", step.name, step.threads,
               corpus.megabytes / seconds, yardstick / seconds);
  }
}

int run(int argc, char** argv) {
  if (argc < 2) give_up("expected PATH [MEGABYTES]");
  const char* const data = std::getenv("RAWABIT_DATA");
  const std::string root = data == nullptr ? RAWABIT_SOURCE_DIR : data;
  const std::size_t megabytes = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 20;
  const auto pipeline = Pipeline::load({{root + "/gazetteers"}, {root + "/rules"}});
  if (!pipeline) give_up(pipeline.error().text());
  const auto cascade = Cascade::load({root + "/rules"}, pipeline->lexicon());
  if (!cascade) give_up(cascade.error().text());
  const fs::path directory =
      fs::temp_directory_path() /
      fmt::format("rawabit-bench-{}", std::chrono::steady_clock::now().time_since_epoch().count());
  fs::create_directories(directory);
  const Corpus corpus = read_corpus(argv[1], megabytes * 1'000'000, directory);
  std::vector<Step> steps = steps_of(corpus, *pipeline, *cascade, directory);
  measure(steps);
  print(steps, corpus);
  fs::remove_all(directory);
  return 0;
}

}  // namespace
}  // namespace rawabit

int main(int argc, char** argv) { return rawabit::run(argc, argv); }
