#include "read/inputs.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace rawabit {
namespace {

namespace fs = std::filesystem;

/// A file or directory, by whatever path it is reached.
using Identity = std::pair<dev_t, ino_t>;

struct Candidate {
  std::string path;
  Identity identity;
};

struct Walk {
  std::vector<Candidate> files;
  std::set<Identity> directories;
  std::vector<Error> errors;
};

bool is_standard_input(std::string_view path) { return path == "-"; }

/// ".txt" of "news/1.TXT": extensions are compared in lower case.
std::string extension_of(const std::string& path) {
  std::string extension = fs::path(path).extension().string();
  std::ranges::transform(extension, extension.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return extension;
}

bool is_json_lines(const std::string& path) { return extension_of(path) == ".jsonl"; }
bool has_known_extension(const std::string& path) {
  return extension_of(path) == ".txt" || is_json_lines(path);
}

Error cannot(const std::string& path, const char* what, int error) {
  return {.message = fmt::format("{}: {}", what, std::generic_category().message(error)),
          .file = path};
}

/// The names in a directory that are not hidden, in byte order; an Error if it cannot be read.
Result<std::vector<std::string>> names_in(const std::string& directory) {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end;
       entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (!name.starts_with('.')) names.push_back(std::move(name));
  }
  if (error) return cannot(directory, "cannot be listed", error.value());
  std::ranges::sort(names);
  return names;
}

void add_file(Walk& walk, const std::string& path, const struct stat& status) {
  if (S_ISREG(status.st_mode)) {
    walk.files.push_back({path, {status.st_dev, status.st_ino}});
  } else {
    walk.errors.push_back({.message = "is no regular file", .file = path});
  }
}

/// Adds the articles below `directory`; says whether there was anything to report or to read.
bool walk_directory(Walk& walk, const std::string& directory);

bool walk_entry(Walk& walk, const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    // A link that leads to itself is a loop; other broken links are worth a word if they would
    // have been read.
    if (errno == ELOOP || !has_known_extension(path)) return false;
    walk.errors.push_back(cannot(path, "cannot be examined", errno));
    return true;
  }
  if (S_ISDIR(status.st_mode)) {
    const bool first_visit = walk.directories.insert({status.st_dev, status.st_ino}).second;
    return !first_visit || walk_directory(walk, path);
  }
  if (!has_known_extension(path)) return false;
  add_file(walk, path, status);
  return true;
}

bool walk_directory(Walk& walk, const std::string& directory) {
  const Result<std::vector<std::string>> names = names_in(directory);
  if (!names) {
    walk.errors.push_back(names.error());
    return true;
  }
  bool found = false;
  const std::string prefix = directory.ends_with('/') ? directory : directory + "/";
  for (const std::string& name : *names) {
    std::string path = prefix;
    path += name;
    found = walk_entry(walk, path) || found;
  }
  return found;
}

void walk_argument(Walk& walk, const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    walk.errors.push_back(cannot(path, "cannot be examined", errno));
    return;
  }
  if (!S_ISDIR(status.st_mode)) {
    add_file(walk, path, status);
    return;
  }
  if (!walk.directories.insert({status.st_dev, status.st_ino}).second) return;
  if (!walk_directory(walk, path)) {
    walk.errors.push_back({.message = "this directory has no .txt or .jsonl file", .file = path});
  }
}

/// Lists each file once, and refuses the second of two articles of one id.
void add_inputs(const std::vector<Candidate>& files, InputList& list) {
  std::set<std::pair<Identity, std::string>> taken;
  ClaimedIds ids;
  for (const Candidate& file : files) {
    const std::string stem = fs::path(file.path).stem().string();
    if (!taken.insert({file.identity, stem}).second) continue;
    if (is_json_lines(file.path)) {
      list.inputs.push_back({.path = file.path, .kind = Input::Kind::json_lines, .id = {}});
      continue;
    }
    const Status claimed = ids.claim(stem, file.path);
    if (claimed) {
      list.inputs.push_back({.path = file.path, .id = stem});
    } else {
      list.errors.push_back(claimed.error());
    }
  }
}

}  // namespace

Status ClaimedIds::claim(const std::string& id, const std::string& path) {
  const auto [known, is_new] = paths_.try_emplace(id, path);
  if (is_new) return Done{};
  return Error{.message = fmt::format("its id \"{}\" is already that of {}; ids must differ", id,
                                      known->second),
               .file = path};
}

InputList list_inputs(const std::vector<std::string>& paths) {
  std::vector<std::string> arguments = paths;
  std::ranges::sort(arguments);
  InputList list;
  Walk walk;
  for (const std::string& path : arguments) {
    if (!is_standard_input(path)) walk_argument(walk, path);
  }
  list.errors = std::move(walk.errors);
  if (std::ranges::find_if(arguments, is_standard_input) != arguments.end()) {
    list.inputs.push_back({.path = "-", .kind = Input::Kind::json_lines, .id = {}});
  }
  std::ranges::stable_sort(walk.files, {}, &Candidate::path);
  add_inputs(walk.files, list);
  return list;
}

}  // namespace rawabit
