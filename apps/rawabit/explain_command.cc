// rawabit explain ARTICLE[:OFFSET]: which rule and list made what.
#include <fmt/format.h>
#include <fmt/ranges.h>

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

struct Options {
  std::string where;
  int near = -1;
};

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

std::string file_name(const std::string& path) {
  return std::filesystem::path(path).filename().string();
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
      const std::string said =
          evidence.speaker == 0 ? "" : fmt::format(", says {}", names[evidence.speaker]);
      text += fmt::format("  {}-{}  {} {} {}  by {}, confidence {}{}{}\n", evidence.span.begin,
                          evidence.span.end, names[relation.subject], name_of(relation.predicate),
                          names[relation.object], evidence.rule, evidence.confidence,
                          relation.modality == Modality::asserted
                              ? ""
                              : fmt::format(", {}", name_of(relation.modality)),
                          said);
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

std::string almost_text(const std::vector<AlmostMatch>& all) {
  std::string text;
  for (const AlmostMatch& almost : all) {
    const NearMiss& miss = almost.miss;
    text +=
        fmt::format("  {} ({}:{})  {} of {} parts{}\n", miss.rule, file_name(miss.file), miss.line,
                    miss.matched, miss.wanted, miss.lacks_one ? ", it lacks this one alone" : "");
    if (!almost.begun.empty()) text += fmt::format("    matched   {}\n", almost.begun);
    text += fmt::format("    expected  {}\n", miss.expected);
    if (!almost.broke_at.empty()) {
      text += fmt::format("    found     {}  {}\n", almost.broke_at, fmt::join(miss.found, " "));
    } else if (miss.first < miss.last) {
      text += "    found     the end of the sentence\n";
    }
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
    if (!part.almost.empty()) text += " rules that almost matched:\n" + almost_text(part.almost);
  }
  return text;
}

/// Is no relation told of in the one sentence that it explains?
bool tells_nothing(const Explanation& explanation) {
  return explanation.sentences.size() == 1 &&
         relations_text(explanation.annotation, explanation.sentences.front().sentence).empty();
}

/// Without a number of its own, what almost matched is told of a sentence that gave no relation.
Result<Explanation> explanation_of(const Pipeline& pipeline, const RawDocument& document,
                                   const Place& place, int near) {
  constexpr std::size_t kFew = 5;
  if (near >= 0) return explain(pipeline, document, place.offset, static_cast<std::size_t>(near));
  auto explanation = explain(pipeline, document, place.offset);
  if (!explanation || !place.offset || !tells_nothing(*explanation)) return explanation;
  return explain(pipeline, document, place.offset, kFew);
}

ExitCode explain_article(const Globals& globals, const Options& options) {
  const Place place = place_of(options.where);
  const Result<Pipeline> pipeline = Pipeline::load(globals.pipeline_options());
  if (!pipeline) return report(pipeline.error());
  const std::string id = std::filesystem::path(place.path).stem().string();
  const auto document = read_document({place.path, Input::Kind::article, id});
  if (!document) return report(document.error());
  const auto explanation = explanation_of(*pipeline, *document, place, options.near);
  if (!explanation) return report(explanation.error());
  Output output;
  const Status written = output.write(as_text(*explanation, place.offset.has_value()));
  return written ? ExitCode::done : report(written.error());
}

}  // namespace

void add_explain(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command = line.add_command("explain",
                                     "which rule and list made what; with a byte offset, the words "
                                     "known in that sentence too, and "
                                     "where it gave no relation, the rules that almost matched",
                                     "rawabit explain article.txt:153", [&line, options] {
                                       return explain_article(line.globals, *options);
                                     });
  command.add_option("article", options->where, "an article, and perhaps a byte of it")
      .required()
      .type_name("ARTICLE[:OFFSET]");
  command
      .add_option("--near", options->near,
                  "how many of the rules that almost matched, for each sentence")
      .between(0, 1000)
      .type_name("N");
}

}  // namespace rawabit
