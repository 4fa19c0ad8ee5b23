#include "rules/pairs.h"

#include <algorithm>
#include <optional>
#include <string>

#include "text/fold.h"

namespace rawabit {
namespace {

constexpr std::string_view kOne = "one";
constexpr std::string_view kAnyTwo = "TWO_PARTIES";
constexpr std::size_t kSentencesBack = 3;

std::string_view form_at(const Parse& parse, std::uint32_t token) {
  return parse.text->form(parse.text->tokens[token]);
}

/// One is the other, or its begin; their first words are the noun that both are called by.
bool begin_alike(const Parse& parse, const FoundMention& a, const FoundMention& b) {
  const std::uint32_t words = std::min(a.last - a.first, b.last - b.first);
  for (std::uint32_t i = 1; i < words; ++i) {
    if (form_at(parse, a.first + i) != form_at(parse, b.first + i)) return false;
  }
  return true;
}

std::string noun_of(const Parse& parse, const FoundMention& body) {
  return name_key(reading_form(form_at(parse, body.first), body.proclitics));
}

bool is_called(const Parse& parse, const FoundMention& body, const std::string& noun) {
  return noun_of(parse, body) == noun;
}

std::vector<std::uint32_t> last_two(const Parse& parse, const std::string& noun,
                                    std::uint32_t before, std::size_t row) {
  std::vector<std::uint32_t> out;
  for (auto m = static_cast<std::uint32_t>(parse.mentions.size()); m-- > 0 && out.size() < 2;) {
    const FoundMention& body = parse.mentions[m];
    if (body.type != EntityType::organization || body.dropped || body.is_short) continue;
    if (body.last > before || body.sentence + kSentencesBack < row) continue;
    if (!is_called(parse, body, noun)) continue;
    if (out.empty() || !begin_alike(parse, parse.mentions[out.front()], body)) out.push_back(m);
  }
  if (out.size() < 2) out.clear();
  return out;
}

/// Inside the name of another body.
bool is_nested(const Parse& parse, const FoundMention& body) {
  return std::ranges::any_of(parse.mentions, [&](const FoundMention& other) {
    return other.type == EntityType::organization && !other.dropped && other.first <= body.first &&
           body.last <= other.last && other.last - other.first > body.last - body.first;
  });
}

/// The different bodies that the sentence names before the dual.
std::vector<std::uint32_t> bodies_of(const Parse& parse, std::uint32_t before, std::size_t row) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t m = 0; m < parse.mentions.size(); ++m) {
    const FoundMention& body = parse.mentions[m];
    if (body.type != EntityType::organization || body.dropped || body.is_short) continue;
    if (body.last > before || body.sentence != row || is_nested(parse, body)) continue;
    const auto is_known = [&](std::uint32_t other) {
      const FoundMention& said = parse.mentions[other];
      return noun_of(parse, said) == noun_of(parse, body) && begin_alike(parse, said, body);
    };
    if (std::ranges::none_of(out, is_known)) out.push_back(m);
  }
  return out;
}

/// The bodies of the sentence, if just two; where it names none, and the noun fits whatever body
/// ("both institutions"), those of the one before.
std::vector<std::uint32_t> only_two(const Parse& parse, std::uint32_t before, std::size_t row,
                                    bool fits_any) {
  auto out = bodies_of(parse, before, row);
  if (out.empty() && fits_any && row > 0) out = bodies_of(parse, before, row - 1);
  if (out.size() != 2) out.clear();
  return out;
}

}  // namespace

std::vector<std::uint32_t> pair_meant(const Parse& parse,
                                      std::pair<std::uint32_t, std::uint32_t> tokens,
                                      std::size_t row, const Lexicon& lexicon) {
  for (const LexiconMatch& match : parse.matches_from(tokens.first, tokens.second)) {
    const auto& attributes = lexicon.entries()[match.entry].attributes;
    const auto one = attributes.find(std::string(kOne));
    if (one == attributes.end() || match.last > tokens.second) continue;
    auto two = last_two(parse, name_key(one->second), tokens.first, row);
    if (!two.empty()) return two;
    const bool fits_any = parse.has_class_at(match.first, lexicon.class_named(kAnyTwo));
    return only_two(parse, tokens.first, row, fits_any);
  }
  return {};
}

}  // namespace rawabit
