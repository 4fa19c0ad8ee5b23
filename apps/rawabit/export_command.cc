// rawabit export dot|svg --db FILE: the graph as a picture.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <memory>

#include "commands.h"
#include "entity_names.h"
#include "render/dot.h"
#include "render/svg.h"
#include "store/store.h"
#include "terminal.h"

namespace rawabit {
namespace {

struct Options {
  std::string format;
  std::string database = "graph.db";
  std::string output;
  std::string around;
  SubgraphFilter filter;
  std::vector<std::string> types;
};

Result<std::string> draw(const Globals& globals, Options& options) {
  Result<Store> store = Store::open(options.database);
  if (!store) return store.error();
  if (!options.around.empty()) {
    const auto middle = entities_called(store->db(), globals, options.around);
    if (!middle) return middle.error();
    options.filter.around.insert(middle->begin(), middle->end());
  }
  const Result<Subgraph> graph = read_subgraph(store->db(), options.filter);
  if (!graph) return graph.error();
  if (options.format == "dot") return to_dot(*graph);
  return to_svg(*graph);
}

Status write_file(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (out) return Done{};
  return Error{Error::Kind::input, "could not be written", path};
}

ExitCode export_graph(const Globals& globals, Options& options) {
  for (const std::string& type : options.types) {
    options.filter.types.insert(*entity_type_named(type));
  }
  const Result<std::string> drawing = draw(globals, options);
  if (!drawing) return report_unknown(drawing.error());
  Output output;
  const Status written =
      options.output.empty() ? output.write(*drawing) : write_file(options.output, *drawing);
  return written ? ExitCode::done : report(written.error());
}

void add_options(CLI::App& command, Options& options) {
  command.add_option("format", options.format, "dot (Graphviz) or svg")
      ->required()
      ->check(CLI::IsMember({"dot", "svg"}))
      ->type_name("FORMAT");
  add_database_option(command, options.database);
  command.add_option("--around", options.around, "only what is near the one of this name")
      ->type_name("NAME");
  command.add_option("--hops", options.filter.hops, "how far from there")
      ->check(CLI::Range(0, 100))
      ->capture_default_str()
      ->type_name("N");
  command
      .add_option("--type", options.types,
                  fmt::format("only entities of these types: {}", fmt::join(kEntityTypeNames, " ")))
      ->delimiter(',')
      ->check(
          CLI::IsMember(std::vector<std::string>(kEntityTypeNames.begin(), kEntityTypeNames.end())))
      ->type_name("TYPE,...");
  command.add_option("-o,--output", options.output, "file to write (default: standard output)")
      ->type_name("FILE");
}

}  // namespace

void add_export(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  CLI::App* const command =
      add_command(line, "export", "the graph as a picture",
                  "rawabit export svg --db graph.db --around Interpol --hops 2 > interpol.svg",
                  [&line, options] { return export_graph(line.globals, *options); });
  add_options(*command, *options);
}

}  // namespace rawabit
