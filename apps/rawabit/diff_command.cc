// rawabit diff A B: what each of two readings of the same articles has that the other has not.
#include <fmt/format.h>

#include <array>
#include <map>
#include <memory>

#include "commands.h"
#include "compare/difference_text.h"
#include "compare_graphs.h"
#include "compare_readings.h"
#include "terminal.h"

namespace rawabit {
namespace {

struct Options {
  std::string before, after;
  bool brief = false;
  bool graph = false;
};

/// Every kind of change with its count: which predicates and types a change of rules has moved.
class ChangeTable {
 public:
  void add(const ArticleDifference& difference) {
    for (const Change& change : difference.changes) {
      if (change.kind == Change::Kind::changed) continue;
      ++rows_[{change.is_relation, change.what}][change.kind == Change::Kind::gained];
    }
  }

  [[nodiscard]] std::string text() const {
    std::string text;
    for (const auto& [row, counts] : rows_) {
      text += fmt::format("{:<16} +{:<6} -{}\n", row.second, counts[1], counts[0]);
    }
    return text;
  }

 private:
  std::map<std::pair<bool, std::string_view>, std::array<std::size_t, 2>> rows_;
};

/// Prints differences as they come, and what they add up to.
class DifferencePrinter {
 public:
  DifferencePrinter(const Globals& globals, const Options& options)
      : json_(globals.json), brief_(options.brief && !globals.json) {}

  Status add(const ArticleDifference& found) {
    count_.add(found);
    table_.add(found);
    if (found.changes.empty() || brief_) return Done{};
    return output_.write(json_ ? difference_json(found) + "\n" : difference_text(found));
  }

  Status finish() { return brief_ ? output_.write(table_.text()) : Status(Done{}); }
  [[nodiscard]] const DifferenceCount& count() const { return count_; }

 private:
  bool json_, brief_;
  Output output_;
  DifferenceCount count_;
  ChangeTable table_;
};

ExitCode diff_readings(const Globals& globals, const Options& options) {
  Result<AnnotationSource> before = AnnotationSource::open(options.before);
  if (!before) return report(before.error());
  Result<AnnotationSource> after = AnnotationSource::open(options.after);
  if (!after) return report(after.error());
  DifferencePrinter printer(globals, options);
  const auto compared = compare_readings(
      *before, *after, [&](const ArticleDifference& found) { return printer.add(found); });
  if (!compared) return report(compared.error());
  if (const Status written = printer.finish(); !written) return report(written.error());
  const bool nothing = printer.count().articles == 0;
  fmt::print(stderr,
             "rawabit: {} articles in both, {} only in the first, {} only in the second; {}\n",
             compared->in_both, compared->only_before, compared->only_after,
             nothing ? "nothing differs" : printer.count().text());
  const bool same = nothing && compared->only_before == 0 && compared->only_after == 0;
  return same ? ExitCode::done : ExitCode::no;
}

ExitCode diff_graphs(const Globals& globals, const Options& options) {
  Result<Store> before = Store::open(options.before);
  if (!before) return report(before.error());
  Result<Store> after = Store::open(options.after);
  if (!after) return report(after.error());
  const Result<ArticleDifference> found = compare_graphs(*before, *after);
  if (!found) return report(found.error());
  DifferencePrinter printer(globals, options);
  Status written = printer.add(*found);
  if (written) written = printer.finish();
  if (!written) return report(written.error());
  return found->changes.empty() ? ExitCode::done : ExitCode::no;
}

}  // namespace

void add_diff(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command = line.add_command(
      "diff",
      "entities and edges that one of two readings of the same articles has and the other has not; "
      "exit code 1 where they differ",
      "rawabit annotate articles > before.jsonl\n"
      "  (change a rule)\n"
      "  rawabit annotate articles > after.jsonl\n"
      "  rawabit diff before.jsonl after.jsonl",
      [&line, options] {
        return options->graph ? diff_graphs(line.globals, *options)
                              : diff_readings(line.globals, *options);
      });
  command.add_option("before", options->before, "annotations or a database")
      .required()
      .type_name("A");
  command.add_option("after", options->after, "annotations or a database")
      .required()
      .type_name("B");
  command.add_flag("--graph", options->graph,
                   "two databases by their graphs, after resolution across articles");
  command.add_flag("--brief", options->brief, "only how much was gained and lost, by kind");
}

}  // namespace rawabit
