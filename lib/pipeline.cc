#include "pipeline.h"

#include <filesystem>
#include <mutex>
#include <utility>

#include "annotate.h"
#include "relate/arrivals.h"
#include "relate/asides.h"
#include "relate/cabinets.h"
#include "relate/edges.h"
#include "relate/encounters.h"
#include "relate/faculties.h"
#include "relate/headline.h"
#include "relate/holders.h"
#include "relate/ministries.h"
#include "relate/modality.h"
#include "relate/offices.h"
#include "relate/partners.h"
#include "relate/short_titles.h"
#include "relate/side_posts.h"
#include "relate/sides.h"
#include "relate/speakers.h"
#include "relate/subjects.h"
#include "relate/visitors.h"
#include "resolve/country_index.h"
#include "resolve/home_country.h"
#include "resolve/within_article.h"
#include "resolve/within_dates.h"
#include "resolve/within_headlines.h"
#include "rules/cascade.h"
#include "text/blocks.h"
#include "text/charset.h"
#include "time/publication.h"
#include "tokens/tokens.h"

namespace rawabit {

namespace {

/// The boilerplate lists of those gazetteer directories that have one.
std::vector<std::string> boilerplate_files(const std::vector<std::string>& directories) {
  std::vector<std::string> files;
  for (const std::string& directory : directories) {
    std::string file = directory + "/language/boilerplate.tsv";
    if (std::filesystem::exists(file)) files.push_back(std::move(file));
  }
  return files;
}

}  // namespace

/// What one thread needs for itself.
struct Pipeline::Worker {
  explicit Worker(const Cascade& cascade) : cascade_worker(cascade) {}
  Cascade::Worker cascade_worker;
  Parse parse;
};

struct Pipeline::State {
  State(std::unique_ptr<Lexicon> words, Cascade rules, BoilerplatePatterns patterns)
      : lexicon(std::move(words)),
        cascade(std::move(rules)),
        block_patterns(std::move(patterns)),
        dates(*lexicon),
        countries(*lexicon) {}

  std::unique_ptr<Lexicon> lexicon;
  Cascade cascade;
  BoilerplatePatterns block_patterns;
  DateReader dates;
  CountryIndex countries;
  mutable std::mutex mutex;
  mutable std::vector<std::unique_ptr<Worker>> idle;

  [[nodiscard]] Result<Article> read(const RawDocument& document) const {
    auto article = decode(document);
    if (!article) return article.error();
    const auto title = document.is_record ? TitlePlace::first_line : TitlePlace::guess;
    article->blocks = find_blocks(article->text, title, block_patterns);
    return article;
  }

  /// A worker that no one else has; give it back with return_worker().
  std::unique_ptr<Worker> borrow_worker() const {
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        auto worker = std::move(idle.back());
        idle.pop_back();
        return worker;
      }
    }
    return std::make_unique<Worker>(cascade);
  }
  void return_worker(std::unique_ptr<Worker> worker) const {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(worker));
  }
};

Pipeline::Pipeline(std::unique_ptr<State> state) : state_(std::move(state)) {}
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;
Pipeline::~Pipeline() = default;

Result<Pipeline> Pipeline::load(const PipelineOptions& options) {
  auto lexicon = Lexicon::load(options.gazetteers);
  if (!lexicon) return lexicon.error();
  auto patterns = BoilerplatePatterns::load(boilerplate_files(options.gazetteers));
  if (!patterns) return patterns.error();
  // The cascade refers to the lexicon: both must rest where they are.
  auto resting = std::make_unique<Lexicon>(std::move(*lexicon));
  auto cascade = Cascade::load(options.rules, *resting);
  if (!cascade) return cascade.error();
  return Pipeline(
      std::make_unique<State>(std::move(resting), std::move(*cascade), std::move(*patterns)));
}

Result<Annotation> Pipeline::annotate(const RawDocument& document) const {
  auto article = state_->read(document);
  if (!article) return article.error();
  const TokenizedText text = tokenize(*article);
  article->date = publication_date(*article, text, state_->dates);
  auto worker = state_->borrow_worker();
  worker->cascade_worker.run(*article, text, worker->parse);
  settle_holders(worker->parse, *state_->lexicon);
  settle_asides(worker->parse, *state_->lexicon);
  relate_encounters(worker->parse, state_->cascade.classes());
  relate_arrivals(worker->parse, *state_->lexicon);
  set_modality(worker->parse, *state_->lexicon);
  settle_countries(worker->parse, *state_->lexicon, state_->countries);
  auto groups = resolve_within(worker->parse, *state_->lexicon, state_->countries);
  groups =
      join_headline_bodies(worker->parse, *state_->lexicon, state_->countries, std::move(groups));
  relate_offices(worker->parse, groups, *state_->lexicon, state_->countries);
  settle_side_posts(worker->parse, groups, *state_->lexicon);
  relate_ministries(worker->parse, groups, *state_->lexicon);
  relate_cabinets(worker->parse, groups, *state_->lexicon);
  relate_faculties(worker->parse, groups, *state_->lexicon);
  settle_sides(worker->parse, groups, *state_->lexicon);
  relate_headline(worker->parse, groups, *state_->lexicon);
  relate_partners(worker->parse, groups, *state_->lexicon);
  settle_visitors(worker->parse, groups);
  relate_subjects(worker->parse, *state_->lexicon);
  groups = join_short_titles(worker->parse, *state_->lexicon, std::move(groups));
  groups = without_unborne_titles(worker->parse, std::move(groups));
  groups = without_bare_agreements(worker->parse, std::move(groups));
  groups = join_same_dates(worker->parse, std::move(groups), state_->dates, article->date);
  set_speakers(worker->parse, state_->cascade.classes());
  Annotation annotation = make_annotation(*article, worker->parse, groups, state_->dates);
  state_->return_worker(std::move(worker));
  return annotation;
}

Status Pipeline::watch(const RawDocument& document, const StepWatcher& watcher) const {
  const auto article = state_->read(document);
  if (!article) return article.error();
  const TokenizedText text = tokenize(*article);
  Cascade::Worker worker(state_->cascade, Cascade::Worker::Keep::all);
  Parse found;
  worker.run(*article, text, found, [&](const Cascade::Step& step, const Parse& parse) {
    watcher(*article, step.rules, state_->cascade.classes(), parse);
  });
  return Done{};
}

const Lexicon& Pipeline::lexicon() const { return *state_->lexicon; }

}  // namespace rawabit
