#include "rules/pairs.h"

#include <algorithm>
#include <optional>
#include <string>

#include "text/fold.h"

namespace rawabit {
namespace {

constexpr std::string_view kOne = "one";
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

bool is_called(const Parse& parse, const FoundMention& body, const std::string& noun) {
  return name_key(reading_form(form_at(parse, body.first), body.proclitics)) == noun;
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

}  // namespace

std::vector<std::uint32_t> pair_meant(const Parse& parse,
                                      std::pair<std::uint32_t, std::uint32_t> tokens,
                                      std::size_t row, const Lexicon& lexicon) {
  for (const LexiconMatch& match : parse.matches_from(tokens.first, tokens.second)) {
    const auto& attributes = lexicon.entries()[match.entry].attributes;
    const auto one = attributes.find(std::string(kOne));
    if (one == attributes.end() || match.last > tokens.second) continue;
    return last_two(parse, name_key(one->second), tokens.first, row);
  }
  return {};
}

}  // namespace rawabit
