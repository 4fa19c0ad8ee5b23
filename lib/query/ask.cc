#include "query/ask.h"

#include <algorithm>
#include <limits>
#include <set>

#include "query/answer_evidence.h"
#include "query/names.h"
#include "query/names_like.h"
#include "query/question_frame.h"
#include "query/question_plan.h"
#include "query/referents.h"

namespace rawabit {
namespace {

constexpr std::size_t kMostEvidence = 20;  ///< of one answer
constexpr std::size_t kFewAnswers = 200;   ///< of more than these each has little evidence
constexpr std::size_t kLittleEvidence = 1;
constexpr std::size_t kMostNearest = 4;
constexpr double kWildGuess = 0.35;
constexpr double kFarGuess = 0.6;  ///< more than a short form that is told without context
constexpr double kGuess = 0.15;    ///< the cost from which a name is not the very name any more

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
  if (part.what == ReadPart::What::name && part.cost >= kFarGuess) ++guesses;
  for (const std::size_t slot : part.slots) {
    if (slot != ReadPart::kUnbound) guesses += guesses_in(read, slot);
  }
  return guesses;
}

/// Is the question read with more guesses than one, or, with words left out, as all of a kind or as
/// a name alone?
bool is_far_fetched(const ReadQuestion& read, const QuestionGrammar& grammar) {
  const int guesses = guesses_in(read, read.root) + static_cast<int>(read.left_out.size());
  const ReadPart& root = read.parts[read.root];
  const bool is_vague = root.slots.empty() || grammar.phrases.all()[root.phrase].is_bare;
  return guesses > 1 || (guesses > 0 && is_vague);
}

/// How many words are left out, names that the graph lacks among them.
std::size_t left_out_in(const ReadQuestion& read, std::size_t index) {
  const ReadPart& part = read.parts[index];
  std::size_t count = part.left_out.size();
  if (part.what == ReadPart::What::unknown_name) ++count;
  for (const std::size_t slot : part.slots) {
    if (slot != ReadPart::kUnbound) count += left_out_in(read, slot);
  }
  return count;
}

std::size_t left_out_of(const ReadQuestion& read) {
  return left_out_in(read, read.root) + read.left_out.size();
}

/// Does it name something, so that it need not speak of what another question speaks of?
bool stands_alone(const ReadQuestion& read, std::size_t index) {
  const ReadPart& part = read.parts[index];
  if (part.what != ReadPart::What::phrase) return part.cost < kWildGuess;
  return std::ranges::any_of(part.slots, [&](std::size_t slot) {
    return slot != ReadPart::kUnbound && stands_alone(read, slot);
  });
}

bool stands_alone(const ReadQuestion& read) {
  return left_out_of(read) == 0 && stands_alone(read, read.root);
}

/// What is denied or planned is asked for where some set can be denied or planned.
bool asks_for(const ReadQuestion& read, Modality modality, const QuestionGrammar& grammar) {
  return modality == Modality::asserted || plan_question(read, grammar, modality).has_modality;
}

/// The modalities that are looked at in turn until something is found.
std::vector<Modality> otherwise(Modality asked, bool wants_yes_or_no) {
  if (asked == Modality::asserted && !wants_yes_or_no) return {asked, Modality::planned};
  if (!wants_yes_or_no) return {asked};
  if (asked == Modality::asserted) return {asked, Modality::negated, Modality::planned};
  return {asked, Modality::asserted};
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

/// Does a question after the first speak of what that spoke of?
bool speaks_of_it(const Question& question) {
  return std::ranges::any_of(question.words,
                             [](const QuestionWord& word) { return !word.entities.empty(); });
}

/// The day of the newest article; empty where no day is known.
Result<std::string> newest_day(Database& db) {
  Result<Statement> newest = db.prepare("SELECT max(substr(date, 1, 10)) FROM documents");
  if (!newest) return newest.error();
  const Result<bool> row = newest->step();
  if (!row) return row.error();
  return std::string(*row ? newest->text(0) : std::string_view());
}

}  // namespace

Result<Asker> Asker::load(const std::string& directory) {
  Result<QuestionGrammar> grammar = QuestionGrammar::load(directory);
  if (!grammar) return grammar.error();
  return Asker(std::move(*grammar));
}

Status Asker::look_up(Database& db, const ReadQuestion& read, Modality modality,
                      Answer& answer) const {
  const QuestionPlan plan = plan_question(read, grammar_, modality);
  if (modality != Modality::asserted && !plan.has_modality) return Done{};
  Result<EvidenceTrail> trail = EvidenceTrail::follow(db, plan);
  if (!trail) return trail.error();
  const Status added =
      plan.is_count ? add_count(db, plan, *trail, answer) : add_items(db, plan, *trail, answer);
  if (!added) return added.error();
  if (answer.sql.empty() || !answer.answers.empty()) {
    answer.sql = plan.sql;
    answer.modality = modality;
  }
  return Done{};
}

Result<Answer> Asker::answer(Database& db, const Understood& understood) const {
  const ReadQuestion& read = understood.read;
  Answer answer;
  answer.question = text_of(understood.question);
  add_names(read, read.root, answer);
  answer.left_out.insert(answer.left_out.end(), read.left_out.begin(), read.left_out.end());
  for (UnknownName& unknown : answer.unknown_names) {
    Result<std::vector<std::string>> like = names_like(db, unknown.name, grammar_.language);
    if (!like) return like.error();
    unknown.candidates = std::move(*like);
  }
  const Modality asked = understood.question.modality;
  for (const Modality modality : otherwise(asked, understood.question.wants_yes_or_no)) {
    const Status found = look_up(db, read, modality, answer);
    if (!found) return found.error();
    if (!answer.answers.empty()) break;
  }
  if (understood.question.wants_yes_or_no) {
    answer.yes = !answer.answers.empty() && answer.modality == asked;
  }
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

Asker::Understanding Asker::understand_exactly(Database& db, const Question& question) const {
  const Result<Names> names = Names::read_exact(db, question, grammar_.language);
  if (!names) return names.error();
  std::optional<ReadQuestion> read = parse_question(question, *names, grammar_);
  if (!read) return std::optional<Understood>();
  return std::optional(Understood{question, std::move(*read)});
}

/// As it stands, or, where that leaves something out, as asking for what is denied or planned.
Asker::Understanding Asker::understand(Database& db, const Question& question) const {
  Understanding exact = understand_exactly(db, question);
  if (!exact || (*exact && is_plain((*exact)->read, (*exact)->read.root))) return exact;
  std::vector<Question> ways;
  if (std::optional<Question> modal = take_modality(question, grammar_.language.words)) {
    ways.push_back(std::move(*modal));
  }
  ways.push_back(question);
  std::optional<Understood> best;
  for (const Question& way : ways) {
    const Result<Names> names = Names::read(db, way, grammar_.language);
    if (!names) return names.error();
    std::optional<ReadQuestion> read = parse_question(way, *names, grammar_);
    if (!read || is_far_fetched(*read, grammar_)) continue;
    if (!asks_for(*read, way.modality, grammar_)) continue;
    if (best && left_out_of(best->read) <= left_out_of(*read)) continue;
    best = Understood{way, std::move(*read)};
    if (left_out_of(best->read) == 0) break;
  }
  return best;
}

/// A question after another, whose pronoun, or whose missing end, speaks of something in that.
Asker::Understanding Asker::understand_next(Database& db, const Question& question,
                                            const QuestionPlan& first) const {
  const QuestionWords& words = grammar_.language.words;
  Understanding alone = understand(db, question);
  if (!alone || (*alone && stands_alone((*alone)->read))) return alone;
  for (const Referent& referent : referents_of(first, speaks_of_people(question, words))) {
    const Result<QuestionWord> word = word_for(db, first, referent);
    if (!word) return word.error();
    Understanding with = understand_exactly(db, with_referent(question, *word, words));
    if (!with) return with;
    if (*with && left_out_of((*with)->read) == 0 && !is_far_fetched((*with)->read, grammar_))
      return with;
  }
  return alone;
}

/// Several questions in one sentence: all of them, or nothing.
Result<std::optional<std::vector<Asker::Understood>>> Asker::understand_parts(
    Database& db, const Question& question) const {
  const std::vector<Question> parts = split_question(question, grammar_.language.words);
  std::optional<std::vector<Understood>> understood;
  if (parts.size() < 2) return understood;
  Understanding first = understand(db, parts.front());
  if (!first) return first.error();
  if (!*first || left_out_of((*first)->read) > 0) return understood;
  const QuestionPlan plan = plan_question((*first)->read, grammar_);
  std::vector<Understood> all = {std::move(**first)};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    Understanding next = understand_next(db, parts[i], plan);
    if (!next) return next.error();
    if (!*next || left_out_of((*next)->read) > 0) return understood;
    all.push_back(std::move(**next));
  }
  understood = std::move(all);
  return understood;
}

Result<Reply> Asker::ask(Database& db, std::string_view text) const {
  Question question = take_frame(read_question(text), grammar_.language.words);
  if (grammar_.language.periods.is_relative(question)) {
    Result<std::string> newest = newest_day(db);
    if (!newest) return newest.error();
    question.today = std::move(*newest);
  }
  Understanding whole = understand_exactly(db, question);
  if (!whole) return whole.error();
  if (*whole && !is_plain((*whole)->read, (*whole)->read.root)) whole->reset();
  const auto parts = understand_parts(db, question);
  if (!parts) return parts.error();
  if (*parts && (!*whole || std::ranges::any_of(**parts, [](const Understood& part) {
        return speaks_of_it(part.question);
      })))
    return answer_all(db, **parts);
  if (!*whole) {
    whole = understand(db, question);
    if (!whole) return whole.error();
  }
  if (!*whole) return Reply(not_understood(text, question));
  Result<Answer> found = answer(db, **whole);
  if (!found) return found.error();
  found->question = text;
  return Reply(std::move(*found));
}

Result<Reply> Asker::answer_all(Database& db, const std::vector<Understood>& questions) const {
  Result<Answer> first = answer(db, questions.front());
  if (!first) return first.error();
  for (std::size_t i = 1; i < questions.size(); ++i) {
    Result<Answer> next = answer(db, questions[i]);
    if (!next) return next.error();
    first->then.push_back(std::move(*next));
  }
  return Reply(std::move(*first));
}

}  // namespace rawabit
