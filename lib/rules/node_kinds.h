// The kinds of nodes: all that rules can tell apart, each kept once.
//
// A kind is a list of readings with their classes, of those that anybody asks for. Words come back
// over and over, with the same neighbours in the gazetteers: a node is then one number, and what a
// phase thinks of it is looked up by that number. The fewer kinds there are, the more of what is
// known of them stays in the cache.
//
//   NodeKinds kinds(phases, &wanted);        // of one thread
//   KindDraft draft;                         // readings, whose classes are slices of draft.classes
//   KindId kind = kinds.intern(draft);       // the same number for the same draft
//   for (const NodeReading& reading : kinds.readings(kind)) kinds.classes(reading);
//
// What led to a draft can be remembered by a 64-bit key of it (a good hash: keys are all that tells
// two of them apart). A NodeKinds belongs to one thread and grows from article to article; when
// is_full(), its owner clears it between two articles, and forgets all numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/key_table.h"
#include "base/large_pages.h"
#include "lexicon/lexicon.h"
#include "tokens/clitics.h"

namespace rawabit {

/// A class with the place that a token has in the entry that gave it: alone, or the begin, inside
/// or end of several tokens.
enum class Mark : std::uint8_t { single, begin, inside, end };
using MarkedClass = std::uint32_t;
[[nodiscard]] constexpr MarkedClass marked(ClassId cls, Mark mark) {
  return static_cast<MarkedClass>(cls) * 4 + static_cast<MarkedClass>(mark);
}

/// One way to read a node: its proclitics, and the classes of the rest (a slice of all classes).
struct NodeReading {
  Proclitics proclitics;
  std::uint32_t first_class = 0;
  std::uint32_t last_class = 0;
  bool operator==(const NodeReading&) const = default;
};

using KindId = std::uint32_t;

/// A kind that is being put together.
struct KindDraft {
  std::vector<NodeReading> readings;
  std::vector<MarkedClass> classes;

  void clear() {
    readings.clear();
    classes.clear();
  }
};

/// What a phase of the cascade spells the nodes of a kind with (alphabet.h).
using Letter = std::uint32_t;
inline constexpr Letter kNoLetter = 0xFFFFFFFF;

/// Of each marked class, 1 where somebody asks nodes for it.
using WantedClasses = std::vector<std::uint8_t>;

class NodeKinds {
 public:
  /// `phases`: how many there are to remember letters for. `wanted` must outlive them; null: all.
  explicit NodeKinds(std::size_t phases = 0, const WantedClasses* wanted = nullptr);

  [[nodiscard]] KindId intern(const KindDraft& draft);
  [[nodiscard]] std::span<const NodeReading> readings(KindId kind) const;
  /// Ascending, each once; those that are wanted.
  [[nodiscard]] std::span<const MarkedClass> classes(const NodeReading& reading) const;
  [[nodiscard]] bool has_class(const NodeReading& reading, MarkedClass cls) const;

  /// The letter of the kind in that phase; kNoLetter until it is set. The letters of a kind lie
  /// side by side: an article has few kinds, and all phases ask for them.
  [[nodiscard]] Letter letter(KindId kind, std::size_t phase) const {
    const ShortLetter letter = letters_[kind * phases_ + phase];
    return letter == kNoShortLetter ? kNoLetter : letter;
  }
  /// Is not remembered when it is none of the first 65,535: hardly any phase has that many.
  void set_letter(KindId kind, std::size_t phase, Letter letter) {
    if (letter < kNoShortLetter) {
      letters_[kind * phases_ + phase] = static_cast<ShortLetter>(letter);
    }
  }

  /// The kind remembered under the key.
  [[nodiscard]] std::optional<KindId> remembered(std::uint64_t key) const {
    return by_key_.find(key);
  }
  void remember(std::uint64_t key, KindId kind) { by_key_.put(key, kind); }
  /// Fetches what remembered() will look at.
  void prepare(std::uint64_t key) const { by_key_.prepare(key); }

  [[nodiscard]] bool is_full() const;
  void clear();

 private:
  using ShortLetter = std::uint16_t;
  static constexpr ShortLetter kNoShortLetter = 0xFFFF;
  struct Kind {
    std::uint32_t first_reading = 0;
    std::uint32_t last_reading = 0;
  };
  /// A part of classes_: many readings have the same.
  struct ClassSet {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  [[nodiscard]] std::uint32_t set_of(std::span<const MarkedClass> classes);

  std::size_t phases_ = 0;
  const WantedClasses* wanted_ = nullptr;
  std::vector<Kind> kinds_;
  std::vector<ShortLetter, LargePages<ShortLetter>> letters_;
  std::vector<NodeReading> readings_;
  std::vector<MarkedClass, LargePages<MarkedClass>> classes_;
  std::vector<ClassSet> sets_;
  KeyTable known_sets_;  ///< their numbers, by a hash of the classes
  KeyTable by_content_;  ///< the kinds, by a hash of their readings
  KeyTable by_key_;
  std::vector<MarkedClass> wanted_of_;  ///< scratch of set_of()
  std::vector<std::uint32_t> drafted_;  ///< scratch of intern(): a set for each reading
};

/// Adds a number to the key of what is to be remembered.
[[nodiscard]] std::uint64_t mix_key(std::uint64_t key, std::uint64_t number);
/// The proclitics as one number, for keys.
[[nodiscard]] std::uint64_t number_of(const Proclitics& proclitics);

}  // namespace rawabit
