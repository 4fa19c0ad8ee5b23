// rawabit near NAME: who is how many steps away.
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

ExitCode show_near(const Globals& globals, const Options& options) {
  Result<Store> store = open_graph(options.database);
  if (!store) return report_unknown(store.error());
  EntityFinder finder(globals);
  if (Status done = narrow_to(store->db(), finder, options.filter); !done) {
    return report_unknown(done.error());
  }
  const Result<Rows> rows = rows_of(near_ones(store->db()));
  return rows ? print_rows(globals, *rows) : report(rows.error());
}

}  // namespace

void add_near(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command = line.add_command(
      "near", "neighbours up to some steps away, and what ties them to those nearer",
      "rawabit near INTERPOL --hops 2 --type organization,country --db graph.db",
      [&line, options] { return show_near(line.globals, *options); });
  command
      .add_option("name", options->filter.around,
                  "its name in Arabic or English, in any spelling (also TYPE:NAME, id:NUMBER)")
      .required()
      .type_name("ENTITY");
  command.add_option("--hops", options->filter.hops, "how many steps away at most")
      .between(1, 100)
      .shows_default()
      .type_name("N");
  command.add_database_option(options->database);
  add_common_filter_options(command, options->filter);
}

}  // namespace rawabit
