#include "query/question_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "lexicon/list_file.h"
#include "query/data_lines.h"
#include "text/fold.h"

namespace rawabit {
namespace {

std::optional<Proclitics> proclitic_named(std::string_view name) {
  Proclitics found;
  if (name == "waw") found.conjunction = Conjunction::waw;
  if (name == "feh") found.conjunction = Conjunction::feh;
  if (name == "beh") found.preposition = Preposition::beh;
  if (name == "lam") found.preposition = Preposition::lam;
  if (name == "kaf") found.preposition = Preposition::kaf;
  if (found == Proclitics{}) return std::nullopt;
  return found;
}

bool has(const Proclitics& word, const Proclitics& wanted) {
  if (wanted.preposition != Preposition::none) return word.preposition == wanted.preposition;
  return word.conjunction == wanted.conjunction;
}

bool is_class_name(std::string_view name) {
  return std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

std::vector<std::string> key_words(std::string_view form) {
  const std::string key = name_key(form);
  std::vector<std::string> words;
  for (const std::string_view word : split_words(key)) words.emplace_back(word);
  return words;
}

}  // namespace

WordClass QuestionWords::class_named(std::string_view name) const {
  const auto found = std::ranges::find(classes_, name);
  if (found == classes_.end()) return kNone;
  return static_cast<WordClass>(found - classes_.begin());
}

WordClass QuestionWords::class_added(std::string_view name) {
  const WordClass known = class_named(name);
  if (known != kNone) return known;
  classes_.emplace_back(name);
  return static_cast<WordClass>(classes_.size() - 1);
}

Status QuestionWords::add(std::string_view form, WordClass cls) {
  if (form.starts_with('+')) {
    const std::optional<Proclitics> proclitic = proclitic_named(form.substr(1));
    if (!proclitic) return Error{Error::Kind::data, fmt::format("no proclitic: {}", form)};
    proclitics_.push_back({*proclitic, cls});
    return Done{};
  }
  const bool open_ended = form.ends_with('*');
  if (open_ended) form.remove_suffix(1);
  std::vector<std::string> words = key_words(form);
  if (words.empty()) return Error{Error::Kind::data, "a form without letters"};
  if (open_ended && words.size() == 1) {
    by_prefix_[words.front()].push_back(cls);
    return Done{};
  }
  std::string first = words.front();
  by_first_word_[std::move(first)].push_back({std::move(words), open_ended, cls});
  return Done{};
}

Result<QuestionWords> QuestionWords::load(const std::string& path) {
  const Result<std::vector<DataLine>> lines = read_data_lines(path);
  if (!lines) return lines.error();
  QuestionWords words;
  for (const DataLine& line : *lines) {
    const auto [name, forms] = split_head(line.text);
    if (!is_class_name(name)) {
      return data_error(path, line.number, fmt::format("expected a CLASS, not '{}'", name));
    }
    if (forms.empty()) return data_error(path, line.number, "expected forms after the class");
    const WordClass cls = words.class_added(name);
    for (const std::string& form : split_trimmed(forms, '|')) {
      const Status added = words.add(form, cls);
      if (!added) return data_error(path, line.number, added.error().message);
    }
  }
  return words;
}

bool QuestionWords::is(std::string_view key, WordClass cls) const {
  const auto found = by_first_word_.find(key);
  if (found == by_first_word_.end()) return false;
  return std::ranges::any_of(found->second, [&](const Form& form) {
    return form.cls == cls && form.words.size() == 1 && !form.open_ended;
  });
}

void QuestionWords::match_from(const Question& question, int from, std::string_view first,
                               std::vector<WordMatch>& out) const {
  const std::size_t word = static_cast<std::size_t>(from) / 2;
  const auto next = static_cast<int>(word + 1) * 2;
  // A prefix is not after the word, and every prefix of the word lies between the two.
  for (std::size_t length = 1; length <= first.size(); ++length) {
    const auto found = by_prefix_.find(first.substr(0, length));
    if (found == by_prefix_.end()) continue;
    for (const WordClass cls : found->second) out.push_back({from, next, cls});
  }
  const auto forms = by_first_word_.find(first);
  if (forms == by_first_word_.end()) return;
  for (const Form& form : forms->second) {
    std::size_t i = 1;
    for (; i < form.words.size() && word + i < question.words.size(); ++i) {
      const std::string& key = question.words[word + i].key;
      const bool is_open = form.open_ended && i + 1 == form.words.size();
      if (is_open ? !key.starts_with(form.words[i]) : key != form.words[i]) break;
    }
    if (i < form.words.size()) continue;
    out.push_back({from, next + static_cast<int>(i - 1) * 2, form.cls});
  }
}

void QuestionWords::match_proclitics(const QuestionWord& word, int from,
                                     std::vector<WordMatch>& out) const {
  for (const Proclitic& proclitic : proclitics_) {
    const bool stands = std::ranges::any_of(word.rests, [&](const QuestionWord::Rest& rest) {
      return has(rest.proclitics, proclitic.proclitics);
    });
    if (stands) out.push_back({from, from + 1, proclitic.cls});
  }
}

std::vector<WordMatch> QuestionWords::match(const Question& question) const {
  std::vector<WordMatch> matches;
  for (std::size_t i = 0; i < question.words.size(); ++i) {
    const QuestionWord& word = question.words[i];
    const auto from = static_cast<int>(i) * 2;
    match_from(question, from, word.key, matches);
    match_proclitics(word, from, matches);
    for (const QuestionWord::Rest& rest : word.rests) {
      match_from(question, from + 1, rest.key, matches);
    }
  }
  return matches;
}

}  // namespace rawabit
