#include "query/ask.h"

#include <algorithm>
#include <limits>
#include <set>

#include "query/answer_evidence.h"
#include "query/names.h"
#include "query/names_like.h"
#include "query/question_plan.h"

namespace rawabit {
namespace {

constexpr std::size_t kMostEvidence = 20;  ///< of one answer
constexpr std::size_t kFewAnswers = 200;   ///< of more than these each has little evidence
constexpr std::size_t kLittleEvidence = 1;
constexpr std::size_t kMostNearest = 4;
constexpr double kWildGuess = 0.35;
constexpr double kGuess = 0.15;  ///< the cost from which a name is not the very name any more

/// Is nothing left out and every name the very name? Then no other reading is better.
bool is_plain(const ReadQuestion& read, std::size_t index) {
  const ReadPart& part = read.parts[index];
  const bool is_unknown = part.what == ReadPart::What::unknown_name;
  if (is_unknown || part.cost > 0 || !part.left_out.empty()) return false;
  // Fighting it is the same topic under another name.
  const bool is_name = part.what == ReadPart::What::name;
  if (is_name && part.kinds == kind_of(EntityType::topic)) return false;
  return read.left_out.empty() && std::ranges::all_of(part.slots, [&](std::size_t slot) {
           return slot == ReadPart::kUnbound || is_plain(read, slot);
         });
}

/// How much of the part is guessed: names that are not the very name, and words left out.
int guesses_in(const ReadQuestion& read, std::size_t index) {
  const ReadPart& part = read.parts[index];
  int guesses = static_cast<int>(part.left_out.size());
  if (part.what == ReadPart::What::name && part.cost >= kWildGuess) ++guesses;
  for (const std::size_t slot : part.slots) {
    if (slot != ReadPart::kUnbound) guesses += guesses_in(read, slot);
  }
  return guesses;
}

/// Is the question read with more guesses than one, or, with words left out, as all of a kind?
bool is_far_fetched(const ReadQuestion& read) {
  const int guesses = guesses_in(read, read.root) + static_cast<int>(read.left_out.size());
  return guesses > 1 || (guesses > 0 && read.parts[read.root].slots.empty());
}

void add_names(const ReadQuestion& read, std::size_t index, Answer& answer) {
  const ReadPart& part = read.parts[index];
  if (part.what == ReadPart::What::name) {
    answer.names.push_back(part.text);
    if (part.cost >= kGuess) answer.guessed_names.push_back(part.text);
  }
  if (part.what == ReadPart::What::unknown_name) answer.unknown_names.push_back({part.text, {}});
  answer.left_out.insert(answer.left_out.end(), part.left_out.begin(), part.left_out.end());
  for (const std::size_t slot : part.slots) {
    if (slot != ReadPart::kUnbound) add_names(read, slot, answer);
  }
}

Status add_items(Database& db, const QuestionPlan& plan, EvidenceTrail& trail, Answer& answer) {
  Result<Statement> rows = db.prepare(plan.sql);
  if (!rows) return rows.error();
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    AnswerItem item{std::string(rows->text(0)), std::string(rows->text(1)), {}};
    const bool is_few = answer.answers.size() < kFewAnswers;
    Result<std::vector<AnswerEvidence>> evidence =
        trail.evidence(db, rows->integer(2), is_few ? kMostEvidence : kLittleEvidence);
    if (!evidence) return evidence.error();
    item.evidence = std::move(*evidence);
    answer.answers.push_back(std::move(item));
  }
  if (!row) return row.error();
  return Done{};
}

/// How many of the words that the pattern must have are there, twice, less those that are not.
int fit(const Phrase::Pattern& pattern, const std::set<WordClass>& classes) {
  int fit = 0;
  for (const PatternElement& element : pattern.elements) {
    if (element.optional || element.classes.empty()) continue;
    const bool is_there =
        std::ranges::any_of(element.classes, [&](WordClass cls) { return classes.contains(cls); });
    fit += is_there ? 2 : -1;
  }
  return fit;
}

/// One item, whose evidence is that of everything counted.
Status add_count(Database& db, const QuestionPlan& plan, EvidenceTrail& trail, Answer& answer) {
  Result<Statement> rows = db.prepare(plan.counted_sql);
  if (!rows) return rows.error();
  AnswerItem item{{}, "number", {}};
  std::int64_t number = 0;
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    ++number;
    if (item.evidence.size() >= kMostEvidence) continue;
    Result<std::vector<AnswerEvidence>> evidence = trail.evidence(db, rows->integer(0), 1);
    if (!evidence) return evidence.error();
    item.evidence.insert(item.evidence.end(), evidence->begin(), evidence->end());
  }
  if (!row) return row.error();
  item.name = std::to_string(number);
  answer.answers.push_back(std::move(item));
  return Done{};
}

}  // namespace

Result<Asker> Asker::load(const std::string& directory) {
  Result<QuestionGrammar> grammar = QuestionGrammar::load(directory);
  if (!grammar) return grammar.error();
  return Asker(std::move(*grammar));
}

Result<Answer> Asker::answer(Database& db, const ReadQuestion& read) const {
  Answer answer;
  add_names(read, read.root, answer);
  answer.left_out.insert(answer.left_out.end(), read.left_out.begin(), read.left_out.end());
  for (UnknownName& unknown : answer.unknown_names) {
    Result<std::vector<std::string>> like = names_like(db, unknown.name, grammar_.language);
    if (!like) return like.error();
    unknown.candidates = std::move(*like);
  }
  const QuestionPlan plan = plan_question(read, grammar_);
  answer.sql = plan.sql;
  Result<EvidenceTrail> trail = EvidenceTrail::follow(db, plan);
  if (!trail) return trail.error();
  const Status added =
      plan.is_count ? add_count(db, plan, *trail, answer) : add_items(db, plan, *trail, answer);
  if (!added) return added.error();
  return answer;
}

/// The phrases of which some way to say it has the most of its words in the question.
NotUnderstood Asker::not_understood(std::string_view text, const Question& question) const {
  std::set<WordClass> classes;
  for (const WordMatch& match : grammar_.language.words.match(question)) classes.insert(match.cls);
  struct Near {
    int fit;
    std::string example;
  };
  std::vector<Near> near;
  for (const Phrase& phrase : grammar_.phrases.all()) {
    if (phrase.examples.empty()) continue;
    int best = std::numeric_limits<int>::min();
    for (const Phrase::Pattern& pattern : phrase.patterns)
      best = std::max(best, fit(pattern, classes));
    near.push_back({best, phrase.examples.front().text});
  }
  std::ranges::stable_sort(near, std::ranges::greater(), &Near::fit);
  NotUnderstood reply{.question = std::string(text), .nearest = {}};
  for (std::size_t i = 0; i < std::min(near.size(), kMostNearest); ++i) {
    reply.nearest.push_back(near[i].example);
  }
  return reply;
}

Result<Reply> Asker::ask(Database& db, std::string_view text) const {
  const Question question = read_question(text);
  const Result<Names> exact = Names::read_exact(db, question, grammar_.language);
  if (!exact) return exact.error();
  std::optional<ReadQuestion> read = parse_question(question, *exact, grammar_);
  if (!read || !is_plain(*read, read->root)) {
    const Result<Names> names = Names::read(db, question, grammar_.language);
    if (!names) return names.error();
    read = parse_question(question, *names, grammar_);
  }
  if (!read || is_far_fetched(*read)) return Reply(not_understood(text, question));
  Result<Answer> found = answer(db, *read);
  if (!found) return found.error();
  found->question = text;
  return Reply(std::move(*found));
}

}  // namespace rawabit
