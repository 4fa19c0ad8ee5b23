#include "resolve/across_known.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "resolve/across_words.h"
#include "text/fold.h"

namespace rawabit {
namespace {

std::string index_key(EntityType type, std::string_view key) {
  std::string indexed(1, static_cast<char>('a' + static_cast<int>(type)));
  indexed += key;
  return indexed;
}

/// The value of an attribute, empty where the line has none.
std::string_view attribute(const LexiconEntry& entry, const std::string& name) {
  const auto found = entry.attributes.find(name);
  return found == entry.attributes.end() ? std::string_view() : found->second;
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
  const std::string_view text = attribute(entry, "value");
  int value = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{}) return;
  for (const std::string& form : entry.forms) known.add_ordinal(name_key(form), value);
}

void add_name_particle(KnownNames& known, const LexiconEntry& entry, const std::string& form) {
  const std::string_view kind = attribute(entry, "kind");
  if (kind == "suffix") known.add_name_suffix(fold(form));
  if (kind == "descent") known.add_descent(fold(form));
  for (const std::string_view prefix : {"servant", "kunya", "house", "prefix", "foreign"}) {
    if (kind == prefix) known.add_name_prefix(fold(form));
  }
}

bool is_foreign(const LexiconEntry& entry) {
  return attribute(entry, "also").find("GIVEN_FOREIGN") != std::string_view::npos;
}

/// A line of letters that stand for one sound is a group; its number is that of the line.
void add_letter(KnownNames& known, const LexiconEntry& entry, const std::string& form) {
  if (attribute(entry, "kind") == "vowel") {
    known.alike_letters().add_vowel(fold(form));
  } else {
    known.alike_letters().add_sound(fold(form), entry.line);
  }
}

void add_words(KnownNames& known, const LexiconList& list, const LexiconEntry& entry) {
  const std::string& name = list.class_name;
  if (name.starts_with("ORDINAL")) return add_ordinals(known, entry);
  for (const std::string& form : entry.forms) {
    // Whole names of bodies without an id are those that many countries give to one of theirs.
    if (name == "ORG") known.add_common(name_key(form), false);
    if (name == "COMMON_NAME") known.add_common(name_key(form), entry.attributes.contains("head"));
    if (name.starts_with("MEETING_"))
      known.add_meeting_noun(name_key(form), attribute(entry, "kind"));
    if (name == "ORG_HEAD_DEF") known.add_short_form(name_key(form));
    if (name == "TOPIC_HEAD" && attribute(entry, "kind") == "fight") {
      known.add_counter(name_key(form), attribute(entry, "prep") == "lam");
    }
    if (name == "NAME_PARTICLE") add_name_particle(known, entry, form);
    if (name.starts_with("GIVEN") && !is_foreign(entry)) known.add_native_name(fold(form));
    if (name == "SOUND_LETTER") add_letter(known, entry, form);
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
void KnownNames::add_meeting_noun(std::string_view key, std::string_view kind) {
  const bool plain = kind == "talks" || kind == "reception";
  meeting_nouns_.emplace(key, plain ? "meeting" : kind);
}
void KnownNames::add_short_form(std::string_view key) { short_forms_.emplace(key); }
void KnownNames::add_counter(std::string_view key, bool lam) { counters_.emplace(key, lam); }
void KnownNames::add_name_prefix(std::string_view folded) { name_prefixes_.emplace(folded); }
void KnownNames::add_name_suffix(std::string_view folded) { name_suffixes_.emplace(folded); }
void KnownNames::add_descent(std::string_view folded) { descents_.emplace(folded); }

void KnownNames::add_native_name(std::string_view folded) {
  std::string glued(folded);  // as person_words() gives it
  std::erase(glued, ' ');
  native_names_.insert(std::move(glued));
}

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
  const std::size_t space = key.rfind(' ');
  const std::string last(space == std::string_view::npos ? key : key.substr(space + 1));
  // "Al-Qaeda" ends a name of its own, "for the council" does not.
  if (short_forms_.contains(last)) {
    if (space == std::string_view::npos) return true;
  } else if (short_forms_.contains(bare_word(last))) {
    return true;
  }
  for (std::size_t end = key.find(' ');; end = key.find(' ', end + 1)) {
    if (common_heads_.contains(std::string(key.substr(0, end)))) return true;
    if (end == std::string_view::npos) return false;
  }
}

std::string_view KnownNames::meeting_kind(std::string_view key) const {
  const auto found = meeting_nouns_.find(std::string(key));
  return found == meeting_nouns_.end() ? std::string_view() : found->second;
}

std::optional<int> KnownNames::ordinal(std::string_view key) const {
  const auto found = ordinals_.find(std::string(key));
  if (found == ordinals_.end()) return std::nullopt;
  return found->second;
}

std::optional<bool> KnownNames::counter(std::string_view key) const {
  const auto found = counters_.find(std::string(key));
  if (found == counters_.end()) return std::nullopt;
  return found->second;
}
bool KnownNames::is_name_prefix(std::string_view folded) const {
  return name_prefixes_.contains(std::string(folded));
}
bool KnownNames::is_name_suffix(std::string_view folded) const {
  return name_suffixes_.contains(std::string(folded));
}
bool KnownNames::is_descent(std::string_view folded) const {
  return descents_.contains(std::string(folded));
}
bool KnownNames::may_sound_alike(const std::string& a, const std::string& b) const {
  const auto is_native = [&](const std::string& word) {
    return native_names_.contains(word) || name_key(word) != word;  // "Al-Husain"
  };
  return !(is_native(a) && is_native(b)) && alike_.may_be_one(a, b);
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
