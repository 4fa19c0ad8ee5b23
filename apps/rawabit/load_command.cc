// rawabit load ANNOTATIONS... --db FILE: annotations to the graph.
#include <memory>

#include "commands.h"
#include "load.h"
#include "run_view.h"

namespace rawabit {
namespace {

struct Options {
  std::vector<std::string> annotations;
  std::vector<std::string> articles;
  std::string database = "graph.db";
  std::string verdicts;
};

ExitCode load_annotations(const Globals& globals, const Options& options) {
  const PipelineOptions data = globals.pipeline_options();
  const Result<Pipeline> pipeline = Pipeline::load(data);
  if (!pipeline) return report(pipeline.error());
  const Result<std::string> reader = reader_fingerprint(data);
  if (!reader) return report(reader.error());
  RunView view;
  TextSupplier supplier;
  if (!options.articles.empty()) {
    supplier = supply_texts_from(open_inputs(options.articles, view), *pipeline);
  }
  IngestOptions how;
  if (Status read = RunView::read_verdicts_into(how, options.verdicts); !read) {
    return report(read.error());
  }
  Result<Store> store = Store::create(options.database);
  if (!store) return report(store.error());
  how.command = "load";
  how.fingerprint = *reader;
  how.threads = static_cast<unsigned>(globals.thread_count());
  view.attach(how);
  return view.finish(load(*store, pipeline->lexicon(), options.annotations, supplier, how),
                     options.database);
}

}  // namespace

void add_load(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command =
      line.add_command("load", "annotations (what annotate prints) to the graph",
                       "rawabit annotate seeds | rawabit load - --db graph.db",
                       [&line, options] { return load_annotations(line.globals, *options); });
  command.add_option("annotations", options->annotations, "JSON Lines, or - for standard input")
      .required()
      .type_name("FILE");
  command
      .add_option("--articles", options->articles,
                  "where the articles are, for annotations that lack their texts")
      .type_name("DIR");
  command.add_database_option(options->database);
  command
      .add_option(
          "--verdicts", options->verdicts,
          "which names are one and which are not (docs/resolution.md), in place of what the "
          "database was told before; it keeps them for later runs")
      .type_name("FILE");
}

}  // namespace rawabit
