// rawabit suggest PATH...: what a corpus proposes for the gazetteers.
#include <fmt/format.h>

#include <memory>

#include "commands.h"
#include "for_each_article.h"
#include "proposal_file.h"
#include "run_view.h"
#include "suggest.h"

namespace rawabit {
namespace {

struct Options {
  std::vector<std::string> articles;
  ProposalLimits limits;
  std::string accept, into;
};

ExitCode accept_marked(const Options& options) {
  const Result<Accepted> accepted = accept(options.accept, options.into);
  if (!accepted) return report(accepted.error());
  fmt::print(stderr, "rawabit: {}: {} added, {} there already\n", options.into, accepted->added,
             accepted->known);
  return ExitCode::done;
}

ExitCode propose(const Globals& globals, const Options& options) {
  const Result<Pipeline> pipeline = Pipeline::load(globals.pipeline_options());
  if (!pipeline) return report(pipeline.error());
  RunView view;
  ArticleSource source(open_inputs(options.articles, view));
  Proposals proposals;
  for_each_article<ArticleObservations>(
      source, globals.thread_count(),
      [&](const RawDocument& document) { return observe(*pipeline, document); },
      [&](ArticleOutcome<ArticleObservations> outcome) {
        if (outcome.result) {
          proposals.add(*std::move(outcome.result));
        } else {
          view.refuse(outcome.result.error());
        }
        view.advance(outcome.bytes);
        return !view.interrupted();
      });
  if (view.interrupted()) return ExitCode::interrupted;
  Output output;
  Status written = output.write(proposal_header());
  for (const Proposal& proposal : proposals.ranked(options.limits)) {
    if (written) written = output.write(proposal_line(proposal));
  }
  return written ? view.exit_code() : report(written.error());
}

ExitCode suggest(const Globals& globals, const Options& options) {
  if (!options.accept.empty()) return accept_marked(options);
  if (options.articles.empty()) {
    return report({Error::Kind::usage, "expected articles, or --accept FILE --into DIR"});
  }
  return propose(globals, options);
}

}  // namespace

void add_suggest(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command = line.add_command(
      "suggest", "names and words that articles use and no gazetteer knows, for you to accept",
      "rawabit suggest articles > proposals.tsv\n"
      "  (put + before what is right)\n"
      "  rawabit suggest --accept proposals.tsv --into my-gazetteers\n"
      "  rawabit annotate articles --gazetteers my-gazetteers",
      [&line, options] { return suggest(line.globals, *options); });
  command.add_option("articles", options->articles, "articles, or JSON Lines of them")
      .type_name("PATH");
  command
      .add_option("--min-articles", options->limits.articles, "in how many articles at the least")
      .between(1, 1'000'000)
      .shows_default();
  command
      .add_option("--min-share", options->limits.share,
                  "of all uses of a word, at the least, as title, position or head")
      .between(0.0, 1.0)
      .shows_default();
  CommandOption accept =
      command.add_option("--accept", options->accept, "marked proposals").type_name("FILE");
  CommandOption into =
      command.add_option("--into", options->into, "gazetteers of your own that take them")
          .type_name("DIR");
  accept.only_with(into);
  into.only_with(accept);
}

}  // namespace rawabit
