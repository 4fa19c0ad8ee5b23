#include "query/names.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

namespace rawabit {
namespace {

constexpr std::string_view kEntity = "SELECT type, name, n_mentions FROM entities WHERE id = ?";
constexpr std::string_view kNamesOfKey = "SELECT entity, key, is_full FROM names WHERE key = ?";
constexpr int kLongestName = 2 * 24;  ///< in positions
constexpr int kMostPositions = 2 * static_cast<int>(WantedWords::kMostWords);

constexpr double kNone = 1e9;
constexpr double kShortForm = 0.35;     ///< a name that needs context, such as a family name
constexpr double kShortPerson = 0.25;   ///< the same of a person, whose family name is his own
constexpr double kHeadless = 0.15;      ///< what a body is (a centre, a council) is not asked for
constexpr double kAllWords = 0.1;       ///< the words of the name, in whatever order or language
constexpr double kWordsOfTitle = 0.02;  ///< the same of a title, whose words are few
constexpr double kSomeWords = 0.2;      ///< more than that ...
constexpr double kUnasked = 0.5;        ///< ... and this for a name of which little is asked
constexpr double kUnnamed = 3.0;        ///< ... and this for words that are not in the name
constexpr double kLeastNamed = 0.65;    ///< the share of the question's words that must be
constexpr double kAmbiguous = 0.3;
constexpr double kRough = 0.4;  ///< by sounds, with other vowels
constexpr double kMisspelt = 0.3;
constexpr double kGeneric = 0.6;        ///< words of questions only, such as 'meeting'
constexpr double kGenericTitle = 0.12;  ///< such as 'president'

/// A title and a topic are called by one word.
constexpr Kinds kNeedNoContext = kind_of(EntityType::title) | kind_of(EntityType::topic);

double share(int part, int whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Result<Names> Names::read(Database& db, const Question& question,
                          const QuestionLanguage& language) {
  Names names(question, language);
  Result<WordSet> asked = names.read_all(db);
  if (!asked) return asked.error();
  names.wanted_.allow_misspelt(question, ~*asked);
  if (names.wanted_.misspelt() == 0) return names;
  names.hits_.clear();
  asked = names.read_all(db);
  if (!asked) return asked.error();
  return names;
}

/// Gives the words of the question that some name has.
Result<WordSet> Names::read_all(Database& db) {
  Result<Statement> entity = db.prepare(kEntity);
  if (!entity) return entity.error();
  Result<Statement> names = db.prepare(kNamesOfKey);
  if (!names) return names.error();
  Result<Statement> rows = db.prepare("SELECT DISTINCT key FROM names ORDER BY key");
  if (!rows) return rows.error();
  WordSet asked = 0;
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    if (!wanted_.may_ask(rows->text(0))) continue;
    const std::string key(rows->text(0));
    const NameWords words = wanted_.match(key, false);
    if (words.asked == 0) continue;
    asked |= words.asked;
    if (Status found = look_up(*names, *entity, key, words); !found) return found.error();
  }
  if (!row) return row.error();
  return asked;
}

Result<Names> Names::read_exact(Database& db, const Question& question,
                                const QuestionLanguage& language) {
  Names names(question, language);
  Result<Statement> entity = db.prepare(kEntity);
  if (!entity) return entity.error();
  Result<Statement> rows = db.prepare(kNamesOfKey);
  if (!rows) return rows.error();
  std::set<std::string> keys;
  const int end = std::min(question.positions(), kMostPositions);
  for (int from = 0; from < end; ++from) {
    const int last = std::min(end, from + kLongestName);
    for (int to = from / 2 * 2 + 2; to <= last; to += 2) {
      for (std::string& key : names.part(from, to).keys) keys.insert(std::move(key));
    }
  }
  for (const std::string& key : keys) {
    const NameWords words = names.wanted_.match(key, false);
    if (Status found = names.look_up(*rows, *entity, key, words); !found) return found.error();
  }
  return names;
}

Status Names::look_up(Statement& names, Statement& entity, const std::string& key,
                      const NameWords& words) {
  names.bind(1, key);
  Result<bool> row = names.step();
  for (; row && *row; row = names.step()) {
    Hit hit{names.integer(0), key, names.integer(2) != 0, words};
    if (Status added = add_entity(entity, std::move(hit)); !added) return added;
  }
  if (!row) return row.error();
  names.reset();
  return Done{};
}

/// Dates are asked for by the day, not by name.
Status Names::add_entity(Statement& entity, Hit hit) {
  entity.bind(1, hit.entity);
  const Result<bool> row = entity.step();
  if (!row) return row.error();
  const std::optional<EntityType> type =
      *row ? entity_type_named(entity.text(0)) : std::optional<EntityType>();
  if (type && type != EntityType::date) {
    hit.kind = kind_of(*type);
    hit.name = entity.text(1);
    hit.mentions = entity.integer(2);
    if (type == EntityType::topic) hit.words = wanted_.match(hit.key, true);
    hits_.push_back(std::move(hit));
  }
  entity.reset();
  return Done{};
}

Names::Part Names::part(int from, int to) const {
  Part part;
  const auto first = static_cast<std::size_t>(from) / 2;
  const auto last = static_cast<std::size_t>(to) / 2;
  const QuestionWord& word = question_->words[first];
  if (from % 2 == 0) part.keys.push_back(word.key);
  if (from % 2 != 0) {
    for (const QuestionWord::Rest& rest : word.rests) part.keys.push_back(rest.key);
  }
  part.words = WordSet{1} << first;
  for (std::size_t i = first + 1; i < last; ++i) {
    part.words |= WordSet{1} << i;
    for (std::string& key : part.keys) key += ' ' + question_->words[i].key;
  }
  const WordSet ends = WordSet{1} << first | WordSet{1} << (last - 1);
  part.may_describe = (wanted_.fillers() & ends) == 0;
  part.is_generic = (part.words & ~wanted_.fillers() & ~wanted_.question_words()) == 0;
  return part;
}

bool Names::numbers_differ(const Hit& hit, WordSet words) const {
  return std::ranges::any_of(wanted_.numbers(), [&](const NumberInQuestion& number) {
    return (number.words & words) != 0 &&
           std::ranges::find(hit.words.numbers, number.value) == hit.words.numbers.end();
  });
}

double Names::cost(const Hit& hit, const Part& part) const {
  const bool stands_alone = hit.is_full || (hit.kind & kNeedNoContext) != 0;
  const bool is_person = hit.kind == kind_of(EntityType::person);
  const double context = stands_alone ? 0 : is_person ? kShortPerson : kShortForm;
  const WordSet slips = part.words & wanted_.misspelt() & hit.words.asked;
  const bool is_title = hit.kind == kind_of(EntityType::title);
  const bool is_rough =
      (hit.words.heard & ~hit.words.spoken & ~hit.words.written & part.words) != 0;
  const double generic = (is_rough ? kRough : 0) +
                         (!part.is_generic ? 0
                          : is_title       ? kGenericTitle
                                           : kGeneric) +
                         (slips != 0 ? kMisspelt : 0);
  if (std::ranges::find(part.keys, hit.key) != part.keys.end()) return generic + context;
  if (!part.may_describe) return kNone;
  WordSet asking = part.words & ~wanted_.fillers();
  if (hit.kind == kind_of(EntityType::topic) && (asking & ~wanted_.topic_fillers()) != 0) {
    asking &= ~wanted_.topic_fillers();
  }
  const bool is_faint = std::popcount(asking) == 1 && (asking & ~wanted_.faint()) == 0 &&
                        (asking & hit.words.spoken) == 0;
  if (asking == 0 || is_faint) return kNone;
  const double named = share(std::popcount(hit.words.asked & asking), std::popcount(asking));
  if (named < kLeastNamed || numbers_differ(hit, asking)) return kNone;
  WordSet found = 0;
  int asked = 0;
  for (const WordSet set : hit.words.asked_by) {
    found |= set & asking;
    asked += (set & asking) != 0 ? 1 : 0;
  }
  const double covered = share(asked, static_cast<int>(hit.words.asked_by.size()));
  if (found == asking && covered == 1.0) {
    const bool is_topic = hit.kind == kind_of(EntityType::topic);
    return generic + context + (is_topic ? 0 : is_title ? kWordsOfTitle : kAllWords);
  }
  constexpr int kFewWords = 2;
  const bool is_headless = hit.kind == kind_of(EntityType::organization) &&
                           std::popcount(asking) <= kFewWords &&
                           (hit.words.asked_by.front() & asking) == 0;
  return generic + context + (is_headless ? kHeadless : 0) + kSomeWords + kUnasked * (1 - covered) +
         kUnnamed * (1 - named);
}

/// Somebody whom articles name often is meant by his short name rather than those of no other name.
void Names::Best::remember(const Hit& hit, double price) {
  const bool is_short = hit.kind == kind_of(EntityType::person) && !hit.is_full;
  if (!is_short || price > kShortForm + kAllWords) return;
  if (famous != nullptr && famous->mentions >= hit.mentions) return;
  famous = &hit;
  famous_cost = price;
}

void Names::Best::consider(const Hit& hit, double price) {
  constexpr double kEqual = 1e-6;
  remember(hit, price);
  if (price >= kNone || (best != nullptr && price > cost + kEqual)) return;
  if (best == nullptr || price < cost - kEqual) {
    best = &hit;
    cost = price;
    next_mentions = 0;
    equal.clear();
  }
  const bool is_better = hit.mentions > best->mentions ||
                         (hit.mentions == best->mentions && hit.entity < best->entity);
  if (is_better) {
    if (best->entity != hit.entity) next_mentions = best->mentions;
    best = &hit;
  } else if (best->entity != hit.entity) {
    next_mentions = std::max(next_mentions, hit.mentions);
  }
  equal.insert(hit.entity);
}

/// Several entities that have the very name are meant together; of those that are only like it, the
/// one that is named most.
NameChoice Names::Best::choice() const {
  constexpr std::int64_t kFamous = 20;  // times as often named
  if (famous != nullptr && cost < famous_cost && famous->mentions >= kFamous * best->mentions) {
    return {best->kind, {famous->entity}, famous->name, famous_cost, famous->mentions};
  }
  const bool is_guess = equal.size() > 1 && cost > kAllWords;
  NameChoice choice{best->kind, {equal.begin(), equal.end()}, best->name, cost, best->mentions};
  if (!is_guess) return choice;
  choice.entities = {best->entity};
  constexpr std::int64_t kClearly = 5;  // times as often named
  if (best->mentions < kClearly * next_mentions) choice.cost += kAmbiguous;
  return choice;
}

std::vector<NameChoice> Names::find(int from, int to) const {
  if (to - from > kLongestName || to > kMostPositions) return {};
  const Part wanted = part(from, to);
  std::map<Kinds, Best> best;
  for (const Hit& hit : hits_) best[hit.kind].consider(hit, cost(hit, wanted));
  std::vector<NameChoice> choices;
  for (const auto& [kind, found] : best) {
    if (found.best != nullptr) choices.push_back(found.choice());
  }
  std::ranges::stable_sort(choices, std::ranges::greater(), &NameChoice::mentions);
  return choices;
}

}  // namespace rawabit
