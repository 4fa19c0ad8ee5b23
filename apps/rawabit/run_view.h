// A long run as the user sees it: progress, messages, Ctrl-C.
//
//   RunView view;
//   for (...) { view.advance(bytes); if (view.interrupted()) break; }
//   return view.exit_code();
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "article_source.h"
#include "ingest.h"
#include "program.h"
#include "terminal.h"

namespace rawabit {

class RunView {
 public:
  void refuse(const Error& error);
  /// Tells the bar how much there is to do, where that can be known.
  void expect(const std::vector<Input>& inputs);
  /// One more article is done.
  void advance(std::size_t bytes);
  [[nodiscard]] bool interrupted() const { return interrupt_.raised(); }
  [[nodiscard]] ExitCode exit_code() const;

  /// Reads the file of verdicts, where one is named, for an ingest.
  static Status read_verdicts_into(IngestOptions& options, const std::string& path);
  /// Makes an ingest show itself here. The options refer to this view.
  void attach(IngestOptions& options);
  /// Tells what came of it; the exit code of the whole run.
  ExitCode finish(const Result<IngestReport>& done, const std::string& database);

 private:
  ProgressBar bar_;
  Interrupt interrupt_;
  std::stop_source stop_;
  std::size_t articles_ = 0;
  std::size_t bytes_ = 0;
  bool refused_ = false;
};

/// The inputs that the paths name. What cannot be read is refused.
[[nodiscard]] std::vector<Input> open_inputs(const std::vector<std::string>& paths, RunView& view);

}  // namespace rawabit
