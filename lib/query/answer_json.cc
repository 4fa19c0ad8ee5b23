#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "query/ask.h"

namespace rawabit {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Writer& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put(Writer& json, const AnswerEvidence& evidence) {
  json.StartObject();
  json.Key("document");
  put(json, evidence.document);
  json.Key("start");
  json.Int64(evidence.start);
  json.Key("end");
  json.Int64(evidence.end);
  json.Key("sentence");
  if (evidence.sentence.empty()) {
    json.Null();
  } else {
    put(json, evidence.sentence);
  }
  if (!evidence.speaker.empty()) {
    json.Key("speaker");
    put(json, evidence.speaker);
  }
  json.EndObject();
}

void put(Writer& json, const AnswerItem& item) {
  json.StartObject();
  json.Key("name");
  put(json, item.name);
  json.Key("type");
  put(json, item.type);
  json.Key("evidence");
  json.StartArray();
  for (const AnswerEvidence& evidence : item.evidence) put(json, evidence);
  json.EndArray();
  json.EndObject();
}

void put(Writer& json, const Answer& answer) {
  json.StartObject();
  json.Key("question");
  put(json, answer.question);
  if (answer.yes) {
    json.Key("yes");
    json.Bool(*answer.yes);
  }
  if (answer.modality != Modality::asserted) {
    json.Key("modality");
    put(json, kModalityNames[static_cast<std::size_t>(answer.modality)]);
  }
  json.Key("answers");
  json.StartArray();
  for (const AnswerItem& item : answer.answers) put(json, item);
  json.EndArray();
  json.Key("sql");
  put(json, answer.sql);
  if (!answer.then.empty()) {
    json.Key("then");
    json.StartArray();
    for (const Answer& next : answer.then) put(json, next);
    json.EndArray();
  }
  json.EndObject();
}

}  // namespace

std::string to_json(const Answer& answer) {
  rapidjson::StringBuffer buffer;
  Writer json(buffer);
  put(json, answer);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace rawabit
