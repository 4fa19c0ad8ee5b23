// rawabit review --db FILE: the doubtful merges, best to look at first.
#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <memory>

#include "commands.h"
#include "query/review.h"
#include "store/store.h"
#include "terminal.h"
#include "text/excerpt.h"

namespace rawabit {
namespace {

struct Options {
  std::string database = "graph.db";
  std::size_t limit = 20;
  bool verdict_lines = false;
};

std::string heading_of(const Doubt& doubt) {
  std::string text =
      fmt::format("{} {}, {:.2f}: {}", doubt.type, doubt.joined ? "joined" : "not joined",
                  doubt.confidence, doubt.tells);
  if (!doubt.against_tells.empty()) text += ", but " + doubt.against_tells;
  return text;
}

/// Newspapers have sentences of two hundred words: what stands around the name is enough here.
std::string side_text(const DoubtSide& side) {
  constexpr std::size_t kRoom = 240;
  return fmt::format("{}  ({} {})  {}: {}", side.name, side.n_articles,
                     side.n_articles == 1 ? "article" : "articles", side.article,
                     excerpt(side.sentence, side.name, kRoom));
}

std::string as_text(const std::vector<Doubt>& doubts) {
  std::string text;
  for (const Doubt& doubt : doubts) {
    text += heading_of(doubt) + "\n";
    for (const DoubtSide& side : doubt.sides) text += "    " + side_text(side) + "\n";
  }
  return text;
}

/// A comment is one line.
std::string comment(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return "# " + text + "\n";
}

std::string as_verdicts(const std::vector<Doubt>& doubts) {
  std::string text;
  for (const Doubt& doubt : doubts) {
    text += comment(heading_of(doubt));
    for (const DoubtSide& side : doubt.sides) text += comment("  " + side_text(side));
    text += line_of(doubt.verdict) + "\n";
  }
  return text;
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Writer& out, const char* key, const std::string& value) {
  out.Key(key);
  out.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void write_side(Writer& out, const DoubtSide& side) {
  out.StartObject();
  write(out, "name", side.name);
  write(out, "article", side.article);
  write(out, "sentence", side.sentence);
  out.Key("n_articles");
  out.Int64(side.n_articles);
  out.EndObject();
}

std::string as_json(const std::vector<Doubt>& doubts) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartArray();
  for (const Doubt& doubt : doubts) {
    out.StartObject();
    out.Key("joined");
    out.Bool(doubt.joined);
    write(out, "type", doubt.type);
    write(out, "reason", doubt.reason);
    write(out, "against", doubt.against);
    out.Key("confidence");
    out.Double(doubt.confidence);
    out.Key("sides");
    out.StartArray();
    for (const DoubtSide& side : doubt.sides) write_side(out, side);
    out.EndArray();
    write(out, "verdict", line_of(doubt.verdict));
    out.EndObject();
  }
  out.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

ExitCode show_doubts(const Globals& globals, const Options& options) {
  Result<Store> store = Store::open(options.database);
  if (!store) return report(store.error());
  const Result<std::vector<Doubt>> doubts = review(store->db(), options.limit);
  if (!doubts) return report(doubts.error());
  Output output;
  const Status written = output.write(globals.json            ? as_json(*doubts)
                                      : options.verdict_lines ? as_verdicts(*doubts)
                                                              : as_text(*doubts));
  return written ? ExitCode::done : report(written.error());
}

}  // namespace

void add_review(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command = line.add_command(
      "review", "the doubtful merges across articles, made and nearly made, best to look at first",
      "rawabit review --db graph.db --verdict-lines > verdicts.tsv",
      [&line, options] { return show_doubts(line.globals, *options); });
  command.add_database_option(options->database);
  command.add_option("--limit", options->limit, "how many at most").type_name("N").shows_default();
  command.add_flag("--verdict-lines", options->verdict_lines,
                   "print lines for extract --verdicts that confirm the graph as it is: change the "
                   "word to overrule it");
}

}  // namespace rawabit
