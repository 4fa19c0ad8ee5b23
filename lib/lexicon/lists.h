// Reading the gazetteers: manifests and lists to entries, classes and shapes. See lexicon.h for
// what the files look like and what is refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "lexicon/forms.h"
#include "lexicon/lexicon.h"

namespace rawabit {

/// One line of a `shapes` list.
struct ShapeLine {
  ClassId cls = 0;
  std::string pattern;
  std::string file;
  int line = 0;
};

/// One way in which an entry may stand in a text.
struct EntryForm {
  EntryId entry = 0;
  std::uint32_t first_word = 0;  ///< in LexiconData::words
  std::uint32_t last_word = 0;
  std::uint64_t name = 0;  ///< the hash of its folded words, one space apart
};

/// For tables by name that a view of the name is looked up in.
struct NameHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view name) const { return token_hash(name); }
};

/// All that the lists say, before it is compiled.
struct LexiconData {
  std::vector<LexiconList> lists;
  std::vector<LexiconEntry> entries;
  std::vector<std::vector<ClassId>> entry_classes;  ///< of each entry, ascending
  std::vector<EntryForm> forms;                     ///< in the order of the entries
  std::vector<std::uint64_t> words;                 ///< of the forms: the hashes of their tokens
  std::vector<ShapeLine> shapes;
  std::vector<std::string> class_names;
  std::unordered_map<std::string, ClassId, NameHash, std::equal_to<>> class_ids;
};

Result<LexiconData> read_lists(const std::vector<std::string>& directories);

}  // namespace rawabit
