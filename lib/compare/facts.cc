#include "compare/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace rawabit {
namespace {

EntityFact fact_of(const Entity& entity) {
  EntityFact fact{entity.type, entity.kind, entity.name, entity.iso, {entity.name}, {}};
  for (const Mention& mention : entity.mentions) {
    fact.spans.push_back(mention.span);
    if (std::ranges::find(fact.forms, mention.reading()) == fact.forms.end()) {
      fact.forms.push_back(mention.reading());
    }
  }
  return fact;
}

/// The text of the sentence in which the evidence starts.
std::string sentence_of(const Annotation& annotation, const Relation& relation) {
  if (relation.evidence.empty()) return {};
  const std::uint32_t at = relation.evidence.front().span.begin;
  const auto found = std::ranges::find_if(annotation.sentences, [&](const Sentence& sentence) {
    return sentence.span.begin <= at && at < sentence.span.end;
  });
  return found == annotation.sentences.end() ? std::string() : found->text;
}

}  // namespace

std::string_view EntityFact::label() const {
  return kind == TitleKind::none ? name_of(type) : name_of(kind);
}

ArticleFacts facts_of(const Annotation& annotation) {
  ArticleFacts facts{annotation.id, {}, {}};
  std::map<int, std::size_t> index_of;
  for (const Entity& entity : annotation.entities) {
    index_of[entity.id] = facts.entities.size();
    facts.entities.push_back(fact_of(entity));
  }
  for (const Relation& relation : annotation.relations) {
    if (relation.origin == Origin::gazetteer) continue;
    facts.relations.push_back({index_of.at(relation.subject), relation.predicate,
                               index_of.at(relation.object), relation.modality,
                               sentence_of(annotation, relation)});
  }
  return facts;
}

std::string words_of(const EntityFact& entity) {
  std::string words = fmt::format("{} {}", entity.label(), entity.name);
  if (!entity.iso.empty()) words += fmt::format(" ({})", entity.iso);
  return words;
}

std::string words_of(const ArticleFacts& facts, const RelationFact& relation) {
  std::string words =
      fmt::format("{} {} {}", facts.entities[relation.subject].name, name_of(relation.predicate),
                  facts.entities[relation.object].name);
  if (relation.modality != Modality::asserted) {
    words += fmt::format(" ({})", name_of(relation.modality));
  }
  return words;
}

}  // namespace rawabit
