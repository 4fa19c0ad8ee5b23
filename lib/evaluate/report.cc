#include "evaluate/report.h"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>

namespace rawabit {
namespace {

struct Mode {
  std::string_view name;
  int Tally::*right;
};
using Modes = std::vector<Mode>;

Modes entity_modes() { return {{"strict", &Tally::strict}, {"lenient", &Tally::lenient}}; }
Modes relation_modes() { return {{"lenient", &Tally::lenient}}; }

std::string row(std::string_view key, const Tally& tally, const Modes& modes) {
  std::string line = fmt::format("{:<18}{:>7}{:>8}", key, tally.gold, tally.system);
  for (const Mode& mode : modes) {
    const Figures f = figures(tally.*mode.right, tally);
    line += fmt::format("{:>12.4f}{:>8.4f}{:>8.4f}", f.precision, f.recall, f.f1);
  }
  return line + "\n";
}

std::string table(std::string_view title, const std::map<std::string, Tally>& tallies,
                  const Modes& modes, bool by_type) {
  std::string text = fmt::format("{:<18}{:>7}{:>8}", title, "gold", "system");
  for (const Mode& mode : modes) {
    text += fmt::format("{:>12}{:>8}{:>8}", fmt::format("{} P", mode.name), "R", "F1");
  }
  text += "\n";
  if (by_type) {
    for (const auto& [key, tally] : tallies) {
      if (!key.empty()) text += row(key, tally, modes);
    }
  }
  const auto overall = tallies.find("");
  return text + row("overall", overall == tallies.end() ? Tally{} : overall->second, modes);
}

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void write(Writer& out, std::string_view text) {
  out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

/// The shortest digits that read back as the same number; whole numbers with ".0".
void write_number(Writer& out, double value) {
  std::string digits = fmt::format("{}", value);
  if (digits.find_first_of(".e") == std::string::npos) digits += ".0";
  out.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}

void write_texts(Writer& out, const std::vector<std::string>& texts, std::size_t most) {
  out.StartArray();
  for (std::size_t i = 0; i < std::min(most, texts.size()); ++i) write(out, texts[i]);
  out.EndArray();
}

void write_figures(Writer& out, const Figures& f) {
  out.StartObject();
  out.Key("right");
  out.Int(f.right);
  out.Key("precision");
  write_number(out, f.precision);
  out.Key("recall");
  write_number(out, f.recall);
  out.Key("f1");
  write_number(out, f.f1);
  out.EndObject();
}

void write_tallies(Writer& out, const std::map<std::string, Tally>& tallies, const Modes& modes) {
  out.StartObject();
  for (const auto& [key, tally] : tallies) {
    write(out, key.empty() ? "overall" : std::string_view(key));
    out.StartObject();
    out.Key("gold");
    out.Int(tally.gold);
    out.Key("system");
    out.Int(tally.system);
    for (const Mode& mode : modes) {
      write(out, mode.name);
      write_figures(out, figures(tally.*mode.right, tally));
    }
    out.EndObject();
  }
  out.EndObject();
}

}  // namespace

std::string report_text(const Scores& scores, const ReportOptions& options) {
  std::string text =
      fmt::format("{} documents, {} missing from the system, {} not in gold\n", scores.documents,
                  scores.missing.size(), scores.not_in_gold.size());
  text += table("entities", scores.entities, entity_modes(), options.by_type) + "\n";
  text += table("relations", scores.relations, relation_modes(), options.by_type);
  if (options.errors == 0) return text;
  for (std::size_t kind = 0; kind < scores.errors.size(); ++kind) {
    const auto& found = scores.errors[kind];
    text += fmt::format("\n{}: {}\n", kScoreErrorKinds[kind], found.size());
    for (std::size_t i = 0; i < std::min(options.errors, found.size()); ++i) {
      text += fmt::format("  {}\n", found[i]);
    }
  }
  return text;
}

std::string report_json(const Scores& scores, const ReportOptions& options) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.SetIndent(' ', 1);
  out.StartObject();
  out.Key("documents");
  out.Uint64(scores.documents);
  out.Key("missing");
  write_texts(out, scores.missing, scores.missing.size());
  out.Key("not_in_gold");
  write_texts(out, scores.not_in_gold, scores.not_in_gold.size());
  out.Key("entities");
  write_tallies(out, scores.entities, entity_modes());
  out.Key("relations");
  write_tallies(out, scores.relations, relation_modes());
  out.Key("errors");
  out.StartObject();
  for (std::size_t kind = 0; kind < scores.errors.size(); ++kind) {
    write(out, kScoreErrorKinds[kind]);
    write_texts(out, scores.errors[kind], options.errors);
  }
  out.EndObject();
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace rawabit
