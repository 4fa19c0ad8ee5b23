#include "rules/cascade.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "rules/echo.h"
#include "rules/inside.h"

namespace rawabit {
namespace {

Result<std::string> read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) {
    return Error{Error::Kind::data, "expected a readable file that is not empty", path};
  }
  return text.str();
}

/// Gathers the steps of all directories; classes are defined when all names are known.
class Loader {
 public:
  explicit Loader(ClassTable& classes) : classes_(classes) {}

  Status directory(const std::string& directory) {
    const std::string path = directory + "/cascade.txt";
    const auto text = read_text(path);
    if (!text) return text.error();
    std::istringstream lines(*text);
    std::string line;
    place_ = steps.size();
    for (int number = 1; std::getline(lines, line); ++number) {
      std::istringstream words(line);
      std::string what, how, more;
      if (!(words >> what) || what.starts_with('#')) continue;
      if (!(words >> how) || words >> more) {
        return Error{Error::Kind::data, "expected 'FILE MODE', 'echo TYPE' or 'before FILE'", path,
                     number};
      }
      if (auto status = step(directory, what, how); !status) {
        Error error = status.error();
        if (error.file.empty()) error.file = path, error.line = number;
        return error;
      }
    }
    return Done{};
  }

  Status finish() {
    for (const Cascade::Step& step : steps) {
      for (const Rule& rule : step.rules) {
        for (const MakeAction& make : rule.makes) {
          for (const std::string& name : make.classes) classes_.declare(name);
        }
        for (const std::string& literal : literals(rule.pattern)) classes_.declare_literal(literal);
        for (const MarkAction& mark : rule.marks) classes_.declare(mark.class_name);
        if (auto status = within_ids(rule.file, rule.line); !status) return status;
        if (const auto [at, is_new] = seen_.try_emplace(rule.name, &rule); !is_new) {
          return Error{Error::Kind::data,
                       fmt::format("rule {} stands already in {}:{}", rule.name, at->second->file,
                                   at->second->line),
                       rule.file, rule.line};
        }
      }
    }
    for (const ClassDefinition& definition : definitions_) {
      if (auto status = classes_.define(definition); !status) return status;
      if (auto status = within_ids(definition.file, definition.line); !status) return status;
    }
    return Done{};
  }

  std::vector<Cascade::Step> steps;

 private:
  Status within_ids(const std::string& file, int line) const {
    if (!classes_.is_overfull()) return Done{};
    return Error{Error::Kind::data,
                 fmt::format("expected at most {} classes and words in gazetteers and rules",
                             Lexicon::kNoClass),
                 file, line};
  }

  /// Takes effect at place_, which moves on.
  void insert(Cascade::Step step) {
    steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(place_++), std::move(step));
  }

  /// "before FILE", "after FILE".
  Status move_place(const std::string& where, const std::string& file) {
    const auto named = [&](const Cascade::Step& step) { return step.file.ends_with("/" + file); };
    const auto found = std::ranges::find_if(steps, named);
    if (found == steps.end()) {
      return Error{Error::Kind::data,
                   fmt::format("expected a rule file of the steps before, not '{}'", file)};
    }
    place_ = static_cast<std::size_t>(found - steps.begin()) + (where == "after" ? 1 : 0);
    return Done{};
  }

  Status step(const std::string& directory, const std::string& what, const std::string& how) {
    if (what == "before" || what == "after") return move_place(what, how);
    Cascade::Step step;
    if (what == "echo" || what == "inside") {
      const auto type = entity_type_named(how);
      if (!type) return Error{Error::Kind::data, "expected an entity type after '" + what + "'"};
      step.kind = what == "echo" ? Cascade::StepKind::echo : Cascade::StepKind::inside;
      step.type = *type;
      insert(std::move(step));
      return Done{};
    }
    static const std::map<std::string, PhaseMode, std::less<>> kModes = {
        {"chunk", PhaseMode::chunk},
        {"repeat", PhaseMode::repeat},
        {"relate", PhaseMode::relate},
        {"define", PhaseMode::chunk}};
    const auto mode = kModes.find(how);
    if (mode == kModes.end()) {
      return Error{Error::Kind::data, "expected the mode define, chunk, repeat or relate"};
    }
    step.mode = mode->second;
    step.file = directory + "/" + what;
    const auto text = read_text(step.file);
    if (!text) return text.error();
    auto parsed = parse_rule_file(*text, step.file, macros_);
    if (!parsed) return parsed.error();
    if (how == "define" && !parsed->rules.empty()) {
      return Error{Error::Kind::data, "expected no rules in a file of mode define"};
    }
    for (ClassDefinition& definition : parsed->classes)
      definitions_.push_back(std::move(definition));
    step.rules = std::move(parsed->rules);
    if (how != "define") insert(std::move(step));
    return Done{};
  }

  ClassTable& classes_;
  std::size_t place_ = 0;  ///< where in the steps the next one goes
  PatternMacros macros_;
  std::vector<ClassDefinition> definitions_;
  std::map<std::string, const Rule*> seen_;
};

}  // namespace

Result<Cascade> Cascade::load(const std::vector<std::string>& directories, const Lexicon& lexicon) {
  Cascade cascade;
  cascade.classes_ = std::make_unique<ClassTable>(lexicon);
  Loader loader(*cascade.classes_);
  for (const std::string& directory : directories) {
    if (auto status = loader.directory(directory); !status) return status.error();
  }
  if (auto status = loader.finish(); !status) return status.error();
  cascade.steps_ = std::make_unique<std::vector<Step>>(std::move(loader.steps));
  for (const Step& step : *cascade.steps_) {
    auto bound = PhaseRules::bind(step.rules, step.mode, *cascade.classes_, *cascade.gate_);
    if (!bound) return bound.error();
    cascade.bound_.push_back(std::move(*bound));
  }
  cascade.gate_->finish();
  std::vector<const Alphabet*> alphabets;
  alphabets.reserve(cascade.bound_.size());
  for (const PhaseRules& rules : cascade.bound_) alphabets.push_back(&rules.alphabet());
  cascade.alphabets_ = std::make_unique<Alphabets>(alphabets);
  cascade.wanted_ = std::make_unique<WantedClasses>();
  cascade.alphabets_->add_wanted(*cascade.wanted_);
  cascade.classes_->add_wanted(*cascade.wanted_);
  return cascade;
}

namespace {

std::vector<Phase> phases_of(const std::vector<PhaseRules>& rules) {
  std::vector<Phase> phases;
  phases.reserve(rules.size());
  for (const PhaseRules& one : rules) phases.emplace_back(one, phases.size());
  return phases;
}

std::vector<Letters*> letters_of(std::vector<Phase>& phases) {
  std::vector<Letters*> letters;
  letters.reserve(phases.size());
  for (Phase& phase : phases) letters.push_back(&phase.letters());
  return letters;
}

}  // namespace

Cascade::Worker::Worker(const Cascade& cascade, Keep keep)
    : cascade_(&cascade),
      masks_(*cascade.gate_),
      kinds_(cascade.steps().size(), keep == Keep::all ? nullptr : cascade.wanted_.get()),
      phases_(phases_of(cascade.bound_)),
      speller_(*cascade.alphabets_, letters_of(phases_)) {}

void Cascade::Worker::bound_memory() {
  if (shapes_.is_full()) shapes_.clear();
  if (!kinds_.is_full()) return;
  kinds_.clear();
  masks_.forget_kinds();
  for (Phase& phase : phases_) phase.forget_kinds();
}

void Cascade::Worker::run(const Article& article, const TokenizedText& text, Parse& parse,
                          const Watcher& watcher) {
  bound_memory();
  start_rows(article, text, cascade_->classes(), shapes_, kinds_, parse);
  masks_.start_article(parse);
  const auto& steps = cascade_->steps();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    switch (steps[i].kind) {
      case Cascade::StepKind::rules:
        if (watcher) watcher(steps[i], parse);
        phases_[i].run(parse, masks_, speller_);
        break;
      case Cascade::StepKind::echo:
        echo_names(parse, steps[i].type, cascade_->classes());
        break;
      case Cascade::StepKind::inside:
        relate_inside_names(parse, cascade_->classes());
        break;
    }
  }
}

}  // namespace rawabit
