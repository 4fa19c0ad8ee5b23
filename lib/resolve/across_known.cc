#include "resolve/across_known.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/fold.h"

namespace rawabit {
namespace {

std::string index_key(EntityType type, std::string_view key) {
  std::string indexed(1, static_cast<char>('a' + static_cast<int>(type)));
  indexed += key;
  return indexed;
}

std::optional<std::string_view> attribute(const LexiconEntry& entry, const std::string& name) {
  const auto found = entry.attributes.find(name);
  if (found == entry.attributes.end()) return std::nullopt;
  return found->second;
}

void add_entity(KnownNames& known, const LexiconList& list, const LexiconEntry& entry) {
  const std::optional<EntityType> type = entity_type_named(list.type);
  if (!type) return;
  KnownEntity line{entry.id, *type, entry.english, {}, {}, entry.attributes};
  const bool adjectives = list.class_name.starts_with("DEMONYM");
  (adjectives ? line.demonyms : line.forms) = entry.forms;
  known.add(line);
}

void add_ordinals(KnownNames& known, const LexiconEntry& entry) {
  const std::optional<std::string_view> text = attribute(entry, "value");
  int value = 0;
  if (!text ||
      std::from_chars(text->data(), text->data() + text->size(), value).ec != std::errc{}) {
    return;
  }
  for (const std::string& form : entry.forms) known.add_ordinal(name_key(form), value);
}

void add_words(KnownNames& known, const LexiconList& list, const LexiconEntry& entry) {
  const std::string& name = list.class_name;
  if (name.starts_with("ORDINAL")) return add_ordinals(known, entry);
  for (const std::string& form : entry.forms) {
    if (name == "COMMON_NAME") known.add_common(name_key(form), entry.attributes.contains("head"));
    if (name == "COUNTER") known.add_counter(name_key(form));
    if (name == "NAME_PREFIX") known.add_name_prefix(fold(form));
  }
}

}  // namespace

KnownId KnownNames::add(const KnownEntity& line) {
  const auto [found, is_new] = ids_.emplace(line.id, static_cast<KnownId>(entities_.size()));
  const KnownId id = found->second;
  if (is_new) entities_.push_back({line.id, line.type, {}, {}, {}, {}});
  KnownEntity& entity = entities_[id];
  if (entity.english.empty()) entity.english = line.english;
  entity.attributes.insert(line.attributes.begin(), line.attributes.end());
  for (const auto& [from, to] :
       {std::pair{&line.forms, &entity.forms}, std::pair{&line.demonyms, &entity.demonyms}}) {
    to->insert(to->end(), from->begin(), from->end());
    for (const std::string& form : *from) {
      std::vector<KnownId>& holders = by_key_[index_key(line.type, name_key(form))];
      if (std::find(holders.begin(), holders.end(), id) == holders.end()) holders.push_back(id);
    }
  }
  return id;
}

void KnownNames::add_common(std::string_view key, bool head) {
  (head ? common_heads_ : common_).emplace(key);
}
void KnownNames::add_ordinal(std::string_view key, int value) { ordinals_.emplace(key, value); }
void KnownNames::add_counter(std::string_view key) { counters_.emplace(key); }
void KnownNames::add_name_prefix(std::string_view folded) { name_prefixes_.emplace(folded); }

std::span<const KnownId> KnownNames::find(EntityType type, std::string_view key) const {
  const auto found = by_key_.find(index_key(type, key));
  if (found == by_key_.end()) return {};
  return found->second;
}

KnownId KnownNames::with_id(std::string_view id) const {
  const auto found = ids_.find(std::string(id));
  return found == ids_.end() ? kUnknown : found->second;
}

KnownId KnownNames::country_of(KnownId city) const {
  const std::map<std::string, std::string>& attributes = entities_[city].attributes;
  const auto found = attributes.find("country");
  return found == attributes.end() ? kUnknown : with_id("country:" + found->second);
}

bool KnownNames::is_common(std::string_view key) const {
  if (common_.contains(std::string(key))) return true;
  for (std::size_t end = key.find(' ');; end = key.find(' ', end + 1)) {
    if (common_heads_.contains(std::string(key.substr(0, end)))) return true;
    if (end == std::string_view::npos) return false;
  }
}

std::optional<int> KnownNames::ordinal(std::string_view key) const {
  const auto found = ordinals_.find(std::string(key));
  if (found == ordinals_.end()) return std::nullopt;
  return found->second;
}

bool KnownNames::is_counter(std::string_view key) const {
  return counters_.contains(std::string(key));
}
bool KnownNames::is_name_prefix(std::string_view folded) const {
  return name_prefixes_.contains(std::string(folded));
}

KnownNames known_names(const Lexicon& lexicon) {
  KnownNames known;
  for (const LexiconEntry& entry : lexicon.entries()) {
    const LexiconList& list = lexicon.lists()[entry.list];
    if (entry.id.empty()) {
      add_words(known, list, entry);
    } else {
      add_entity(known, list, entry);
    }
  }
  return known;
}

}  // namespace rawabit
