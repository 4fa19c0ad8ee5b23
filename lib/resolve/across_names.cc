#include "resolve/across_names.h"

#include <algorithm>
#include <tuple>

#include "resolve/across_words.h"
#include "text/fold.h"

namespace rawabit {
namespace {

/// Anything from the Hebrew block on has a lead byte of 0xD6 or more; Latin letters lie before it.
std::string_view language_of(std::string_view text) {
  const bool latin = std::all_of(text.begin(), text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0xD6; });
  return latin ? "en" : "ar";
}

bool is_place(EntityType type) {
  return type == EntityType::country || type == EntityType::city || type == EntityType::region;
}

}  // namespace

EntityNames::EntityNames(const AcrossInput& input, std::span<const std::uint32_t> members,
                         const KnownEntity* line)
    : line_(line), type_(members.empty() ? line->type : input.entities[members.front()].type) {
  add_uses(input, members);
  if (line_ != nullptr) add_line();
  choose_canonical();
}

void EntityNames::add_uses(const AcrossInput& input, std::span<const std::uint32_t> members) {
  std::map<NameId, std::uint32_t> counts;
  for (const std::uint32_t local : members) {
    const LocalEntity& member = input.entities[local];
    ++names_[input.key_of(member)].fullest_in;
    counts.try_emplace(member.name, 0);
    for (const NameUse& use : input.uses_of(member)) counts[use.name] += use.count;
  }
  for (const auto& [id, count] : counts) {
    const std::string& text = input.names.text(id);
    Name& name = names_[input.names.key(id)];
    name.n_mentions += count;
    // Of spellings used equally often, the first in the order of bytes.
    if (name.text.empty() || count > name.text_count ||
        (count == name.text_count && text < name.text)) {
      name.text = text;
      name.text_count = count;
    }
  }
}

void EntityNames::add_line() {
  for (const std::string& form : line_->forms) {
    Name& name = names_[name_key(form)];
    if (!name.from_gazetteer) name.text = form;
    name.from_gazetteer = true;
  }
  if (line_->english.empty()) return;
  Name& name = names_[name_key(line_->english)];
  if (name.text.empty()) name.text = line_->english;
  name.from_gazetteer = true;
}

void EntityNames::choose_canonical() {
  if (line_ != nullptr && !line_->forms.empty()) {
    canonical_ = name_key(line_->forms.front());
    if (names_.at(canonical_).n_mentions > 0) return;
  }
  const bool from_line = line_ != nullptr && is_place(type_);
  const std::string* best = nullptr;
  const auto rank = [&](const std::string& key) {
    const Name& name = names_.at(key);
    return std::tuple(name.from_gazetteer, name.fullest_in, name.text.size());
  };
  for (const auto& [key, name] : names_) {
    if (name.fullest_in == 0 || (from_line && !name.from_gazetteer)) continue;
    if (best == nullptr || rank(key) > rank(*best)) best = &key;
  }
  if (best != nullptr) canonical_ = *best;
}

bool EntityNames::is_full(const std::string& key, const Name& name) const {
  if (name.fullest_in > 0 || name.from_gazetteer) return true;
  return count_words(key) >= (type_ == EntityType::person ? 2U : 3U);
}

void EntityNames::append(std::int64_t entity, std::vector<GraphName>& out) const {
  for (const auto& [key, name] : names_) {
    out.push_back({entity, key, std::string(language_of(name.text)), name.text, name.n_mentions > 0,
                   key == canonical_, is_full(key, name), name.n_mentions});
  }
}

}  // namespace rawabit
