// rawabit sql "SELECT ...": read-only SQL over the graph.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <memory>

#include "commands.h"
#include "render/table.h"
#include "store/store.h"
#include "terminal.h"

namespace rawabit {
namespace {

struct Options {
  std::string query;
  std::string database = "graph.db";
};

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_cell(Writer& out, const Statement& statement, int column) {
  const std::string_view text = statement.text(column);
  if (statement.is_null(column)) {
    out.Null();
  } else if (statement.is_text(column)) {
    out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  } else {
    out.RawValue(text.data(), text.size(), rapidjson::kNumberType);
  }
}

Result<std::string> rows_as_json(Statement& statement) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartArray();
  auto row = statement.step();
  for (; row && *row; row = statement.step()) {
    out.StartObject();
    for (int i = 0; i < statement.columns(); ++i) {
      const std::string name(statement.column_name(i));
      out.Key(name.c_str(), static_cast<rapidjson::SizeType>(name.size()));
      write_cell(out, statement, i);
    }
    out.EndObject();
  }
  if (!row) return row.error();
  out.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

Result<std::string> rows_as_table(Statement& statement) {
  TableRow head;
  for (int i = 0; i < statement.columns(); ++i) head.emplace_back(statement.column_name(i));
  std::vector<TableRow> rows;
  auto row = statement.step();
  for (; row && *row; row = statement.step()) {
    TableRow cells;
    for (int i = 0; i < statement.columns(); ++i) cells.emplace_back(statement.text(i));
    rows.push_back(std::move(cells));
  }
  if (!row) return row.error();
  return to_table(head, rows);
}

ExitCode usage(const std::string& message) { return report({Error::Kind::usage, message}); }

ExitCode run_sql(const Globals& globals, const Options& options) {
  Result<Store> store = Store::open(options.database);
  if (!store) return report(store.error());
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
  const auto rows = globals.json ? rows_as_json(*statement) : rows_as_table(*statement);
  if (interrupt.raised()) return ExitCode::interrupted;
  if (!rows) return usage(rows.error().message);
  Output output;
  const Status written = output.write(*rows);
  return written ? ExitCode::done : report(written.error());
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
}

}  // namespace rawabit
