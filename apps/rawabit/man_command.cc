// rawabit man: the manual page, made of what --help tells.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

#include "commands.h"
#include "terminal.h"

namespace rawabit {
namespace {

/// Text of roff: no line of it is a request, no backslash an escape.
std::string roff(const std::string& text) {
  std::string out;
  bool at_begin = true;
  for (const char c : text) {
    if (at_begin && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    at_begin = c == '\n';
  }
  return out;
}

std::string option_text(const OptionHelp& option) {
  std::string names = fmt::format("{}", fmt::join(option.names, ", "));
  if (!option.value.empty()) names += (names.empty() ? "" : " ") + option.value;
  return fmt::format(".TP\n.B {}\n{}\n", roff(names), roff(option.tells));
}

std::string section(const CommandHelp& command) {
  std::string text;
  for (const OptionHelp& option : command.options) text += option_text(option);
  if (!command.footer.empty()) text += ".PP\n.nf\n" + roff(command.footer) + "\n.fi\n";
  return text;
}

std::string page(const std::vector<CommandHelp>& all) {
  std::string text = fmt::format(
      ".TH RAWABIT 1 \"\" \"rawabit {}\" \"User Commands\"\n.SH NAME\nrawabit \\- {}\n"
      ".SH SYNOPSIS\n.B rawabit\n.I COMMAND\n[ARGUMENTS] [OPTIONS]\n"
      ".SH OPTIONS OF ALL COMMANDS\n",
      RAWABIT_VERSION, roff(all[0].tells));
  text += section(all[0]) + ".SH COMMANDS\n";
  for (std::size_t i = 1; i < all.size(); ++i) {
    text += fmt::format(".SS {}\n{}\n", roff("rawabit " + all[i].name), roff(all[i].tells)) +
            section(all[i]);
  }
  return text;
}

}  // namespace

void add_man(CommandLine& line) {
  line.add_command("man", "the manual page", "rawabit man | man -l -", [&line] {
    Output output;
    const Status written = output.write(page(line.describe()));
    return written ? ExitCode::done : report(written.error());
  });
}

}  // namespace rawabit
