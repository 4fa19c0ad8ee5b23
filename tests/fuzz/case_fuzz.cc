// Any case file: refused with its path, or a case whose facts hang together.
#include "case_file.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parsed = rawabit::parse_case(text_of(data, size), "c/x.case");
  if (!parsed) {
    expect(parsed.error().file == "c/x.case", "an error names the path");
    expect(!parsed.error().message.empty(), "an error says why");
    return 0;
  }
  const rawabit::ArticleFacts& facts = parsed->facts;
  expect(parsed->document.id == "x", "a case is named after its file");
  expect(!parsed->document.bytes.empty(), "a case has an article");
  expect(parsed->entity_lines.size() == facts.entities.size(), "an entity is a line");
  expect(parsed->relation_lines.size() == facts.relations.size(), "a relation is a line");
  for (const auto& entity : facts.entities) {
    expect(!entity.forms.empty(), "an entity has a form");
  }
  for (const auto& relation : facts.relations) {
    expect(relation.subject < facts.entities.size() && relation.object < facts.entities.size(),
           "the ends of a relation are entities");
    expect(rawabit::may_be_subject(relation.predicate, facts.entities[relation.subject].type) &&
               rawabit::may_be_object(relation.predicate, facts.entities[relation.object].type),
           "they may stand there");
  }
  return 0;
}
