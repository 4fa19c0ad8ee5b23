#include "cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace rawabit {
namespace {

/// Of a fact that was known to be missing and is found, or the like.
std::string_view remark_on(CaseSection section) {
  switch (section) {
    case CaseSection::missing:
      return " [was missing]";
    case CaseSection::wrong:
      return " [was wrong]";
    case CaseSection::expect:
      break;
  }
  return "";
}

/// Facts of the case that are not as it says.
template <class Words>
void add_known(const std::vector<CaseLine>& lines,
               const std::vector<std::optional<std::size_t>>& pairs, bool is_relation, Words words,
               std::vector<Change>& changes) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool was_found = lines[i].section != CaseSection::missing;
    if (pairs[i].has_value() == was_found) continue;
    std::string text = words(i) + std::string(remark_on(lines[i].section));
    if (was_found) {
      changes.push_back({Change::Kind::lost, is_relation, {}, std::move(text), {}, {}});
    } else {
      changes.push_back({Change::Kind::gained, is_relation, {}, {}, std::move(text), {}});
    }
  }
}

template <class Words>
void add_unknown(const std::vector<std::optional<std::size_t>>& pairs, std::size_t count,
                 bool is_relation, Words words, std::vector<Change>& changes) {
  for (const std::size_t j : unpaired(pairs, count)) {
    changes.push_back({Change::Kind::gained, is_relation, {}, {}, words(j), {}});
  }
}

/// What was found, as lines of a case: each entity by the name that the case has for it, or by one
/// that no other has.
class FoundLines {
 public:
  FoundLines(const ArticleFacts& found, const ArticleCase& given, const FactPairs& pairs)
      : relations_(found.relations), entities_(found.entities) {
    std::vector<bool> is_known(entities_.size());
    for (const EntityFact& entity : given.facts.entities) take(entity);
    for (std::size_t i = 0; i < pairs.entities.size(); ++i) {
      if (!pairs.entities[i]) continue;
      entities_[*pairs.entities[i]] = given.facts.entities[i];
      is_known[*pairs.entities[i]] = true;
    }
    for (std::size_t j = 0; j < entities_.size(); ++j) {
      if (!is_known[j]) give_free_name(entities_[j]);
    }
  }

  [[nodiscard]] std::string entity(std::size_t j) const {
    return fmt::format("{} {}", entities_[j].label(), entities_[j].name);
  }

  [[nodiscard]] std::string relation(std::size_t j) const {
    const RelationFact& fact = relations_[j];
    std::string line =
        fmt::format("{} {} {}", end(fact.subject), name_of(fact.predicate), end(fact.object));
    if (fact.modality != Modality::asserted) line += fmt::format(" ({})", name_of(fact.modality));
    return line;
  }

 private:
  void take(const EntityFact& entity) {
    ++names_[entity.name];
    lines_.insert(fmt::format("{} {}", entity.label(), entity.name));
  }

  void give_free_name(EntityFact& entity) {
    const std::string name = entity.name;
    for (int number = 2; lines_.contains(fmt::format("{} {}", entity.label(), entity.name));
         ++number) {
      entity.name = fmt::format("{} #{}", name, number);
    }
    take(entity);
  }

  /// Where several are called so, with the type before it.
  [[nodiscard]] std::string end(std::size_t j) const {
    return names_.at(entities_[j].name) > 1 ? entity(j) : entities_[j].name;
  }

  const std::vector<RelationFact>& relations_;
  std::vector<EntityFact> entities_;
  std::map<std::string, int> names_;
  std::set<std::string> lines_;
};

using Sections = std::array<std::string, kCaseSectionNames.size()>;

/// Puts each known fact where it belongs now.
void sort_known(const std::vector<CaseLine>& lines,
                const std::vector<std::optional<std::size_t>>& pairs, Sections& sections) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const CaseLine& line = lines[i];
    CaseSection section = line.section;
    if (section == CaseSection::wrong && !pairs[i]) continue;
    if (section != CaseSection::wrong) {
      section = pairs[i] ? CaseSection::expect : CaseSection::missing;
    }
    sections[static_cast<std::size_t>(section)] += line.remarks + "  " + line.text + "\n";
  }
}

/// Entities of `wrong` that are gone take nothing with them: their relations are gone too.
void add_new(const CaseResult& result, const FoundLines& lines, Sections& sections) {
  std::string& wrong = sections[static_cast<std::size_t>(CaseSection::wrong)];
  for (const std::size_t j : unpaired(result.pairs.entities, result.found.entities.size())) {
    wrong += "  " + lines.entity(j) + "\n";
  }
  for (const std::size_t j : unpaired(result.pairs.relations, result.found.relations.size())) {
    wrong += "  " + lines.relation(j) + "\n";
  }
}

}  // namespace

Result<CaseResult> run_case(const Pipeline& pipeline, const ArticleCase& given) {
  Result<Annotation> annotation = pipeline.annotate(given.document);
  if (!annotation) return annotation.error();
  CaseResult result{{given.facts.id, {}}, *std::move(annotation), {}, {}};
  result.found = facts_of(result.annotation);
  result.pairs = pair_facts(given.facts, result.found);
  std::vector<Change>& changes = result.difference.changes;
  const FoundLines lines(result.found, given, result.pairs);
  const auto known_entity = [&](std::size_t i) { return words_of(given.facts.entities[i]); };
  const auto known_relation = [&](std::size_t i) {
    return words_of(given.facts, given.facts.relations[i]);
  };
  const auto found_entity = [&](std::size_t j) { return lines.entity(j); };
  const auto found_relation = [&](std::size_t j) { return lines.relation(j); };
  const ArticleFacts& found = result.found;
  add_known(given.entity_lines, result.pairs.entities, false, known_entity, changes);
  add_unknown(result.pairs.entities, found.entities.size(), false, found_entity, changes);
  add_known(given.relation_lines, result.pairs.relations, true, known_relation, changes);
  add_unknown(result.pairs.relations, found.relations.size(), true, found_relation, changes);
  return result;
}

std::string with_findings(const ArticleCase& given, const CaseResult& result) {
  Sections sections;
  sort_known(given.entity_lines, result.pairs.entities, sections);
  sort_known(given.relation_lines, result.pairs.relations, sections);
  add_new(result, FoundLines(result.found, given, result.pairs), sections);
  std::string text = given.head;
  while (text.ends_with("\n\n")) text.pop_back();
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (sections[i].empty() && i > 0) continue;
    text += fmt::format("\n{}\n{}", kCaseSectionNames[i], sections[i]);
  }
  return text;
}

ScoreDocument gold_of(const ArticleCase& given) {
  ScoreDocument gold{given.facts.id, {}, {}};
  for (std::size_t i = 0; i < given.facts.entities.size(); ++i) {
    if (given.entity_lines[i].section == CaseSection::wrong) continue;
    const EntityFact& entity = given.facts.entities[i];
    gold.entities.push_back(
        {std::to_string(i), std::string(name_of(entity.type)), entity.name, entity.forms});
  }
  for (std::size_t i = 0; i < given.facts.relations.size(); ++i) {
    const RelationFact& relation = given.facts.relations[i];
    if (given.relation_lines[i].section == CaseSection::wrong) continue;
    if (relation.modality != Modality::asserted) continue;
    gold.relations.push_back({std::to_string(relation.subject),
                              std::string(name_of(relation.predicate)),
                              std::to_string(relation.object)});
  }
  return gold;
}

}  // namespace rawabit
