// rawabit path A B: the shortest ways between two entities, with the sentences.
#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <memory>

#include "commands.h"
#include "entity_names.h"
#include "filter_options.h"
#include "open_graph.h"
#include "print_rows.h"
#include "query/path.h"
#include "render/markup.h"
#include "terminal.h"

namespace rawabit {
namespace {

struct Options {
  std::string from, to;
  std::string database = "graph.db";
  std::size_t most = 3;
  FilterOptions filter;
};

std::string as_text(const Path& path) {
  std::string text = path.nodes.front().name + "\n";
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    const PathStep& step = path.steps[i];
    text += fmt::format("  {} {} {} ({})\n", step.is_forward ? "->" : "<-", step.predicate,
                        path.nodes[i + 1].name, path.nodes[i + 1].type);
    if (step.evidence.sentence.empty()) continue;
    text += fmt::format("       {}: {}\n", step.evidence.document, step.evidence.sentence);
  }
  return text;
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Writer& out, const char* key, const std::string& value) {
  out.Key(key);
  out.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void write_path(Writer& out, const Path& path) {
  out.StartArray();
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    const PathStep& step = path.steps[i];
    out.StartObject();
    write(out, "from", path.nodes[i].name);
    write(out, "predicate", step.predicate);
    out.Key("is_forward");
    out.Bool(step.is_forward);
    write(out, "to", path.nodes[i + 1].name);
    write(out, "document", step.evidence.document);
    write(out, "sentence", step.evidence.sentence);
    out.EndObject();
  }
  out.EndArray();
}

std::string as_json(const std::vector<Path>& paths) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartArray();
  for (const Path& path : paths) write_path(out, path);
  out.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

Rows as_rows(const std::vector<Path>& paths) {
  Rows rows{{"way", "step", "from", "predicate", "to", "is_forward", "document", "sentence"}, {}};
  for (std::size_t way = 0; way < paths.size(); ++way) {
    for (std::size_t i = 0; i < paths[way].steps.size(); ++i) {
      const PathStep& step = paths[way].steps[i];
      rows.cells.push_back({static_cast<int>(way + 1), static_cast<int>(i + 1),
                            paths[way].nodes[i].name, step.predicate, paths[way].nodes[i + 1].name,
                            step.is_forward ? 1 : 0, step.evidence.document,
                            step.evidence.sentence});
    }
  }
  return rows;
}

Result<std::vector<Path>> find_paths(const Globals& globals, const Options& options) {
  Result<Store> store = open_graph(options.database);
  if (!store) return store.error();
  EntityFinder finder(globals);
  const Result<std::int64_t> from = finder.find(store->db(), options.from);
  if (!from) return from.error();
  const Result<std::int64_t> to = finder.find(store->db(), options.to);
  if (!to) return to.error();
  Result<GraphFilter> filter = read_filter(store->db(), finder, options.filter);
  if (!filter) return filter.error();
  filter->any_type = {*from, *to};
  if (Status done = narrow(store->db(), *filter); !done) return done.error();
  return shortest_paths(store->db(), *from, *to, options.most);
}

ExitCode show_paths(const Globals& globals, const Options& options) {
  const auto paths = find_paths(globals, options);
  if (!paths) return report_unknown(paths.error());
  std::string text;
  for (const Path& path : *paths) text += (text.empty() ? "" : "\n") + as_text(path);
  if (text.empty()) fmt::print(stderr, "rawabit: nothing connects the two\n");
  if (wants_rows(globals)) {
    const ExitCode printed = print_rows(globals, as_rows(*paths));
    return paths->empty() && printed == ExitCode::done ? ExitCode::no : printed;
  }
  Output output;
  const Status written = output.write(globals.json ? as_json(*paths) : shown_text(text));
  if (!written) return report(written.error());
  return paths->empty() ? ExitCode::no : ExitCode::done;
}

}  // namespace

void add_path(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command =
      line.add_command("path", "the shortest ways between two entities, with the sentences",
                       "rawabit path INTERPOL Qatar --db graph.db",
                       [&line, options] { return show_paths(line.globals, *options); });
  command.add_option("from", options->from, "a name").required().type_name("A");
  command.add_option("to", options->to, "another").required().type_name("B");
  command.add_option("--most", options->most, "how many ways to tell at most")
      .between(1, 1000)
      .shows_default()
      .type_name("N");
  command.add_database_option(options->database);
  add_filter_options(command, options->filter);
}

}  // namespace rawabit
