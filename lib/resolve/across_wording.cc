#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "resolve/across_articles.h"
#include "resolve/across_words.h"

namespace rawabit {
namespace {

Fingerprint key_of(std::string_view what, std::string_view name) {
  return fingerprint(fmt::format("{}\n{}", what, name));
}

/// "Fighting X" is X.
std::string topic_key(std::string_view key, const KnownNames& known) {
  constexpr std::size_t kLongest = 3;
  const Words words = split_words(key);
  for (std::size_t length = std::min(kLongest, words.size() - 1); length > 0; --length) {
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(length);
    const std::optional<bool> lam = known.counter(join_words(Words(words.begin(), end)));
    if (!lam) continue;
    Words topic(end, words.end());
    if (*lam) topic[0] = bare_word(topic[0]);
    return join_words(topic);
  }
  return std::string(key);
}

/// "Partnership agreement" may be any; one of four words, or one that a place marks, is one.
bool is_full_agreement(std::string_view key, const KnownNames& known) {
  const Words words = split_words(key);
  if (words.size() >= 4) return true;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool is_city = !known.find(EntityType::city, words[i]).empty();
    if (words.size() >= 3 && is_city) return true;
  }
  return false;
}

bool is_place(EntityType type) {
  return type == EntityType::country || type == EntityType::city || type == EntityType::region;
}

struct Wording {
  std::vector<KeyedLocal> titles, dates, names;
};

void add_key(Wording& wording, const AcrossInput& input, const KnownNames& known,
             std::uint32_t local) {
  const LocalEntity& entity = input.entities[local];
  const std::string& key = input.key_of(entity);
  const std::string_view type = name_of(entity.type);
  if (key.empty()) return;
  if (entity.type == EntityType::title) {
    wording.titles.push_back({key_of(name_of(entity.kind), key), local});
  } else if (entity.type == EntityType::date && entity.iso != 0) {
    wording.dates.push_back({key_of(type, input.names.text(entity.iso)), local});
  } else if (entity.type == EntityType::topic) {
    wording.names.push_back({key_of(type, topic_key(key, known)), local});
  } else if (is_place(entity.type) && !known.is_common(key)) {
    wording.names.push_back({key_of(type, key), local});
  } else if (entity.type == EntityType::agreement && is_full_agreement(key, known)) {
    wording.names.push_back({key_of(type, join_words(loose_words(key))), local});
  }
}

}  // namespace

void join_by_wording(const AcrossInput& input, const KnownNames& known, Clusters& clusters) {
  Wording wording;
  for (std::uint32_t i = 0; i < input.entities.size(); ++i) add_key(wording, input, known, i);
  clusters.join_all(wording.titles, {JoinReason::same_wording});
  clusters.join_all(wording.dates, {JoinReason::same_date});
  clusters.join_all(wording.names, {JoinReason::full_name});
}

}  // namespace rawabit
