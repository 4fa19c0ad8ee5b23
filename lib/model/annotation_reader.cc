#include <fmt/format.h>
#include <fmt/ranges.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <set>

#include "model/annotation_json.h"

namespace rawabit {
namespace {

using Value = rapidjson::Value;

/// Walks a parsed line. The first thing that is not as expected is kept as the error; after it,
/// what is read no longer matters.
class AnnotationReader {
 public:
  AnnotationReader(std::string_view file, int line) : file_(file), line_(line) {}

  [[nodiscard]] Annotation read(const Value& root);
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  void fail(std::string_view message);

 private:
  void expect(bool holds, std::string_view where, std::string_view expected);
  [[nodiscard]] const Value* member(const Value& object, const char* key) const;
  [[nodiscard]] std::string text(const Value& object, const char* key, std::string_view where,
                                 bool required);
  [[nodiscard]] std::uint32_t offset(const Value& object, const char* key, std::string_view where);
  [[nodiscard]] int number(const Value& object, const char* key, std::string_view where);
  [[nodiscard]] Span<Original> span(const Value& object, std::string_view where);
  template <class Enum, std::size_t N>
  [[nodiscard]] Enum choice(const Value& object, const char* key, std::string_view where,
                            const std::array<std::string_view, N>& names,
                            std::optional<Enum> fallback);
  template <class Item>
  [[nodiscard]] std::vector<Item> list(const Value& object, const char* key, std::string_view where,
                                       bool required,
                                       Item (AnnotationReader::*item)(const Value&,
                                                                      std::string_view));

  [[nodiscard]] Mention mention(const Value& object, std::string_view where);
  [[nodiscard]] Entity entity(const Value& object, std::string_view where);
  [[nodiscard]] Evidence evidence(const Value& object, std::string_view where);
  [[nodiscard]] Relation relation(const Value& object, std::string_view where);
  [[nodiscard]] Sentence sentence(const Value& object, std::string_view where);

  std::string file_;
  int line_;
  std::set<int> ids_;
  std::optional<Error> error_;
};

void AnnotationReader::fail(std::string_view message) {
  if (error_) return;
  error_ = Error{Error::Kind::data, std::string(message), file_, line_};
}

void AnnotationReader::expect(bool holds, std::string_view where, std::string_view expected) {
  if (!holds) fail(fmt::format("{}: expected {}", where, expected));
}

const Value* AnnotationReader::member(const Value& object, const char* key) const {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string AnnotationReader::text(const Value& object, const char* key, std::string_view where,
                                   bool required) {
  const Value* value = member(object, key);
  if (value == nullptr) {
    expect(!required, where, fmt::format("a string \"{}\"", key));
    return {};
  }
  if (!value->IsString()) {
    expect(false, where, fmt::format("\"{}\" to be a string", key));
    return {};
  }
  return {value->GetString(), value->GetStringLength()};
}

std::uint32_t AnnotationReader::offset(const Value& object, const char* key,
                                       std::string_view where) {
  const Value* value = member(object, key);
  const bool good = value != nullptr && value->IsUint();
  expect(good, where, fmt::format("a byte offset \"{}\"", key));
  return good ? value->GetUint() : 0;
}

int AnnotationReader::number(const Value& object, const char* key, std::string_view where) {
  const Value* value = member(object, key);
  const bool good = value != nullptr && value->IsInt() && value->GetInt() > 0;
  expect(good, where, fmt::format("\"{}\" to be the number of an entity, from 1", key));
  return good ? value->GetInt() : 0;
}

Span<Original> AnnotationReader::span(const Value& object, std::string_view where) {
  const Span<Original> span{offset(object, "start", where), offset(object, "end", where)};
  expect(span.begin <= span.end, where, "\"end\" not to be before \"start\"");
  return span;
}

template <class Enum, std::size_t N>
Enum AnnotationReader::choice(const Value& object, const char* key, std::string_view where,
                              const std::array<std::string_view, N>& names,
                              std::optional<Enum> fallback) {
  if (fallback && member(object, key) == nullptr) return *fallback;
  const std::string written = text(object, key, where, true);
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == written) return static_cast<Enum>(i);
  }
  expect(false, where,
         fmt::format("\"{}\" to be one of {}, found \"{}\"", key, fmt::join(names, " "), written));
  return {};
}

template <class Item>
std::vector<Item> AnnotationReader::list(const Value& object, const char* key,
                                         std::string_view where, bool required,
                                         Item (AnnotationReader::*item)(const Value&,
                                                                        std::string_view)) {
  std::vector<Item> items;
  const Value* value = member(object, key);
  if (value == nullptr || !value->IsArray()) {
    expect(value == nullptr && !required, where, fmt::format("an array \"{}\"", key));
    return items;
  }
  items.reserve(value->Size());
  for (const Value& element : value->GetArray()) {
    const std::string place =
        fmt::format("{}{}{}[{}]", where, where.empty() ? "" : ".", key, items.size());
    expect(element.IsObject(), place, "an object");
    items.push_back((this->*item)(element, place));
    if (error_) break;
  }
  return items;
}

Mention AnnotationReader::mention(const Value& object, std::string_view where) {
  return {.span = span(object, where),
          .text = text(object, "text", where, true),
          .form = text(object, "form", where, false),
          .rule = {}};
}

Entity AnnotationReader::entity(const Value& object, std::string_view where) {
  Entity entity;
  entity.id = number(object, "id", where);
  entity.type = choice<EntityType>(object, "type", where, kEntityTypeNames, std::nullopt);
  entity.kind = choice<TitleKind>(object, "kind", where, kTitleKindNames, TitleKind::none);
  entity.name = text(object, "name", where, true);
  entity.iso = text(object, "iso", where, false);
  entity.mentions = list(object, "mentions", where, true, &AnnotationReader::mention);
  expect(!entity.mentions.empty(), where, "at least one mention");
  expect(ids_.insert(entity.id).second, where,
         fmt::format("an \"id\" of its own, {} stands twice", entity.id));
  return entity;
}

Evidence AnnotationReader::evidence(const Value& object, std::string_view where) {
  Evidence evidence{span(object, where), text(object, "rule", where, false)};
  if (const Value* confidence = member(object, "confidence"); confidence != nullptr) {
    const bool good =
        confidence->IsNumber() && confidence->GetDouble() >= 0 && confidence->GetDouble() <= 1;
    expect(good, where, "\"confidence\" to be a number from 0 to 1");
    if (good) evidence.confidence = confidence->GetDouble();
  }
  if (member(object, "speaker") != nullptr) {
    evidence.speaker = number(object, "speaker", where);
    expect(ids_.contains(evidence.speaker), where,
           fmt::format("an entity with the id {}", evidence.speaker));
  }
  return evidence;
}

Relation AnnotationReader::relation(const Value& object, std::string_view where) {
  Relation relation;
  relation.subject = number(object, "subject", where);
  relation.predicate = choice<Predicate>(object, "predicate", where, kPredicateNames, std::nullopt);
  relation.object = number(object, "object", where);
  relation.modality =
      choice<Modality>(object, "modality", where, kModalityNames, Modality::asserted);
  relation.origin = choice<Origin>(object, "origin", where, kOriginNames, Origin::text);
  const Evidence best = evidence(object, where);
  relation.evidence = list(object, "evidence", where, false, &AnnotationReader::evidence);
  if (relation.evidence.empty()) relation.evidence.push_back(best);
  for (const int end : {relation.subject, relation.object}) {
    expect(ids_.contains(end), where, fmt::format("an entity with the id {}", end));
  }
  return relation;
}

Sentence AnnotationReader::sentence(const Value& object, std::string_view where) {
  return {span(object, where), text(object, "text", where, true)};
}

Annotation AnnotationReader::read(const Value& root) {
  Annotation annotation;
  expect(root.IsObject(), "line", "a JSON object");
  annotation.id = text(root, "id", "line", true);
  expect(!annotation.id.empty(), "line", "\"id\" not to be empty");
  annotation.entities = list(root, "entities", "", true, &AnnotationReader::entity);
  annotation.relations = list(root, "relations", "", true, &AnnotationReader::relation);
  annotation.path = text(root, "path", "line", false);
  annotation.title = text(root, "title", "line", false);
  annotation.date = text(root, "date", "line", false);
  annotation.text = text(root, "text", "line", false);
  annotation.sentences = list(root, "sentences", "", false, &AnnotationReader::sentence);
  return annotation;
}

}  // namespace

Result<Annotation> annotation_from_json(std::string_view line, std::string_view file,
                                        int line_number) {
  AnnotationReader reader(file, line_number);
  rapidjson::Document document;
  // Iterative: a line of a million brackets must not overflow the stack.
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                 rapidjson::kParseFullPrecisionFlag>(line.data(), line.size());
  if (document.HasParseError()) {
    reader.fail(fmt::format("expected one JSON object, at byte {}: {}", document.GetErrorOffset(),
                            rapidjson::GetParseError_En(document.GetParseError())));
    return *reader.error();
  }
  Annotation annotation = reader.read(document);
  if (reader.error()) return *reader.error();
  return annotation;
}

}  // namespace rawabit
