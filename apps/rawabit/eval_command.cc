// rawabit eval GOLD ARTICLES: precision, recall and F1 by type and predicate.
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>

#include "commands.h"
#include "evaluate/report.h"
#include "for_each_article.h"
#include "run_view.h"

namespace rawabit {
namespace {

struct Options {
  std::string gold;
  std::vector<std::string> articles;
  ReportOptions report;
  std::optional<double> min_entity_f1, min_relation_f1;
  std::string threshold_on = "lenient";
};

Result<std::vector<ScoreDocument>> annotate_all(const Globals& globals, const Options& options,
                                                RunView& view) {
  const Result<Pipeline> pipeline = Pipeline::load(globals.pipeline_options());
  if (!pipeline) return pipeline.error();
  ArticleSource source(open_inputs(options.articles, view));
  std::vector<ScoreDocument> documents;
  for_each_article<ScoreDocument>(
      source, globals.thread_count(),
      [&](const RawDocument& document) -> Result<ScoreDocument> {
        const Result<Annotation> annotation = pipeline->annotate(document);
        if (!annotation) return annotation.error();
        return to_score_document(*annotation);
      },
      [&](ArticleOutcome<ScoreDocument> outcome) {
        if (outcome.result) {
          documents.push_back(*std::move(outcome.result));
        } else {
          view.refuse(outcome.result.error());
        }
        view.advance(outcome.bytes);
        return !view.interrupted();
      });
  return documents;
}

bool is_annotation_file(const std::vector<std::string>& paths) {
  return paths.size() == 1 && !std::filesystem::is_directory(paths.front()) &&
         holds_annotations(paths.front());
}

/// Says on standard error what is below its bar.
bool reaches(std::string_view what, double f1, std::optional<double> bar) {
  if (!bar || f1 >= *bar) return true;
  fmt::print(stderr, "rawabit: {} F1 {:.4f} is below {}\n", what, f1, *bar);
  return false;
}

bool reaches_all(const Scores& scores, const Options& options) {
  const auto overall = [](const std::map<std::string, Tally>& tallies) {
    const auto found = tallies.find("");
    return found == tallies.end() ? Tally{} : found->second;
  };
  const Tally entities = overall(scores.entities);
  const Tally relations = overall(scores.relations);
  const int right = options.threshold_on == "strict" ? entities.strict : entities.lenient;
  const bool entities_do = reaches("entity", figures(right, entities).f1, options.min_entity_f1);
  const bool relations_do =
      reaches("relation", figures(relations.lenient, relations).f1, options.min_relation_f1);
  return entities_do && relations_do;
}

ExitCode evaluate(const Globals& globals, const Options& options) {
  const auto gold = read_gold(options.gold);
  if (!gold) return report(gold.error());
  RunView view;
  const auto system = is_annotation_file(options.articles) ? read_system(options.articles.front())
                                                           : annotate_all(globals, options, view);
  if (!system) return report(system.error());
  if (view.interrupted()) return ExitCode::interrupted;
  const Scores scores = score(*gold, *system);
  Output output;
  const Status written = output.write(globals.json ? report_json(scores, options.report) + "\n"
                                                   : report_text(scores, options.report));
  if (!written) return report(written.error());
  return reaches_all(scores, options) ? view.exit_code() : ExitCode::no;
}

void add_options(Command& command, Options& options) {
  command.add_option("gold", options.gold, "gold, JSON Lines").required().type_name("GOLD");
  command
      .add_option("articles", options.articles, "articles to annotate, or one file of annotations")
      .required()
      .type_name("PATH");
  command.add_flag("--by-type", options.report.by_type, "a row for each type and predicate");
  command.add_option("--errors", options.report.errors, "list the first N errors of each kind")
      .type_name("N");
  command
      .add_option("--min-entity-f1", options.min_entity_f1,
                  "exit code 1 below this overall entity F1")
      .type_name("X");
  command
      .add_option("--min-relation-f1", options.min_relation_f1,
                  "exit code 1 below this overall relation F1")
      .type_name("Y");
  command.add_option("--threshold-on", options.threshold_on, "the F1 that --min-entity-f1 means")
      .one_of({"lenient", "strict"})
      .shows_default();
}

}  // namespace

void add_eval(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command =
      line.add_command("eval", "precision, recall and F1 by type and predicate, against gold",
                       "rawabit eval gold.jsonl articles --by-type --errors 10",
                       [&line, options] { return evaluate(line.globals, *options); });
  add_options(command, *options);
}

}  // namespace rawabit
