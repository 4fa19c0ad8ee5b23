#include <fmt/format.h>

#include <csignal>
#include <exception>

#include "commands.h"
#include "terminal.h"

namespace rawabit {
namespace {

void add_global_options(Command command, Globals& globals) {
  command
      .add_option(
          "--gazetteers", globals.gazetteers,
          "directory with a lists.tsv, or EntityRuler patterns (*.jsonl), beside those that "
          "came with the program; may be given more than once")
      .type_name("DIR");
  command
      .add_option(
          "--rules", globals.rules,
          "directory with a cascade.txt, after the rules that came with the program; may be "
          "given more than once")
      .type_name("DIR");
  command.add_flag(
      "--replace-data", globals.replace_data,
      "use the gazetteers and the rules that are given in place of those that came with "
      "the program");
  command.add_option("--threads", globals.threads, "threads to work with (default: all)")
      .between(1, 256)
      .type_name("N");
  command.add_flag("--json", globals.json, "print JSON");
  command.add_flag("--csv", globals.csv, "print rows as CSV");
  command.add_flag("--markdown", globals.markdown, "print rows as a table of Markdown");
}

ExitCode run(int argc, char** argv) {
  CommandLine line;
  add_global_options(line.all_commands(), line.globals);
  for (const auto add :
       {add_extract, add_annotate,   add_load,  add_digest, add_ask,      add_sql,
        add_show,    add_path,       add_near,  add_shared, add_timeline, add_measures,
        add_export,  add_explain,    add_check, add_cases,  add_diff,     add_eval,
        add_suggest, add_completion, add_man,   add_review}) {
    add(line);
  }
  const ExitCode code = line.run(argc, argv);
  Output output;
  const Status flushed = output.flush();
  return flushed || output.reader_is_gone() ? code : report(flushed.error());
}

}  // namespace
}  // namespace rawabit

int main(int argc, char** argv) {
  // A file that may grow no further is an error like a full disk, not the program's end.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return static_cast<int>(rawabit::run(argc, argv));
  } catch (const std::exception& error) {  // out of memory, mostly
    fmt::print(stderr, "rawabit: {}\n", error.what());
    return static_cast<int>(rawabit::ExitCode::input);
  }
}
