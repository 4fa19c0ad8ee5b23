// What each code point folds to, as a table made from ICU's own data: the ground that fold() and
// the tokenizer stand on. Takes code points or UTF-8, gives the folded bytes and a character class.
//
// Most code points fold by themselves, whatever stands beside them. Those that may compose or
// change places with a neighbour (hamza above, Hangul vowels, accents) are `by_neighbours`: only
// fold() of the text around them knows what becomes of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rawabit {

/// What a folded character is to the tokenizer. `mark` and `format` fold to nothing.
enum class CharClass : std::uint8_t {
  mark,    ///< a diacritic or tatweel: belongs to the character before it
  letter,  ///< of any script but Latin
  latin,
  digit,
  punctuation,  ///< and every symbol
  space,
  line_break,
  format  ///< an invisible character
};

/// The fold of one code point, in four bytes.
class FoldEntry {
 public:
  enum class How : std::uint8_t { direct, pooled, by_neighbours };

  constexpr FoldEntry() = default;
  constexpr FoldEntry(How how, CharClass cls, std::uint32_t length, std::uint32_t bytes)
      : bits_(bytes | length << 24U | static_cast<std::uint32_t>(cls) << 26U |
              static_cast<std::uint32_t>(how) << 30U) {}

  /// direct: up to three folded bytes, the first in the low byte (of a pooled one: its index).
  [[nodiscard]] constexpr std::uint32_t bytes() const { return bits_ & 0xFFFFFFU; }
  [[nodiscard]] constexpr std::uint32_t length() const { return bits_ >> 24U & 3U; }
  [[nodiscard]] constexpr How how() const { return static_cast<How>(bits_ >> 30U); }
  [[nodiscard]] constexpr bool direct() const { return bits_ < 1U << 30U; }
  [[nodiscard]] constexpr CharClass char_class() const {
    return static_cast<CharClass>(bits_ >> 26U & 15U);
  }
  /// Is it direct, and a letter or a mark? One comparison, for the inmost loop.
  [[nodiscard]] constexpr bool is_plain_letter() const { return bits_ < 2U << 26U; }

 private:
  std::uint32_t bits_ = 0;
};

/// A code point and the bytes that it took; U+FFFD for a maximal ill-formed subpart.
struct DecodedChar {
  char32_t code = 0;
  std::uint32_t width = 0;
};
/// The code point at `at`. Precondition: at < text.size().
[[nodiscard]] DecodedChar decode(std::string_view text, std::size_t at);

/// Do these two bytes make a well-formed character? Nearly all Arabic ones have two bytes.
[[nodiscard]] constexpr bool is_two_bytes(unsigned char lead, unsigned char trail) {
  return lead >= 0xC2 && lead < 0xE0 && (trail & 0xC0U) == 0x80;
}
[[nodiscard]] constexpr char32_t two_bytes(unsigned char lead, unsigned char trail) {
  return (lead & 0x1FU) << 6U | (trail & 0x3FU);
}

/// The class of a code point that is already folded.
[[nodiscard]] CharClass folded_class(char32_t code);

/// One round of folding by ICU, the definition that the table is made from: NFKC, then each code
/// point mapped or dropped.
[[nodiscard]] std::string fold_by_icu(std::string_view text);

/// The entry of a character, and the bytes that it took.
struct ReadEntry {
  FoldEntry entry;
  std::uint32_t width = 0;
};

class FoldTable {
 public:
  /// The one table, made at first use.
  static const FoldTable& get();

  /// The entry of a code point below U+10000.
  [[nodiscard]] FoldEntry of_bmp(char32_t code) const { return bmp_[code]; }
  /// The entry of the character at `at` and its width. One beyond the table hangs on its
  /// neighbours.
  [[nodiscard]] ReadEntry read(std::string_view text, std::size_t at) const {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {bmp_[lead], 1};
    if (at + 1 < text.size()) {
      const auto trail = static_cast<unsigned char>(text[at + 1]);
      if (is_two_bytes(lead, trail)) return {bmp_[two_bytes(lead, trail)], 2};
    }
    return read_slowly(text, at);
  }
  /// The folded text of a pooled entry.
  [[nodiscard]] std::string_view pooled(FoldEntry entry) const { return pool_[entry.bytes()]; }
  /// Does NFKC leave what stands before `code` alone?
  [[nodiscard]] static bool starts_afresh(char32_t code);
  /// What `code` folds to by itself, or by_neighbours. A direct entry where that is possible.
  [[nodiscard]] static FoldEntry entry_of(char32_t code, std::vector<std::string>& pool);

 private:
  FoldTable();
  [[nodiscard]] ReadEntry read_slowly(std::string_view text, std::size_t at) const;

  std::array<FoldEntry, 0x10000> bmp_;
  std::vector<std::string> pool_;
};

}  // namespace rawabit
