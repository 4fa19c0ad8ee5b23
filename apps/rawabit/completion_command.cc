// rawabit completion bash|zsh|fish: what the shell needs to complete commands, options and values.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

#include "commands.h"
#include "terminal.h"

namespace rawabit {
namespace {

std::string in_quotes(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

/// "--db|-o" of an option, as a pattern of the shell.
std::string pattern(const OptionHelp& option) {
  return fmt::format("{}", fmt::join(option.names, "|"));
}

std::string option_words(const CommandHelp& command, const CommandHelp& global) {
  std::vector<std::string> words;
  for (const CommandHelp* one : {&command, &global}) {
    for (const OptionHelp& option : one->options) {
      words.insert(words.end(), option.names.begin(), option.names.end());
    }
  }
  return fmt::format("{}", fmt::join(words, " "));
}

std::string command_words(const std::vector<CommandHelp>& all) {
  std::string words;
  for (std::size_t i = 1; i < all.size(); ++i) words += (i > 1 ? " " : "") + all[i].name;
  return words;
}

/// What may follow the option before the cursor; files where it takes any other value.
std::string bash_values(const CommandHelp& command) {
  std::string cases, takes_any;
  for (const OptionHelp& option : command.options) {
    if (option.names.empty() || option.value.empty()) continue;
    if (option.values.empty()) {
      takes_any += (takes_any.empty() ? "" : "|") + pattern(option);
    } else {
      cases += fmt::format("        {}) values='{}' ;;\n", pattern(option),
                           fmt::join(option.values, " "));
    }
  }
  if (!takes_any.empty())
    cases += fmt::format("        {}) compopt -o default; return ;;\n", takes_any);
  return cases.empty() ? "" : "      case $before in\n" + cases + "      esac\n";
}

std::string bash_command(const CommandHelp& command, const CommandHelp& global) {
  std::string arguments;
  for (const OptionHelp& option : command.options) {
    if (option.names.empty()) arguments += fmt::format("{} ", fmt::join(option.values, " "));
  }
  return fmt::format("    {})\n{}      words='{}{}'\n      ;;\n", command.name,
                     bash_values(command), arguments, option_words(command, global));
}

std::string for_bash(const std::vector<CommandHelp>& all) {
  std::string text =
      "# Completion of rawabit for bash: source it, or put it where bash-completion looks.\n"
      "_rawabit() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  local command= words= values= i\n"
      "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
      "    case ${COMP_WORDS[i]} in -*) ;; *) command=${COMP_WORDS[i]}; break ;; esac\n"
      "  done\n"
      "  COMPREPLY=()\n"
      "  case $command in\n";
  for (std::size_t i = 1; i < all.size(); ++i) text += bash_command(all[i], all[0]);
  text += fmt::format("    *) words='{} {}' ;;\n  esac\n", command_words(all),
                      option_words(all[0], {}));
  return text +
         "  [[ -n $values ]] && words=$values\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "  [[ ${#COMPREPLY[@]} -eq 0 ]] && compopt -o default 2>/dev/null\n"
         "  return 0\n"
         "}\n"
         "complete -F _rawabit rawabit\n";
}

/// The commands as zsh's _describe takes them, each with what it does.
std::string zsh_commands(const std::vector<CommandHelp>& all) {
  std::string text = "  local -a commands=(\n";
  for (std::size_t i = 1; i < all.size(); ++i) {
    text += fmt::format("    {}\n", in_quotes(all[i].name + ":" + all[i].tells));
  }
  return text + "  )\n";
}

std::string zsh_command(const CommandHelp& command, const CommandHelp& global) {
  std::string text = fmt::format("    {})\n      case $words[CURRENT-1] in\n", command.name);
  std::string arguments;
  for (const OptionHelp& option : command.options) {
    if (option.names.empty()) {
      arguments += fmt::format("{} ", fmt::join(option.values, " "));
    } else if (!option.value.empty()) {
      text += fmt::format("        {}) {}; return ;;\n", pattern(option),
                          option.values.empty()
                              ? "_files"
                              : fmt::format("compadd -- {}", fmt::join(option.values, " ")));
    }
  }
  return text + fmt::format("      esac\n      compadd -- {}{} || _files\n      ;;\n", arguments,
                            option_words(command, global));
}

/// Works read by `source` as well as from a file that zsh finds by its name.
std::string for_zsh(const std::vector<CommandHelp>& all) {
  std::string text =
      "#compdef rawabit\n"
      "# Completion of rawabit for zsh: source it after compinit, or put it as _rawabit in a\n"
      "# directory of fpath.\n"
      "_rawabit() {\n" +
      zsh_commands(all) +
      "  local command= i\n"
      "  for ((i = 2; i < CURRENT; ++i)); do\n"
      "    [[ $words[i] == -* ]] || { command=$words[i]; break }\n"
      "  done\n"
      "  case $command in\n";
  for (std::size_t i = 1; i < all.size(); ++i) text += zsh_command(all[i], all[0]);
  return text +
         fmt::format(
             "    *) _describe command commands; compadd -- {} ;;\n"
             "  esac\n"
             "}}\n"
             "if [[ $funcstack[1] == _rawabit ]]; then _rawabit \"$@\"; else compdef _rawabit "
             "rawabit; fi\n",
             option_words(all[0], {}));
}

std::string fish_option(const std::string& condition, const OptionHelp& option) {
  std::string line = "complete -c rawabit" + condition;
  for (const std::string& name : option.names) {
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  if (!option.value.empty()) line += " -r";
  if (!option.values.empty()) {
    line += fmt::format(" -f -a {}", in_quotes(fmt::format("{}", fmt::join(option.values, " "))));
  }
  return line + " -d " + in_quotes(option.tells) + "\n";
}

std::string for_fish(const std::vector<CommandHelp>& all) {
  std::string text = "# Completion of rawabit for fish.\n";
  for (const OptionHelp& option : all[0].options) text += fish_option("", option);
  for (std::size_t i = 1; i < all.size(); ++i) {
    text += fmt::format("complete -c rawabit -f -n __fish_use_subcommand -a {} -d {}\n",
                        all[i].name, in_quotes(all[i].tells));
    const std::string condition = fmt::format(" -n '__fish_seen_subcommand_from {}'", all[i].name);
    for (const OptionHelp& option : all[i].options) {
      const bool has_words = !option.names.empty() || !option.values.empty();
      if (has_words) text += fish_option(condition, option);
    }
  }
  return text;
}

}  // namespace

void add_completion(CommandLine& line) {
  const auto shell = std::make_shared<std::string>();
  Command command =
      line.add_command("completion", "what a shell needs to complete commands, options and values",
                       "source <(rawabit completion bash)\n"
                       "  rawabit completion fish > ~/.config/fish/completions/rawabit.fish",
                       [&line, shell] {
                         const std::vector<CommandHelp> all = line.describe();
                         Output output;
                         const Status written = output.write(*shell == "bash"  ? for_bash(all)
                                                             : *shell == "zsh" ? for_zsh(all)
                                                                               : for_fish(all));
                         return written ? ExitCode::done : report(written.error());
                       });
  command.add_option("shell", *shell, "bash, zsh or fish")
      .required()
      .one_of({"bash", "zsh", "fish"})
      .type_name("SHELL");
}

}  // namespace rawabit
