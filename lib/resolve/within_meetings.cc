#include "resolve/within_meetings.h"

#include <algorithm>
#include <string_view>

#include "resolve/mention_attributes.h"
#include "resolve/within_names.h"

namespace rawabit {
namespace {

constexpr std::string_view kArticle = "\u0627\u0644";
constexpr std::string_view kAlef = "\u0627";
constexpr std::size_t kShortStem = 6;  // bytes: three letters

/// An indefinite accusative is written with an alef that the same word with the article has not.
std::string without_tanwin(std::string word) {
  if (word.size() > kShortStem + kAlef.size() && word.ends_with(kAlef)) {
    word.erase(word.size() - kAlef.size());
  }
  return word;
}

/// The words that name a meeting beyond its noun.
std::vector<std::string> naming_words(const Parse& parse, const FoundMention& mention) {
  auto words = name_words(parse, mention);
  if (!words.empty()) words.erase(words.begin());
  for (std::string& word : words) word = without_tanwin(std::move(word));
  return words;
}

bool share_a_word(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(
      a, [&](const std::string& word) { return std::ranges::find(b, word) != b.end(); });
}

bool is_participation(Predicate p) {
  return p == Predicate::participated_in || p == Predicate::chaired || p == Predicate::hosted ||
         p == Predicate::organized;
}

}  // namespace

MeetingComparison::MeetingComparison(const Parse& parse, const Lexicon& lexicon)
    : parse_(parse),
      lexicon_(lexicon),
      encounters_(find_encounters(parse)),
      facts_(parse.mentions.size()) {
  for (std::size_t m = 0; m < parse.mentions.size(); ++m) {
    if (parse.mentions[m].type == EntityType::meeting) facts_[m] = facts_of(parse.mentions[m]);
  }
  gather_parties();
}

std::string MeetingComparison::attribute(const FoundMention& mention,
                                         const std::string& key) const {
  for (const char* cls :
       {"MEETING_NOUN", "MEETING_NOUN_DEF", "MEETING_NOUN_ITS", "MEETING_NOUN_WEAK", "MEETING_WEAK",
        "MEETING_WEAK_DEF", "MEETING_WEAK_ITS"}) {
    std::string value = attribute_in(parse_, lexicon_, mention, cls, key);
    if (!value.empty()) return value;
  }
  return {};
}

MeetingComparison::Facts MeetingComparison::facts_of(const FoundMention& mention) const {
  Facts facts;
  facts.kind = attribute(mention, "kind");
  if (facts.kind == "talks" || facts.kind == "reception" || facts.kind.empty()) {
    facts.kind = "meeting";
  }
  facts.ordinal = attribute_in(parse_, lexicon_, mention, "ORDINAL", "value");
  facts.words = naming_words(parse_, mention);
  facts.is_plural = attribute(mention, "number") == "plural";
  const auto has = [&](const char* cls) {
    return !attribute_in(parse_, lexicon_, mention, cls, "kind").empty();
  };
  facts.is_new = (has("MEETING_NOUN") || has("MEETING_NOUN_WEAK")) && !is_definite(mention);
  return facts;
}

/// Does the article stand on the last word of the mention or, as in a construct, on the next one?
bool MeetingComparison::is_definite(const FoundMention& mention) const {
  const auto& tokens = parse_.text->tokens;
  if (parse_.text->form(tokens[mention.last - 1]).starts_with(kArticle)) return true;
  return mention.last < tokens.size() &&
         parse_.text->form(tokens[mention.last]).starts_with(kArticle);
}

void MeetingComparison::gather_parties() {
  for (const FoundRelation& relation : parse_.relations) {
    if (!is_participation(relation.predicate)) continue;
    facts_[relation.object].parties.push_back(relation.subject);
  }
}

bool MeetingComparison::share_a_party(const std::vector<std::uint32_t>& a,
                                      const std::vector<std::uint32_t>& b) const {
  return std::ranges::any_of(a, [&](std::uint32_t left) {
    return std::ranges::any_of(
        b, [&](std::uint32_t right) { return are_one_side(parse_, left, right); });
  });
}

bool MeetingComparison::is_of_several(std::uint32_t mention) const {
  const Facts& facts = facts_[mention];
  return facts.is_plural && facts.words.size() < 2 && facts.parties.empty();
}

bool MeetingComparison::joins(const std::vector<std::uint32_t>& group,
                              std::uint32_t candidate) const {
  const Facts& facts = facts_[candidate];
  const FoundMention& mention = parse_.mentions[candidate];
  const std::uint32_t part = part_at(encounters_, mention.first);
  bool named_alike = facts.words.empty(), some_named = false, same_part = false;
  bool in_text = false;  // was it spoken of below the headline?
  std::vector<std::uint32_t> parties;
  for (const std::uint32_t other : group) {
    const Facts& known = facts_[other];
    if (facts.kind != known.kind) return false;
    if (!facts.ordinal.empty() && !known.ordinal.empty() && facts.ordinal != known.ordinal)
      return false;
    some_named = some_named || !known.words.empty();
    named_alike = named_alike || share_a_word(facts.words, known.words);
    same_part = same_part || part_at(encounters_, parse_.mentions[other].first) == part;
    in_text = in_text || parse_.mentions[other].sentence >= parse_.first_body_sentence;
    parties.insert(parties.end(), known.parties.begin(), known.parties.end());
  }
  if (!named_alike && some_named) return false;
  const bool both_say_who = !facts.parties.empty() && !parties.empty();
  const bool same_people = both_say_who && share_a_party(facts.parties, parties);
  if (facts.is_new && in_text && !parties.empty() && facts.words.empty() && !same_people &&
      facts.kind != "visit")
    return false;
  if (facts.is_new && both_say_who && !same_people) return false;
  return same_part || same_people || (!facts.words.empty() && named_alike && some_named);
}

}  // namespace rawabit
