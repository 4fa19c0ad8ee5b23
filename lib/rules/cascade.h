// The cascade: rule files in order, each a phase over what the phases before it found.
//
// DIRECTORY/cascade.txt names the steps, one a line:
//   names.rules  chunk        a rule file and its mode: define, chunk, repeat or relate (phase.h)
//   echo         person       a built-in step: the echoes of names (echo.h), or
//   inside       organization what stands inside names (inside.h)
//   before       bodies.rules what follows comes before that step of the directories before, or
//   after        bodies.rules after it; without such a line, after all steps
// Lines that start with # are comments. A missing file, an unknown mode, a rule name that stands
// twice, or anything wrong inside a rule file is an Error with file and line.
//
// A Cascade is read-only and shared; each thread has a Worker of its own.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "model/article.h"
#include "rules/class_table.h"
#include "rules/gate.h"
#include "rules/parse.h"
#include "rules/phase.h"
#include "rules/row_masks.h"
#include "rules/rule_file.h"
#include "rules/speller.h"
#include "rules/start_rows.h"

namespace rawabit {

class Cascade {
 public:
  /// Loads the cascades of the directories, one after another. `lexicon` must outlive the cascade.
  static Result<Cascade> load(const std::vector<std::string>& directories, const Lexicon& lexicon);

  enum class StepKind : std::uint8_t { rules, echo, inside };
  struct Step {
    StepKind kind = StepKind::rules;
    PhaseMode mode = PhaseMode::chunk;
    std::string file;
    std::vector<Rule> rules;
    EntityType type = EntityType::person;  ///< what a built-in step is for
  };
  [[nodiscard]] const std::vector<Step>& steps() const { return *steps_; }
  [[nodiscard]] const ClassTable& classes() const { return *classes_; }

  /// Is called before each step that has rules.
  using Watcher = std::function<void(const Step&, const Parse&)>;

  class Worker {
   public:
    /// Which of their classes nodes have when all is done: it makes no difference to the rules, but
    /// to who tells of nodes.
    enum class Keep : std::uint8_t { asked, all };
    explicit Worker(const Cascade& cascade, Keep keep = Keep::asked);
    /// Runs all steps. The parse refers to `text`, to the cascade and, until the next run, to the
    /// worker.
    void run(const Article& article, const TokenizedText& text, Parse& parse,
             const Watcher& watcher = {});

   private:
    const Cascade* cascade_;
    /// Forgets the words of the articles before, where they have become too many.
    void bound_memory();

    RowMasks masks_;
    NodeKinds kinds_;
    ShapeCache shapes_;
    std::vector<Phase> phases_;  ///< of the steps
    Speller speller_;
  };

 private:
  Cascade() = default;
  std::unique_ptr<ClassTable> classes_;
  std::unique_ptr<std::vector<Step>> steps_;
  std::unique_ptr<Gate> gate_ = std::make_unique<Gate>();
  std::vector<PhaseRules> bound_;  ///< of the steps; without rules for those that are no files
  std::unique_ptr<Alphabets> alphabets_;  ///< theirs
  std::unique_ptr<WantedClasses> wanted_;
};

}  // namespace rawabit
