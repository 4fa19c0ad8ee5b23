// rawabit ask "WORDS": a question in English or Arabic, answered with the sentences that prove it.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "commands.h"
#include "filter_options.h"
#include "open_graph.h"
#include "print_rows.h"
#include "query/ask.h"
#include "render/markup.h"
#include "terminal.h"

namespace rawabit {
namespace {

struct Options {
  std::string question;
  std::string database = "graph.db";
  bool show_sql = false;
  FilterOptions filter;
};

std::string evidence_text(const AnswerEvidence& evidence) {
  if (evidence.sentence.empty()) {
    return fmt::format("    {}:{}-{} (the graph has no texts; load --articles gives them)\n",
                       evidence.document, evidence.start, evidence.end);
  }
  const std::string by = evidence.speaker.empty() ? "" : " (says " + evidence.speaker + ")";
  return fmt::format("    {}{}: {}\n", evidence.document, by, evidence.sentence);
}

/// A sentence that proves several edges is shown once.
std::string evidence_text(const std::vector<AnswerEvidence>& all) {
  std::string text;
  std::set<std::string> shown;
  for (const AnswerEvidence& evidence : all) {
    const std::string line = evidence_text(evidence);
    if (shown.insert(line).second) text += line;
  }
  return text;
}

/// What stands before the answers.
std::string verdict(const Answer& answer) {
  const bool is_empty = answer.answers.empty();
  if (answer.yes && *answer.yes) return "Yes.\n";
  if (answer.yes && is_empty) return "No: nothing in the graph says so.\n";
  if (is_empty) return "Nothing in the graph fits.\n";
  const std::string no = answer.yes ? "No: " : "";
  if (answer.modality == Modality::planned)
    return no + "only planned, as far as the graph knows:\n";
  if (answer.modality == Modality::negated) return no + "denied in the graph:\n";
  return answer.yes ? "No: the graph says the contrary.\n" : "";
}

std::string as_text(const Answer& answer) {
  std::string text = verdict(answer);
  for (const AnswerItem& item : answer.answers) {
    text += fmt::format("{} ({})\n", item.name, item.type);
    text += evidence_text(item.evidence);
  }
  return text;
}

/// One after the other, each under its question where there are several.
std::string all_as_text(const Answer& answer, bool with_sql) {
  std::string text;
  const auto add = [&](const Answer& one) {
    if (!answer.then.empty())
      text += fmt::format("{}{}:\n", text.empty() ? "" : "\n", one.question);
    if (with_sql) text += one.sql + ";\n\n";
    text += as_text(one);
  };
  add(answer);
  for (const Answer& next : answer.then) add(next);
  return text;
}

/// What of the question was read otherwise than it stands there.
void tell_reading(const Answer& answer) {
  for (const std::string& words : answer.left_out) {
    tell("not understood, and left out: " + words);
  }
  for (const std::string& name : answer.guessed_names) {
    tell("read with the name: " + name);
  }
  for (const UnknownName& unknown : answer.unknown_names) {
    tell("the graph does not know: " + unknown.name);
    if (unknown.candidates.empty()) continue;
    fmt::print(stderr, "These names are like it:\n");
    for (const std::string& name : unknown.candidates) tell_more(name);
  }
  for (const Answer& next : answer.then) tell_reading(next);
}

ExitCode tell_not_understood(const NotUnderstood& reply) {
  tell("this question is not understood: " + reply.question);
  if (!reply.nearest.empty()) fmt::print(stderr, "These come nearest:\n");
  for (const std::string& question : reply.nearest) tell_more(question);
  return ExitCode::no;
}

/// A row for each sentence.
void add_rows(const Answer& answer, Rows& rows) {
  for (const AnswerItem& item : answer.answers) {
    if (item.evidence.empty()) {
      rows.cells.push_back({item.name, item.type, "", Cell::null(), Cell::null(), ""});
    }
    for (const AnswerEvidence& one : item.evidence) {
      rows.cells.push_back({item.name, item.type, one.document, one.start, one.end, one.sentence});
    }
  }
  for (const Answer& next : answer.then) add_rows(next, rows);
}

/// --type chooses among the answers: the steps on the way to them are of many types.
Status narrow_for(Database& db, const Globals& globals, const Options& options) {
  FilterOptions filter = options.filter;
  filter.types.clear();
  EntityFinder finder(globals);
  return narrow_to(db, finder, filter);
}

Answer of_types(const std::vector<std::string>& types, Answer answer) {
  if (types.empty()) return answer;
  for (Answer& next : answer.then) next = of_types(types, std::move(next));
  std::erase_if(answer.answers, [&](const AnswerItem& item) {
    return item.type != "number" && std::ranges::find(types, item.type) == types.end();
  });
  return answer;
}

ExitCode ask(const Globals& globals, const Options& options) {
  const Result<Asker> asker = Asker::load(globals.questions_directory());
  if (!asker) return report(asker.error());
  Result<Store> store = open_graph(options.database);
  if (!store) return report_unknown(store.error());
  if (Status done = narrow_for(store->db(), globals, options); !done) {
    return report_unknown(done.error());
  }
  const Result<Reply> reply = asker->ask(store->db(), options.question);
  if (!reply) return report(reply.error());
  if (const auto* unknown = std::get_if<NotUnderstood>(&*reply)) {
    return tell_not_understood(*unknown);
  }
  const Answer answer = of_types(options.filter.types, std::get<Answer>(*reply));
  tell_reading(answer);
  if (wants_rows(globals)) {
    Rows rows{{"name", "type", "document", "start", "end", "sentence"}, {}};
    add_rows(answer, rows);
    return print_rows(globals, rows);
  }
  Output output;
  const Status written = output.write(
      globals.json ? to_json(answer) + "\n" : shown_text(all_as_text(answer, options.show_sql)));
  return written ? ExitCode::done : report(written.error());
}

}  // namespace

void add_ask(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command = line.add_command("ask", "a question in English or Arabic words",
                                     "rawabit ask \"which bodies met in Abu Dhabi\" --db graph.db",
                                     [&line, options] { return ask(line.globals, *options); });
  command.add_option("question", options->question, "the question, in quotes")
      .required()
      .type_name("WORDS");
  command.add_flag("--show-sql", options->show_sql, "print the SQL that answers it, too");
  command.add_database_option(options->database);
  add_filter_options(command, options->filter);
}

}  // namespace rawabit
