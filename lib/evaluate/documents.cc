#include "evaluate/documents.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/file.h"

namespace rawabit {
namespace {

using Value = rapidjson::Value;

constexpr unsigned kParseFlags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

/// Nothing where the object lacks the key, or the value is not of the wanted kind.
const Value* find(const Value& object, const char* key) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::optional<std::string> text_of(const Value* value) {
  if (value == nullptr || !value->IsString()) return std::nullopt;
  return std::string(value->GetString(), value->GetStringLength());
}

/// Ids are strings in gold files and numbers in annotations.
std::optional<std::string> id_of(const Value* value) {
  if (value != nullptr && value->IsInt64()) return fmt::format("{}", value->GetInt64());
  return text_of(value);
}

std::string text_or_empty(const Value& object, const char* key) {
  return text_of(find(object, key)).value_or("");
}

Result<const Value*> array_in(const Value& object, const char* key) {
  const Value* value = find(object, key);
  if (value == nullptr || !value->IsArray()) {
    return Error{Error::Kind::data, fmt::format("expected an array \"{}\"", key)};
  }
  return value;
}

std::vector<std::string> names_of(const Value& entity) {
  std::vector<std::string> names;
  const Value* given = find(entity, "names");
  if (given == nullptr || !given->IsArray()) return names;
  for (const Value& name : given->GetArray()) names.push_back(text_of(&name).value_or(""));
  return names;
}

std::vector<std::string> mentioned_forms(const Value& entity) {
  std::vector<std::string> forms = {text_or_empty(entity, "name")};
  const Value* mentions = find(entity, "mentions");
  if (mentions == nullptr || !mentions->IsArray()) return forms;
  for (const Value& mention : mentions->GetArray()) {
    const std::string form = text_or_empty(mention, "form");
    forms.push_back(form.empty() ? text_or_empty(mention, "text") : form);
  }
  return forms;
}

Result<ScoreEntity> entity_in(const Value& value, bool is_gold) {
  const auto id = id_of(find(value, "id"));
  const auto type = text_of(find(value, "type"));
  if (!id || !type) {
    return Error{Error::Kind::data, "expected an entity to have an \"id\" and a \"type\""};
  }
  ScoreEntity entity{*id, *type, {}, is_gold ? names_of(value) : mentioned_forms(value)};
  if (entity.forms.empty()) {
    return Error{Error::Kind::data, fmt::format("expected \"names\" of the entity {}", *id)};
  }
  entity.name = entity.forms.front();
  return entity;
}

Result<ScoreRelation> gold_relation_in(const Value& value, const ScoreDocument& document) {
  std::vector<std::string> parts;
  if (value.IsArray()) {
    for (const Value& part : value.GetArray()) parts.push_back(id_of(&part).value_or(""));
  }
  if (parts.size() != 3) {
    return Error{Error::Kind::data, "expected a relation [subject, predicate, object]"};
  }
  for (const std::string& end : {parts[0], parts[2]}) {
    if (std::ranges::find(document.entities, end, &ScoreEntity::id) == document.entities.end()) {
      return Error{Error::Kind::data, fmt::format("expected an entity with the id {}", end)};
    }
  }
  return ScoreRelation{parts[0], parts[1], parts[2]};
}

/// Nothing for a relation that is not scored.
Result<std::optional<ScoreRelation>> system_relation_in(const Value& value) {
  const auto subject = id_of(find(value, "subject"));
  const auto predicate = text_of(find(value, "predicate"));
  const auto object = id_of(find(value, "object"));
  if (!subject || !predicate || !object) {
    return Error{Error::Kind::data,
                 "expected a relation to have \"subject\", \"predicate\" and \"object\""};
  }
  const bool known = text_or_empty(value, "origin") == name_of(Origin::gazetteer);
  const auto modality = text_of(find(value, "modality"));
  if (known || (modality && *modality != name_of(Modality::asserted))) return {std::nullopt};
  return {ScoreRelation{*subject, *predicate, *object}};
}

Status read_entities(const Value& root, bool is_gold, ScoreDocument& document) {
  const auto entities = array_in(root, "entities");
  if (!entities) return entities.error();
  for (const Value& value : (*entities)->GetArray()) {
    auto entity = entity_in(value, is_gold);
    if (!entity) return entity.error();
    document.entities.push_back(*std::move(entity));
  }
  return Done{};
}

Status read_relations(const Value& root, bool is_gold, ScoreDocument& document) {
  if (!is_gold && find(root, "relations") == nullptr) return Done{};
  const auto relations = array_in(root, "relations");
  if (!relations) return relations.error();
  for (const Value& value : (*relations)->GetArray()) {
    if (is_gold) {
      auto relation = gold_relation_in(value, document);
      if (!relation) return relation.error();
      document.relations.push_back(*std::move(relation));
      continue;
    }
    auto relation = system_relation_in(value);
    if (!relation) return relation.error();
    if (*relation) document.relations.push_back(**std::move(relation));
  }
  return Done{};
}

Result<ScoreDocument> document_in(const std::string& line, bool is_gold) {
  rapidjson::Document root;
  root.Parse<kParseFlags>(line.data(), line.size());
  if (root.HasParseError()) {
    return Error{Error::Kind::data,
                 fmt::format("expected one JSON object, at byte {}: {}", root.GetErrorOffset(),
                             rapidjson::GetParseError_En(root.GetParseError()))};
  }
  const auto id = text_of(find(root, "id"));
  if (!id) return Error{Error::Kind::data, "expected an object with a string \"id\""};
  ScoreDocument document{*id, {}, {}};
  if (auto read = read_entities(root, is_gold, document); !read) return read.error();
  if (auto read = read_relations(root, is_gold, document); !read) return read.error();
  return document;
}

Result<std::vector<ScoreDocument>> read_documents(const std::string& file, bool is_gold) {
  auto lines = LineReader::open(file);
  if (!lines) return lines.error();
  std::vector<ScoreDocument> documents;
  std::set<std::string> ids;
  while (const auto line = lines->next()) {
    if (!*line) return line->error();
    if ((*line)->text.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto refused = [&](std::string message) {
      return Error{Error::Kind::data, std::move(message), file, (*line)->number};
    };
    auto document = document_in((*line)->text, is_gold);
    if (!document) return refused(document.error().message);
    if (!ids.insert(document->id).second) {
      return refused(fmt::format("expected each article once, \"{}\" stands twice", document->id));
    }
    documents.push_back(*std::move(document));
  }
  return documents;
}

}  // namespace

Result<std::vector<ScoreDocument>> read_gold(const std::string& file) {
  return read_documents(file, true);
}

Result<std::vector<ScoreDocument>> read_system(const std::string& file) {
  return read_documents(file, false);
}

ScoreDocument to_score_document(const Annotation& annotation) {
  ScoreDocument document{annotation.id, {}, {}};
  for (const Entity& entity : annotation.entities) {
    ScoreEntity scored{fmt::format("{}", entity.id),
                       std::string(name_of(entity.type)),
                       entity.name,
                       {entity.name}};
    for (const Mention& mention : entity.mentions) scored.forms.push_back(mention.reading());
    document.entities.push_back(std::move(scored));
  }
  for (const Relation& relation : annotation.relations) {
    if (relation.origin == Origin::gazetteer || relation.modality != Modality::asserted) continue;
    document.relations.push_back({fmt::format("{}", relation.subject),
                                  std::string(name_of(relation.predicate)),
                                  fmt::format("{}", relation.object)});
  }
  return document;
}

bool holds_annotations(const std::string& file) {
  auto lines = LineReader::open(file);
  if (!lines) return false;
  const auto line = lines->next();
  if (!line || !*line) return false;
  rapidjson::Document root;
  root.Parse<kParseFlags>((*line)->text.data(), (*line)->text.size());
  return !root.HasParseError() && find(root, "entities") != nullptr;
}

}  // namespace rawabit
