// rawabit check: are the gazetteers and the rules in order?
#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "check.h"
#include "commands.h"
#include "terminal.h"

namespace rawabit {
namespace {

std::string as_text(const CheckReport& report) {
  std::string text;
  for (const Error& finding : report.findings) text += finding.text() + "\n";
  return text + fmt::format("{} entries in {} lists, {} rules with {} examples: {}\n",
                            report.entries, report.lists, report.rules, report.examples,
                            report.findings.empty()
                                ? "all in order"
                                : fmt::format("{} to mend", report.findings.size()));
}

std::string as_json(const CheckReport& report) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  out.StartObject();
  for (const auto& [key, count] :
       {std::pair{"lists", report.lists}, std::pair{"entries", report.entries},
        std::pair{"rules", report.rules}, std::pair{"examples", report.examples}}) {
    out.Key(key);
    out.Uint64(count);
  }
  out.Key("findings");
  out.StartArray();
  for (const Error& finding : report.findings) {
    out.StartObject();
    out.Key("file");
    out.String(finding.file.c_str());
    out.Key("line");
    out.Int(finding.line);
    out.Key("message");
    out.String(finding.message.c_str());
    out.EndObject();
  }
  out.EndArray();
  out.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

ExitCode check(const Globals& globals) {
  const CheckReport found = check_data(globals.pipeline_options());
  Output output;
  const Status written = output.write(globals.json ? as_json(found) : as_text(found));
  if (!written) return report(written.error());
  return found.findings.empty() ? ExitCode::done : ExitCode::no;
}

}  // namespace

void add_check(CommandLine& line) {
  line.add_command("check", "gazetteers and rules: format, duplicates, their yes and no lines",
                   "rawabit check\n  rawabit check --gazetteers my/gazetteers",
                   [&line] { return check(line.globals); });
}

}  // namespace rawabit
