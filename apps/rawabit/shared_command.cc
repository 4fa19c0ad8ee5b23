// rawabit shared A B: the meetings in which both took part.
#include <fmt/format.h>

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
  std::string one, other;
  std::string database = "graph.db";
  FilterOptions filter;
};

Result<Rows> shared_rows(Database& db, const Globals& globals, const Options& options) {
  EntityFinder finder(globals);
  const Result<std::int64_t> one = finder.find(db, options.one);
  if (!one) return one.error();
  const Result<std::int64_t> other = finder.find(db, options.other);
  if (!other) return other.error();
  if (Status done = narrow_to(db, finder, options.filter); !done) return done.error();
  return rows_of(shared_participation(db, *one, *other));
}

ExitCode show_shared(const Globals& globals, const Options& options) {
  Result<Store> store = open_graph(options.database);
  if (!store) return report_unknown(store.error());
  const Result<Rows> rows = shared_rows(store->db(), globals, options);
  if (!rows) return report_unknown(rows.error());
  if (rows->cells.empty())
    fmt::print(stderr, "rawabit: the two took part in no meeting together\n");
  const ExitCode printed = print_rows(globals, *rows);
  return rows->cells.empty() && printed == ExitCode::done ? ExitCode::no : printed;
}

}  // namespace

void add_shared(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command =
      line.add_command("shared", "the meetings in which two took part together",
                       "rawabit shared INTERPOL \"Arab League\" --db graph.db",
                       [&line, options] { return show_shared(line.globals, *options); });
  command.add_option("one", options->one, "a name").required().type_name("A");
  command.add_option("other", options->other, "another").required().type_name("B");
  command.add_database_option(options->database);
  add_filter_options(command, options->filter);
}

}  // namespace rawabit
