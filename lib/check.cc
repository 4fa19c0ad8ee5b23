#include "check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <utility>

#include "annotate.h"
#include "rules/cascade.h"
#include "text/fold.h"
#include "tokens/tokens.h"

namespace rawabit {
namespace {

Error finding(const std::string& file, int line, std::string message) {
  return {Error::Kind::data, std::move(message), file, line};
}

/// What was found, in the words of `yes` lines: "rank X", "X has_title Y".
struct Fact {
  std::string text;
  std::string_view rule;
};

class Examples {
 public:
  explicit Examples(const Cascade& cascade)
      : worker_(cascade, Cascade::Worker::Keep::all), classes_(cascade.classes()) {}

  void check(const Rule& rule, CheckReport& report) {
    const auto yes = std::ranges::count_if(rule.examples, &RuleExample::is_yes);
    if (yes == 0) report.findings.push_back(finding(rule.file, rule.line, no_yes_line(rule)));
    for (const RuleExample& example : rule.examples) {
      ++report.examples;
      const std::string wrong = example.is_yes ? check_yes(rule, example) : check_no(rule, example);
      if (!wrong.empty()) report.findings.push_back(finding(rule.file, example.line, wrong));
    }
  }

 private:
  static std::string no_yes_line(const Rule& rule) {
    return fmt::format("expected the rule {} to have a `yes` line", rule.name);
  }

  std::vector<Fact> facts_in(const std::string& text) {
    Article article;
    article.text = text;
    article.blocks = {{BlockKind::body, {0, static_cast<std::uint32_t>(text.size())}}};
    const TokenizedText tokens = tokenize(article);
    Parse parse;
    worker_.run(article, tokens, parse);
    std::vector<std::string> names;
    std::vector<Fact> facts;
    for (const FoundMention& found : parse.mentions) {
      names.push_back(make_mention(article, parse, found).reading());
      if (found.dropped) continue;
      const std::string_view kind =
          found.kind == TitleKind::none ? name_of(found.type) : name_of(found.kind);
      facts.push_back({fmt::format("{} {}", kind, names.back()), found.rule});
    }
    for (const FoundRelation& found : parse.relations) {
      facts.push_back({fmt::format("{} {} {}", names[found.subject], name_of(found.predicate),
                                   names[found.object]),
                       found.rule});
    }
    add_marks(parse, names, facts);
    return facts;
  }

  /// What marks stand for: "SPEECH NAME".
  void add_marks(const Parse& parse, const std::vector<std::string>& names,
                 std::vector<Fact>& facts) const {
    for (const Node& node : parse.nodes) {
      for (const std::uint32_t head : parse.list(node.heads)) {
        for (const NodeReading& reading : parse.readings(node)) {
          for (const MarkedClass cls : parse.kinds->classes(reading)) {
            const auto id = static_cast<ClassId>(cls / 4);
            facts.push_back({fmt::format("{} {}", classes_.name(id), names[head]), {}});
          }
        }
      }
    }
  }

  static std::string list_of(const std::vector<Fact>& facts) {
    std::string text;
    for (const Fact& fact : facts) {
      text += fmt::format("{}{} [{}]", text.empty() ? "" : "; ", fact.text, fact.rule);
    }
    return text.empty() ? "nothing" : text;
  }

  std::string check_yes(const Rule& rule, const RuleExample& example) {
    const std::vector<Fact> facts = facts_in(example.text);
    // A rule that only marks finds nothing itself: what follows from its marks speaks for it.
    bool by_rule = rule.makes.empty() && rule.relations.empty();
    for (const std::string& expected : example.expected) {
      const std::string folded = fold(expected);
      const auto fits = [&](const Fact& fact) { return fold(fact.text) == folded; };
      if (std::ranges::none_of(facts, fits)) {
        return fmt::format("expected \"{}\", found {}", expected, list_of(facts));
      }
      by_rule = by_rule || std::ranges::any_of(facts, [&](const Fact& fact) {
                  return fits(fact) && fact.rule == rule.name;
                });
    }
    if (by_rule) return {};
    return fmt::format("expected the rule {} to find some of it, found {}", rule.name,
                       list_of(facts));
  }

  std::string check_no(const Rule& rule, const RuleExample& example) {
    std::vector<Fact> facts = facts_in(example.text);
    std::erase_if(facts, [&](const Fact& fact) { return fact.rule != rule.name; });
    if (facts.empty()) return {};
    return fmt::format("expected the rule {} to find nothing here, found {}", rule.name,
                       list_of(facts));
  }

  Cascade::Worker worker_;
  const ClassTable& classes_;
};

void check_rules(const Cascade& cascade, CheckReport& report) {
  Examples examples(cascade);
  for (const Cascade::Step& step : cascade.steps()) {
    for (const Rule& rule : step.rules) {
      ++report.rules;
      examples.check(rule, report);
    }
  }
}

}  // namespace

CheckReport check_data(const PipelineOptions& options) {
  CheckReport report;
  const auto lexicon = Lexicon::load(options.gazetteers);
  if (!lexicon) {
    report.findings.push_back(lexicon.error());
    return report;
  }
  report.lists = lexicon->lists().size();
  report.entries = lexicon->entries().size();
  const auto cascade = Cascade::load(options.rules, *lexicon);
  if (!cascade) {
    report.findings.push_back(cascade.error());
    return report;
  }
  check_rules(*cascade, report);
  return report;
}

}  // namespace rawabit
