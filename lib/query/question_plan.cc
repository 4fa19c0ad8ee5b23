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
  Planner(const ReadQuestion& read, const QuestionGrammar& grammar, Modality modality)
      : read_(&read), grammar_(&grammar), modality_(modality) {}

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
    return {add("named", {}, std::move(sql), false, read.kinds), read.kinds, read.kinds};
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
      case Meaning::How::edges:
        return edges(m, read);
      case Meaning::How::in:
      case Meaning::How::since:
      case Meaning::How::after:
      case Meaning::How::before:
      case Meaning::How::until:
        return within(m, read);
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
    const Deeper deeper(depth_);
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
    std::string sql = of_modality(with_arguments(set, arguments));
    return {add(set.name, uses, std::move(sql), true, set.kinds), set.kinds, set.kinds};
  }

  /// The outermost sets look at edges of the modality that is asked for.
  std::string of_modality(std::string sql) {
    constexpr std::string_view kLinks = "FROM links";
    if (modality_ == Modality::asserted || depth_ > 1) return sql;
    const std::string edges = fmt::format(
        "FROM (SELECT id AS edge, subject, predicate, object, n_evidence FROM edges\n"
        "    WHERE modality = '{0}'\n"
        "    UNION ALL SELECT id, object, predicate, subject, n_evidence FROM edges\n"
        "    WHERE modality = '{0}' AND predicate IN ('met_with', 'cooperates_with'))",
        kModalityNames[static_cast<std::size_t>(modality_)]);
    for (std::size_t at = sql.find(kLinks); at != std::string::npos;
         at = sql.find(kLinks, at + edges.size())) {
      sql.replace(at, kLinks.size(), edges);
      plan_.has_modality = true;
    }
    return sql;
  }

  /// The edges that the part rests on.
  Source edges(const Meaning& m, const ReadPart& read) {
    const std::size_t step = step_of(meaning(m.parts.front(), read));
    std::string sql = edges_of(step, {});
    if (sql.empty()) sql = "SELECT NULL, NULL, NULL WHERE FALSE";
    return {add("edges", {step}, std::move(sql), true, kOfEdges), kOfEdges, kOfEdges};
  }

  /// A step that only chooses among others has the edges of those.
  std::string edges_of(std::size_t index, const std::string& chosen) const {
    const QuestionPlan::Step& step = plan_.steps[index];
    if (!step.is_traced) return {};
    if (!step.name.starts_with("both")) {
      return fmt::format("SELECT edge AS id, NULL AS via, edge FROM {} WHERE edge IS NOT NULL{}",
                         step.name, chosen);
    }
    std::string sql;
    for (const std::size_t side : step.uses) {
      const std::string edges =
          edges_of(side, fmt::format("{} AND id IN (SELECT id FROM {})", chosen, step.name));
      sql += (sql.empty() || edges.empty() ? "" : "\nUNION ") + edges;
    }
    return sql;
  }

  /// The part, of edges of some days only.
  Source within(const Meaning& m, const ReadPart& read) {
    const ReadPart& period = read_->parts[read.slots[m.index]];
    const std::size_t before = windows_.size();
    using How = Meaning::How;
    if (m.how == How::in || m.how == How::since) windows_.push_back({period.text, true});
    if (m.how == How::after) windows_.push_back({period.until, true, true});
    if (m.how == How::in || m.how == How::until) windows_.push_back({period.until, false});
    if (m.how == How::before) windows_.push_back({period.text, false, true});
    Source source = meaning(m.parts.front(), read);
    windows_.resize(before);
    return source;
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
      const bool is_slot = side.how == Meaning::How::slot;
      const Deeper deeper(depth_, is_slot ? 1 : 0);
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
    return {add("both", sides, std::move(sql), true, kinds), kinds, kinds};
  }

  std::size_t step_of(const Source& source) {
    if (source.step) return *source.step;
    return add(
        "every", {},
        fmt::format("SELECT id FROM entities WHERE type IN ({})", quoted_types(source.kinds)),
        false, source.kinds);
  }

  std::size_t add(std::string_view name, std::vector<std::size_t> uses, std::string sql,
                  bool is_traced, Kinds kinds) {
    if (is_traced && name != "both") sql = in_windows(std::move(sql));
    plan_.steps.push_back({fmt::format("{}_{}", name, plan_.steps.size() + 1), std::move(sql),
                           std::move(uses), is_traced, kinds});
    return plan_.steps.size() - 1;
  }

  /// An edge of a meeting is of the days of that, any other of the day of the article.
  std::string in_windows(std::string sql) const {
    if (windows_.empty()) return sql;
    std::string held;
    std::string told;
    for (const Window& w : windows_) {
      const std::string_view relation =
          w.is_strict ? (w.is_first ? ">" : "<") : (w.is_first ? ">=" : "<=");
      const bool is_end = w.is_first != w.is_strict;
      held += fmt::format(" AND h.{} {} '{}'", is_end ? "date_to" : "date_from", relation, w.day);
      told += fmt::format(" AND substr(d.date, 1, 10) {} '{}'", relation, w.day);
    }
    return fmt::format(
        "SELECT t.id, t.via, t.edge FROM (\n{0}\n) AS t\n"
        "WHERE t.edge IS NULL\n"
        "  OR EXISTS (SELECT 1 FROM edges AS g JOIN meeting_date AS h\n"
        "    ON h.meeting_id IN (g.subject, g.object) WHERE g.id = t.edge{1})\n"
        "  OR NOT EXISTS (SELECT 1 FROM edges AS g JOIN meeting_date AS h\n"
        "    ON h.meeting_id IN (g.subject, g.object) AND h.date_from IS NOT NULL\n"
        "    WHERE g.id = t.edge)\n"
        "  AND EXISTS (SELECT 1 FROM evidence AS v JOIN documents AS d ON d.id = v.document\n"
        "    WHERE v.edge = t.edge{2})",
        indented(sql), held, told);
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
        "FROM (SELECT s.id AS id, coalesce(sum(x.n_evidence)\n"
        "        FILTER (WHERE x.predicate <> 'has_title'), sum(x.n_evidence)) AS proofs\n"
        "      FROM {} AS s LEFT JOIN edges AS x ON x.id = s.edge GROUP BY s.id) AS found\n"
        "JOIN entities AS e ON e.id = found.id\nWHERE TRUE",
        last.name);
  }

  void finish(Kinds kinds) {
    const std::string with = with_clause();
    plan_.with = with;
    if (plan_.is_of_articles) {
      select_articles(with);
    } else if ((kinds & kOfEdges) != 0) {
      select_edges(with, kinds);
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

  /// Edges in words, the day on which one was first told, or how sure the surest is.
  void select_edges(const std::string& with, Kinds kinds) {
    const std::string last = plan_.steps[plan_.last].name;
    if ((kinds & kStatement) != 0) {
      plan_.sql =
          with +
          fmt::format(
              "SELECT s.name || ' · ' || iif(g.modality = 'asserted', '', g.modality || ' ')\n"
              "  || replace(g.predicate, '_', ' ') || ' · ' || o.name AS name, 'statement' AS "
              "type, g.id\n"
              "FROM edges AS g JOIN entities AS s ON s.id = g.subject\n"
              "JOIN entities AS o ON o.id = g.object\nWHERE g.id IN (SELECT id FROM {})\n"
              "ORDER BY g.n_evidence DESC, g.id",
              last);
      return;
    }
    if ((kinds & kDay) != 0) {
      plan_.sql = with + fmt::format(
                             "SELECT substr(d.date, 1, 10) AS name, 'day' AS type, v.edge\n"
                             "FROM evidence AS v JOIN documents AS d ON d.id = v.document\n"
                             "WHERE v.edge IN (SELECT id FROM {}) AND d.date IS NOT NULL\n"
                             "ORDER BY d.date, v.edge LIMIT 1",
                             last);
      return;
    }
    plan_.sql =
        with + fmt::format(
                   "SELECT printf('%.2f', g.confidence) AS name, 'confidence' AS type, g.id\n"
                   "FROM edges AS g WHERE g.id IN (SELECT id FROM {})\n"
                   "ORDER BY g.confidence DESC, g.id LIMIT 1",
                   last);
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

  /// The first or the last day that counts; strict: the day itself does not.
  struct Window {
    std::string day;
    bool is_first = true;
    bool is_strict = false;
  };
  /// One set or slot deeper in the meaning, as long as it lives.
  class Deeper {
   public:
    explicit Deeper(int& depth, int by = 1) : depth_(&depth), by_(by) { *depth_ += by_; }
    ~Deeper() { *depth_ -= by_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

   private:
    int* depth_;
    int by_;
  };

  const ReadQuestion* read_;
  const QuestionGrammar* grammar_;
  Modality modality_;
  int depth_ = 0;
  std::vector<Window> windows_;
  QuestionPlan plan_;
  std::vector<std::int64_t> named_;
  bool without_named_ = false;
};

}  // namespace

QuestionPlan plan_question(const ReadQuestion& read, const QuestionGrammar& grammar,
                           Modality modality) {
  return Planner(read, grammar, modality).plan();
}

}  // namespace rawabit
