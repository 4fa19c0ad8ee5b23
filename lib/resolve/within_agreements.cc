#include "resolve/within_agreements.h"

#include <algorithm>

#include "resolve/within_names.h"

namespace rawabit {
namespace {

/// The kind by which "the agreement" stands for whatever was signed.
constexpr std::string_view kAnyKind = "agreement";

/// The kind that nobody signs: "the agreement" is another thing than it.
constexpr std::string_view kProposal = "initiative";

std::string first_word(std::string_view text) {
  return std::string(text.substr(0, text.find(' ')));
}

bool holds_all(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
  return std::ranges::all_of(
      part, [&](const std::string& word) { return std::ranges::find(whole, word) != whole.end(); });
}

/// The same, or one of them with a word more, but no single word.
bool is_tail_repeated(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || a == b) return !a.empty();
  return std::min(a.size(), b.size()) > 1 && (holds_all(a, b) || holds_all(b, a));
}

}  // namespace

AgreementComparison::AgreementComparison(const Parse& parse, const Lexicon& lexicon)
    : parse_(parse),
      lexicon_(lexicon),
      topics_(parse, lexicon),
      preposition_(lexicon.class_named("PREP")),
      definite_(lexicon.class_named("AGREEMENT_NOUN_DEF")),
      weak_definite_(lexicon.class_named("AGREEMENT_WEAK_DEF")),
      article_(lexicon.class_named("AL")),
      signing_(lexicon.class_named("SIGNING")),
      about_(lexicon.class_named("TOPIC_MARK")),
      several_(lexicon.class_named("AGREEMENTS_SIGNED")),
      about_indefinite_(lexicon.class_named("TOPIC_MARK_INDEF")),
      told_signing_{lexicon.class_named("N_SIGN"), lexicon.class_named("V_SIGN_IT")} {
  for (const char* name :
       {"AGREEMENT_NOUN", "AGREEMENT_NOUN_DEF", "AGREEMENTS_SIGNED", "STRATEGY_NOUN",
        "STRATEGY_NOUN_DEF", "AGREEMENT_WEAK", "AGREEMENT_WEAK_DEF"}) {
    nouns_.push_back(lexicon.class_named(name));
  }
  facts_.resize(parse.mentions.size());
  for (std::size_t m = 0; m < parse.mentions.size(); ++m) {
    const FoundMention& mention = parse.mentions[m];
    if (mention.type == EntityType::agreement && !mention.dropped) facts_[m] = facts_of(mention);
  }
}

AgreementComparison::Facts AgreementComparison::facts_of(const FoundMention& mention) const {
  Facts facts;
  facts.is_in_headline = mention.sentence == 0 && parse_.first_body_sentence == 1;
  facts.is_several = parse_.has_class_at(mention.first, several_) ||
                     (mention.first + 1 < mention.last &&
                      parse_.has_class_at(mention.first + 1, several_));  // behind a number
  facts.is_being_signed = stands_after_signing(mention);
  facts.is_told_signed = facts.is_being_signed || is_told_signed(mention);
  std::uint32_t at = mention.first + 1;
  for (const LexiconMatch& match : parse_.matches_at(mention.first)) {
    const bool is_noun = std::ranges::find(nouns_, match.cls) != nouns_.end();
    if (!is_noun || match.last > mention.last || match.last < at) continue;
    const auto& attributes = lexicon_.entries()[match.entry].attributes;
    const auto kind = attributes.find("en");
    if (kind != attributes.end()) facts.kind = first_word(kind->second);
    facts.is_definite = match.cls == definite_ || match.cls == weak_definite_;
    at = match.last;
  }
  const std::uint32_t begin = at;
  while (at < mention.last && !ends_name(at)) ++at;
  FoundMention name = mention;
  name.first = begin;
  name.last = at;
  name.proclitics = {};
  facts.words = name_words(parse_, name);
  name.first = at;
  name.last = mention.last;
  facts.tail = name_words(parse_, name);
  facts.has_definite_name = begin < at && !facts.is_definite && has_article(at - 1);
  find_nested(mention, facts);
  return facts;
}

void AgreementComparison::find_nested(const FoundMention& whole, Facts& facts) const {
  facts.sentence = whole.sentence;
  for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
    const FoundMention& inner = parse_.mentions[m];
    if (inner.dropped || inner.first < whole.first || inner.last > whole.last) continue;
    if (inner.type == EntityType::topic) facts.fields.push_back(m);
    const bool is_party =
        inner.type == EntityType::organization || inner.type == EntityType::country;
    if (is_party) facts.parties.push_back(m);
  }
}

bool AgreementComparison::stands_after_signing(const FoundMention& mention) const {
  constexpr std::uint32_t kReach = 12;
  const std::uint32_t near = mention.first < kReach ? 0 : mention.first - kReach;
  const std::uint32_t first = std::max(parse_.text->sentences[mention.sentence].first, near);
  return std::ranges::any_of(parse_.matches_from(first, mention.first),
                             [&](const LexiconMatch& match) { return match.cls == signing_; });
}

/// "The signing of an agreement", "an agreement that they signed", "was signed".
bool AgreementComparison::is_told_signed(const FoundMention& mention) const {
  constexpr std::uint32_t kNear = 3;
  const TokenRange& sentence = parse_.text->sentences[mention.sentence];
  const std::uint32_t near = mention.first < kNear ? 0 : mention.first - kNear;
  const auto is_signing = [&](const LexiconMatch& match) {
    return match.cls == signing_ ||
           std::ranges::find(told_signing_, match.cls) != told_signing_.end();
  };
  return std::ranges::any_of(parse_.matches_from(std::max(sentence.first, near), mention.first),
                             is_signing) ||
         std::ranges::any_of(
             parse_.matches_from(mention.last, std::min(sentence.last, mention.last + kNear)),
             is_signing);
}

bool AgreementComparison::has_article(std::uint32_t token) const {
  const auto shapes = lexicon_.shapes(parse_.text->form(parse_.text->tokens[token]));
  return std::ranges::find(shapes, article_) != shapes.end();
}

/// A preposition, also one that is written with its noun; "concerned with".
bool AgreementComparison::ends_name(std::uint32_t token) const {
  return std::ranges::any_of(parse_.matches_at(token), [&](const LexiconMatch& match) {
    return match.cls == preposition_ || match.cls == about_ || match.cls == about_indefinite_ ||
           match.proclitics.preposition != Preposition::none;
  });
}

/// The headline's "agreement" is what the article says to be signed first, whatever its kind; its
/// memorandum is another's only where that is of another kind.
bool AgreementComparison::is_told_again(const Facts& earlier, const Facts& later) {
  const bool is_broader = earlier.kind == kAnyKind || later.kind == kAnyKind;
  if (!earlier.is_in_headline || later.is_in_headline || !later.is_told_signed) return false;
  return is_broader || earlier.kind == later.kind;
}

/// The same name, and at most one of the two is told at length.
bool AgreementComparison::has_same_words(const Facts& earlier, const Facts& later) {
  if (earlier.words.empty() || earlier.words != later.words) return false;
  return earlier.tail.empty() || later.tail.empty();
}

/// "An agreement ... as well as an agreement".
bool AgreementComparison::are_side_by_side(const Facts& earlier, const Facts& later) {
  return earlier.sentence == later.sentence && !earlier.is_in_headline && !later.is_definite &&
         !earlier.is_definite;
}

/// Two that are told at length, in other words.
bool AgreementComparison::are_apart(const Facts& earlier, const Facts& later) {
  if (earlier.is_in_headline || later.is_definite) return false;
  if (earlier.tail.empty() || later.tail.empty()) return false;
  return !holds_all(earlier.tail, later.tail) && !holds_all(later.tail, earlier.tail);
}

bool AgreementComparison::is_one_field(std::uint32_t a, std::uint32_t b) const {
  const FoundMention &one = parse_.mentions[a], &other = parse_.mentions[b];
  return topics_.are_one(one, name_words(parse_, one), other, name_words(parse_, other));
}

/// Of one kind, on the same topics, told in two sentences, and at most one names its parties.
bool AgreementComparison::are_of_one_field(const Facts& earlier, const Facts& later) const {
  if (earlier.kind != later.kind || earlier.sentence == later.sentence) return false;
  if (!earlier.parties.empty() && !later.parties.empty()) return false;
  if (earlier.fields.empty() || earlier.fields.size() != later.fields.size()) return false;
  return std::ranges::equal(earlier.fields, later.fields,
                            [&](std::uint32_t a, std::uint32_t b) { return is_one_field(a, b); });
}

bool AgreementComparison::is_one(const Facts& earlier, const Facts& later) const {
  const bool same_kind = earlier.kind == later.kind;
  const bool may_be_any = later.is_definite && later.kind == kAnyKind && earlier.kind != kProposal;
  if (later.words.empty()) return same_kind || may_be_any;
  if (!same_kind) return false;
  if (earlier.words.empty()) return !later.has_definite_name;
  return holds_all(earlier.words, later.words) || holds_all(later.words, earlier.words);
}

bool AgreementComparison::joins(const std::vector<std::uint32_t>& group,
                                std::uint32_t mention) const {
  const Facts& later = facts_[mention];
  const auto is_another_number = [&](std::uint32_t m) {
    return facts_[m].is_several != later.is_several;
  };
  if (std::ranges::any_of(group, is_another_number)) return false;
  const bool is_new = later.is_being_signed && !later.is_definite;
  const auto is_repeated = [&](std::uint32_t m) {
    return is_tail_repeated(facts_[m].tail, later.tail) || has_same_words(facts_[m], later);
  };
  const auto was_told = [&](std::uint32_t m) {
    return !facts_[m].is_in_headline && !is_repeated(m);
  };
  const auto is_other = [&](std::uint32_t m) {
    return are_apart(facts_[m], later) || are_side_by_side(facts_[m], later);
  };
  const auto is_headline = [&](std::uint32_t m) { return is_told_again(facts_[m], later); };
  if (std::ranges::all_of(group, is_headline)) return true;
  const auto is_on_the_same = [&](std::uint32_t m) { return are_of_one_field(facts_[m], later); };
  if (std::ranges::any_of(group, is_on_the_same)) return true;
  if (std::ranges::any_of(group, is_other)) return false;
  if (is_new && std::ranges::any_of(group, was_told)) return false;
  const auto has_name = [&](std::uint32_t m) { return !facts_[m].words.empty(); };
  const bool is_named = std::ranges::any_of(group, has_name);
  return std::ranges::any_of(group, [&](std::uint32_t m) {
    if (is_named && !later.words.empty() && !has_name(m)) return false;
    return is_one(facts_[m], later);
  });
}

}  // namespace rawabit
