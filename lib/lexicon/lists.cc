#include "lexicon/lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "base/key_table.h"
#include "lexicon/list_file.h"
#include "lexicon/patterns.h"

namespace rawabit {
namespace {

constexpr std::size_t kManifestColumns = 9;
constexpr std::size_t kMaxLists = std::numeric_limits<decltype(LexiconEntry::list)>::max();
constexpr std::string_view kNothing = "-";
constexpr std::string_view kPatternFile = ".jsonl";

/// Where a line stands, to say what is wrong with it.
struct Place {
  std::string file;
  int line = 0;

  [[nodiscard]] Error error(std::string message) const {
    return {Error::Kind::data, std::move(message), file, line};
  }
};

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_class_name(std::string_view name) {
  if (name.empty() || name.front() < 'A' || name.front() > 'Z') return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

/// "k=v;k=v", or nothing.
Result<std::map<std::string, std::string>> read_attributes(std::string_view text,
                                                           const Place& place) {
  std::map<std::string, std::string> attributes;
  if (text.empty() || text == kNothing) return attributes;
  for (const std::string& piece : split_trimmed(text, ';')) {
    if (piece.empty()) continue;
    const std::size_t equals = piece.find('=');
    if (equals == std::string::npos || equals == 0) {
      return place.error(fmt::format("expected key=value, not '{}'", piece));
    }
    if (!attributes.emplace(piece.substr(0, equals), piece.substr(equals + 1)).second) {
      return place.error(fmt::format("attribute '{}' twice", piece.substr(0, equals)));
    }
  }
  return attributes;
}

Result<LexiconList> read_manifest_line(const ListLine& line, const Place& place) {
  if (line.columns.size() != kManifestColumns) {
    return place.error(
        fmt::format("expected {} columns, not {}", kManifestColumns, line.columns.size()));
  }
  const auto& c = line.columns;
  LexiconList list{c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8]};
  if (list.file.empty()) return place.error("expected a file name in the first column");
  if (!one_of(list.format, {"entities", "words", "shapes", "patterns"})) {
    return place.error(
        fmt::format("format '{}': expected entities, words, shapes or patterns", list.format));
  }
  const bool shapes = list.format == "shapes";
  const bool own_classes = shapes || list.format == "patterns";
  if (!is_class_name(list.class_name) && !(own_classes && list.class_name == kNothing)) {
    return place.error(fmt::format("class '{}': expected capitals, digits and _", list.class_name));
  }
  if (list.type != kNothing && !entity_type_named(list.type)) {
    return place.error(fmt::format("type '{}': expected an entity type or -", list.type));
  }
  if (list.type == kNothing && list.format == "entities") {
    return place.error("type '-': a list of entities has an entity type");
  }
  if (!one_of(list.article, {"as-is", "both", "all"}) && !(shapes && list.article == kNothing)) {
    return place.error(fmt::format("article '{}': expected as-is, both or all", list.article));
  }
  return list;
}

/// Reads the manifests and lists one after another into `data_`.
class ListsReader {
 public:
  Result<LexiconData> read(const std::vector<std::string>& directories) && {
    constexpr std::size_t kUsualEntries = std::size_t{1} << 16U;  // unused room costs nothing
    data_.entries.reserve(kUsualEntries);
    data_.entry_classes.reserve(kUsualEntries);
    data_.forms.reserve(2 * kUsualEntries);
    data_.words.reserve(4 * kUsualEntries);
    for (const std::string& directory : directories) {
      Status status =
          directory.ends_with(kPatternFile) ? read_alone(directory) : read_manifest(directory);
      if (!status) return status.error();
    }
    return std::move(data_);
  }

 private:
  Status read_manifest(const std::string& directory) {
    const std::string path = directory + "/lists.tsv";
    Result<std::vector<ListLine>> lines = read_list_file(path);
    if (!lines) return lines.error();
    std::unordered_map<std::string, int> files;
    for (const ListLine& line : *lines) {
      const Place place{path, line.number};
      Result<LexiconList> list = read_manifest_line(line, place);
      if (!list) return list.error();
      const auto [file, is_new] = files.emplace(list->file, line.number);
      if (!is_new) {
        return place.error(
            fmt::format("file '{}' stands on line {} already", list->file, file->second));
      }
      if (data_.lists.size() == kMaxLists) {
        return place.error(fmt::format("expected at most {} lists", kMaxLists));
      }
      data_.lists.push_back(*std::move(list));
      if (Status status = read_list(directory); !status) return status;
    }
    return Done{};
  }

  /// A file of patterns without a manifest: its labels say what it holds.
  Status read_alone(const std::string& file) {
    place_.file = file;
    ++list_number_;
    return read_pattern_lists({file, "patterns", std::string(kNothing), std::string(kNothing),
                               "as-is", "ar", "", "", "patterns"});
  }

  /// Reads the list that was added last.
  Status read_list(const std::string& directory) {
    place_.file = directory + "/" + data_.lists.back().file;
    ++list_number_;
    id_lines_.clear();
    if (data_.lists.back().format == "patterns") {
      LexiconList list = std::move(data_.lists.back());
      data_.lists.pop_back();
      return read_pattern_lists(list);
    }
    const LexiconList& list = data_.lists.back();
    Result<std::vector<ListLine>> lines = read_list_file(place_.file);
    if (!lines) return lines.error();
    for (const ListLine& line : *lines) {
      place_.line = line.number;
      Status status = list.format == "shapes" ? read_shape(line) : read_entry(line, list);
      if (!status) return status;
    }
    return Done{};
  }

  /// Patterns become lists of entities: one for each class and type that the labels stand for.
  Status read_pattern_lists(const LexiconList& manifest) {
    const Result<std::vector<EntityPattern>> patterns = read_patterns(place_.file);
    if (!patterns) return patterns.error();
    std::map<std::pair<std::string, std::string>, std::vector<LexiconEntry>> by_meaning;
    std::map<std::pair<std::string, std::string>, std::size_t> at;  // by label and id
    for (const EntityPattern& pattern : *patterns) {
      place_.line = pattern.line;
      const Result<LexiconList> list = list_of(pattern, manifest);
      if (!list) return list.error();
      auto& entries = by_meaning[{list->class_name, list->type}];
      const auto [known, is_new] = at.try_emplace({pattern.label, pattern.id}, entries.size());
      if (is_new) entries.push_back({pattern.id, {}, {}, {}, 0, pattern.line});
      entries[known->second].forms.push_back(pattern.form);
    }
    for (auto& [meaning, entries] : by_meaning) {
      LexiconList list = manifest;
      std::tie(list.class_name, list.type) = meaning;
      if (Status status = add_list(std::move(list), std::move(entries)); !status) return status;
    }
    return Done{};
  }

  Status add_list(LexiconList list, std::vector<LexiconEntry> entries) {
    if (data_.lists.size() == kMaxLists) {
      return place_.error(fmt::format("expected at most {} lists", kMaxLists));
    }
    data_.lists.push_back(std::move(list));
    id_lines_.clear();
    for (LexiconEntry& entry : entries) {
      entry.list = static_cast<std::uint16_t>(data_.lists.size() - 1);
      place_.line = entry.line;
      const LexiconList& its = data_.lists.back();
      if (Status status = add(std::move(entry), its); !status) return status;
    }
    return Done{};
  }

  /// What the manifest says counts, then what the label stands for; a label that stands for nothing
  /// is a class of its own where the manifest says the type.
  Result<LexiconList> list_of(const EntityPattern& pattern, const LexiconList& manifest) const {
    LexiconList list = manifest;
    const LabelMeaning meaning = meaning_of_label(pattern.label);
    if (list.type == kNothing) list.type = meaning.type;
    if (list.class_name == kNothing) {
      list.class_name = meaning.type == list.type ? std::string(meaning.class_name) : pattern.label;
    }
    if (list.type.empty()) {
      return place_.error(
          fmt::format("label '{}': expected one of {}, or a manifest that says the "
                      "type",
                      pattern.label, known_labels()));
    }
    return list;
  }

  Status read_shape(const ListLine& line) {
    if (line.columns.size() != 2) {
      return place_.error(
          fmt::format("expected 2 columns (class, pattern), not {}", line.columns.size()));
    }
    Result<ClassId> cls = class_id(line.columns[0]);
    if (!cls) return cls.error();
    data_.shapes.push_back({*cls, line.columns[1], place_.file, line.number});
    return Done{};
  }

  Status read_entry(const ListLine& line, const LexiconList& list) {
    const bool entity = list.format == "entities";
    const std::size_t fewest = entity ? 3 : 1;
    const std::size_t count = line.columns.size();
    if (count < fewest || count > fewest + 1) {
      return place_.error(
          fmt::format("expected {} or {} columns, not {}", fewest, fewest + 1, count));
    }
    LexiconEntry entry;
    if (entity) {
      entry.id = line.columns[0];
      entry.english = line.columns[1] == kNothing ? "" : line.columns[1];
      if (entry.id.empty()) return place_.error("expected an id in the first column");
    }
    entry.forms = split_trimmed(line.columns[fewest - 1], '|');
    entry.list = static_cast<std::uint16_t>(data_.lists.size() - 1);
    entry.line = line.number;
    if (count > fewest) {
      auto attributes = read_attributes(line.columns[fewest], place_);
      if (!attributes) return attributes.error();
      entry.attributes = *std::move(attributes);
    }
    return add(std::move(entry), list);
  }

  Status add(LexiconEntry entry, const LexiconList& list) {
    Result<std::vector<ClassId>> classes = classes_of(entry, list);
    if (!classes) return classes.error();
    if (Status status = check_id(entry); !status) return status;
    for (const std::string& form : entry.forms) {
      if (Status status = add_form(form, entry, *classes, list.article); !status) return status;
    }
    data_.entries.push_back(std::move(entry));
    data_.entry_classes.push_back(*std::move(classes));
    return Done{};
  }

  Status check_id(const LexiconEntry& entry) {
    if (entry.id.empty()) return Done{};
    const auto [id, is_new] = id_lines_.emplace(entry.id, entry.line);
    if (is_new) return Done{};
    return place_.error(fmt::format("id '{}' stands on line {} already", entry.id, id->second));
  }

  /// Refuses a form that another line gives the same class, which could never be found. Namesakes
  /// (two towns of one name) say by ambiguous=1 that both are meant.
  Status add_form(const std::string& form, const LexiconEntry& entry,
                  const std::vector<ClassId>& classes, std::string_view article) {
    const std::span<const CompiledForm> compiled = forms_.compile(form, article);
    if (compiled.front().hashes.empty()) {
      return place_.error(fmt::format("form '{}' is empty after folding", form));
    }
    for (const CompiledForm& one : compiled) keep(one);
    const EntryForm& itself = data_.forms[data_.forms.size() - compiled.size()];
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;
    for (const ClassId cls : classes) {
      const std::uint64_t key = itself.name ^ (list_number_ << 16U | cls) * kSpread;
      const auto line = form_lines_.find(key);
      if (!line) {
        form_lines_.put(key, static_cast<std::uint32_t>(entry.line));
      } else if (*line != static_cast<std::uint32_t>(entry.line) &&
                 !entry.attributes.contains("ambiguous")) {
        return place_.error(fmt::format("form '{}' stands on line {} already", form, *line));
      }
    }
    if (entry.id.empty()) return Done{};
    const CompiledForm& glued = forms_.compile_glued(form);
    if (!glued.hashes.empty()) keep(glued);
    return Done{};
  }

  /// Adds a form of the entry that is being read.
  void keep(const CompiledForm& form) {
    const auto first = static_cast<std::uint32_t>(data_.words.size());
    data_.words.insert(data_.words.end(), form.hashes.begin(), form.hashes.end());
    data_.forms.push_back({static_cast<EntryId>(data_.entries.size()), first,
                           static_cast<std::uint32_t>(data_.words.size()),
                           token_hash(form.folded)});
  }

  Result<std::vector<ClassId>> classes_of(const LexiconEntry& entry, const LexiconList& list) {
    const auto own = entry.attributes.find("class");
    const auto first = class_id(own == entry.attributes.end() ? list.class_name : own->second);
    if (!first) return first.error();
    std::vector<ClassId> ids{*first};
    const auto also = entry.attributes.find("also");
    if (also == entry.attributes.end()) return ids;
    for (const std::string& name : split_trimmed(also->second, ',')) {
      const Result<ClassId> id = class_id(name);
      if (!id) return id.error();
      ids.push_back(*id);
    }
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
  }

  /// The id of the class, which is added when it is new.
  Result<ClassId> class_id(const std::string& name) {
    if (!is_class_name(name)) {
      return place_.error(fmt::format("class '{}': expected capitals, digits and _", name));
    }
    if (const auto known = data_.class_ids.find(name); known != data_.class_ids.end()) {
      return known->second;
    }
    const auto next = static_cast<ClassId>(data_.class_names.size());
    if (next == Lexicon::kNoClass) {
      return place_.error(fmt::format("expected at most {} classes", next));
    }
    data_.class_ids.emplace(name, next);
    data_.class_names.push_back(name);
    return next;
  }

  LexiconData data_;
  Place place_;
  FormCompiler forms_;
  std::uint64_t list_number_ = 0;                  // of the list being read
  std::unordered_map<std::string, int> id_lines_;  // in it
  KeyTable form_lines_;                            // by list, class and folded form
};

}  // namespace

Result<LexiconData> read_lists(const std::vector<std::string>& directories) {
  return ListsReader().read(directories);
}

}  // namespace rawabit
