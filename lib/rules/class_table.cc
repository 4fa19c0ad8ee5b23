#include "rules/class_table.h"

#include <fmt/format.h>

#include <algorithm>

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
    if (names[i].ends_with(kHeadSuffix)) of_heads_.push_back(static_cast<ClassId>(i));
  }
  for (const std::string_view name : kBuiltInClasses) declare(name);
  for (const std::string_view name : kEntityTypeNames) declare(name);
}

ClassId ClassTable::named(std::string_view name) const {
  const auto found = ids_.find(name);
  return found == ids_.end() ? Lexicon::kNoClass : found->second;
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
  Defined defined;
  for (const auto& alternative : definition.alternatives) {
    std::vector<Term> terms;
    for (const ClassTerm& term : alternative) {
      const ClassId cls = named(term.name);
      if (cls == Lexicon::kNoClass) return fail(fmt::format("unknown class '{}'", term.name));
      terms.push_back({cls, term.negated, term.in_longer});
    }
    defined.alternatives.push_back(std::move(terms));
  }
  defined.cls = declare(definition.name);
  defined_.push_back(std::move(defined));
  return Done{};
}

void ClassTable::add_defined(std::vector<MarkedClass>& pool, std::uint32_t from,
                             ClassPlaces& places) const {
  places.resize(ids_.size());
  for (std::size_t c = from; c < pool.size(); ++c) {
    places[pool[c] / 4] = static_cast<std::uint8_t>(places[pool[c] / 4] | bit_of(pool[c]));
  }
  const auto holds = [&](const Term& term) {
    const unsigned found = places[term.cls];
    return (term.in_longer ? found != 0 : (found & kAlone) != 0) != term.negated;
  };
  for (const Defined& defined : defined_) {
    if (std::ranges::any_of(defined.alternatives, [&](const std::vector<Term>& terms) {
          return std::ranges::all_of(terms, holds);
        })) {
      pool.push_back(marked(defined.cls, Mark::single));
      places[defined.cls] = static_cast<std::uint8_t>(places[defined.cls] | kAlone);
    }
  }
  for (std::size_t c = from; c < pool.size(); ++c) places[pool[c] / 4] = 0;
}

ClassId ClassTable::declare_literal(const std::string& folded) {
  const auto [known, is_new] = literals_.try_emplace(folded, Lexicon::kNoClass);
  if (is_new) known->second = declare('"' + folded + '"');  // no class of a rule has such a name
  return known->second;
}

ClassId ClassTable::literal(std::string_view word, const Proclitics& proclitics) const {
  if (literals_.empty()) return Lexicon::kNoClass;
  const auto found = literals_.find(reading_form(word, proclitics));
  return found == literals_.end() ? Lexicon::kNoClass : found->second;
}

}  // namespace rawabit
