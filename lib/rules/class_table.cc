#include "rules/class_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rawabit {
namespace {

constexpr std::array<std::string_view, 11> kBuiltIn = {
    "WORD",          "LATIN", "NUMBER", "PUNCT",      "KNOWN",      "FINAL_YEH",
    "FINAL_MAQSURA", "GLUED", "FIRST",  "SPLITTABLE", "KNOWN_WHOLE"};
enum BuiltIn : std::size_t {
  word,
  latin,
  number,
  punct,
  known,
  final_yeh,
  final_maqsura,
  glued,
  first,
  splittable,
  known_whole
};

constexpr std::string_view kArticle = "\u0627\u0644";

bool among(const std::vector<MarkedClass>& pool, std::uint32_t from, std::size_t to,
           MarkedClass wanted) {
  const auto begin = pool.begin() + from, end = pool.begin() + static_cast<std::ptrdiff_t>(to);
  return std::find(begin, end, wanted) != end;
}

/// Builds the readings of the tokens of one sentence.
class RowBuilder {
 public:
  RowBuilder(const Article& article, const TokenizedText& text, const ClassTable& classes,
             WordCache& cache, Parse& parse)
      : article_(article), text_(text), classes_(classes), cache_(cache), parse_(parse) {
    for (std::size_t i = 0; i < kBuiltIn.size(); ++i) built_in_[i] = classes.named(kBuiltIn[i]);
  }

  void row(TokenRange sentence) {
    parse_.matches_of_row.push_back(static_cast<std::uint32_t>(parse_.matches.size()));
    const std::size_t from = parse_.matches.size();
    classes_.lexicon().match(text_, sentence, parse_.matches);
    const auto count = sentence.last - sentence.first;
    by_token_.resize(std::max<std::size_t>(by_token_.size(), count));
    for (std::uint32_t i = 0; i < count; ++i) by_token_[i].clear();
    for (std::size_t m = from; m < parse_.matches.size(); ++m) spread(parse_.matches[m], sentence);
    std::vector<std::uint32_t> row;
    row.reserve(count);
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      row.push_back(static_cast<std::uint32_t>(parse_.nodes.size()));
      node(i, i == sentence.first, by_token_[i - sentence.first]);
    }
    parse_.rows.push_back(std::move(row));
  }

 private:
  struct Given {
    Proclitics proclitics;
    MarkedClass cls = 0;
  };

  /// The classes of a match, to each of its tokens.
  void spread(const LexiconMatch& match, TokenRange sentence) {
    for (std::uint32_t t = match.first; t < match.last; ++t) {
      Mark mark = Mark::inside;
      if (match.last - match.first == 1)
        mark = Mark::single;
      else if (t == match.first)
        mark = Mark::begin;
      else if (t + 1 == match.last)
        mark = Mark::end;
      by_token_[t - sentence.first].push_back(
          {t == match.first ? match.proclitics : Proclitics{}, marked(match.cls, mark)});
    }
  }

  void node(std::uint32_t index, bool is_first, const std::vector<Given>& given) {
    const Token& token = text_.tokens[index];
    Node node{.first = index, .last = index + 1};
    node.first_reading = static_cast<std::uint32_t>(parse_.reading_pool.size());
    const WordCache::Word& word = cache_.word(token, text_.form(token), classes_.lexicon());
    const bool whole_known = knows(given, Proclitics{});
    const bool can_split = !whole_known && splits(word, given);
    for (std::size_t r = 0; r < word.readings.size(); ++r) {
      const Proclitics& proclitics = word.readings[r].proclitics;
      const bool known_rest = knows(given, proclitics);
      if (r > 0 && whole_known && !known_rest) continue;
      reading(token, {proclitics, is_first, known_rest, r == 0 && can_split, r > 0 && whole_known},
              word.shapes[r], given);
    }
    node.last_reading = static_cast<std::uint32_t>(parse_.reading_pool.size());
    parse_.nodes.push_back(std::move(node));
  }

  static bool knows(const std::vector<Given>& given, const Proclitics& proclitics) {
    return std::ranges::any_of(given, [&](const Given& g) { return g.proclitics == proclitics; });
  }

  /// An unknown word that is proclitics and a known word, or proclitics and the article.
  static bool splits(const WordCache::Word& word, const std::vector<Given>& given) {
    for (std::size_t r = 1; r < word.readings.size(); ++r) {
      const Reading& reading = word.readings[r];
      if (knows(given, reading.proclitics)) return true;
      if (reading.form.size() > kArticle.size() + 4 && reading.form.starts_with(kArticle))
        return true;
    }
    return false;
  }

  /// What is known of a reading before its classes are.
  struct Seen {
    Proclitics proclitics;
    bool is_first = false;
    bool is_known = false;
    bool is_splittable = false;
    bool is_known_whole = false;
  };

  void reading(const Token& token, const Seen& seen, const std::vector<ClassId>& shapes,
               const std::vector<Given>& given) {
    auto& pool = parse_.class_pool;
    NodeReading reading{seen.proclitics, static_cast<std::uint32_t>(pool.size()), 0};
    for (const Given& g : given) {
      if (g.proclitics == seen.proclitics) pool.push_back(g.cls);
    }
    for (const ClassId cls : shapes) pool.push_back(marked(cls, Mark::single));
    const auto add = [&](BuiltIn which) { pool.push_back(marked(built_in_[which], Mark::single)); };
    static constexpr BuiltIn kOfKind[] = {BuiltIn::word, BuiltIn::latin, BuiltIn::number,
                                          BuiltIn::punct};
    add(kOfKind[static_cast<std::size_t>(token.kind)]);
    if (seen.is_known) add(BuiltIn::known);
    if (!token.spaced) add(BuiltIn::glued);
    if (seen.is_first) add(BuiltIn::first);
    if (seen.is_splittable) add(BuiltIn::splittable);
    if (seen.is_known_whole) add(BuiltIn::known_whole);
    const std::string_view written = slice(article_.text, token.span);
    if (written.ends_with("\u064A")) add(BuiltIn::final_yeh);
    if (written.ends_with("\u0649")) add(BuiltIn::final_maqsura);
    classes_.add_defined(pool, reading.first_class);
    reading.last_class = static_cast<std::uint32_t>(pool.size());
    parse_.reading_pool.push_back(reading);
  }

  const Article& article_;
  const TokenizedText& text_;
  const ClassTable& classes_;
  WordCache& cache_;
  Parse& parse_;
  std::array<ClassId, kBuiltIn.size()> built_in_{};
  std::vector<std::vector<Given>> by_token_;
};

}  // namespace

void Parse::clear() {
  text = nullptr;
  rows.clear();
  nodes.clear();
  reading_pool.clear();
  class_pool.clear();
  matches.clear();
  matches_of_row.clear();
  mentions.clear();
  relations.clear();
  sames.clear();
}

ClassTable::ClassTable(const Lexicon& lexicon) : lexicon_(&lexicon) {
  const auto names = lexicon.class_names();
  for (std::size_t i = 0; i < names.size(); ++i) ids_[names[i]] = static_cast<ClassId>(i);
  for (const std::string_view name : kBuiltIn) declare(name);
  for (const std::string_view name : kEntityTypeNames) declare(name);
}

ClassId ClassTable::named(std::string_view name) const {
  const auto found = ids_.find(name);
  return found == ids_.end() ? Lexicon::kNoClass : found->second;
}

std::string_view ClassTable::name(ClassId cls) const {
  const auto found = std::ranges::find(ids_, cls, [](const auto& entry) { return entry.second; });
  return found == ids_.end() ? std::string_view{} : std::string_view(found->first);
}

ClassId ClassTable::declare(std::string_view name) {
  if (const ClassId found = named(name); found != Lexicon::kNoClass) return found;
  const auto id = static_cast<ClassId>(ids_.size());
  ids_.emplace(name, id);
  return id;
}

Status ClassTable::define(const ClassDefinition& definition) {
  const auto fail = [&](std::string message) {
    return Error{Error::Kind::data, std::move(message), definition.file, definition.line};
  };
  if (named(definition.name) != Lexicon::kNoClass) {
    return fail(fmt::format("class '{}' exists already", definition.name));
  }
  Defined defined;
  for (const auto& alternative : definition.alternatives) {
    std::vector<Term> terms;
    for (const ClassTerm& term : alternative) {
      const ClassId cls = named(term.name);
      if (cls == Lexicon::kNoClass) return fail(fmt::format("unknown class '{}'", term.name));
      terms.push_back({cls, term.negated, term.in_longer});
    }
    defined.alternatives.push_back(std::move(terms));
  }
  defined.cls = declare(definition.name);
  defined_.push_back(std::move(defined));
  return Done{};
}

void ClassTable::add_defined(std::vector<MarkedClass>& pool, std::uint32_t from) const {
  const auto holds = [&](const Term& term) {
    bool has = among(pool, from, pool.size(), marked(term.cls, Mark::single));
    for (const Mark mark : {Mark::begin, Mark::inside, Mark::end}) {
      has = has || (term.in_longer && among(pool, from, pool.size(), marked(term.cls, mark)));
    }
    return has != term.negated;
  };
  for (const Defined& defined : defined_) {
    if (std::ranges::any_of(defined.alternatives, [&](const std::vector<Term>& terms) {
          return std::ranges::all_of(terms, holds);
        })) {
      pool.push_back(marked(defined.cls, Mark::single));
    }
  }
}

const WordCache::Word& WordCache::word(const Token& token, std::string_view form,
                                       const Lexicon& lexicon) {
  const auto [found, is_new] = words_.try_emplace(token.hash);
  Word& word = found->second;
  if (!is_new) return word;
  if (token.kind == TokenKind::word) {
    word.readings = clitic_readings(form);
  } else {
    word.readings.push_back({{}, std::string(form)});
  }
  for (const Reading& reading : word.readings) word.shapes.push_back(lexicon.shapes(reading.form));
  return word;
}

void start_rows(const Article& article, const TokenizedText& text, const ClassTable& classes,
                WordCache& cache, Parse& parse) {
  parse.clear();
  parse.text = &text;
  RowBuilder builder(article, text, classes, cache, parse);
  for (const TokenRange& sentence : text.sentences) builder.row(sentence);
  parse.matches_of_row.push_back(static_cast<std::uint32_t>(parse.matches.size()));
}

}  // namespace rawabit
