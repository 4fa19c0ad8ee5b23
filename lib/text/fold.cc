#include "text/fold.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstring>

#include "text/fold_table.h"

namespace rawabit {
namespace {

/// A run of code points that ICU must fold together is cut after so many bytes, lest a hostile run
/// of marks make its reordering quadratic. No word has a hundredth of them.
constexpr std::size_t kLongestRun = 1024;

/// One round of folding. kWithSource: also where each folded byte comes from.
template <bool kWithSource>
class Round {
 public:
  explicit Round(std::string_view text) : text_(text), table_(FoldTable::get()) {
    make_room(text.size());
  }

  /// Folds it all; afterwards folded() and, if asked for, source() are whole.
  void run() {
    while (at_ < text_.size()) {
      fold_direct();
      if (at_ < text_.size()) fold_other();
    }
    folded_.resize(end_);
    if constexpr (kWithSource) {
      source_.resize(end_ + 1);
      source_[end_] = static_cast<std::uint32_t>(text_.size());
    }
  }

  [[nodiscard]] std::string& folded() { return folded_; }
  [[nodiscard]] std::vector<std::uint32_t>& source() { return source_; }
  /// Characters that ICU gave back may compose anew, now that the marks between them are gone.
  [[nodiscard]] bool may_fold_further() const { return may_fold_further_; }

 private:
  /// Folds up to the end or to the next character without a direct entry. The inmost loop: on
  /// locals, since a write through folded_ might change any member for all the compiler knows.
  void fold_direct() {
    Cursor cursor{at_, end_, start_, start_end_};
    char* const out = folded_.data();
    std::uint32_t* const source = source_.data();
    const std::string_view text = text_;
    const FoldTable& table = table_;
    while (cursor.at < text.size()) {
      const auto lead = static_cast<unsigned char>(text[cursor.at]);
      if (lead >= 0x80 && cursor.at + 1 < text.size()) {
        const auto trail = static_cast<unsigned char>(text[cursor.at + 1]);
        if (is_two_bytes(lead, trail)) {
          if (!put_direct(table.of_bmp(two_bytes(lead, trail)), 2, cursor, out, source)) break;
          continue;
        }
      }
      const ReadEntry read = table.read(text, cursor.at);
      if (!put_direct(read.entry, read.width, cursor, out, source)) break;
    }
    at_ = cursor.at;
    end_ = cursor.end;
    start_ = cursor.start;
    start_end_ = cursor.start_end;
  }

  struct Cursor {
    std::size_t at, end, start, start_end;  // as the members of those names
  };
  /// False when `entry` is not direct.
  static bool put_direct(FoldEntry entry, std::uint32_t width, Cursor& cursor, char* out,
                         std::uint32_t* source) {
    if (!entry.direct()) return false;
    const std::uint32_t bytes = entry.bytes();
    std::memcpy(out + cursor.end, &bytes, sizeof bytes);
    if constexpr (kWithSource) {
      for (std::size_t i = 0; i < 3; ++i) {
        source[cursor.end + i] = static_cast<std::uint32_t>(cursor.at);
      }
    }
    if (entry.length() != 0) {
      cursor.start = cursor.at;
      cursor.start_end = cursor.end;
    }
    cursor.end += entry.length();
    cursor.at += width;
    return true;
  }

  /// Folds the character at at_, which has no direct entry.
  void fold_other() {
    const ReadEntry read = table_.read(text_, at_);
    if (read.entry.how() == FoldEntry::How::by_neighbours) {
      fold_neighbours(read.width);
    } else {
      put(table_.pooled(read.entry), at_);
      at_ += read.width;
    }
  }

  void put(std::string_view bytes, std::size_t from) {
    start_ = from;
    start_end_ = end_;
    make_room(end_ + bytes.size() + (text_.size() - from));
    std::memcpy(folded_.data() + end_, bytes.data(), bytes.size());
    if constexpr (kWithSource) {
      std::fill_n(source_.begin() + static_cast<std::ptrdiff_t>(end_), bytes.size(),
                  static_cast<std::uint32_t>(from));
    }
    end_ += bytes.size();
  }

  /// Takes back the last character and gives it, with all that hangs on it, to ICU.
  void fold_neighbours(std::uint32_t width) {
    const bool afresh = FoldTable::starts_afresh(decode(text_, at_).code);
    const std::size_t from = afresh || at_ - start_ >= kLongestRun ? at_ : start_;
    if (from != at_) end_ = start_end_;
    std::size_t to = at_ + width;
    while (to < text_.size() && to - from < kLongestRun) {
      const DecodedChar c = decode(text_, to);
      if (FoldTable::starts_afresh(c.code)) break;
      to += c.width;
    }
    const std::string folded = fold_by_icu(text_.substr(from, to - from));
    for (std::size_t i = 0; i < folded.size();) {
      const DecodedChar c = decode(folded, i);
      may_fold_further_ = may_fold_further_ || !FoldTable::starts_afresh(c.code);
      i += c.width;
    }
    put(folded, from);
    at_ = to;
  }

  void make_room(std::size_t size) {
    constexpr std::size_t kSlack = 4;  // fold_direct() writes four bytes whatever the length
    if (folded_.size() >= size + kSlack) return;
    folded_.resize(size + size / 8 + kSlack);
    if constexpr (kWithSource) source_.resize(folded_.size() + 1);
  }

  std::string_view text_;
  const FoldTable& table_;
  std::string folded_;
  std::vector<std::uint32_t> source_;
  std::size_t at_ = 0;         // in text_
  std::size_t end_ = 0;        // in folded_
  std::size_t start_ = 0;      // where in text_ the last character that left something starts
  std::size_t start_end_ = 0;  // and where in folded_
  bool may_fold_further_ = false;
};

bool is_space(char32_t code) {
  const CharClass cls = folded_class(code);
  return cls == CharClass::space || cls == CharClass::line_break ||
         u_ispunct(static_cast<UChar32>(code)) != 0;
}

/// Drops the article, alef and lam, from the begin of the word that starts at `word`.
void drop_article(std::string& key, std::size_t word) {
  constexpr char kArticle[] = "\xD8\xA7\xD9\x84";  // U+0627 U+0644
  constexpr std::size_t kLength = sizeof kArticle - 1;
  if (key.size() - word <= kLength || key.compare(word, kLength, kArticle) != 0) return;
  key.erase(word, kLength);
}

}  // namespace

std::string fold(std::string_view text) {
  Round<false> round(text);
  round.run();
  if (!round.may_fold_further() || round.folded() == text) return std::move(round.folded());
  return fold(round.folded());
}

FoldedText fold_with_source(std::string_view text) {
  Round<true> round(text);
  round.run();
  FoldedText result{std::move(round.folded()), std::move(round.source())};
  if (!round.may_fold_further() || result.text == text) return result;
  FoldedText further = fold_with_source(result.text);
  for (std::uint32_t& at : further.source) at = result.source[at];
  return further;
}

std::string name_key(std::string_view text) {
  const std::string folded = fold(text);
  std::string key;
  key.reserve(folded.size());
  std::size_t word = 0;
  bool in_word = false;
  for (std::size_t i = 0; i < folded.size();) {
    const DecodedChar c = decode(folded, i);
    const bool space = is_space(c.code);
    if (space && in_word) drop_article(key, word);
    if (!space && !in_word) {
      if (!key.empty()) key += ' ';
      word = key.size();
    }
    if (!space) key.append(folded, i, c.width);
    in_word = !space;
    i += c.width;
  }
  if (in_word) drop_article(key, word);
  return key;
}

std::uint32_t skip_letters(std::string_view text, std::uint32_t letters) {
  if (letters == 0) return 0;
  const FoldedText folded = fold_with_source(text);
  std::size_t at = 0;
  while (at < folded.text.size()) {
    const DecodedChar c = decode(folded.text, at);
    const bool space = is_space(c.code);
    if (!space && letters == 0) break;
    if (!space) --letters;
    at += c.width;
  }
  return folded.source[at];
}

}  // namespace rawabit
