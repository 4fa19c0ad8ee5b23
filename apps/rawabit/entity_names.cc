#include "entity_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>
#include <vector>

#include "query/entities_named.h"
#include "query/names_like.h"
#include "render/markup.h"
#include "render/table.h"
#include "text/fold.h"

namespace rawabit {
namespace {

constexpr double kGuess = 0.15;             ///< the cost from which it is not the very name
constexpr std::int64_t kFarMoreOften = 10;  ///< times as often named: meant without a doubt
constexpr std::size_t kMostCandidates = 12;
constexpr std::size_t kWidestName = 160;  ///< on a terminal

struct Candidate {
  std::int64_t id = 0;
  std::string name, type, english;
  std::int64_t articles = 0;
  std::int64_t mentions = 0;
  double cost = 0;
};

/// No longer than a list of names has room for.
std::string in_short(const std::string& name) { return fitted(shown_text(name), kWidestName); }

std::string in_words(const Candidate& one) {
  return fmt::format("id:{}  {} ({}{}{}, {} article{})", one.id, in_short(one.name), one.type,
                     one.english.empty() ? "" : ", ", in_short(one.english), one.articles,
                     one.articles == 1 ? "" : "s");
}

Result<std::optional<Candidate>> candidate(Database& db, std::int64_t id, double cost) {
  Result<Statement> row = db.prepare(
      "SELECT id, name, type, coalesce(english, ''), n_documents, n_mentions FROM entities"
      " WHERE id = ?");
  if (!row) return row.error();
  row->bind(1, id);
  const Result<bool> found = row->step();
  if (!found) return found.error();
  if (!*found) return std::optional<Candidate>();
  return std::optional(Candidate{row->integer(0), std::string(row->text(1)),
                                 std::string(row->text(2)), std::string(row->text(3)),
                                 row->integer(4), row->integer(5), cost});
}

/// The part of "organization:NAME" and "id:12" before the colon, where that is one of ours.
std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view prefix = name.substr(0, colon);
  return prefix == "id" || entity_type_named(prefix) ? prefix : std::string_view();
}

/// Those that the name fits best, the most named first.
Result<std::vector<Candidate>> best_candidates(Database& db, const std::vector<NameChoice>& choices,
                                               std::string_view type) {
  std::vector<Candidate> found;
  for (const NameChoice& choice : choices) {
    for (const std::int64_t id : choice.entities) {
      Result<std::optional<Candidate>> one = candidate(db, id, choice.cost);
      if (!one) return one.error();
      if (!*one || (!type.empty() && (*one)->type != type)) continue;
      found.push_back(**std::move(one));
    }
  }
  std::ranges::sort(found, [](const Candidate& a, const Candidate& b) {
    return std::tie(a.cost, b.mentions, a.id) < std::tie(b.cost, a.mentions, b.id);
  });
  const auto dearer = [&](const Candidate& one) { return one.cost > found.front().cost; };
  found.erase(std::ranges::find_if(found, dearer), found.end());
  return found;
}

/// Called just so in an article: for names that hold nothing but marks, and so no words by which
/// they are found, and for those too common to be looked for by their words, such as "the meeting".
Result<std::vector<Candidate>> called_just_so(Database& db, std::string_view name,
                                              std::string_view type) {
  Result<Statement> rows =
      db.prepare("SELECT DISTINCT entity FROM names WHERE key = ? AND name = ? AND is_full");
  if (!rows) return rows.error();
  const std::string key = name_key(name);
  rows->bind(1, key);
  rows->bind(2, name);
  NameChoice choice;
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) choice.entities.push_back(rows->integer(0));
  if (!row) return row.error();
  return best_candidates(db, {choice}, type);
}

/// Is the first of them meant without a doubt? One that is written just so comes first; else it
/// must be the most named, and far more often than the next or alone in having the name for its
/// own.
bool is_clear(std::string_view name, std::vector<Candidate>& found) {
  if (found.size() == 1) return true;
  const auto is_so = [&](const Candidate& one) { return one.name == name; };
  if (std::ranges::count_if(found, is_so) == 1) {
    std::ranges::stable_partition(found, is_so);
    return true;
  }
  const std::string key = name_key(name);
  const auto has_name = [&](const Candidate& one) {
    return name_key(one.name) == key || name_key(one.english) == key;
  };
  if (has_name(found[0]) && std::ranges::count_if(found, has_name) == 1) return true;
  return found[0].mentions >= kFarMoreOften * found[1].mentions;
}

Error several(const std::string& name, const std::vector<Candidate>& found) {
  std::string text = fmt::format("several are called \"{}\"; say which:", name);
  for (std::size_t i = 0; i < std::min(found.size(), kMostCandidates); ++i) {
    text += "\n  " + in_words(found[i]);
  }
  if (found.size() > kMostCandidates) {
    text += fmt::format("\n  and {} more", found.size() - kMostCandidates);
  }
  return Error{Error::Kind::usage, text};
}

void tell_reading(const std::string& name, const std::vector<Candidate>& found) {
  const Candidate& taken = found.front();
  if (taken.cost >= kGuess) {
    tell(fmt::format("\"{}\" is read as: {}", name, in_words(taken)));
  } else if (found.size() > 1) {
    tell(fmt::format("\"{}\" is read as {}; others of this name:", name, in_words(taken)));
    for (std::size_t i = 1; i < std::min(found.size(), kMostCandidates); ++i) {
      tell_more(in_words(found[i]));
    }
  }
}

Result<std::int64_t> entity_numbered(Database& db, std::string_view number) {
  std::int64_t id = 0;
  const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), id);
  const bool is_number = failed == std::errc() && end == number.data() + number.size();
  Result<std::optional<Candidate>> one = candidate(db, id, 0);
  if (!one) return one.error();
  if (is_number && *one) return id;
  return Error{Error::Kind::usage,
               fmt::format("no entity has the number \"{}\": expected an id of the table entities, "
                           "such as id:1",
                           number)};
}

}  // namespace

Status EntityFinder::load() {
  if (language_) return Done{};
  auto language = QuestionLanguage::load(directory_);
  if (!language) return language.error();
  language_ = std::move(*language);
  return Done{};
}

Error EntityFinder::unknown(Database& db, const std::string& name) const {
  const Result<std::vector<std::string>> like = names_like(db, name, *language_);
  if (!like) return like.error();
  std::string text = fmt::format("nothing in the graph is called \"{}\"", name);
  if (!like->empty()) text += "; these names are like it:";
  for (const std::string& one : *like) text += "\n  " + in_short(one);
  return Error{Error::Kind::usage, text};
}

Result<std::int64_t> EntityFinder::find(Database& db, const std::string& name) {
  std::string_view words = name;
  const std::string_view prefix = prefix_of(name);
  if (!prefix.empty()) words.remove_prefix(prefix.size() + 1);
  if (prefix == "id") return entity_numbered(db, words);
  if (Status loaded = load(); !loaded) return loaded.error();
  const auto choices = entities_named(db, words, *language_);
  if (!choices) return choices.error();
  Result<std::vector<Candidate>> found = best_candidates(db, *choices, prefix);
  if (!found) return found.error();
  if (found->empty() || found->front().cost >= kGuess) {
    Result<std::vector<Candidate>> so = called_just_so(db, words, prefix);
    if (!so) return so.error();
    if (!so->empty()) found = std::move(so);
  }
  if (found->empty()) return unknown(db, std::string(words));
  if (!is_clear(words, *found)) return several(name, *found);
  tell_reading(name, *found);
  return found->front().id;
}

ExitCode report_unknown(const Error& error) {
  const ExitCode code = report(error);
  return code == ExitCode::usage ? ExitCode::no : code;
}

}  // namespace rawabit
