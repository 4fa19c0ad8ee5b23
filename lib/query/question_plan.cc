#include "query/question_plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace rawabit {
namespace {

std::string quoted_types(Kinds kinds) {
  std::string list;
  for (std::size_t i = 0; i < kEntityTypeNames.size(); ++i) {
    if ((kinds & kind_of(static_cast<EntityType>(i))) == 0) continue;
    list += fmt::format("{}'{}'", list.empty() ? "" : ", ", kEntityTypeNames[i]);
  }
  return list;
}

/// A name as a comment of SQL, which it cannot end.
std::string comment(std::string_view name) {
  std::string text(name);
  std::erase_if(text, [](char c) { return c == '*' || c == '/' || c == '\n'; });
  return text;
}

std::string indented(std::string_view sql) {
  std::string text = "  ";
  for (const char c : sql) {
    text += c;
    if (c == '\n') text += "  ";
  }
  return text;
}

class Planner {
 public:
  Planner(const ReadQuestion& read, const QuestionGrammar& grammar)
      : read_(&read), grammar_(&grammar) {}

  QuestionPlan plan() {
    const ReadPart& root = read_->parts[read_->root];
    Source source = part(read_->root);
    plan_.last = step_of(source);
    finish(root.kinds);
    return std::move(plan_);
  }

 private:
  /// A step, or all entities of some kinds: those need no step of their own as a filter.
  struct Source {
    std::optional<std::size_t> step;
    Kinds kinds = kAnyEntity;  ///< wanted of it
    Kinds holds = kAnyEntity;  ///< what the step may hold
  };

  Source part(std::size_t index) {
    const ReadPart& read = read_->parts[index];
    if (read.what == ReadPart::What::phrase) {
      return meaning(grammar_->phrases.all()[read.phrase].meaning, read);
    }
    for (const std::int64_t entity : read.entities) named_.push_back(entity);
    const std::string where =
        read.entities.empty() ? "0" : fmt::format("id IN ({})", fmt::join(read.entities, ", "));
    std::string sql =
        fmt::format("SELECT id FROM entities WHERE {}  /* {} */", where, comment(read.text));
    return {add("named", {}, std::move(sql), false), read.kinds, read.kinds};
  }

  Source meaning(const Meaning& m, const ReadPart& read) {
    switch (m.how) {
      case Meaning::How::slot:
        return slot(m, read);
      case Meaning::How::all:
        return {std::nullopt, m.kinds, m.kinds};
      case Meaning::How::set:
        return set(m, read);
      case Meaning::How::both:
        return both(m, read);
      case Meaning::How::count:
        plan_.is_count = true;
        break;
      case Meaning::How::other:
        without_named_ = true;
        break;
    }
    return meaning(m.parts.front(), read);
  }

  Source slot(const Meaning& m, const ReadPart& read) {
    Source source;
    if (read.slots[m.index] != ReadPart::kUnbound) source = part(read.slots[m.index]);
    source.kinds &= grammar_->phrases.all()[read.phrase].slot_kinds[m.index];
    return source;
  }

  Source set(const Meaning& m, const ReadPart& read) {
    const QuestionSet& set = grammar_->sets[m.index];
    std::vector<std::size_t> uses;
    std::vector<SetArgument> arguments;
    for (const Meaning& argument : m.parts) {
      if (const ReadPart* number = number_of(argument, read)) {
        arguments.push_back({number->text, number->until});
        continue;
      }
      uses.push_back(step_of(meaning(argument, read)));
      arguments.push_back({fmt::format("(SELECT id FROM {})", plan_.steps[uses.back()].name), {}});
    }
    plan_.is_of_articles = set.kinds == kArticle;
    return {add(set.name, uses, with_arguments(set, arguments), true), set.kinds, set.kinds};
  }

  /// The number or period that an argument is; nullptr where it is a set.
  const ReadPart* number_of(const Meaning& m, const ReadPart& read) const {
    if (m.how != Meaning::How::slot) return nullptr;
    const ReadPart& part = read_->parts[read.slots[m.index]];
    const bool is_number =
        part.what == ReadPart::What::number || part.what == ReadPart::What::period;
    return is_number ? &part : nullptr;
  }

  /// What is in all sides; sides that are whole types only filter.
  Source both(const Meaning& m, const ReadPart& read) {
    Kinds kinds = kAnyEntity;
    Kinds holds = kAnyEntity;
    std::vector<std::size_t> sides;
    for (const Meaning& side : m.parts) {
      const Source source = meaning(side, read);
      kinds &= source.kinds;
      if (!source.step) continue;
      holds &= source.holds;
      sides.push_back(*source.step);
    }
    if (sides.empty()) return {std::nullopt, kinds, kinds};
    if (sides.size() == 1 && (holds & ~kinds) == 0) return {sides.front(), kinds, holds};
    std::string sql = fmt::format(
        "SELECT DISTINCT x.id AS id, x.id AS via, NULL AS edge\n"
        "FROM {} AS x JOIN entities AS e ON e.id = x.id\nWHERE e.type IN ({})",
        plan_.steps[sides.front()].name, quoted_types(kinds));
    for (std::size_t i = 1; i < sides.size(); ++i) {
      sql += fmt::format("\n  AND x.id IN (SELECT id FROM {})", plan_.steps[sides[i]].name);
    }
    return {add("both", sides, std::move(sql), true), kinds, kinds};
  }

  std::size_t step_of(const Source& source) {
    if (source.step) return *source.step;
    return add(
        "every", {},
        fmt::format("SELECT id FROM entities WHERE type IN ({})", quoted_types(source.kinds)),
        false);
  }

  std::size_t add(std::string_view name, std::vector<std::size_t> uses, std::string sql,
                  bool is_traced) {
    plan_.steps.push_back({fmt::format("{}_{}", name, plan_.steps.size() + 1), std::move(sql),
                           std::move(uses), is_traced});
    return plan_.steps.size() - 1;
  }

  std::string with_clause() const {
    std::string sql = "WITH\n";
    for (const QuestionPlan::Step& step : plan_.steps) {
      const bool is_first = &step == &plan_.steps.front();
      sql += fmt::format("{}{}{} AS (\n{}\n)", is_first ? "" : ",\n", step.name,
                         step.is_traced ? "(id, via, edge)" : "(id)", indented(step.sql));
    }
    return sql + '\n';
  }

  /// The answers as `e`, the best proved first: `found` counts the proofs of what leads to each.
  std::string from_answers() const {
    const QuestionPlan::Step& last = plan_.steps[plan_.last];
    if (!last.is_traced) {
      return fmt::format("FROM entities AS e\nWHERE e.id IN (SELECT id FROM {})", last.name);
    }
    return fmt::format(
        "FROM (SELECT s.id AS id, sum(x.n_evidence) AS proofs\n"
        "      FROM {} AS s LEFT JOIN edges AS x ON x.id = s.edge GROUP BY s.id) AS found\n"
        "JOIN entities AS e ON e.id = found.id\nWHERE TRUE",
        last.name);
  }

  void finish(Kinds kinds) {
    const std::string with = with_clause();
    if (plan_.is_of_articles) {
      select_articles(with);
    } else {
      select_entities(with, kinds);
    }
    std::string rows;
    for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
      if (!plan_.steps[i].is_traced) continue;
      rows += fmt::format("{}SELECT {} AS step, id, via, edge FROM {}",
                          rows.empty() ? "" : "\nUNION ALL ", i, plan_.steps[i].name);
    }
    if (!rows.empty()) plan_.trace_sql = with + rows;
  }

  void select_articles(const std::string& with) {
    const std::string from = fmt::format("FROM documents AS d\nWHERE d.id IN (SELECT id FROM {})",
                                         plan_.steps[plan_.last].name);
    plan_.sql = with + (plan_.is_count ? "SELECT count(*) AS number\n" + from
                                       : "SELECT d.article, 'article' AS type, d.id\n" + from +
                                             "\nORDER BY d.date, d.article");
    if (plan_.is_count) plan_.counted_sql = with + "SELECT d.id\n" + from + "\nORDER BY d.id";
  }

  void select_entities(const std::string& with, Kinds kinds) {
    std::string from = from_answers();
    if (!plan_.is_count) from += fmt::format("\n  AND e.type IN ({})", quoted_types(kinds));
    if (without_named_ && !named_.empty()) {
      from += fmt::format("\n  AND e.id NOT IN ({})", fmt::join(named_, ", "));
    }
    const std::string proofs = plan_.steps[plan_.last].is_traced ? "found.proofs DESC, " : "";
    plan_.sql =
        with + (plan_.is_count ? "SELECT count(*) AS number\n" + from
                               : "SELECT e.name, e.type, e.id\n" + from + "\nORDER BY " + proofs +
                                     "e.n_documents DESC, e.n_mentions DESC, e.key, e.id");
    if (plan_.is_count) plan_.counted_sql = with + "SELECT e.id\n" + from + "\nORDER BY e.id";
  }

  const ReadQuestion* read_;
  const QuestionGrammar* grammar_;
  QuestionPlan plan_;
  std::vector<std::int64_t> named_;
  bool without_named_ = false;
};

}  // namespace

QuestionPlan plan_question(const ReadQuestion& read, const QuestionGrammar& grammar) {
  return Planner(read, grammar).plan();
}

}  // namespace rawabit
