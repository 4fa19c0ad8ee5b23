#include "tokens/sentences.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/fold_table.h"
#include "text/letters.h"

namespace rawabit::detail {
namespace {

constexpr std::string_view kDoctor = "\u062F";  // the letter of "Dr."

enum class Mark : std::uint8_t { none, dot, stop, bracket, quote_closing, quote_either };

/// What a punctuation character is to the end of a sentence.
Mark mark_of(char32_t code) {
  constexpr char32_t kArabicQuestionMark = 0x061F;
  constexpr char32_t kArabicFullStop = 0x06D4;
  if (code == '.') return Mark::dot;
  if (code == '?' || code == '!' || code == kArabicQuestionMark || code == kArabicFullStop) {
    return Mark::stop;
  }
  if (code == '"' || code == '\'') return Mark::quote_either;
  switch (u_charType(static_cast<UChar32>(code))) {
    case U_END_PUNCTUATION:
      return Mark::bracket;
    case U_FINAL_PUNCTUATION:
      return Mark::quote_closing;
    case U_INITIAL_PUNCTUATION:
      return Mark::quote_either;
    default:
      return Mark::none;
  }
}

/// The tokens of one line, [first, last).
class Line {
 public:
  Line(const TokenizedText& text, std::uint32_t first, std::uint32_t last)
      : text_(text), first_(first), last_(last) {}

  /// The end of the sentence that begins at `begin`.
  [[nodiscard]] std::uint32_t sentence_end(std::uint32_t begin) const {
    for (std::uint32_t i = begin; i < last_; ++i) {
      if (token(i).kind != TokenKind::punctuation) continue;
      const Mark mark = mark_at(i);
      if (mark == Mark::stop || (mark == Mark::dot && dot_ends(i))) return after_closers(i + 1);
    }
    return last_;
  }

 private:
  [[nodiscard]] const Token& token(std::uint32_t i) const { return text_.tokens[i]; }

  [[nodiscard]] Mark mark_at(std::uint32_t i) const {
    if (i >= last_ || token(i).kind != TokenKind::punctuation) return Mark::none;
    const std::string_view form = text_.form(token(i));
    return mark_of(form.size() == 1 ? static_cast<unsigned char>(form[0]) : decode(form, 0).code);
  }

  /// Does token `i` follow the one before it with no space between?
  [[nodiscard]] bool attached(std::uint32_t i) const {
    return i > first_ && i < last_ && !token(i).spaced;
  }

  /// A letter, perhaps behind the conjunction waw ("and Dr.").
  [[nodiscard]] bool is_letter(std::uint32_t i) const {
    const Token& t = token(i);
    if (t.kind != TokenKind::word && t.kind != TokenKind::latin) return false;
    std::string_view form = text_.form(t);
    if (form.size() > kWaw.size() && form.starts_with(kWaw)) form.remove_prefix(kWaw.size());
    return decode(form, 0).width == form.size();
  }

  [[nodiscard]] bool dot_ends(std::uint32_t i) const {
    if (mark_at(i + 1) == Mark::dot) return true;
    if (!attached(i)) return !after_doctor(i) && !between_letters(i);
    return !in_address(i) && !in_abbreviation(i);
  }

  /// "A .F .P": an abbreviation goes on.
  [[nodiscard]] bool between_letters(std::uint32_t i) const {
    return i > first_ && i + 1 < last_ && is_letter(i - 1) && is_letter(i + 1);
  }

  /// Some papers write the stop of "Dr." as a word of its own: another word must follow, and no
  /// number stand before ("3 min.").
  [[nodiscard]] bool after_doctor(std::uint32_t i) const {
    if (i == first_ || i + 1 >= last_ || !is_letter(i - 1)) return false;
    if (!text_.form(token(i - 1)).ends_with(kDoctor)) return false;
    const bool is_counted = i - 1 > first_ && token(i - 2).kind == TokenKind::number;
    return token(i + 1).kind == TokenKind::word && !is_counted;
  }

  /// Between Latin letters or digits, with no space: site.com, v2.x
  [[nodiscard]] bool in_address(std::uint32_t i) const {
    const auto plain = [&](std::uint32_t at) {
      return token(at).kind == TokenKind::latin || token(at).kind == TokenKind::number;
    };
    return attached(i + 1) && plain(i - 1) && plain(i + 1);
  }

  /// After the single letter of an abbreviation that goes on: a letter follows at once, or it is
  /// short enough to be a title. A letter beside a number is a unit or an era, and may end.
  [[nodiscard]] bool in_abbreviation(std::uint32_t i) const {
    if (!is_letter(i - 1)) return false;
    if (attached(i + 1) && is_letter(i + 1)) return true;
    if (i - 1 == first_) return true;
    const Token& before = token(i - 2);
    if (before.kind == TokenKind::number || is_letter(i - 2)) return false;
    return letters_before(i) < 3;
  }

  /// How many letters, each with its dot, the abbreviation has up to the dot `i`.
  [[nodiscard]] std::uint32_t letters_before(std::uint32_t i) const {
    std::uint32_t letters = 1;
    while (i >= first_ + 3 && attached(i - 1) && mark_at(i - 2) == Mark::dot && is_letter(i - 3)) {
      ++letters;
      i -= 2;
    }
    return letters;
  }

  /// Past the further stops, closing quotes and brackets that stand from `i` on.
  [[nodiscard]] std::uint32_t after_closers(std::uint32_t i) const {
    while (i < last_ && closes(i)) ++i;
    return i;
  }

  [[nodiscard]] bool closes(std::uint32_t i) const {
    switch (mark_at(i)) {
      case Mark::dot:
      case Mark::stop:
      case Mark::bracket:
        return true;
      case Mark::quote_closing:
        return attached(i);
      case Mark::quote_either:  // a word right after it: it opens
        return attached(i) && (!attached(i + 1) || mark_at(i + 1) != Mark::none);
      default:
        return false;
    }
  }

  const TokenizedText& text_;
  std::uint32_t first_;
  std::uint32_t last_;
};

}  // namespace

void split_sentences(TokenizedText& text, std::uint32_t first, std::uint32_t block,
                     std::span<const std::uint32_t> line_starts) {
  const auto last = static_cast<std::uint32_t>(text.tokens.size());
  auto next_line = line_starts.begin();
  while (first < last) {
    next_line = std::find_if(next_line, line_starts.end(), [&](auto at) { return at > first; });
    const std::uint32_t line_end = next_line == line_starts.end() ? last : *next_line;
    const Line line(text, first, line_end);
    while (first < line_end) {
      const std::uint32_t end = line.sentence_end(first);
      text.sentences.push_back({first, end, block});
      first = end;
    }
  }
}

}  // namespace rawabit::detail
