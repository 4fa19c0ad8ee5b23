// What all commands share: exit codes, global options, and where their data comes from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pipeline.h"

namespace rawabit {

/// What the program returns to the shell.
enum class ExitCode : int {
  done = 0,
  no = 1,            ///< the answer is no: a check failed, a question was not understood
  usage = 2,         ///< the command line is wrong
  input = 3,         ///< some input could not be read, or some output not written
  database = 4,      ///< the database could not be used
  interrupted = 130  ///< somebody pressed Ctrl-C: whole articles are done, the rest is not
};

struct Globals {
  std::vector<std::string> gazetteers;  ///< beside those that came with the program
  std::vector<std::string> rules;       ///< the same
  bool replace_data = false;            ///< what is given stands in place of what came with it
  int threads = 0;                      ///< 0: as many as the machine has
  bool json = false;      ///< how rows are printed; of several the first of these three
  bool csv = false;       ///< the same
  bool markdown = false;  ///< the same

  [[nodiscard]] int thread_count() const;
  [[nodiscard]] PipelineOptions pipeline_options() const;
  /// That of the first directory of rules that has one, else that of the program.
  [[nodiscard]] std::string questions_directory() const;
};

/// Prints these words to standard error, as a terminal may be shown them, behind the program's
/// name.
void tell(std::string_view words);
/// A line of what was told, under it.
void tell_more(std::string_view line);

/// Prints the message to standard error; gives the exit code of its kind.
ExitCode report(const Error& error);

/// The directory that holds gazetteers/ and rules/: $RAWABIT_DATA, PREFIX/share/rawabit beside the
/// program, or the source tree that it was built from.
[[nodiscard]] std::string data_directory();

/// The page that explorer/ builds, without a graph: explorer.html beside gazetteers/ and rules/, or
/// where this program was built. Where there is none, an Error that says how to get it.
[[nodiscard]] Result<std::string> explorer_template();

/// Of the program, the gazetteers and the rules: articles are read again when it changes.
[[nodiscard]] Result<std::string> reader_fingerprint(const PipelineOptions& options);

}  // namespace rawabit
