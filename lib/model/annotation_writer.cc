#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "model/annotation_json.h"

namespace rawabit {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Writer& out, std::string_view text) {
  out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_field(Writer& out, std::string_view key, std::string_view value) {
  out.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  write(out, value);
}

void write_span(Writer& out, Span<Original> span) {
  out.Key("start");
  out.Uint(span.begin);
  out.Key("end");
  out.Uint(span.end);
}

void write_mention(Writer& out, const Mention& mention) {
  out.StartObject();
  write_span(out, mention.span);
  write_field(out, "text", mention.text);
  if (!mention.form.empty()) write_field(out, "form", mention.form);
  out.EndObject();
}

void write_entity(Writer& out, const Entity& entity) {
  out.StartObject();
  out.Key("id");
  out.Int(entity.id);
  write_field(out, "type", name_of(entity.type));
  if (entity.kind != TitleKind::none) write_field(out, "kind", name_of(entity.kind));
  write_field(out, "name", entity.name);
  if (!entity.iso.empty()) write_field(out, "iso", entity.iso);
  out.Key("mentions");
  out.StartArray();
  for (const Mention& mention : entity.mentions) write_mention(out, mention);
  out.EndArray();
  out.EndObject();
}

void write_evidence(Writer& out, const Evidence& evidence) {
  write_span(out, evidence.span);
  write_field(out, "rule", evidence.rule);
  out.Key("confidence");
  out.Double(evidence.confidence);
}

void write_relation(Writer& out, const Relation& relation) {
  out.StartObject();
  out.Key("subject");
  out.Int(relation.subject);
  write_field(out, "predicate", name_of(relation.predicate));
  out.Key("object");
  out.Int(relation.object);
  if (!relation.evidence.empty()) write_evidence(out, relation.evidence.front());
  write_field(out, "modality", name_of(relation.modality));
  write_field(out, "origin", name_of(relation.origin));
  const bool is_said = !relation.evidence.empty() && relation.evidence.front().speaker != 0;
  if (relation.evidence.size() > 1 || is_said) {
    out.Key("evidence");
    out.StartArray();
    for (const Evidence& evidence : relation.evidence) {
      out.StartObject();
      write_evidence(out, evidence);
      if (evidence.speaker != 0) {
        out.Key("speaker");
        out.Int(evidence.speaker);
      }
      out.EndObject();
    }
    out.EndArray();
  }
  out.EndObject();
}

void write_article(Writer& out, const Annotation& annotation) {
  write_field(out, "path", annotation.path);
  write_field(out, "title", annotation.title);
  write_field(out, "date", annotation.date);
  write_field(out, "text", annotation.text);
  out.Key("sentences");
  out.StartArray();
  for (const Sentence& sentence : annotation.sentences) {
    out.StartObject();
    write_span(out, sentence.span);
    write_field(out, "text", sentence.text);
    out.EndObject();
  }
  out.EndArray();
}

/// About what the line will need: the article stands there twice (text and sentences).
std::size_t expected_size(const Annotation& annotation) {
  return 2 * annotation.text.size() + annotation.text.size() / 4 +
         256 * (1 + annotation.entities.size() + annotation.relations.size());
}

}  // namespace

std::string to_json_line(const Annotation& annotation) {
  rapidjson::StringBuffer buffer(nullptr, expected_size(annotation));
  Writer out(buffer);
  out.StartObject();
  write_field(out, "id", annotation.id);
  out.Key("entities");
  out.StartArray();
  for (const Entity& entity : annotation.entities) write_entity(out, entity);
  out.EndArray();
  out.Key("relations");
  out.StartArray();
  for (const Relation& relation : annotation.relations) write_relation(out, relation);
  out.EndArray();
  write_article(out, annotation);
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace rawabit
