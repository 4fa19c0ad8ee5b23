#include "resolve/within_persons.h"

#include <algorithm>
#include <string>

#include "text/letters.h"
#include "text/spelling.h"

namespace rawabit {
namespace {

constexpr std::string_view kServant = "servant";  // kind of the particle that only begins names

}  // namespace

PersonComparison::PersonComparison(const Parse& parse, const Lexicon& lexicon)
    : parse_(parse),
      lexicon_(lexicon),
      given_(lexicon.class_named("GIVEN")),
      weak_(lexicon.class_named("GIVEN_WEAK")),
      foreign_(lexicon.class_named("GIVEN_FOREIGN")),
      particle_(lexicon.class_named("NAME_PARTICLE")),
      statesman_(lexicon.class_named("STATESMAN")),
      called_by_given_(lexicon.class_named("CALLED_BY_GIVEN")) {}

bool PersonComparison::are_one_misspelt(std::uint32_t a, std::uint32_t b) const {
  const FoundMention &x = parse_.mentions[a], &y = parse_.mentions[b];
  const std::uint32_t words = x.last - x.first;
  if (words < 2 || words != y.last - y.first) return false;
  std::uint32_t slips = 0;
  for (std::uint32_t i = 0; i < words; ++i) {
    const std::uint32_t left = x.first + i, right = y.first + i;
    const Token &l = parse_.text->tokens[left], &r = parse_.text->tokens[right];
    if (parse_.text->form(l) == parse_.text->form(r)) continue;
    if (++slips > 1 || !differ_by_a_slip(left, right)) return false;
  }
  return slips == 1;
}

bool PersonComparison::is_end(std::uint32_t m) const {
  return begins_with_particle(m) || ends_a_longer(m);
}

bool PersonComparison::begins_with_particle(std::uint32_t m) const {
  const auto matches = parse_.matches_at(parse_.mentions[m].first);
  return std::ranges::any_of(matches, [&](const LexiconMatch& match) {
    if (match.cls != particle_) return false;
    const auto& attributes = lexicon_.entries()[match.entry].attributes;
    const auto kind = attributes.find("kind");
    return kind == attributes.end() || kind->second != kServant;
  });
}

bool PersonComparison::ends_a_longer(std::uint32_t m) const {
  const FoundMention& end = parse_.mentions[m];
  const std::uint32_t words = end.last - end.first;
  const bool is_known = words > 1 && (end.entry || is_statesman(end));
  if (!is_known && (end.entry || (is_given(end.first) && !is_one_given(end)))) return false;
  return std::ranges::any_of(parse_.mentions, [&](const FoundMention& whole) {
    if (whole.type != EntityType::person || whole.last - whole.first <= words) return false;
    const std::uint32_t from = whole.last - words;
    // Whom the gazetteers know by these words may have one given name more ("Muhammad Nawaz").
    if (is_known && (from - whole.first != 1 || !is_given(whole.first))) return false;
    for (std::uint32_t i = 0; i < words; ++i) {
      if (form(from + i) != form(end.first + i)) return false;
    }
    return !ends_another(from - 1, whole);
  });
}

/// Whose name the gazetteers have as it stands.
bool PersonComparison::is_statesman(const FoundMention& name) const {
  return std::ranges::any_of(parse_.matches_at(name.first), [&](const LexiconMatch& match) {
    return match.last == name.last && match.cls == statesman_;
  });
}

/// A given name of several words: "Zayn al-Abidin".
bool PersonComparison::is_one_given(const FoundMention& name) const {
  return std::ranges::any_of(parse_.matches_at(name.first), [&](const LexiconMatch& match) {
    return match.last == name.last && (match.cls == given_ || match.cls == weak_);
  });
}

/// Is the word the last one of another person's name, so that two names stand side by side?
bool PersonComparison::ends_another(std::uint32_t token, const FoundMention& whole) const {
  return std::ranges::any_of(parse_.mentions, [&](const FoundMention& other) {
    return other.type == EntityType::person && other.first != whole.first &&
           form(other.last - 1) == form(token);
  });
}

std::string_view PersonComparison::form(std::uint32_t token) const {
  return parse_.text->form(parse_.text->tokens[token]);
}

bool PersonComparison::may_stand_alone(std::uint32_t m) const {
  const std::uint32_t next = parse_.mentions[m].last;
  if (next >= parse_.text->tokens.size()) return true;
  if (parse_.text->form(parse_.text->tokens[next]).starts_with(kArticle)) return false;
  return std::ranges::none_of(parse_.matches_at(next),
                              [&](const LexiconMatch& match) { return match.cls == particle_; });
}

bool PersonComparison::is_called_by_given(std::uint32_t m) const {
  const std::uint32_t first = parse_.mentions[m].first;
  return first > 0 && parse_.has_class_at(first - 1, called_by_given_) && is_given(first);
}

bool PersonComparison::is_given(std::uint32_t token) const {
  const auto matches = parse_.matches_at(token);
  const auto has = [&](ClassId cls) {
    return std::ranges::any_of(matches,
                               [&](const LexiconMatch& match) { return match.cls == cls; });
  };
  return (has(given_) || has(weak_)) && !has(foreign_);
}

bool PersonComparison::differ_by_a_slip(std::uint32_t a, std::uint32_t b) const {
  constexpr std::size_t kFewest = 4;
  const std::string_view left = parse_.text->form(parse_.text->tokens[a]);
  const std::string_view right = parse_.text->form(parse_.text->tokens[b]);
  const std::u32string letters = letters_of(left);
  if (letters.size() < kFewest || letters_of(right).size() < kFewest) return false;
  return is_one_letter_off(letters, right) && !(is_given(a) && is_given(b));
}

}  // namespace rawabit
