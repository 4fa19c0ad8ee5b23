#include "rules/start_rows.h"

#include <algorithm>
#include <string>

#include "tokens/clitics.h"

namespace rawabit {
namespace {

constexpr std::size_t kMostWords = std::size_t{1} << 19U;  // some 25 MB
constexpr std::string_view kArticle = "\u0627\u0644";
constexpr std::string_view kHamzaAbove = "\u0623";
constexpr std::string_view kHamzaBelow = "\u0625";
constexpr std::string_view kYeh = "\u064A";
constexpr std::string_view kMaqsura = "\u0649";

/// Builds the readings of the tokens of one sentence.
class RowBuilder {
 public:
  RowBuilder(const Article& article, const TokenizedText& text, const ClassTable& classes,
             ShapeCache& shapes, Parse& parse)
      : article_(article),
        text_(text),
        classes_(classes),
        shapes_(shapes),
        parse_(parse),
        yeh_tells_(yeh_tells()) {
    for (std::size_t i = 0; i < kBuiltInClasses.size(); ++i) {
      built_in_[i] = marked(classes.named(kBuiltInClasses[i]), Mark::single);
    }
  }

  void row(TokenRange sentence) {
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
      const KindId kind = kind_of(look_at(i, i == sentence.first), by_token_[i - sentence.first]);
      parse_.nodes.push_back({.first = i, .last = i + 1, .kind = kind});
    }
    parse_.rows.push_back(std::move(row));
  }

 private:
  struct Given {
    Proclitics proclitics;
    MarkedClass cls = 0;
  };

  /// A token and what its place tells of it.
  struct Seen {
    const Token& token;
    bool is_first = false;
    bool ends_with_yeh = false;
    bool ends_with_maqsura = false;
    bool is_hamzated = false;
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

  std::string_view written(std::uint32_t index) const {
    return slice(article_.text, text_.tokens[index].span);
  }

  Seen look_at(std::uint32_t index, bool is_first) const {
    const std::string_view word = written(index);
    return {text_.tokens[index], is_first, yeh_tells_ && word.ends_with(kYeh),
            word.ends_with(kMaqsura), is_hamzated(index, word)};
  }

  /// Folds to the article, but has a hamza on its alef.
  bool is_hamzated(std::uint32_t index, std::string_view word) const {
    return text_.form(text_.tokens[index]).starts_with(kArticle) &&
           (word.starts_with(kHamzaAbove) || word.starts_with(kHamzaBelow));
  }

  /// Does a final yeh tell a name from a preposition? Not where all prepositions have one.
  bool yeh_tells() const {
    if (article_.text.find(kMaqsura) != std::string::npos) return true;
    const ClassId to = classes_.lexicon().class_named("TO");
    std::vector<LexiconMatch> found;
    for (const TokenRange& sentence : text_.sentences) {
      classes_.lexicon().match(text_, sentence, found);
    }
    return std::ranges::none_of(found, [&](const LexiconMatch& match) {
      return match.cls == to && match.last == match.first + 1 &&
             written(match.first).ends_with(kYeh);
    });
  }

  /// The key has all that draft() looks at.
  KindId kind_of(const Seen& seen, const std::vector<Given>& given) {
    const unsigned flags = static_cast<unsigned>(seen.token.kind) << 5U |
                           static_cast<unsigned>(seen.is_hamzated) << 4U |
                           static_cast<unsigned>(seen.token.spaced) << 3U |
                           static_cast<unsigned>(seen.is_first) << 2U |
                           static_cast<unsigned>(seen.ends_with_yeh) << 1U |
                           static_cast<unsigned>(seen.ends_with_maqsura);
    std::uint64_t key = mix_key(seen.token.hash, flags);
    for (const Given& g : given) {
      key = mix_key(key, number_of(g.proclitics) << 32U | g.cls);
    }
    if (const auto known = parse_.kinds->remembered(key)) return *known;
    draft(seen, given);
    const KindId kind = parse_.kinds->intern(draft_);
    parse_.kinds->remember(key, kind);
    return kind;
  }

  void draft(const Seen& seen, const std::vector<Given>& given) {
    draft_.clear();
    const std::string_view form = text_.form(seen.token);
    ProcliticList readings;
    readings.count = 1;
    if (seen.token.kind == TokenKind::word) readings = proclitics_of(form);
    const auto shapes = shapes_.of(seen.token.hash, form, readings, classes_.lexicon());
    const bool whole_known = knows(given, Proclitics{});
    const bool can_split = !whole_known && splits(form, readings, given);
    for (std::size_t r = 0; r < readings.count; ++r) {
      const Proclitics& proclitics = readings.all[r];
      const bool known_rest = knows(given, proclitics);
      if (r > 0 && whole_known && !known_rest) continue;
      if (proclitics.lam_restored && !known_rest && knows_with_article(readings, given)) continue;
      const auto from = static_cast<std::uint32_t>(draft_.classes.size());
      for (const Given& g : given) {
        if (g.proclitics == proclitics) draft_.classes.push_back(g.cls);
      }
      for (const ClassId cls : *shapes[r]) draft_.classes.push_back(marked(cls, Mark::single));
      if (known_rest) add(BuiltIn::known);
      if (r == 0 && can_split) add(BuiltIn::splittable);
      if (r > 0 && whole_known) add(BuiltIn::known_whole);
      finish_reading(seen, form, {proclitics, from, 0});
    }
  }

  void finish_reading(const Seen& seen, std::string_view form, NodeReading reading) {
    static constexpr BuiltIn kOfKind[] = {BuiltIn::word, BuiltIn::latin, BuiltIn::number,
                                          BuiltIn::punct};
    add(kOfKind[static_cast<std::size_t>(seen.token.kind)]);
    if (!seen.token.spaced) add(BuiltIn::glued);
    if (seen.is_first) add(BuiltIn::first);
    if (seen.ends_with_yeh) add(BuiltIn::final_yeh);
    if (seen.ends_with_maqsura) add(BuiltIn::final_maqsura);
    if (seen.is_hamzated) add(BuiltIn::hamzated);
    classes_.add_defined(draft_.classes, reading.first_class, places_);
    const ClassId literal = classes_.literal(form, reading.proclitics);
    if (literal != Lexicon::kNoClass) draft_.classes.push_back(marked(literal, Mark::single));
    reading.last_class = static_cast<std::uint32_t>(draft_.classes.size());
    draft_.readings.push_back(reading);
  }

  void add(BuiltIn which) { draft_.classes.push_back(built_in_[static_cast<std::size_t>(which)]); }

  static bool knows(const std::vector<Given>& given, const Proclitics& proclitics) {
    return std::ranges::any_of(given, [&](const Given& g) { return g.proclitics == proclitics; });
  }

  /// "For the time" is a word that is known, and no "for the" before an unknown one in lam.
  static bool knows_with_article(const ProcliticList& readings, const std::vector<Given>& given) {
    return std::any_of(readings.all.begin(), readings.all.begin() + readings.count,
                       [&](const Proclitics& proclitics) {
                         return proclitics.article_restored && knows(given, proclitics);
                       });
  }

  /// An unknown word that is proclitics and a known word, or proclitics and the article.
  static bool splits(std::string_view form, const ProcliticList& readings,
                     const std::vector<Given>& given) {
    for (std::size_t r = 1; r < readings.count; ++r) {
      if (knows(given, readings.all[r])) return true;
      const std::string rest = reading_form(form, readings.all[r]);
      if (rest.size() > kArticle.size() + 4 && rest.starts_with(kArticle)) return true;
    }
    return false;
  }

  const Article& article_;
  const TokenizedText& text_;
  const ClassTable& classes_;
  ShapeCache& shapes_;
  Parse& parse_;
  bool yeh_tells_ = true;
  std::array<MarkedClass, kBuiltInClasses.size()> built_in_{};
  std::vector<std::vector<Given>> by_token_;
  KindDraft draft_;
  ClassPlaces places_;
};

}  // namespace

void Parse::clear() {
  text = nullptr;
  kinds = nullptr;
  rows.clear();
  nodes.clear();
  first_body_sentence = 0;
  matches.clear();
  mentions.clear();
  relations.clear();
  sames.clear();
}

ShapeCache::OfReadings ShapeCache::of(std::uint64_t hash, std::string_view form,
                                      const ProcliticList& readings, const Lexicon& lexicon) {
  const auto [word, is_new] = words_.try_emplace(hash);
  OfReadings out{};
  for (std::size_t r = 0; r < readings.count; ++r) {
    if (is_new) {
      const auto [set, is_new_set] =
          numbers_.try_emplace(lexicon.shapes(reading_form(form, readings.all[r])),
                               static_cast<std::uint32_t>(sets_.size()));
      if (is_new_set) sets_.push_back(&set->first);
      word->second[r] = set->second;
    }
    out[r] = sets_[word->second[r]];
  }
  return out;
}

bool ShapeCache::is_full() const { return words_.size() >= kMostWords; }

void ShapeCache::clear() { *this = {}; }

namespace {

std::uint32_t first_body_sentence(const Article& article, const TokenizedText& text) {
  const auto title = std::ranges::find(article.blocks, BlockKind::title, &Block::kind);
  if (title == article.blocks.end()) return 0;
  const auto body = std::ranges::find_if(text.sentences, [&](const TokenRange& sentence) {
    return text.tokens[sentence.first].span.begin >= title->span.end;
  });
  return static_cast<std::uint32_t>(body - text.sentences.begin());
}

}  // namespace

void start_rows(const Article& article, const TokenizedText& text, const ClassTable& classes,
                ShapeCache& shapes, NodeKinds& kinds, Parse& parse) {
  parse.clear();
  parse.text = &text;
  parse.kinds = &kinds;
  RowBuilder builder(article, text, classes, shapes, parse);
  for (const TokenRange& sentence : text.sentences) builder.row(sentence);
  parse.first_body_sentence = first_body_sentence(article, text);
}

}  // namespace rawabit
