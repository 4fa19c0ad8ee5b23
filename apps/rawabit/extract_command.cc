// rawabit extract PATH... --db FILE: articles to the graph.
#include <memory>

#include "commands.h"
#include "extract.h"
#include "run_view.h"

namespace rawabit {
namespace {

struct Options {
  std::vector<std::string> paths;
  std::string database = "graph.db";
  std::string verdicts;
  bool prune = false;
};

ExitCode extract_articles(const Globals& globals, const Options& options) {
  const PipelineOptions data = globals.pipeline_options();
  const Result<Pipeline> pipeline = Pipeline::load(data);
  if (!pipeline) return report(pipeline.error());
  const Result<std::string> reader = reader_fingerprint(data);
  if (!reader) return report(reader.error());
  RunView view;
  std::vector<Input> inputs = open_inputs(options.paths, view);
  IngestOptions how;
  if (Status read = RunView::read_verdicts_into(how, options.verdicts); !read) {
    return report(read.error());
  }
  Result<Store> store = Store::create(options.database);
  if (!store) return report(store.error());
  how.command = "extract";
  how.fingerprint = *reader;
  how.threads = static_cast<unsigned>(globals.thread_count());
  // What could not be listed may still be there: nothing is pruned for it.
  if (options.prune && view.exit_code() == ExitCode::done) how.prune_below = options.paths;
  view.attach(how);
  return view.finish(extract(*store, *pipeline, std::move(inputs), how), options.database);
}

}  // namespace

void add_extract(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command = line.add_command(
      "extract", "articles to the graph: incremental, safe to interrupt (the same command goes on)",
      "rawabit extract seeds --db graph.db",
      [&line, options] { return extract_articles(line.globals, *options); });
  command.add_option("paths", options->paths, "files, directories, or - for JSON Lines")
      .required()
      .type_name("PATH");
  command.add_database_option(options->database);
  command
      .add_option(
          "--verdicts", options->verdicts,
          "which names are one and which are not (docs/resolution.md), in place of what the "
          "database was told before; it keeps them for later runs")
      .type_name("FILE");
  command.add_flag("--prune", options->prune,
                   "remove the articles that the paths had before and no longer have");
}

}  // namespace rawabit
