#include <fmt/format.h>

#include <exception>

#include "commands.h"
#include "terminal.h"

namespace rawabit {

CLI::App* add_command(CommandLine& line, const std::string& name, const std::string& description,
                      const std::string& example, std::function<ExitCode()> run) {
  CLI::App* const command = line.app.add_subcommand(name, description);
  command->footer("Example:\n  " + example);
  command->fallthrough();  // global options may stand after the command
  command->callback([&line, run = std::move(run)] { line.exit_code = run(); });
  return command;
}

void add_database_option(CLI::App& command, std::string& path) {
  command.add_option("--db", path, "the database")->type_name("FILE")->capture_default_str();
}

namespace {

void add_global_options(CLI::App& app, Globals& globals) {
  app.add_option("--gazetteers", globals.gazetteers,
                 "directory with a lists.tsv, or EntityRuler patterns (*.jsonl), beside those that "
                 "came with the program; may be given more than once")
      ->type_name("DIR");
  app.add_option("--rules", globals.rules,
                 "directory with a cascade.txt, after the rules that came with the program; may be "
                 "given more than once")
      ->type_name("DIR");
  app.add_flag("--replace-data", globals.replace_data,
               "use the gazetteers and the rules that are given in place of those that came with "
               "the program");
  app.add_option("--threads", globals.threads, "threads to work with (default: all)")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  app.add_flag("--json", globals.json, "print JSON");
}

void set_up(CommandLine& line) {
  line.app.name("rawabit");
  line.app.description("Reads Arabic news articles and makes a graph of who did what with whom.");
  line.app.set_version_flag("--version", "rawabit " RAWABIT_VERSION);
  line.app.require_subcommand(1);
  line.app.get_formatter()->column_width(30);
  line.app.footer(
      "Example:\n"
      "  rawabit extract seeds --db graph.db\n"
      "  rawabit ask \"which bodies met in Abu Dhabi\" --db graph.db\n\n"
      "Exit codes: 0 done, 1 the answer is no, 2 usage, 3 some input could not be read,\n"
      "4 the database could not be used, 130 interrupted.");
  add_global_options(line.app, line.globals);
  for (const auto add :
       {add_extract, add_annotate, add_load, add_digest, add_ask, add_sql, add_show, add_path,
        add_export, add_explain, add_check, add_cases, add_diff, add_eval, add_suggest}) {
    add(line);
  }
}

int run(int argc, char** argv) {
  CommandLine line;
  set_up(line);
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return line.app.exit(error) == 0 ? static_cast<int>(ExitCode::done)
                                     : static_cast<int>(ExitCode::usage);
  }
  Output output;
  if (const Status flushed = output.flush(); !flushed && !output.reader_is_gone()) {
    return static_cast<int>(report(flushed.error()));
  }
  return static_cast<int>(line.exit_code);
}

}  // namespace
}  // namespace rawabit

int main(int argc, char** argv) {
  try {
    return rawabit::run(argc, argv);
  } catch (const std::exception& error) {  // out of memory, mostly
    fmt::print(stderr, "rawabit: {}\n", error.what());
    return static_cast<int>(rawabit::ExitCode::input);
  }
}
