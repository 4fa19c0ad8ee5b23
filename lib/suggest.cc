#include "suggest.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "model/annotation.h"
#include "text/fold.h"
#include "tokens/tokens.h"

namespace rawabit {
namespace {

constexpr std::size_t kMostKept = 200'000;
constexpr std::size_t kLongestSentence = 600;
constexpr std::size_t kMostTopicWords = 3;
constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// The classes of the gazetteers that the observer asks for.
struct Classes {
  explicit Classes(const Lexicon& lexicon)
      : article(lexicon.class_named("AL")),
        field(lexicon.class_named("FIELD_WORD")),
        portfolio(lexicon.class_named("PORTFOLIO")),
        names(named(lexicon,
                    {"GIVEN", "GIVEN_WEAK", "FAMILY", "FAMILY_WEAK", "NAME_PARTICLE", "PERSON"})),
        open(named(lexicon, {"COMMON", "COMMON_WEAK"})),
        no_noun(named(lexicon, {"PRESENT_VERB", "FUTURE_VERB_SHAPE", "PAST_PLURAL_VERB",
                                "TANWIN_ALEF", "PROCLITIC_SHAPE", "PLURAL_SOUND", "DUAL",
                                "PLURAL_SOUND_DEF", "PLURAL_MASC_DEF", "POSSESSIVE_SURE"})) {}

  static std::set<ClassId> named(const Lexicon& lexicon,
                                 std::initializer_list<std::string_view> names) {
    std::set<ClassId> ids;
    for (const std::string_view name : names) ids.insert(lexicon.class_named(name));
    return ids;
  }

  ClassId article;
  ClassId field;
  ClassId portfolio;
  std::set<ClassId> names;
  std::set<ClassId> open;     ///< lists of words that may be anything
  std::set<ClassId> no_noun;  ///< shapes of words that are no title and no head
};

/// A mention by the tokens of its sentence.
struct TokenMention {
  EntityType type = EntityType::person;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t begin = 0;  ///< byte of the sentence's text: after the proclitics
};

/// One sentence with what is known of its words.
class SentenceObserver {
 public:
  SentenceObserver(const Lexicon& lexicon, const Classes& classes, const Sentence& sentence,
                   const Annotation& annotation, ArticleObservations& out)
      : lexicon_(lexicon),
        classes_(classes),
        sentence_(sentence),
        text_(tokenize(sentence.text)),
        known_(text_.tokens.size()),
        is_name_(text_.tokens.size()),
        mention_at_(text_.tokens.size(), kNone),
        out_(out) {
    read_matches();
    read_mentions(annotation);
  }

  void observe() {
    for (const TokenMention& mention : mentions_) {
      if (mention.type == EntityType::person) {
        observe_name(mention);
        observe_before_person(mention);
      }
      if (mention.type == EntityType::organization) observe_before_body(mention);
    }
    for (const std::uint32_t field : fields_) observe_field(field);
    for (std::uint32_t t = 0; t < text_.tokens.size(); ++t) {
      if (is_unknown(t)) out_.unknown_words.push_back(text_.tokens[t].hash);
    }
  }

 private:
  void read_matches() {
    std::vector<LexiconMatch> matches;
    for (const TokenRange& range : text_.sentences) lexicon_.match(text_, range, matches);
    for (const LexiconMatch& match : matches) {
      const bool is_name = classes_.names.contains(match.cls);
      for (std::uint32_t t = match.first; t < match.last; ++t) {
        known_[t] = known_[t] || !classes_.open.contains(match.cls);
        is_name_[t] = is_name_[t] || is_name;
      }
      // "the field that ..." names none
      if (match.cls == classes_.field && !has_article(match.first)) fields_.push_back(match.last);
    }
  }

  void read_mentions(const Annotation& annotation) {
    for (const Entity& entity : annotation.entities) {
      for (const Mention& mention : entity.mentions) {
        if (!sentence_.span.contains(mention.span)) continue;
        add_mention(entity.type, {mention.span.begin - sentence_.span.begin,
                                  mention.span.end - sentence_.span.begin});
      }
    }
  }

  void add_mention(EntityType type, Span<Decoded> span) {
    const auto& tokens = text_.tokens;
    const auto first =
        std::ranges::find_if(tokens, [&](const Token& token) { return token.span.overlaps(span); });
    auto last = first;
    while (last != tokens.end() && last->span.begin < span.end) ++last;
    if (first == last) return;
    const TokenMention mention{type, static_cast<std::uint32_t>(first - tokens.begin()),
                               static_cast<std::uint32_t>(last - tokens.begin()), span.begin};
    for (std::uint32_t t = mention.first; t < mention.last; ++t) {
      mention_at_[t] = static_cast<std::uint32_t>(mentions_.size());
    }
    mentions_.push_back(mention);
  }

  [[nodiscard]] bool is_word(std::uint32_t t) const {
    return text_.tokens[t].kind == TokenKind::word;
  }
  /// In no list that says what it is, and in no mention.
  [[nodiscard]] bool is_unknown(std::uint32_t t) const {
    return is_word(t) && !known_[t] && mention_at_[t] == kNone;
  }
  [[nodiscard]] std::string words(std::uint32_t first, std::uint32_t last) const {
    return sentence_.text.substr(text_.tokens[first].span.begin,
                                 text_.tokens[last - 1].span.end - text_.tokens[first].span.begin);
  }
  [[nodiscard]] bool has_article(std::uint32_t t) const {
    const auto shapes = lexicon_.shapes(text_.form(text_.tokens[t]));
    return std::ranges::find(shapes, classes_.article) != shapes.end();
  }
  /// A word whose shape says that it is a verb, a plural or the like.
  [[nodiscard]] bool has_other_shape(std::uint32_t t) const {
    const auto shapes = lexicon_.shapes(text_.form(text_.tokens[t]));
    return std::ranges::any_of(shapes,
                               [&](ClassId shape) { return classes_.no_noun.contains(shape); });
  }

  void note(ProposalKind kind, std::string form) {
    if (sentence_.text.size() > kLongestSentence) return;
    out_.observations.push_back({kind, std::move(form), sentence_.text});
  }

  /// Unknown words that begin or end a name of which another part is known.
  void observe_name(const TokenMention& mention) {
    if (mention.last - mention.first < 2) return;
    const auto is_name = [&](std::uint32_t t) { return is_name_[t]; };
    const std::uint32_t last = mention.last - 1;
    if (!is_word(mention.first) || !is_word(last)) return;
    if (!is_name(mention.first) && is_name(mention.first + 1)) {
      const std::uint32_t end = text_.tokens[mention.first].span.end;
      note(ProposalKind::given, sentence_.text.substr(mention.begin, end - mention.begin));
    }
    if (!is_name(last) && is_name(last - 1)) note(ProposalKind::family, words(last, last + 1));
  }

  void observe_before_person(const TokenMention& person) {
    if (person.first == 0) return;
    const std::uint32_t before = person.first - 1;
    if (is_unknown(before)) {
      if (!has_other_shape(before)) note(ProposalKind::title, words(before, before + 1));
      return;
    }
    if (mention_at_[before] == kNone) return;
    const TokenMention& body = mentions_[mention_at_[before]];
    if (body.type != EntityType::organization || body.last != person.first || body.first == 0)
      return;
    if (is_unknown(body.first - 1) && !has_other_shape(body.first - 1)) {
      note(ProposalKind::position, words(body.first - 1, body.first));
    }
  }

  void observe_before_body(const TokenMention& body) {
    if (body.first == 0 || !is_unknown(body.first - 1)) return;
    const std::uint32_t before = body.first - 1;
    // A proclitic on the body ends what is before it; a word with the article governs nothing.
    if (body.begin != text_.tokens[body.first].span.begin) return;
    if (has_article(before) || has_other_shape(before)) return;
    note(ProposalKind::head, words(before, before + 1));
  }

  void observe_field(std::uint32_t first) {
    std::uint32_t last = first;
    while (last < text_.tokens.size() && last - first < kMostTopicWords && is_unknown(last) &&
           has_article(last)) {
      ++last;
    }
    if (last > first) note(ProposalKind::topic, words(first, last));
  }

  const Lexicon& lexicon_;
  const Classes& classes_;
  const Sentence& sentence_;
  TokenizedText text_;
  std::vector<bool> known_, is_name_;
  std::vector<std::uint32_t> mention_at_;
  std::vector<TokenMention> mentions_;
  std::vector<std::uint32_t> fields_;  ///< the tokens after words that announce a field
  ArticleObservations& out_;
};

/// Does a country or another body stand within the mention?
bool holds_another(const Annotation& annotation, const Mention& outer) {
  return std::ranges::any_of(annotation.entities, [&](const Entity& entity) {
    const bool counts =
        entity.type == EntityType::country || entity.type == EntityType::organization;
    return counts && std::ranges::any_of(entity.mentions, [&](const Mention& inner) {
             return outer.span.contains(inner.span) && inner.span != outer.span;
           });
  });
}

const Sentence* sentence_with(const Annotation& annotation, Span<Original> span) {
  const auto found = std::ranges::find_if(
      annotation.sentences, [&](const Sentence& sentence) { return sentence.span.contains(span); });
  return found == annotation.sentences.end() ? nullptr : &*found;
}

/// A ministry by its portfolio: such names the rules make of two lists.
bool is_of_portfolio(const Lexicon& lexicon, const Classes& classes, std::string_view name) {
  const std::string rest = fold(name.substr(name.find(' ') + 1));
  const auto entries = lexicon.lookup(rest);
  return std::ranges::any_of(entries, [&](EntryId entry) {
    const LexiconList& list = lexicon.lists()[lexicon.entries()[entry].list];
    return lexicon.class_named(list.class_name) == classes.portfolio;
  });
}

/// Bodies of several words that no list has.
void observe_bodies(const Lexicon& lexicon, const Classes& classes, const Annotation& annotation,
                    ArticleObservations& out) {
  for (const Entity& entity : annotation.entities) {
    if (entity.type != EntityType::organization || entity.name.find(' ') == std::string::npos) {
      continue;
    }
    if (!lexicon.lookup_key(name_key(entity.name)).empty()) continue;
    if (is_of_portfolio(lexicon, classes, entity.name)) continue;
    const Mention& first = entity.mentions.front();
    const Sentence* const sentence = sentence_with(annotation, first.span);
    if (sentence == nullptr || holds_another(annotation, first)) continue;
    if (sentence->text.size() > kLongestSentence) continue;
    out.observations.push_back({ProposalKind::body, entity.name, sentence->text});
  }
}

bool needs_share(ProposalKind kind) {
  return kind == ProposalKind::title || kind == ProposalKind::position ||
         kind == ProposalKind::head;
}

}  // namespace

Result<ArticleObservations> observe(const Pipeline& pipeline, const RawDocument& document) {
  const Result<Annotation> annotation = pipeline.annotate(document);
  if (!annotation) return annotation.error();
  const Lexicon& lexicon = pipeline.lexicon();
  const Classes classes(lexicon);
  ArticleObservations out;
  observe_bodies(lexicon, classes, *annotation, out);
  for (const Sentence& sentence : annotation->sentences) {
    // Bytes of the text count as bytes of the file only where the file is UTF-8.
    if (sentence.text.size() != sentence.span.size()) continue;
    SentenceObserver(lexicon, classes, sentence, *annotation, out).observe();
  }
  return out;
}

void Proposals::add(ArticleObservations article) {
  std::set<std::string> of_article;
  for (Observation& observed : article.observations) {
    std::string key = std::string(kProposalKindNames[static_cast<std::size_t>(observed.kind)]) +
                      " " + name_key(observed.form);
    Proposal& proposal = seen_[key];
    if (proposal.uses == 0) {
      proposal = {observed.kind, std::move(observed.form), 0, 0, std::move(observed.sentence)};
    }
    ++proposal.uses;
    if (of_article.insert(std::move(key)).second) ++proposal.articles;
  }
  for (const std::uint64_t word : article.unknown_words) ++word_uses_[word];
  if (seen_.size() > kMostKept || word_uses_.size() > 2 * kMostKept) forget_rare();
}

void Proposals::forget_rare() {
  std::erase_if(seen_, [](const auto& entry) { return entry.second.uses == 1; });
  std::erase_if(word_uses_, [](const auto& entry) { return entry.second == 1; });
}

std::vector<Proposal> Proposals::ranked(const ProposalLimits& limits) const {
  std::vector<Proposal> ranked;
  for (const auto& [key, proposal] : seen_) {
    if (proposal.articles < limits.articles) continue;
    if (needs_share(proposal.kind)) {
      const auto uses = word_uses_.find(token_hash(fold(proposal.form)));
      const double all = uses == word_uses_.end() ? 0.0 : static_cast<double>(uses->second);
      if (static_cast<double>(proposal.uses) < limits.share * all) continue;
    }
    ranked.push_back(proposal);
  }
  std::ranges::sort(ranked, [](const Proposal& a, const Proposal& b) {
    return std::tuple(a.kind, b.articles, b.uses, std::string_view(a.form)) <
           std::tuple(b.kind, a.articles, a.uses, std::string_view(b.form));
  });
  return ranked;
}

}  // namespace rawabit
