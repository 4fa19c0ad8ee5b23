// rawabit sql "SELECT ...": read-only SQL over the graph.
#include <memory>

#include "commands.h"
#include "filter_options.h"
#include "print_rows.h"
#include "query_rows.h"
#include "store/store.h"
#include "terminal.h"

namespace rawabit {
namespace {

struct Options {
  std::string query;
  std::string database = "graph.db";
  FilterOptions filter;
};

ExitCode usage(const std::string& message) { return report({Error::Kind::usage, message}); }

ExitCode run_sql(const Globals& globals, const Options& options) {
  Result<Store> store = Store::open(options.database);
  if (!store) return report(store.error());
  EntityFinder finder(globals);
  if (Status done = narrow_to(store->db(), finder, options.filter); !done) {
    return report_unknown(done.error());
  }
  const Interrupt interrupt;
  store->db().on_progress(
      [](void* argument) { return static_cast<const Interrupt*>(argument)->raised() ? 1 : 0; },
      const_cast<Interrupt*>(&interrupt));  // NOLINT: SQLite's callback takes no const
  std::string_view rest;
  Result<Statement> statement = store->db().prepare(options.query, &rest);
  if (!statement) return usage(statement.error().message);
  if (statement->empty()) return usage("expected a SELECT");
  if (rest.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
    return usage("expected one statement, there is more behind its semicolon");
  }
  if (!statement->is_read_only()) return usage("expected a statement that only reads");
  const Result<Rows> rows = rows_of(*statement);
  if (interrupt.raised()) return ExitCode::interrupted;
  if (!rows) return usage(rows.error().message);
  return print_rows(globals, *rows);
}

}  // namespace

void add_sql(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command = line.add_command(
      "sql", "read-only SQL over the graph, with fold(), name_key() and same_name()",
      "rawabit sql \"SELECT body, meeting, date FROM bodies_met_in\" --db graph.db",
      [&line, options] { return run_sql(line.globals, *options); });
  command.add_option("query", options->query, "one SELECT").required().type_name("SQL");
  command.add_database_option(options->database);
  add_filter_options(command, options->filter);
}

}  // namespace rawabit
