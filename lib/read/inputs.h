// What there is to read: paths given by the user -> the list of files to open.
//
// Takes files, directories and "-" (standard input). A directory gives its `.txt` and `.jsonl`
// files and those of its subdirectories; hidden names are left out, and so is a symbolic link that
// leads back to where the walk came from. A file named by the user is taken whatever it is called,
// `.jsonl` as JSON Lines, all else as one article. A file reached twice is one input. Inputs come
// in the byte order of their paths, whatever the order of the arguments.
// A path that is missing, forbidden or no regular file, a directory without articles, and a second
// file of one stem are Errors; the others are listed all the same.
//
//   InputList list = list_inputs({"news", "extra/1.txt"});
//   for (const Error& error : list.errors) ...
//   for (const Input& input : list.inputs) ...
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace rawabit {

struct Input {
  enum class Kind { article, json_lines };
  std::string path;  ///< "-" is standard input
  Kind kind = Kind::article;
  std::string id;  ///< of an article: file name without extension
};

struct InputList {
  std::vector<Input> inputs;
  std::vector<Error> errors;
};

[[nodiscard]] InputList list_inputs(const std::vector<std::string>& paths);

/// Keeps the ids of one run apart: claim() gives an Error that names both when the id was claimed
/// before.
class ClaimedIds {
 public:
  [[nodiscard]] Status claim(const std::string& id, const std::string& path);

 private:
  std::unordered_map<std::string, std::string> paths_;
};

}  // namespace rawabit
