#include "resolve/encounters.h"

#include <algorithm>

#include "resolve/within_names.h"

namespace rawabit {
namespace {

std::uint32_t sentence_of(const Parse& parse, std::uint32_t token) {
  const auto& sentences = parse.text->sentences;
  const auto next = std::ranges::upper_bound(sentences, token, {}, &TokenRange::first);
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(next - sentences.begin(), 1) - 1);
}

/// Those that rules of that family found.
std::vector<Encounter> by_sentence(const Parse& parse, std::string_view rules) {
  std::vector<Encounter> out;
  for (const FoundRelation& relation : parse.relations) {
    if (!relation.rule.starts_with(rules)) continue;
    if (relation.predicate != Predicate::met_with || relation.modality != Modality::asserted) {
      continue;
    }
    // Not that of a side: who holds a title may be named sentences before.
    const std::uint32_t sentence = sentence_of(parse, relation.first);
    auto known = std::ranges::find(out, sentence, &Encounter::sentence);
    if (known == out.end()) {
      out.push_back({sentence, relation.first, relation.last, 0, {}});
      known = out.end() - 1;
    }
    for (const std::uint32_t side : {relation.subject, relation.object}) {
      if (std::ranges::find(known->sides, side) == known->sides.end()) known->sides.push_back(side);
    }
  }
  std::ranges::sort(out, {}, &Encounter::first);
  return out;
}

/// Does everyone of `sides` belong to `known`?
bool all_known(const Parse& parse, const std::vector<std::uint32_t>& sides,
               const std::vector<std::uint32_t>& known) {
  return std::ranges::all_of(sides, [&](std::uint32_t side) {
    return std::ranges::any_of(known,
                               [&](std::uint32_t k) { return are_one_side(parse, side, k); });
  });
}

}  // namespace

bool are_one_side(const Parse& parse, std::uint32_t a, std::uint32_t b) {
  const auto &entry = parse.mentions[a].entry, &other = parse.mentions[b].entry;
  if (entry && entry == other) return true;
  const auto left = name_words(parse, parse.mentions[a]);
  const auto right = name_words(parse, parse.mentions[b]);
  if (left.empty() || right.empty()) return false;
  return left == right || same_full_name(left, right) || left.back() == right.back();
}

std::vector<Encounter> find_encounters(const Parse& parse) {
  std::vector<Encounter> encounters = by_sentence(parse, "encounter.");
  // Where nothing else is told, those who stood there at somebody's arrival met him.
  if (encounters.empty()) {
    encounters = by_sentence(parse, "greeted.");
    for (Encounter& encounter : encounters) encounter.is_greeting = true;
  }
  std::vector<std::uint32_t> people;  // of the current part
  std::uint32_t part = 0;
  for (Encounter& encounter : encounters) {
    const bool goes_on = part == 0 || all_known(parse, encounter.sides, people) ||
                         all_known(parse, people, encounter.sides);
    if (part == 0 || !goes_on) {
      ++part;
      people.clear();
    }
    encounter.part = part;
    people.insert(people.end(), encounter.sides.begin(), encounter.sides.end());
  }
  return encounters;
}

std::uint32_t part_at(const std::vector<Encounter>& encounters, std::uint32_t token) {
  std::uint32_t part = 0;
  for (const Encounter& encounter : encounters) {
    if (encounter.first <= token) part = encounter.part;
  }
  return std::max(part, 1U);
}

}  // namespace rawabit
