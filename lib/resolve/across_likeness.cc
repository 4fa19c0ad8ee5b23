#include "resolve/across_likeness.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "resolve/within_names.h"
#include "text/spelling.h"

namespace rawabit {
namespace {

constexpr std::size_t kLongName = 3;
/// More names than this under one key say nothing of any two.
constexpr std::size_t kCrowd = 200;

using Groups = std::unordered_map<std::string, std::vector<std::size_t>>;

/// Calls test(a, b) for all pairs that share a key; gives those that pass.
template <class Test>
IndexPairs pairs_in(const Groups& groups, const Test& test) {
  IndexPairs pairs;
  for (const auto& [key, members] : groups) {
    if (members.size() > kCrowd) continue;
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        if (test(members[i], members[j])) pairs.emplace_back(members[i], members[j]);
      }
    }
  }
  std::ranges::sort(pairs);
  pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
  return pairs;
}

/// The name without its word number `hole`.
std::string with_hole(const Words& words, std::size_t hole, const std::string& mark) {
  Words rest = words;
  rest[hole] = "*";
  return mark + '\t' + join_words(rest);
}

bool differ_in_one_letter(const Words& a, const Words& b) {
  constexpr std::size_t kLeastLetters = 4;
  const auto [left, right] = std::ranges::mismatch(a, b);
  if (left == a.end() || right == b.end()) return false;
  const std::u32string letters = letters_of(*left);
  if (letters.size() < kLeastLetters || letters_of(*right).size() < kLeastLetters) return false;
  return is_one_letter_off(letters, *right);
}

/// The word that `longer` has and `shorter` has not.
std::size_t word_more(const Words& shorter, const Words& longer) {
  return static_cast<std::size_t>(std::ranges::mismatch(shorter, longer).in2 - longer.begin());
}

bool tells_apart(const std::string& word, const KnownNames& known) {
  constexpr std::array kPlaces = {EntityType::country, EntityType::city, EntityType::region};
  for (const std::string& key : {word, bare_word(word)}) {
    if (known.ordinal(key)) return true;
    for (const EntityType type : kPlaces) {
      if (!known.find(type, key).empty()) return true;
    }
  }
  return false;
}

}  // namespace

IndexPairs one_letter_apart(const std::vector<ComparedName>& names) {
  Groups groups;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Words& words = names[i].words;
    for (std::size_t hole = 0; hole < words.size(); ++hole) {
      if (words.size() >= kLongName) groups[with_hole(words, hole, "")].push_back(i);
      for (const std::string& mark : names[i].marks) {
        groups[with_hole(words, hole, mark)].push_back(i);
      }
    }
  }
  return pairs_in(groups, [&](std::size_t a, std::size_t b) {
    return differ_in_one_letter(names[a].words, names[b].words);
  });
}

IndexPairs one_word_apart(const std::vector<Words>& names, const KnownNames& known) {
  Groups groups;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].size() < kLongName) continue;
    groups[names[i].front() + ' ' + names[i].back()].push_back(i);
  }
  return pairs_in(groups, [&](std::size_t a, std::size_t b) {
    const bool first_is_shorter = names[a].size() < names[b].size();
    const Words& shorter = names[first_is_shorter ? a : b];
    const Words& longer = names[first_is_shorter ? b : a];
    return shorter.size() + 1 == longer.size() && is_subsequence(shorter, longer) &&
           !tells_apart(longer[word_more(shorter, longer)], known);
  });
}

}  // namespace rawabit
