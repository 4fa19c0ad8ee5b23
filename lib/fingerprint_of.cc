#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/file.h"
#include "base/fingerprint.h"
#include "ingest.h"

namespace rawabit {
namespace {

namespace fs = std::filesystem;

Result<std::vector<std::string>> files_below(const std::string& directory) {
  std::vector<std::string> files;
  std::error_code error;
  if (fs::is_regular_file(directory, error)) return std::vector<std::string>{directory};
  for (fs::recursive_directory_iterator at(directory, error), end; !error && at != end;
       at.increment(error)) {
    if (at->is_regular_file(error)) files.push_back(at->path().string());
  }
  if (error) return Error{Error::Kind::data, error.message(), directory};
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<std::string> fingerprint_of(const std::vector<std::string>& directories) {
  std::string all = RAWABIT_VERSION;
  for (const std::string& directory : directories) {
    const Result<std::vector<std::string>> files = files_below(directory);
    if (!files) return files.error();
    for (const std::string& file : *files) {
      const Result<std::string> bytes = read_file(file);
      if (!bytes) return bytes.error();
      // The name below the directory counts, not where the directory lies.
      all += '\n' + file.substr(directory.size()) + ' ' + to_hex(fingerprint(*bytes));
    }
  }
  return to_hex(fingerprint(all));
}

}  // namespace rawabit
