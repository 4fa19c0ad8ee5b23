// Any bytes as an article: refused with their path, or an annotation whose every offset leads back
// to what it says, the same each time, and that reads back as it was written.
#include "expect.h"
#include "model/annotation_json.h"
#include "pipeline.h"

namespace {

void check_span(const rawabit::Annotation& annotation, rawabit::Span<rawabit::Original> span,
                std::string_view text, std::size_t bytes, bool is_utf8) {
  expect(span.begin < span.end && span.end <= bytes, "a span lies in the file");
  if (!is_utf8) return;
  expect(annotation.text.substr(span.begin, span.end - span.begin) == text,
         "the bytes of a span are its text");
}

void check(const rawabit::Annotation& annotation, const std::string& bytes) {
  const bool is_utf8 = annotation.text == bytes;  // and without a byte order mark
  for (const rawabit::Entity& entity : annotation.entities) {
    expect(!entity.mentions.empty() && !entity.name.empty(), "an entity has a mention and a name");
    for (const rawabit::Mention& mention : entity.mentions) {
      check_span(annotation, mention.span, mention.text, bytes.size(), is_utf8);
    }
  }
  const auto entities = static_cast<int>(annotation.entities.size());
  for (const rawabit::Relation& relation : annotation.relations) {
    expect(relation.subject >= 1 && relation.subject <= entities && relation.object >= 1 &&
               relation.object <= entities,
           "the ends of a relation are entities");
    expect(!relation.evidence.empty(), "a relation has its evidence");
    for (const rawabit::Evidence& evidence : relation.evidence) {
      expect(evidence.span.begin < evidence.span.end && evidence.span.end <= bytes.size(),
             "evidence lies in the file");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto pipeline =
      rawabit::Pipeline::load({{RAWABIT_SOURCE_DIR "/gazetteers"}, {RAWABIT_SOURCE_DIR "/rules"}});
  expect(pipeline.ok(), "gazetteers and rules load");
  const rawabit::RawDocument document{
      .id = "x", .path = "x.txt", .bytes = std::string(text_of(data, size)), .date = {}};
  const auto annotation = pipeline->annotate(document);
  if (!annotation) {
    expect(annotation.error().file == "x.txt", "an error names the path");
    return 0;
  }
  check(*annotation, document.bytes);
  const std::string written = rawabit::to_json_line(*annotation);
  const auto again = pipeline->annotate(document);
  expect(again.ok() && rawabit::to_json_line(*again) == written, "it is read the same way twice");
  const auto read = rawabit::annotation_from_json(written, "x.jsonl", 1);
  expect(read.ok() && rawabit::to_json_line(*read) == written, "what is written can be read");
  return 0;
}
