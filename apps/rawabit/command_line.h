// The command line: commands, their options, help, and what to say when it is wrong. The library
// that parses it is known to command_line.cc alone, as it takes long to compile.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "program.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace rawabit {

/// An option or an argument of a command; each call says one more thing of it.
class CommandOption {
 public:
  explicit CommandOption(CLI::Option& option) : option_(&option) {}
  CommandOption& required();
  /// What help calls the value.
  CommandOption& type_name(const std::string& name);
  CommandOption& one_of(const std::vector<std::string>& values);
  CommandOption& between(int least, int most);
  CommandOption& between(double least, double most);
  /// What is wrong with a value; empty where nothing is.
  CommandOption& checked_by(std::function<std::string(const std::string&)> complaint);
  /// Help tells the value that it has without the option.
  CommandOption& shows_default();
  /// An option of several values takes one word each time it is given.
  CommandOption& one_value_each();
  /// Several values may stand in one word.
  CommandOption& delimiter(char mark);
  CommandOption& only_with(const CommandOption& other);

 private:
  CLI::Option* option_;
};

/// A command; what its options are given is written to the values that they name.
class Command {
 public:
  explicit Command(CLI::App& app) : app_(&app) {}
  CommandOption add_option(const std::string& names, std::string& value, const std::string& tells);
  CommandOption add_option(const std::string& names, std::vector<std::string>& values,
                           const std::string& tells);
  CommandOption add_option(const std::string& names, int& value, const std::string& tells);
  CommandOption add_option(const std::string& names, std::size_t& value, const std::string& tells);
  CommandOption add_option(const std::string& names, double& value, const std::string& tells);
  CommandOption add_option(const std::string& names, std::optional<double>& value,
                           const std::string& tells);
  CommandOption add_flag(const std::string& names, bool& value, const std::string& tells);
  /// The option --db; its default is graph.db.
  CommandOption add_database_option(std::string& path);

 private:
  CLI::App* app_;
};

/// What there is to know of an option or argument, for completion and the manual.
struct OptionHelp {
  std::vector<std::string> names;   ///< "--db", "-o"; none of an argument
  std::string value;                ///< what its value is called; empty: it takes none
  std::vector<std::string> values;  ///< all that it may be, where these are few
  std::string tells;
};

struct CommandHelp {
  std::string name, tells;
  std::string footer;  ///< examples
  std::vector<OptionHelp> options;
};

/// All commands; the options that all of them have are `globals`, known before a command runs.
class CommandLine {
 public:
  CommandLine();
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  /// A command with its description, and an example at the end of its help.
  Command add_command(const std::string& name, const std::string& description,
                      const std::string& example, std::function<ExitCode()> run);
  /// For the options that all commands have.
  Command all_commands();
  /// Of the program itself first, then of each command.
  [[nodiscard]] std::vector<CommandHelp> describe() const;
  /// Reads the arguments and runs the command; prints help, or what is wrong with the arguments.
  ExitCode run(int argc, char** argv);

  Globals globals;

 private:
  ExitCode refuse(const std::string& message) const;

  std::unique_ptr<CLI::App> app_;
  ExitCode exit_code_ = ExitCode::done;
};

}  // namespace rawabit
