#include "program.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <thread>

#include "base/file.h"
#include "base/fingerprint.h"
#include "ingest.h"
#include "render/markup.h"

namespace rawabit {
namespace {

namespace fs = std::filesystem;

fs::path program_path() {
  std::error_code failed;
  return fs::read_symlink("/proc/self/exe", failed);
}

std::string built_in(const char* folder) { return data_directory() + "/" + folder; }

}  // namespace

int Globals::thread_count() const {
  if (threads > 0) return threads;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

PipelineOptions Globals::pipeline_options() const {
  PipelineOptions options{gazetteers, rules};
  // Of two lists the first counts; of two rules the second sees what the first has made.
  if (gazetteers.empty() || !replace_data) options.gazetteers.push_back(built_in("gazetteers"));
  if (rules.empty() || !replace_data) {
    options.rules.insert(options.rules.begin(), built_in("rules"));
  }
  return options;
}

std::string Globals::questions_directory() const {
  std::error_code failed;
  for (const std::string& directory : rules) {
    if (fs::is_directory(directory + "/questions", failed)) return directory + "/questions";
  }
  return data_directory() + "/rules/questions";
}

void tell(std::string_view words) { fmt::print(stderr, "rawabit: {}\n", shown_text(words)); }

void tell_more(std::string_view line) { fmt::print(stderr, "  {}\n", shown_text(line)); }

ExitCode report(const Error& error) {
  tell(error.text());
  switch (error.kind) {
    case Error::Kind::usage:
      return ExitCode::usage;
    case Error::Kind::database:
      return ExitCode::database;
    case Error::Kind::input:
    case Error::Kind::data:
      break;
  }
  return ExitCode::input;
}

std::string data_directory() {
  if (const char* given = std::getenv("RAWABIT_DATA"); given != nullptr && *given != '\0') {
    return given;
  }
  const fs::path installed = program_path().parent_path().parent_path() / "share" / "rawabit";
  std::error_code failed;
  if (fs::is_directory(installed, failed)) return installed.string();
  return RAWABIT_DATA_DIR;
}

Result<std::string> explorer_template() {
  std::error_code failed;
  for (const std::string& path :
       {data_directory() + "/explorer.html", std::string(RAWABIT_EXPLORER)}) {
    if (fs::exists(path, failed)) return read_file(path);
  }
  return Error{
      Error::Kind::input,
      "the explorer's page was not built: with nodejs (18 or later) and npm installed, run "
      "cmake --preset release && cmake --build --preset release --target explorer; every "
      "other format does without",
      data_directory() + "/explorer.html"};
}

Result<std::string> reader_fingerprint(const PipelineOptions& options) {
  constexpr std::size_t kProgramLimit = std::size_t{1} << 30;
  std::vector<std::string> directories = options.gazetteers;
  directories.insert(directories.end(), options.rules.begin(), options.rules.end());
  Result<std::string> data = fingerprint_of(directories);
  if (!data) return data;
  // The program's own bytes: whoever changes it must not get what it said before.
  const Result<std::string> program = read_file(program_path().string(), kProgramLimit);
  if (!program) return program.error();
  return to_hex(fingerprint(*data + to_hex(fingerprint(*program))));
}

}  // namespace rawabit
