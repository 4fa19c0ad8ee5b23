#include "rules/delegation.h"

#include <algorithm>
#include <array>

namespace rawabit {
namespace {

constexpr std::size_t kSentencesBack = 5;
constexpr std::uint32_t kWordsBetween = 2;  // "a high delegation of"
constexpr std::uint32_t kWordsToLeader = 8;
constexpr std::uint32_t kWordsOfTitle = 10;

/// The delegation behind which the body stands: "a (high) delegation of the body". Behind "the
/// delegation" only a state in an adjective and who it is said to be from are of it.
std::optional<std::uint32_t> delegation_of(const Parse& parse, const FoundMention& body,
                                           const Lexicon& lexicon) {
  const ClassId delegation = lexicon.class_named("DELEGATION"), from = lexicon.class_named("FROM");
  const std::uint32_t begin = parse.text->sentences[body.sentence].first;
  for (std::uint32_t back = 1; back <= kWordsBetween + 1 && body.first >= begin + back; ++back) {
    for (const LexiconMatch& match : parse.matches_at(body.first - back)) {
      if (match.cls != delegation) continue;
      const bool is_definite = lexicon.entries()[match.entry].attributes.contains("definite");
      const bool is_its = !is_definite || body.type == EntityType::country ||
                          parse.has_class_at(body.first - 1, from);
      if (is_its) return match.first;
    }
  }
  return std::nullopt;
}

/// Who is said within a few words from the token on to lead the delegation.
std::optional<std::uint32_t> leader_behind(const Parse& parse, std::uint32_t token,
                                           const Lexicon& lexicon) {
  const ClassId chair = lexicon.class_named("N_CHAIR"), chaired = lexicon.class_named("V_CHAIR_IT");
  const auto& sentences = parse.text->sentences;
  const auto next = std::ranges::upper_bound(sentences, token, {}, &TokenRange::first);
  const std::uint32_t end = std::prev(next)->last;
  const std::uint32_t until = std::min(end, token + kWordsToLeader);
  while (token < until && !parse.has_class_at(token, chair) && !parse.has_class_at(token, chaired))
    ++token;
  if (token == until) return std::nullopt;
  std::optional<std::uint32_t> leader;
  for (std::uint32_t m = 0; m < parse.mentions.size(); ++m) {
    const FoundMention& mention = parse.mentions[m];
    if (mention.dropped || mention.type != EntityType::person) continue;
    if (mention.first <= token || mention.first > std::min(end, token + kWordsOfTitle)) continue;
    if (!leader || mention.first < parse.mentions[*leader].first) leader = m;
  }
  return leader;
}

void add_leader(const Parse& parse, std::uint32_t delegation, std::uint32_t before,
                const Lexicon& lexicon, std::vector<std::uint32_t>& out) {
  const auto leader = leader_behind(parse, delegation, lexicon);
  if (leader && parse.mentions[*leader].last <= before) out.push_back(*leader);
}

/// Somebody receives, heads or stands for a delegation: it is the object.
bool takes_delegation(const Parse& parse, std::uint32_t verb, const Lexicon& lexicon) {
  constexpr std::array kVerbs = {"V_RECEIVE", "V_CHAIR", "V_PRESIDE", "V_REPRESENT"};
  return std::ranges::any_of(kVerbs, [&](const char* name) {
    return parse.has_class_at(verb, lexicon.class_named(name));
  });
}

}  // namespace

std::vector<std::uint32_t> delegation_before(const Parse& parse, std::uint32_t before,
                                             std::size_t row, const Lexicon& lexicon) {
  std::optional<std::uint32_t> last;
  std::uint32_t said_at = 0;
  for (std::uint32_t m = 0; m < parse.mentions.size(); ++m) {
    const FoundMention& mention = parse.mentions[m];
    const bool is_body =
        mention.type == EntityType::organization || mention.type == EntityType::country;
    if (mention.dropped || !is_body || mention.last > before) continue;
    if (mention.sentence + kSentencesBack < row) continue;
    const auto delegation = delegation_of(parse, mention, lexicon);
    if (!delegation || (last && *delegation < said_at)) continue;
    const bool is_nearer =
        last && *delegation == said_at && mention.first >= parse.mentions[*last].first;
    if (is_nearer) continue;
    last = m, said_at = *delegation;
  }
  if (!last) return {};
  std::vector<std::uint32_t> out{*last};
  add_leader(parse, said_at, before, lexicon, out);
  return out;
}

std::optional<std::vector<std::uint32_t>> acting_delegation(const Parse& parse, std::uint32_t after,
                                                            std::uint32_t before, std::size_t row,
                                                            const Lexicon& lexicon) {
  const ClassId delegation = lexicon.class_named("DELEGATION");
  const ClassId verb = lexicon.class_named("VERB"), holders = lexicon.class_named("HOLDERS");
  std::optional<std::uint32_t> last;
  for (const LexiconMatch& match : parse.matches_from(after, before)) {
    if (match.cls != delegation || match.first == after) continue;
    if (match.proclitics.preposition != Preposition::none) continue;
    if (lexicon.entries()[match.entry].attributes.contains("accusative")) continue;
    // "The members of the delegation visited".
    const bool is_of_members =
        match.first > after + 1 && parse.has_class_at(match.first - 1, holders);
    const std::uint32_t previous = match.first - (is_of_members ? 2 : 1);
    if (parse.has_class_at(previous, verb) && !takes_delegation(parse, previous, lexicon)) {
      last = match.first;
    }
  }
  if (!last) return std::nullopt;
  auto out = delegation_before(parse, before, row, lexicon);
  if (out.empty()) add_leader(parse, *last, before, lexicon, out);
  return out;
}

}  // namespace rawabit
