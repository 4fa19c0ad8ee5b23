#include "rules/class_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cassert>

namespace rawabit {
namespace {

/// Which places (a bit for each Mark) each class has in a reading.
constexpr unsigned kAlone = 1U << static_cast<unsigned>(Mark::single);

unsigned bit_of(MarkedClass cls) { return 1U << (cls % 4); }

}  // namespace

ClassTable::ClassTable(const Lexicon& lexicon) : lexicon_(&lexicon) {
  const auto names = lexicon.class_names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    ids_[names[i]] = static_cast<ClassId>(i);
    is_of_head_.push_back(names[i].ends_with(kHeadSuffix) ? 1 : 0);
  }
  first_built_in_ = static_cast<ClassId>(ids_.size());
  for (const std::string_view name : kBuiltInClasses) declare(name);
  for (const std::string_view name : kEntityTypeNames) declare(name);
  declare(kOfOrigin);
}

ClassId ClassTable::named(std::string_view name) const {
  const auto found = ids_.find(name);
  return found == ids_.end() ? Lexicon::kNoClass : found->second;
}

ClassId ClassTable::of_nodes(std::string_view name) const {
  assert(std::ranges::find(kAskedOfNodes, name) != kAskedOfNodes.end());
  return named(name);
}

void ClassTable::add_wanted(WantedClasses& wanted) const {
  for (const std::string_view name : kAskedOfNodes) {
    const MarkedClass cls = marked(named(name), Mark::single);
    if (wanted.size() <= cls) wanted.resize(cls + std::size_t{1});
    wanted[cls] = 1;
  }
}

std::string_view ClassTable::name(ClassId cls) const {
  const auto found = std::ranges::find(ids_, cls, [](const auto& entry) { return entry.second; });
  return found == ids_.end() ? std::string_view{} : std::string_view(found->first);
}

ClassId ClassTable::declare(std::string_view name) {
  if (const ClassId found = named(name); found != Lexicon::kNoClass) return found;
  const auto id = static_cast<ClassId>(ids_.size());
  ids_.emplace(name, id);
  return id;
}

Status ClassTable::define(const ClassDefinition& definition) {
  const auto fail = [&](std::string message) {
    return Error{Error::Kind::data, std::move(message), definition.file, definition.line};
  };
  if (named(definition.name) != Lexicon::kNoClass) {
    return fail(fmt::format("class '{}' exists already", definition.name));
  }
  std::vector<std::vector<Term>> alternatives;
  for (const auto& alternative : definition.alternatives) {
    std::vector<Term> terms;
    for (const ClassTerm& term : alternative) {
      const ClassId cls = named(term.name);
      if (cls == Lexicon::kNoClass) return fail(fmt::format("unknown class '{}'", term.name));
      terms.push_back({cls, term.negated, term.in_longer});
    }
    alternatives.push_back(std::move(terms));
  }
  const ClassId cls = declare(definition.name);
  for (const auto& terms : alternatives) add_alternative(cls, terms);
  return Done{};
}

void ClassTable::add_alternative(ClassId cls, std::span<const Term> terms) {
  const auto first = static_cast<std::uint32_t>(terms_.size());
  terms_.insert(terms_.end(), terms.begin(), terms.end());
  ask_for(terms, static_cast<std::uint32_t>(alternatives_.size()));
  alternatives_.push_back({cls, first, static_cast<std::uint32_t>(terms_.size())});
}

/// Of the classes that it needs, one that few readings have: no built-in one where it can be.
void ClassTable::ask_for(std::span<const Term> terms, std::uint32_t alternative) {
  const Term* rare = nullptr;
  for (const Term& term : terms) {
    if (term.negated) continue;
    const bool is_common =
        term.cls >= first_built_in_ && term.cls < first_built_in_ + kBuiltInClasses.size();
    if (rare == nullptr || !is_common) rare = &term;
    if (!is_common) break;
  }
  if (rare == nullptr) {
    asked_always_.push_back(alternative);
    return;
  }
  if (asked_by_.size() <= rare->cls) asked_by_.resize(rare->cls + 1U);
  asked_by_[rare->cls].push_back(alternative);
}

void ClassTable::ask_after(ClassId cls, ClassPlaces& places) const {
  if (cls >= asked_by_.size()) return;
  for (const std::uint32_t number : asked_by_[cls]) {
    places.asked[number / 64] |= std::uint64_t{1} << (number % 64);
  }
}

bool ClassTable::holds(const Alternative& alternative, const ClassPlaces& places) const {
  const std::span terms(terms_.data() + alternative.first, alternative.last - alternative.first);
  return std::ranges::all_of(terms, [&](const Term& term) {
    const unsigned found = places.of_class[term.cls];
    return (term.in_longer ? found != 0 : (found & kAlone) != 0) != term.negated;
  });
}

void ClassTable::add_defined(std::vector<MarkedClass>& pool, std::uint32_t from,
                             ClassPlaces& places) const {
  places.of_class.resize(ids_.size());
  places.asked.assign((alternatives_.size() + 63) / 64, 0);
  const auto note = [&](MarkedClass cls) {
    std::uint8_t& of_class = places.of_class[cls / 4];
    of_class = static_cast<std::uint8_t>(of_class | bit_of(cls));
    ask_after(static_cast<ClassId>(cls / 4), places);
  };
  for (std::size_t c = from; c < pool.size(); ++c) note(pool[c]);
  for (const std::uint32_t number : asked_always_) {
    places.asked[number / 64] |= std::uint64_t{1} << (number % 64);
  }
  // A definition that holds may ask for later ones only.
  for (std::size_t word = 0; word < places.asked.size(); ++word) {
    while (places.asked[word] != 0) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(places.asked[word]));
      places.asked[word] &= places.asked[word] - 1;
      const Alternative& alternative = alternatives_[word * 64 + bit];
      const bool is_known = (places.of_class[alternative.cls] & kAlone) != 0;
      if (is_known || !holds(alternative, places)) continue;
      pool.push_back(marked(alternative.cls, Mark::single));
      note(pool.back());
    }
  }
  for (std::size_t c = from; c < pool.size(); ++c) places.of_class[pool[c] / 4] = 0;
}

ClassId ClassTable::declare_literal(const std::string& folded) {
  const ClassId made = declare('"' + folded + '"');  // no class of a rule has such a name
  literals_.put(token_hash(folded), made);
  return made;
}

ClassId ClassTable::literal(std::string_view word, const Proclitics& proclitics) const {
  constexpr std::size_t kLetterBytes = 2;  // of every letter that is a proclitic
  const auto found = literals_.find(reading_prefix(proclitics).empty()
                                        ? token_hash(word.substr(kLetterBytes * proclitics.letters))
                                        : token_hash(reading_form(word, proclitics)));
  return found ? static_cast<ClassId>(*found) : Lexicon::kNoClass;
}

}  // namespace rawabit
