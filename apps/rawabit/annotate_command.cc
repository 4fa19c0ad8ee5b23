// rawabit annotate PATH... | -: articles to JSON Lines, no database.
#include <memory>

#include "commands.h"
#include "for_each_article.h"
#include "model/annotation_json.h"
#include "run_view.h"

namespace rawabit {
namespace {

ExitCode annotate(const Globals& globals, const std::vector<std::string>& paths) {
  const Result<Pipeline> pipeline = Pipeline::load(globals.pipeline_options());
  if (!pipeline) return report(pipeline.error());
  RunView view;
  ArticleSource source(open_inputs(paths, view));
  Output output;
  Status written = Done{};
  for_each_article<std::string>(
      source, globals.thread_count(),
      [&](const RawDocument& document) -> Result<std::string> {
        const Result<Annotation> annotation = pipeline->annotate(document);
        if (!annotation) return annotation.error();
        return to_json_line(*annotation) + '\n';
      },
      [&](const ArticleOutcome<std::string>& outcome) {
        if (outcome.result) {
          written = output.write(*outcome.result);
        } else {
          view.refuse(outcome.result.error());
        }
        view.advance(outcome.bytes);
        return written && !view.interrupted();
      });
  if (written) written = output.flush();
  if (written) return view.exit_code();
  return output.reader_is_gone() ? ExitCode::done : report(written.error());
}

}  // namespace

void add_annotate(CommandLine& line) {
  const auto paths = std::make_shared<std::vector<std::string>>();
  Command command =
      line.add_command("annotate", "articles (or JSON Lines on standard input) to JSON Lines",
                       "rawabit annotate seeds > annotations.jsonl\n"
                       "  rawabit annotate - < articles.jsonl",
                       [&line, paths] { return annotate(line.globals, *paths); });
  command.add_option("paths", *paths, "files, directories, or - for JSON Lines on standard input")
      .required()
      .type_name("PATH");
}

}  // namespace rawabit
