#include "command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

namespace rawabit {
namespace {

/// Of Levenshtein: how many letters must be changed, added or left out; two that changed places
/// count as one.
std::size_t letters_apart(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    before = std::exchange(last, row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = last[j] + (a[i] == b[j] ? 0 : 1);
      row[j + 1] = std::min({replaced, row[j] + 1, last[j + 1] + 1});
      const bool swapped = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
      if (swapped) row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
  }
  return row.back();
}

/// The names that may have been meant, the likeliest first.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& names) {
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& name : names) {
    const std::size_t apart = letters_apart(word, name);
    const bool begins = word.size() > 2 && std::string_view(name).substr(0, word.size()) == word;
    if (apart * 3 <= word.size() || begins) near.emplace_back(apart, name);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> result;
  result.reserve(near.size());
  for (auto& [apart, name] : near) result.push_back(std::move(name));
  return result;
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options(nullptr)) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// What to say of the first word that nothing takes.
std::string tell_unknown(const CLI::App& app, const std::string& word) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  const bool option = word.size() > 1 && word[0] == '-';
  std::vector<std::string> known = option ? option_names(app) : command_names(app);
  for (const CLI::App* command : chosen) {
    if (!option) return fmt::format("{} takes no argument here: {}", command->get_name(), word);
    const std::vector<std::string> more = option_names(*command);
    known.insert(known.end(), more.begin(), more.end());
  }
  std::string message = fmt::format("no such {}: {}", option ? "option" : "command", word);
  const std::vector<std::string> meant = nearest(word.substr(0, word.find('=')), known);
  if (!meant.empty()) message += fmt::format("; did you mean {}?", fmt::join(meant, ", "));
  return message;
}

/// "FORMAT:{dot,svg}" or "N:INT in [1 - 9]", as the library writes it, in its parts.
void read_type(const std::string& written, OptionHelp& help) {
  help.value = written.substr(0, written.find_first_of(":{ "));
  const std::size_t begin = written.find('{');
  const std::size_t end = written.find('}');
  if (begin == std::string::npos || end == std::string::npos) return;
  std::string_view values = std::string_view(written).substr(begin + 1, end - begin - 1);
  while (!values.empty()) {
    const std::size_t comma = std::min(values.find(','), values.size());
    help.values.emplace_back(values.substr(0, comma));
    values.remove_prefix(std::min(comma + 1, values.size()));
  }
}

CommandHelp help_of(const CLI::App& app) {
  CommandHelp help{app.get_name(), app.get_description(), app.get_footer(), {}};
  for (const CLI::Option* option : app.get_options(nullptr)) {
    OptionHelp one{{}, {}, {}, option->get_description()};
    for (const std::string& name : option->get_lnames()) one.names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) one.names.push_back("-" + name);
    if (option->get_items_expected_max() > 0) read_type(option->get_type_name(), one);
    help.options.push_back(std::move(one));
  }
  return help;
}

template <class Value>
CommandOption added(CLI::App& app, const std::string& names, Value& value,
                    const std::string& tells) {
  return CommandOption(*app.add_option(names, value, tells));
}

}  // namespace

CommandOption& CommandOption::required() {
  option_->required();
  return *this;
}

CommandOption& CommandOption::type_name(const std::string& name) {
  option_->type_name(name);
  return *this;
}

CommandOption& CommandOption::one_of(const std::vector<std::string>& values) {
  option_->check(CLI::IsMember(values));
  return *this;
}

CommandOption& CommandOption::between(int least, int most) {
  option_->check(CLI::Range(least, most));
  return *this;
}

CommandOption& CommandOption::between(double least, double most) {
  option_->check(CLI::Range(least, most));
  return *this;
}

CommandOption& CommandOption::checked_by(std::function<std::string(const std::string&)> complaint) {
  option_->check(std::move(complaint));
  return *this;
}

CommandOption& CommandOption::shows_default() {
  option_->capture_default_str();
  return *this;
}

CommandOption& CommandOption::delimiter(char mark) {
  option_->delimiter(mark);
  return *this;
}

CommandOption& CommandOption::one_value_each() {
  option_->allow_extra_args(false);
  return *this;
}

CommandOption& CommandOption::only_with(const CommandOption& other) {
  option_->needs(other.option_);
  return *this;
}

CommandOption Command::add_option(const std::string& names, std::string& value,
                                  const std::string& tells) {
  return added(*app_, names, value, tells);
}

CommandOption Command::add_option(const std::string& names, std::vector<std::string>& values,
                                  const std::string& tells) {
  CommandOption option = added(*app_, names, values, tells);
  // Given again for each value: the words behind an option's value are the command's arguments.
  if (names[0] == '-') option.one_value_each();
  return option;
}

CommandOption Command::add_option(const std::string& names, int& value, const std::string& tells) {
  return added(*app_, names, value, tells);
}

CommandOption Command::add_option(const std::string& names, std::size_t& value,
                                  const std::string& tells) {
  return added(*app_, names, value, tells);
}

CommandOption Command::add_option(const std::string& names, double& value,
                                  const std::string& tells) {
  return added(*app_, names, value, tells);
}

CommandOption Command::add_option(const std::string& names, std::optional<double>& value,
                                  const std::string& tells) {
  return added(*app_, names, value, tells);
}

CommandOption Command::add_flag(const std::string& names, bool& value, const std::string& tells) {
  return CommandOption(*app_->add_flag(names, value, tells));
}

CommandOption Command::add_database_option(std::string& path) {
  return add_option("--db", path, "the database").type_name("FILE").shows_default();
}

CommandLine::CommandLine() : app_(std::make_unique<CLI::App>()) {
  app_->name("rawabit");
  app_->description("Reads Arabic news articles and makes a graph of who did what with whom.");
  app_->set_version_flag("--version", "rawabit " RAWABIT_VERSION);
  app_->require_subcommand(1);
  app_->get_formatter()->column_width(30);
  app_->footer(
      "Example:\n"
      "  rawabit extract seeds --db graph.db\n"
      "  rawabit ask \"which bodies met in Abu Dhabi\" --db graph.db\n\n"
      "Exit codes: 0 done, 1 the answer is no, 2 usage, 3 some input could not be read,\n"
      "4 the database could not be used, 130 interrupted.");
}

CommandLine::~CommandLine() = default;

Command CommandLine::all_commands() { return Command(*app_); }

Command CommandLine::add_command(const std::string& name, const std::string& description,
                                 const std::string& example, std::function<ExitCode()> run) {
  CLI::App* const command = app_->add_subcommand(name, description);
  command->footer("Example:\n  " + example);
  command->fallthrough();  // global options may stand after the command
  command->callback([this, run = std::move(run)] { exit_code_ = run(); });
  return Command(*command);
}

std::vector<CommandHelp> CommandLine::describe() const {
  std::vector<CommandHelp> all = {help_of(*app_)};
  for (const CLI::App* command : app_->get_subcommands(nullptr)) all.push_back(help_of(*command));
  return all;
}

ExitCode CommandLine::refuse(const std::string& message) const {
  const std::vector<CLI::App*> chosen = app_->get_subcommands();
  fmt::print(stderr, "rawabit: {}\nrawabit{} --help tells what there is.\n", message,
             chosen.empty() ? "" : " " + chosen.front()->get_name());
  return ExitCode::usage;
}

ExitCode CommandLine::run(int argc, char** argv) {
  try {
    app_->parse(argc, argv);
  } catch (const CLI::Success& help) {
    app_->exit(help);
  } catch (const CLI::ParseError& error) {
    const std::vector<std::string> unknown = app_->remaining(true);
    if (!unknown.empty()) return refuse(tell_unknown(*app_, unknown.front()));
    return refuse(app_->get_subcommands().empty() ? "expected a command" : error.what());
  }
  return exit_code_;
}

}  // namespace rawabit
