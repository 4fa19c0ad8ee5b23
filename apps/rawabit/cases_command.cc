// rawabit cases PATH: do whole articles still give what their cases say?
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <system_error>

#include "cases.h"
#include "commands.h"
#include "compare/difference_text.h"
#include "evaluate/report.h"
#include "terminal.h"

namespace rawabit {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> paths;
  bool update = false;
  bool scores = false;
};

/// The *.case files of the paths, those of a directory by name.
Result<std::vector<std::string>> case_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code failed;
    if (!fs::is_directory(path, failed)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::string> found;
    for (fs::directory_iterator at(path, failed), end; !failed && at != end; at.increment(failed)) {
      if (at->path().extension() == ".case") found.push_back(at->path().string());
    }
    if (failed) return Error{Error::Kind::input, failed.message(), path};
    if (found.empty()) return Error{Error::Kind::input, "expected *.case files in it", path};
    std::ranges::sort(found);
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

/// One case after another; gathers what comes of them.
class CaseRun {
 public:
  CaseRun(const Pipeline& pipeline, const Globals& globals, const Options& options)
      : pipeline_(pipeline), globals_(globals), options_(options) {}

  Status run(const std::string& file) {
    const Result<ArticleCase> given = read_case(file);
    if (!given) return given.error();
    const Result<CaseResult> result = run_case(pipeline_, *given);
    if (!result) return result.error();
    ++cases_;
    count_.add(result->difference);
    if (options_.scores) {
      gold_.push_back(gold_of(*given));
      system_.push_back(to_score_document(result->annotation));
    } else if (!result->difference.changes.empty()) {
      Status written = output_.write(globals_.json ? difference_json(result->difference) + "\n"
                                                   : difference_text(result->difference));
      if (!written) return written;
    }
    if (!options_.update || result->difference.changes.empty()) return Done{};
    return rewrite(file, with_findings(*given, *result));
  }

  ExitCode finish() {
    if (options_.scores) {
      const Scores scores = score(gold_, system_);
      const ReportOptions all{.by_type = true, .errors = 0};
      Status written =
          output_.write(globals_.json ? report_json(scores, all) + "\n" : report_text(scores, all));
      return written ? ExitCode::done : report(written.error());
    }
    const bool as_expected = count_.articles == 0;
    fmt::print(stderr, "rawabit: {} cases: {}\n", cases_,
               as_expected ? "all as expected" : count_.text());
    return as_expected || options_.update ? ExitCode::done : ExitCode::no;
  }

 private:
  static Status rewrite(const std::string& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out) return Error{Error::Kind::input, "could not be written", file};
    return Done{};
  }

  const Pipeline& pipeline_;
  const Globals& globals_;
  const Options& options_;
  Output output_;
  std::size_t cases_ = 0;
  DifferenceCount count_;
  std::vector<ScoreDocument> gold_, system_;
};

ExitCode run_cases(const Globals& globals, const Options& options) {
  const auto files = case_files(options.paths);
  if (!files) return report(files.error());
  const Result<Pipeline> pipeline = Pipeline::load(globals.pipeline_options());
  if (!pipeline) return report(pipeline.error());
  CaseRun run(*pipeline, globals, options);
  for (const std::string& file : *files) {
    if (const Status done = run.run(file); !done) return report(done.error());
  }
  return run.finish();
}

}  // namespace

void add_cases(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command = line.add_command(
      "cases", "whole articles with what must be found in them: what is found otherwise?",
      "rawabit cases tests/cases\n  rawabit cases my/cases --update",
      [&line, options] { return run_cases(line.globals, *options); });
  command.add_option("paths", options->paths, "*.case files, or directories of them")
      .required()
      .type_name("PATH");
  command.add_flag("--update", options->update,
                   "rewrite the cases to what is found now; look at what goes to `wrong`");
  command.add_flag("--scores", options->scores,
                   "precision, recall and F1 against what is true by the cases");
}

}  // namespace rawabit
