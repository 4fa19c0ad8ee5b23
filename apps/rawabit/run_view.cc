#include "run_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "read/inputs.h"

namespace rawabit {
namespace {

/// What a run did, without what it did not do.
std::string summary_text(const IngestReport& report) {
  std::string text;
  for (const auto& [count, what] :
       {std::pair{report.added, "new"}, std::pair{report.changed, "read again"},
        std::pair{report.unchanged, "unchanged"}, std::pair{report.removed, "removed"},
        std::pair{report.failed, "could not be read"}}) {
    if (count == 0) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, what);
  }
  return text.empty() ? "no articles" : "articles: " + text;
}

}  // namespace

void RunView::refuse(const Error& error) {
  bar_.clear();
  report(error);
  refused_ = true;
}

void RunView::advance(std::size_t bytes) {
  ++articles_;
  bytes_ += bytes;
  bar_.show(articles_, bytes_);
}

void RunView::expect(const std::vector<Input>& inputs) {
  const bool are_files = std::ranges::all_of(
      inputs, [](const Input& input) { return input.kind == Input::Kind::article; });
  bar_.expect(are_files ? inputs.size() : 0);
}

ExitCode RunView::exit_code() const {
  if (interrupted()) return ExitCode::interrupted;
  return refused_ ? ExitCode::input : ExitCode::done;
}

void RunView::attach(IngestOptions& options) {
  options.stop = stop_.get_token();
  options.progress = [this](const IngestProgress& progress) {
    bar_.show(progress.done, 0);
    if (interrupted()) stop_.request_stop();
  };
}

Status RunView::read_verdicts_into(IngestOptions& options, const std::string& path) {
  if (path.empty()) return Done{};
  Result<std::vector<Verdict>> verdicts = read_verdicts(path);
  if (!verdicts) return verdicts.error();
  options.verdicts = *std::move(verdicts);
  return Done{};
}

ExitCode RunView::finish(const Result<IngestReport>& done, const std::string& database) {
  bar_.clear();
  if (!done) return report(done.error());
  for (const Error& error : done->errors) refuse(error);
  fmt::print(stderr, "{}: {}\n", database, summary_text(*done));
  if (done->interrupted) {
    fmt::print(stderr, "interrupted: these articles are safe; run the same command to go on\n");
    return ExitCode::interrupted;
  }
  return refused_ ? ExitCode::input : ExitCode::done;  // who interrupts the end still gets it all
}

std::vector<Input> open_inputs(const std::vector<std::string>& paths, RunView& view) {
  InputList list = list_inputs(paths);
  for (const Error& error : list.errors) view.refuse(error);
  view.expect(list.inputs);
  return std::move(list.inputs);
}

}  // namespace rawabit
