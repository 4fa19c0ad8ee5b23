#include "rules/start_rows.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <string>

#include "text/letters.h"
#include "tokens/clitics.h"

namespace rawabit {
namespace {

constexpr std::size_t kMostReadings = std::size_t{1} << 20U;  // 32 MB
constexpr std::string_view kHamzaAbove = "\u0623";
constexpr std::string_view kHamzaBelow = "\u0625";
constexpr std::string_view kYeh = "\u064A";
constexpr std::string_view kMaqsura = "\u0649";

/// Builds the readings of the tokens, sentence by sentence.
class RowBuilder {
 public:
  RowBuilder(const Article& article, const TokenizedText& text, const ClassTable& classes,
             ShapeCache& shapes, Parse& parse)
      : article_(article), text_(text), classes_(classes), shapes_(shapes), parse_(parse) {
    for (std::size_t i = 0; i < kBuiltInClasses.size(); ++i) {
      built_in_[i] = marked(classes.named(kBuiltInClasses[i]), Mark::single);
    }
  }

  void run() {
    classes_.lexicon().match(text_, text_.sentences, parse_.matches);
    count_matches();
    yeh_tells_ = yeh_tells();
    parse_.nodes.reserve(text_.tokens.size());
    for (const TokenRange& sentence : text_.sentences) row(sentence);
  }

 private:
  void count_matches() {
    auto& before = parse_.matches_before;
    before.assign(text_.tokens.size() + 1, 0);
    for (const LexiconMatch& match : parse_.matches) ++before[match.first + 1];
    std::partial_sum(before.begin(), before.end(), before.begin());
  }

  struct Given {
    Proclitics proclitics;
    MarkedClass cls = 0;
  };
  using GivenOfToken = std::span<const Given>;

  /// A token and what its place tells of it.
  struct Seen {
    const Token& token;
    bool is_first = false;
    bool ends_with_yeh = false;
    bool ends_with_maqsura = false;
    bool is_hamzated = false;
  };

  void row(TokenRange sentence) {
    const auto matches = parse_.matches_from(sentence.first, sentence.last);
    spread(matches, sentence);
    const auto count = sentence.last - sentence.first;
    keys_.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      keys_[i] = key_of(look_at(sentence.first + i, i == 0), given(i));
      parse_.kinds->prepare(keys_[i]);
    }
    std::vector<std::uint32_t> row(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t token = sentence.first + i;
      row[i] = static_cast<std::uint32_t>(parse_.nodes.size());
      const auto known = parse_.kinds->remembered(keys_[i]);
      const KindId kind = known ? *known : new_kind(keys_[i], look_at(token, i == 0), given(i));
      parse_.nodes.push_back({.first = token, .last = token + 1, .kind = kind});
    }
    parse_.rows.push_back(std::move(row));
  }

  /// The classes of the matches, to each of their tokens, in the order of the matches.
  void spread(std::span<const LexiconMatch> matches, TokenRange sentence) {
    given_from_.assign(sentence.last - sentence.first + 1, 0);
    for (const LexiconMatch& match : matches) {
      for (std::uint32_t t = match.first; t < match.last; ++t) {
        ++given_from_[t - sentence.first + 1];
      }
    }
    std::partial_sum(given_from_.begin(), given_from_.end(), given_from_.begin());
    given_.resize(given_from_.back());
    given_to_.assign(given_from_.begin(), given_from_.end());
    for (const LexiconMatch& match : matches) {
      for (std::uint32_t t = match.first; t < match.last; ++t) {
        given_[given_to_[t - sentence.first]++] = {
            t == match.first ? match.proclitics : Proclitics{}, marked(match.cls, mark(match, t))};
      }
    }
  }
  static Mark mark(const LexiconMatch& match, std::uint32_t token) {
    if (match.last - match.first == 1) return Mark::single;
    if (token == match.first) return Mark::begin;
    return token + 1 == match.last ? Mark::end : Mark::inside;
  }
  GivenOfToken given(std::uint32_t i) const {
    return {given_.data() + given_from_[i], given_.data() + given_from_[i + 1]};
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
    return std::ranges::none_of(parse_.matches, [&](const LexiconMatch& match) {
      return match.cls == to && match.last == match.first + 1 &&
             written(match.first).ends_with(kYeh);
    });
  }

  static unsigned flags(const Seen& seen) {
    return static_cast<unsigned>(seen.token.kind) << 5U |
           static_cast<unsigned>(seen.is_hamzated) << 4U |
           static_cast<unsigned>(seen.token.spaced) << 3U |
           static_cast<unsigned>(seen.is_first) << 2U |
           static_cast<unsigned>(seen.ends_with_yeh) << 1U |
           static_cast<unsigned>(seen.ends_with_maqsura);
  }
  static std::uint64_t mix_given(std::uint64_t key, GivenOfToken given) {
    for (const Given& g : given) key = mix_key(key, number_of(g.proclitics) << 32U | g.cls);
    return key;
  }

  /// The key has all that the kind is made from.
  static std::uint64_t key_of(const Seen& seen, GivenOfToken given) {
    return mix_given(mix_key(seen.token.hash, flags(seen)), given);
  }

  KindId new_kind(std::uint64_t key, const Seen& seen, GivenOfToken given) {
    const KindId kind = kind_of_parts(seen, given);
    parse_.kinds->remember(key, kind);
    return kind;
  }

  /// A reading that counts.
  struct Part {
    Proclitics proclitics;
    std::uint32_t shapes = 0;  ///< their number in the cache
    ClassId literal = Lexicon::kNoClass;
    bool known_rest = false;
    bool known_whole = false;
    bool can_split = false;
  };

  KindId kind_of_parts(const Seen& seen, GivenOfToken given) {
    find_parts(seen, given);
    constexpr std::uint64_t kParts = 0x70617274;  // begins no key of a token
    std::uint64_t key = mix_given(mix_key(kParts, flags(seen)), given);
    for (const Part& part : parts_) {
      key = mix_key(key, number_of(part.proclitics) << 32U | part.shapes);
      key = mix_key(key, part.literal * 2U + (part.can_split ? 1 : 0));
    }
    if (const auto known = parse_.kinds->remembered(key)) return *known;
    draft_.clear();
    for (const Part& part : parts_) draft(seen, given, part);
    const KindId kind = parse_.kinds->intern(draft_);
    parse_.kinds->remember(key, kind);
    return kind;
  }

  void find_parts(const Seen& seen, GivenOfToken given) {
    const std::string_view form = text_.form(seen.token);
    ProcliticList readings;
    readings.count = 1;
    if (seen.token.kind == TokenKind::word) readings = proclitics_of(form);
    const bool whole_known = knows(given, Proclitics{});
    parts_.clear();
    for (std::size_t r = 0; r < readings.count; ++r) {
      const Proclitics& proclitics = readings.all[r];
      const bool known_rest = knows(given, proclitics);
      if (r > 0 && whole_known && !known_rest) continue;
      if (proclitics.lam_restored && !known_rest && knows_with_article(readings, given)) continue;
      parts_.push_back(
          {.proclitics = proclitics,
           .shapes = shapes_.number_of(seen.token.hash, form, r, proclitics, classes_.lexicon()),
           .literal = classes_.literal(form, proclitics),
           .known_rest = known_rest,
           .known_whole = r > 0 && whole_known,
           .can_split = r == 0 && !whole_known && splits(form, readings, given)});
    }
  }

  void draft(const Seen& seen, GivenOfToken given, const Part& part) {
    const auto from = static_cast<std::uint32_t>(draft_.classes.size());
    for (const Given& g : given) {
      if (g.proclitics == part.proclitics) draft_.classes.push_back(g.cls);
    }
    for (const ClassId cls : shapes_.classes(part.shapes)) {
      draft_.classes.push_back(marked(cls, Mark::single));
    }
    if (part.known_rest) add(BuiltIn::known);
    if (part.can_split) add(BuiltIn::splittable);
    if (part.known_whole) add(BuiltIn::known_whole);
    add_seen(seen);
    classes_.add_defined(draft_.classes, from, places_);
    if (part.literal != Lexicon::kNoClass) {
      draft_.classes.push_back(marked(part.literal, Mark::single));
    }
    draft_.readings.push_back(
        {part.proclitics, from, static_cast<std::uint32_t>(draft_.classes.size())});
  }

  void add_seen(const Seen& seen) {
    static constexpr BuiltIn kOfKind[] = {BuiltIn::word, BuiltIn::latin, BuiltIn::number,
                                          BuiltIn::punct};
    add(kOfKind[static_cast<std::size_t>(seen.token.kind)]);
    if (!seen.token.spaced) add(BuiltIn::glued);
    if (seen.is_first) add(BuiltIn::first);
    if (seen.ends_with_yeh) add(BuiltIn::final_yeh);
    if (seen.ends_with_maqsura) add(BuiltIn::final_maqsura);
    if (seen.is_hamzated) add(BuiltIn::hamzated);
  }

  void add(BuiltIn which) { draft_.classes.push_back(built_in_[static_cast<std::size_t>(which)]); }

  static bool knows(GivenOfToken given, const Proclitics& proclitics) {
    return std::ranges::any_of(given, [&](const Given& g) { return g.proclitics == proclitics; });
  }

  /// "For the time" is a word that is known, and no "for the" before an unknown one in lam.
  static bool knows_with_article(const ProcliticList& readings, GivenOfToken given) {
    return std::any_of(readings.all.begin(), readings.all.begin() + readings.count,
                       [&](const Proclitics& proclitics) {
                         return proclitics.article_restored && knows(given, proclitics);
                       });
  }

  /// An unknown word that is proclitics and a known word, or proclitics and the article.
  static bool splits(std::string_view form, const ProcliticList& readings, GivenOfToken given) {
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
  std::vector<Given> given_;               ///< of the tokens of the sentence, one after another
  std::vector<std::uint32_t> given_from_;  ///< of each token, and the end
  std::vector<std::uint32_t> given_to_;    ///< scratch of spread()
  std::vector<std::uint64_t> keys_;        ///< of the tokens of the sentence
  std::vector<Part> parts_;                ///< of a token
  KindDraft draft_;
  ClassPlaces places_;
};

}  // namespace

void Parse::clear() {
  text = nullptr;
  kinds = nullptr;
  rows.clear();
  nodes.clear();
  lists.clear();
  first_body_sentence = 0;
  matches.clear();
  matches_before.assign(1, 0);
  mentions.clear();
  relations.clear();
  sames.clear();
}

std::uint32_t ShapeCache::number_of(std::uint64_t hash, std::string_view form, std::size_t number,
                                    const Proclitics& reading, const Lexicon& lexicon) {
  const std::uint64_t key = mix_key(hash, number);
  if (const auto known = readings_.find(key)) return *known;
  const auto [set, is_new] = numbers_.try_emplace(lexicon.shapes(reading_form(form, reading)),
                                                  static_cast<std::uint32_t>(sets_.size()));
  if (is_new) sets_.push_back(&set->first);
  readings_.put(key, set->second);
  return set->second;
}

bool ShapeCache::is_full() const { return readings_.size() >= kMostReadings; }

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
  RowBuilder(article, text, classes, shapes, parse).run();
  parse.first_body_sentence = first_body_sentence(article, text);
}

}  // namespace rawabit
