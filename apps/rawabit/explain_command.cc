// rawabit explain ARTICLE[:OFFSET]: which rule and list made what.
#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "commands.h"
#include "explain.h"
#include "read/document.h"
#include "read/inputs.h"
#include "terminal.h"

namespace rawabit {
namespace {

struct Place {
  std::string path;
  std::optional<std::uint32_t> offset;
};

/// "a.txt:153" is the byte 153 of a.txt, unless there is a file of just that name.
Place place_of(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos || std::filesystem::exists(text)) return {text, {}};
  std::uint32_t offset = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data() + colon + 1, end, offset);
  if (error != std::errc{} || stopped != end) return {text, {}};
  return {text.substr(0, colon), offset};
}

std::string mentions_text(const Annotation& annotation, const Sentence& sentence) {
  std::multimap<std::uint32_t, std::string> lines;
  for (const Entity& entity : annotation.entities) {
    const std::string_view kind =
        entity.kind == TitleKind::none ? name_of(entity.type) : name_of(entity.kind);
    for (const Mention& mention : entity.mentions) {
      if (!sentence.span.contains(mention.span)) continue;
      lines.emplace(
          mention.span.begin,
          fmt::format("  {}-{}  {}  {}  by {}  = {} {}\n", mention.span.begin, mention.span.end,
                      kind, mention.reading(), mention.rule, entity.id, entity.name));
    }
  }
  std::string text;
  for (const auto& [at, line] : lines) text += line;
  return text;
}

std::string relations_text(const Annotation& annotation, const Sentence& sentence) {
  std::map<int, std::string_view> names;
  for (const Entity& entity : annotation.entities) names[entity.id] = entity.name;
  std::string text;
  for (const Relation& relation : annotation.relations) {
    for (const Evidence& evidence : relation.evidence) {
      if (evidence.span.begin < sentence.span.begin || evidence.span.begin >= sentence.span.end) {
        continue;
      }
      text += fmt::format("  {}-{}  {} {} {}  by {}, confidence {}{}\n", evidence.span.begin,
                          evidence.span.end, names[relation.subject], name_of(relation.predicate),
                          names[relation.object], evidence.rule, evidence.confidence,
                          relation.modality == Modality::asserted
                              ? ""
                              : fmt::format(", {}", name_of(relation.modality)));
    }
  }
  return text;
}

std::string words_text(const std::vector<KnownWords>& words) {
  std::string text;
  for (const KnownWords& w : words) {
    text += fmt::format("  {}  {}  {} ({}:{}){}\n", w.text, w.class_name, w.entry, w.file, w.line,
                        w.taken ? "" : "  in no mention");
  }
  return text;
}

std::string as_text(const Explanation& explanation, bool with_words) {
  std::string text;
  for (const ExplainedSentence& part : explanation.sentences) {
    const Sentence& sentence = part.sentence;
    text += fmt::format("{}-{}  {}\n", sentence.span.begin, sentence.span.end, sentence.text);
    text += mentions_text(explanation.annotation, sentence);
    text += relations_text(explanation.annotation, sentence);
    if (with_words) text += " words that the gazetteers know:\n" + words_text(part.words);
  }
  return text;
}

ExitCode explain_article(const Globals& globals, const std::string& where) {
  const Place place = place_of(where);
  const Result<Pipeline> pipeline = Pipeline::load(globals.pipeline_options());
  if (!pipeline) return report(pipeline.error());
  const std::string id = std::filesystem::path(place.path).stem().string();
  const auto document = read_document({place.path, Input::Kind::article, id});
  if (!document) return report(document.error());
  const auto explanation = explain(*pipeline, *document, place.offset);
  if (!explanation) return report(explanation.error());
  Output output;
  const Status written = output.write(as_text(*explanation, place.offset.has_value()));
  return written ? ExitCode::done : report(written.error());
}

}  // namespace

void add_explain(CommandLine& line) {
  const auto where = std::make_shared<std::string>();
  Command command = line.add_command(
      "explain",
      "which rule and list made what; with a byte offset, the words known in that sentence too",
      "rawabit explain article.txt:153",
      [&line, where] { return explain_article(line.globals, *where); });
  command.add_option("article", *where, "an article, and perhaps a byte of it")
      .required()
      .type_name("ARTICLE[:OFFSET]");
}

}  // namespace rawabit
