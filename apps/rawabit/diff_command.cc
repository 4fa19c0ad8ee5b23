// rawabit diff A B: what each of two readings of the same articles has that the other has not.
#include <fmt/format.h>

#include <array>
#include <map>
#include <memory>

#include "commands.h"
#include "compare/difference_text.h"
#include "compare_readings.h"
#include "terminal.h"

namespace rawabit {
namespace {

struct Options {
  std::string before, after;
  bool brief = false;
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

ExitCode diff(const Globals& globals, const Options& options) {
  Result<AnnotationSource> before = AnnotationSource::open(options.before);
  if (!before) return report(before.error());
  Result<AnnotationSource> after = AnnotationSource::open(options.after);
  if (!after) return report(after.error());
  Output output;
  DifferenceCount count;
  ChangeTable table;
  const auto compared =
      compare_readings(*before, *after, [&](const ArticleDifference& found) -> Status {
        count.add(found);
        table.add(found);
        if (found.changes.empty() || (options.brief && !globals.json)) return Done{};
        return output.write(globals.json ? difference_json(found) + "\n" : difference_text(found));
      });
  if (!compared) return report(compared.error());
  if (options.brief && !globals.json) {
    if (const Status written = output.write(table.text()); !written) return report(written.error());
  }
  fmt::print(stderr,
             "rawabit: {} articles in both, {} only in the first, {} only in the second; {}\n",
             compared->in_both, compared->only_before, compared->only_after,
             count.articles == 0 ? "nothing differs" : count.text());
  const bool same = count.articles == 0 && compared->only_before == 0 && compared->only_after == 0;
  return same ? ExitCode::done : ExitCode::no;
}

}  // namespace

void add_diff(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  CLI::App* const command = add_command(
      line, "diff",
      "entities and edges that one of two readings of the same articles has and the other has not; "
      "exit code 1 where they differ",
      "rawabit annotate articles > before.jsonl\n"
      "  (change a rule)\n"
      "  rawabit annotate articles > after.jsonl\n"
      "  rawabit diff before.jsonl after.jsonl",
      [&line, options] { return diff(line.globals, *options); });
  command->add_option("before", options->before, "annotations or a database")
      ->required()
      ->type_name("A");
  command->add_option("after", options->after, "annotations or a database")
      ->required()
      ->type_name("B");
  command->add_flag("--brief", options->brief, "only how much was gained and lost, by kind");
}

}  // namespace rawabit
