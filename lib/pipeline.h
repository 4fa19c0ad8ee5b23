// From articles to annotations: the only place that knows every stage.
//
//   Result<Pipeline> pipeline = Pipeline::load({.gazetteers = {"gazetteers"}, .rules = {"rules"}});
//   if (!pipeline) ...
//   Result<Annotation> annotation = pipeline->annotate(raw_document);
//
// annotate() is const and may be called from several threads; the result depends on the document
// alone. A document that cannot be decoded is an Error that names its path.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "model/annotation.h"
#include "model/article.h"

namespace rawabit {

struct PipelineOptions {
  std::vector<std::string> gazetteers;  ///< directories with a lists.tsv
  std::vector<std::string> rules;       ///< directories with a cascade.txt
};

struct Parse;
struct Rule;
class ClassTable;
using StepWatcher = std::function<void(const Article& article, const std::vector<Rule>& rules,
                                       const ClassTable& classes, const Parse& parse)>;

class Pipeline {
 public:
  static Result<Pipeline> load(const PipelineOptions& options);
  Pipeline(Pipeline&&) noexcept;
  Pipeline& operator=(Pipeline&&) noexcept;
  ~Pipeline();

  [[nodiscard]] Result<Annotation> annotate(const RawDocument& document) const;
  /// Calls the watcher before each step of the grammar, with its rules and what was found until
  /// then. What the watcher is given lives until it returns.
  [[nodiscard]] Status watch(const RawDocument& document, const StepWatcher& watcher) const;
  [[nodiscard]] const Lexicon& lexicon() const;

 private:
  struct State;
  struct Worker;
  explicit Pipeline(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace rawabit
