#include "query/names_like.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "query/data_lines.h"
#include "text/fold.h"
#include "text/spelling.h"

namespace rawabit {
namespace {

constexpr double kLeastAlike = 0.6;
constexpr std::size_t kMost = 5;

/// Its letters two by two, with a space before and after.
std::vector<std::u32string> pairs_of(std::string_view text) {
  const std::u32string letters = U' ' + letters_of(text) + U' ';
  std::vector<std::u32string> pairs;
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) pairs.push_back(letters.substr(i, 2));
  std::ranges::sort(pairs);
  return pairs;
}

/// Dice's measure of two bags of pairs.
double alike(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
  std::vector<std::u32string> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

bool is_latin(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0xD6; });
}

/// The first sound of each word, in one row.
std::string sound_of(std::string_view key, const QuestionLanguage& language) {
  std::string row;
  for (const std::string_view word : split_words(key)) {
    const std::vector<std::string> sounds = language.sounds.of(word);
    if (!sounds.empty()) row += (row.empty() ? "" : " ") + sounds.front();
  }
  return row;
}

/// The bytes of a text, as a set of 64: a letter of Arabic tells itself by its second byte.
std::uint64_t bytes_of(std::string_view text) {
  std::uint64_t set = 0;
  for (const char c : text) set |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 0x3FU);
  return set;
}

/// False for most names that are not like the other, without a look at their letters' order.
bool may_be_like(std::string_view one, std::string_view other) {
  constexpr std::size_t kMostLonger = 2;
  if (one.size() > kMostLonger * other.size() || other.size() > kMostLonger * one.size())
    return false;
  const std::uint64_t a = bytes_of(one);
  const std::uint64_t b = bytes_of(other);
  return 2.0 * std::popcount(a & b) >= kLeastAlike * (std::popcount(a) + std::popcount(b));
}

struct Near {
  double likeness = 0;
  std::int64_t mentions = 0;
  std::string name;
};

void keep_best(std::vector<Near>& near) {
  std::ranges::sort(near, [](const Near& a, const Near& b) {
    return std::tie(b.likeness, b.mentions, a.name) < std::tie(a.likeness, a.mentions, b.name);
  });
  std::vector<Near> best;
  for (Near& one : near) {
    const bool is_known = std::ranges::find(best, one.name, &Near::name) != best.end();
    if (!is_known && best.size() < kMost) best.push_back(std::move(one));
  }
  near = std::move(best);
}

}  // namespace

Result<std::vector<std::string>> names_like(Database& db, std::string_view name,
                                            const QuestionLanguage& language) {
  const std::string key = name_key(name);
  const bool by_sound = is_latin(key);
  const auto letters = pairs_of(key);
  const auto sounds = pairs_of(by_sound ? sound_of(key, language) : std::string());
  const std::uint32_t first_sounds = language.sounds.first_of(key);
  Result<Statement> rows = db.prepare(
      "SELECT n.key, e.name, e.n_mentions FROM names AS n JOIN entities AS e ON e.id = n.entity"
      " WHERE e.type NOT IN ('date', 'title') AND n.is_full");
  if (!rows) return rows.error();
  std::vector<Near> near;
  Result<bool> row = rows->step();
  for (; row && *row; row = rows->step()) {
    const std::string_view other = rows->text(0);
    const bool is_heard = by_sound && !is_latin(other);
    if (is_heard ? (language.sounds.first_of(other) & first_sounds) == 0
                 : !may_be_like(key, other)) {
      continue;
    }
    const double likeness = is_heard ? alike(sounds, pairs_of(sound_of(other, language)))
                                     : alike(letters, pairs_of(other));
    if (likeness < kLeastAlike) continue;
    near.push_back({likeness, rows->integer(2), std::string(rows->text(1))});
  }
  if (!row) return row.error();
  keep_best(near);
  std::vector<std::string> names;
  names.reserve(near.size());
  for (Near& one : near) names.push_back(std::move(one.name));
  return names;
}

}  // namespace rawabit
