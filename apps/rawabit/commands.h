// The commands of the program, one file each: every function adds a command to the command line,
// with its options, its help and an example. When the command runs it sets `exit_code`.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "program.h"

namespace rawabit {

/// What a command line has made known before a command runs.
struct CommandLine {
  CLI::App app;
  Globals globals;
  ExitCode exit_code = ExitCode::done;
};

/// A command with its description, and an example at the end of its help.
CLI::App* add_command(CommandLine& line, const std::string& name, const std::string& description,
                      const std::string& example, std::function<ExitCode()> run);

/// The option --db; its default is graph.db.
void add_database_option(CLI::App& command, std::string& path);

void add_annotate(CommandLine& line);
void add_ask(CommandLine& line);
void add_cases(CommandLine& line);
void add_check(CommandLine& line);
void add_diff(CommandLine& line);
void add_digest(CommandLine& line);
void add_eval(CommandLine& line);
void add_explain(CommandLine& line);
void add_export(CommandLine& line);
void add_extract(CommandLine& line);
void add_load(CommandLine& line);
void add_path(CommandLine& line);
void add_show(CommandLine& line);
void add_sql(CommandLine& line);
void add_suggest(CommandLine& line);

}  // namespace rawabit
