// rawabit timeline: what happened in which month.
#include <memory>

#include "commands.h"
#include "filter_options.h"
#include "open_graph.h"
#include "print_rows.h"
#include "query/walks.h"
#include "query_rows.h"

namespace rawabit {
namespace {

struct Options {
  std::string database = "graph.db";
  FilterOptions filter;
};

ExitCode show_timeline(const Globals& globals, const Options& options) {
  Result<Store> store = open_graph_or_tell(options.database);
  if (!store) return report(store.error());
  EntityFinder finder(globals);
  if (Status done = narrow_to(store->db(), finder, options.filter); !done) {
    return report_unknown(done.error());
  }
  const Result<Rows> rows = rows_of(timeline(store->db()));
  return rows ? print_rows(globals, *rows) : report(rows.error());
}

}  // namespace

void add_timeline(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command =
      line.add_command("timeline", "meetings, their participants and articles, month by month",
                       "rawabit timeline --around INTERPOL --hops 2 --since 2019 --db graph.db",
                       [&line, options] { return show_timeline(line.globals, *options); });
  command.add_database_option(options->database);
  add_filter_options(command, options->filter);
}

}  // namespace rawabit
