#include "tokens/scanner.h"

#include <cstring>

#include "text/fold_table.h"
#include "text/letters.h"
#include "tokens/token_hash.h"

namespace rawabit::detail {
namespace {

class Scanner {
 public:
  Scanner(std::string_view block, std::uint32_t offset, Neighbours neighbours, TokenizedText& out,
          std::vector<std::uint32_t>& line_starts)
      : block_(block),
        offset_(offset),
        neighbours_(neighbours),
        out_(out),
        line_starts_(line_starts),
        end_(out.folded.size()) {}

  bool run() {
    make_room(block_.size());
    while (at_ < block_.size()) {
      if (!in_token_) scan_words();
      if (at_ == block_.size()) break;
      const ReadEntry read = table_.read(block_, at_);
      if (read.entry.direct()) {
        step(read);
      } else if (!step_slowly(read)) {
        return false;
      }
    }
    close();
    out_.folded.resize(end_);
    return true;
  }

 private:
  /// One code point of a direct entry.
  void step(ReadEntry read) {
    const std::uint32_t bytes = read.entry.bytes();
    std::memcpy(out_.folded.data() + end_, &bytes, sizeof bytes);
    const CharClass cls = read.entry.char_class();
    if (in_token_ && cls == token_class_) {
      end_ += read.entry.length();
      token_source_end_ = at_ + read.width;
    } else {
      turn(cls, read.entry.length(), read.width);
    }
    at_ += read.width;
  }

  /// Words of two-byte letters with one space after each, which most of an article is. Stops at
  /// anything else, perhaps inside a token. The inmost loop: on locals, since a write through `out`
  /// might change any member for all the compiler knows.
  void scan_words() {
    const char* const text = block_.data();
    const char* const text_end = text + block_.size();
    char* const folded = out_.folded.data();
    const char* at = text + at_;
    char* out = folded + end_;
    while (starts_word(at, text_end)) {
      const char* const word = at;
      char* const word_out = out;
      pass_letters(at, text_end, out);
      token_source_ = static_cast<std::size_t>(word - text);
      token_source_end_ = static_cast<std::size_t>(at - text);
      token_folded_ = static_cast<std::size_t>(word_out - folded);
      if (at != text_end && is_glued(at, text_end)) {
        push_token(CharClass::letter, static_cast<std::size_t>(out - folded));
        spaced_ = false;
        continue;
      }
      if (at == text_end || *at != ' ') {
        in_token_ = true;
        token_class_ = CharClass::letter;
        break;
      }
      push_token(CharClass::letter, static_cast<std::size_t>(out - folded));
      spaced_ = true;
      *out++ = *at++;
    }
    at_ = static_cast<std::size_t>(at - text);
    end_ = static_cast<std::size_t>(out - folded);
  }

  [[nodiscard]] bool starts_word(const char* at, const char* text_end) const {
    const FoldEntry entry = two_byte_entry(at, text_end);
    return entry.is_plain_letter() && entry.char_class() == CharClass::letter;
  }

  /// The entry of the two-byte character at `at`; where there is none, one that is no letter.
  [[nodiscard]] FoldEntry two_byte_entry(const char* at, const char* text_end) const {
    constexpr FoldEntry kOther(FoldEntry::How::by_neighbours, CharClass::punctuation, 0, 0);
    if (text_end - at < 2) return kOther;
    const auto lead = static_cast<unsigned char>(at[0]);
    const auto trail = static_cast<unsigned char>(at[1]);
    return is_two_bytes(lead, trail) ? table_.of_bmp(two_bytes(lead, trail)) : kOther;
  }

  /// Folds the two-byte letters and marks from `at` on to `out`.
  void pass_letters(const char*& at, const char* text_end, char*& out) const {
    while (true) {
      const FoldEntry entry = two_byte_entry(at, text_end);
      if (!entry.is_plain_letter()) return;
      const std::uint32_t bytes = entry.bytes();
      std::memcpy(out, &bytes, sizeof bytes);
      out += entry.length();
      at += 2;
      if (is_glued(at, text_end)) return;
    }
  }

  /// Does a word follow a letter that ends words, as where a web archive has lost the space between
  /// two words? A letter alone is none. Behind an alef maksura, which some write for yeh, it must
  /// have the article. `at` is behind that letter.
  [[nodiscard]] bool is_glued(const char* at, const char* text_end) const {
    constexpr std::string_view kTehMarbuta = "\xD8\xA9",
                               kAlefMaksura = "\xD9\x89";  // U+0629, U+0649
    const std::string_view last(at - 2, 2);
    if (last == kTehMarbuta) return starts_word(at, text_end) && starts_word(at + 2, text_end);
    if (last != kAlefMaksura) return false;
    return std::string_view(at, static_cast<std::size_t>(text_end - at)).starts_with(kArticle);
  }

  /// The folded character of `length` bytes that lies at end_, and does not continue the token.
  void turn(CharClass cls, std::uint32_t length, std::uint32_t width) {
    switch (cls) {
      case CharClass::mark:
        if (in_token_) {
          token_source_end_ = at_ + width;
        } else if (is_lone_tatweel(width)) {
          push_dash(width);
        }
        return;
      case CharClass::format:
        return;
      case CharClass::line_break:
      case CharClass::space:
        close();
        spaced_ = true;
        end_ += length;
        if (cls == CharClass::line_break) start_line();
        return;
      case CharClass::punctuation:
        if (separates_digits(length, width)) {
          end_ += length;
          token_source_end_ = at_ + width;
          return;
        }
        open(cls, length, width);
        close();
        return;
      default:
        open(cls, length, width);
    }
  }

  /// A tatweel between spaces is what some papers write for a dash.
  [[nodiscard]] bool is_lone_tatweel(std::uint32_t width) const {
    constexpr std::string_view kTatweel = "\xD9\x80";  // U+0640
    if (!spaced_ || block_.substr(at_, width) != kTatweel) return false;
    if (at_ + width >= block_.size()) return true;
    const CharClass next = table_.read(block_, at_ + width).entry.char_class();
    return next == CharClass::space || next == CharClass::line_break;
  }

  void open(CharClass cls, std::uint32_t length, std::uint32_t width) {
    close();
    in_token_ = true;
    token_class_ = cls;
    token_folded_ = end_;
    token_source_ = at_;
    token_source_end_ = at_ + width;
    end_ += length;
  }

  void close() {
    if (!in_token_) return;
    in_token_ = false;
    push_token(token_class_, end_);
    spaced_ = false;
  }

  /// The token from token_folded_ to `folded_end`; it began and ended where token_source_ says.
  void push_token(CharClass cls, std::size_t folded_end) {
    if (lone_waw_ && cls == CharClass::letter) join_waw(folded_end);
    const std::string_view form(out_.folded.data() + token_folded_, folded_end - token_folded_);
    lone_waw_ = form == kWaw;
    out_.tokens.push_back({.span = {offset_ + static_cast<std::uint32_t>(token_source_),
                                    offset_ + static_cast<std::uint32_t>(token_source_end_)},
                           .folded = {static_cast<std::uint32_t>(token_folded_),
                                      static_cast<std::uint32_t>(folded_end)},
                           .hash = hash_bytes(form),
                           .kind = kind_of(cls),
                           .spaced = spaced_});
  }

  /// "And" that stands by itself, as some papers write it, is the proclitic of the next word: the
  /// two are one token, its letters side by side with the space before them.
  void join_waw(std::size_t folded_end) {
    const Token waw = out_.tokens.back();
    if (folded_end - token_folded_ <= kWaw.size()) return;  // "w m": letters of an abbreviation
    char* const folded = out_.folded.data();
    const std::size_t spaces = token_folded_ - waw.folded.end;
    std::memmove(folded + waw.folded.begin, folded + waw.folded.end, spaces);
    token_folded_ -= kWaw.size();
    std::memcpy(folded + token_folded_, kWaw.data(), kWaw.size());
    token_source_ = waw.span.begin - offset_;
    spaced_ = waw.spaced;
    out_.tokens.pop_back();
  }

  /// A dash that folds to nothing: the tatweel at at_.
  void push_dash(std::uint32_t width) {
    lone_waw_ = false;
    const auto start = offset_ + static_cast<std::uint32_t>(at_);
    const auto folded = static_cast<std::uint32_t>(end_);
    out_.tokens.push_back({.span = {start, start + width},
                           .folded = {folded, folded},
                           .hash = hash_bytes("-"),
                           .kind = TokenKind::punctuation,
                           .spaced = spaced_});
    spaced_ = false;
  }

  static TokenKind kind_of(CharClass cls) {
    switch (cls) {
      case CharClass::latin:
        return TokenKind::latin;
      case CharClass::digit:
        return TokenKind::number;
      case CharClass::punctuation:
        return TokenKind::punctuation;
      default:
        return TokenKind::word;
    }
  }

  void start_line() {
    lone_waw_ = false;
    const auto next = static_cast<std::uint32_t>(out_.tokens.size());
    if (line_starts_.empty() || line_starts_.back() != next) line_starts_.push_back(next);
  }

  /// Is the character at end_ a separator inside a number: between two digits, with no space?
  [[nodiscard]] bool separates_digits(std::uint32_t length, std::uint32_t width) const {
    if (!in_token_ || token_class_ != CharClass::digit) return false;
    const std::string_view mark(out_.folded.data() + end_, length);
    constexpr std::string_view kDecimal = "\xD9\xAB";    // U+066B
    constexpr std::string_view kThousands = "\xD9\xAC";  // U+066C
    if (mark != "." && mark != "," && mark != kDecimal && mark != kThousands) return false;
    if (at_ + width >= block_.size()) return false;
    const FoldEntry next = table_.read(block_, at_ + width).entry;
    return next.direct() && next.char_class() == CharClass::digit;
  }

  /// A code point that folds to several classes or to more bytes than it has, or one that is
  /// folded already. False when it cannot be folded here.
  bool step_slowly(ReadEntry read) {
    const std::string_view source = block_.substr(at_, read.width);
    if (read.entry.how() == FoldEntry::How::pooled) {
      step_through(table_.pooled(read.entry), read.width);
    } else if (neighbours_ == Neighbours::keep) {
      step_through(source, read.width);
    } else {
      return false;
    }
    at_ += read.width;
    return true;
  }

  /// The folded characters of `text`, which all come from the code point at at_.
  void step_through(std::string_view text, std::uint32_t width) {
    make_room(text.size() + block_.size() - at_);
    for (std::size_t i = 0; i < text.size();) {
      const DecodedChar c = decode(text, i);
      std::memcpy(out_.folded.data() + end_, text.data() + i, c.width);
      const CharClass cls = folded_class(c.code);
      if (in_token_ && cls == token_class_) {
        end_ += c.width;
        token_source_end_ = at_ + width;
      } else {
        turn(cls, c.width, width);
      }
      i += c.width;
    }
  }

  void make_room(std::size_t size) {
    constexpr std::size_t kSlack = 4;  // step() writes four bytes whatever the length
    if (out_.folded.size() < end_ + size + kSlack) {
      out_.folded.resize(end_ + size + size / 8 + kSlack);
    }
  }

  std::string_view block_;
  std::uint32_t offset_;
  Neighbours neighbours_;
  TokenizedText& out_;
  std::vector<std::uint32_t>& line_starts_;
  const FoldTable& table_ = FoldTable::get();

  std::size_t at_ = 0;  // in block_
  std::size_t end_;     // of what is folded so far, in out_.folded
  bool spaced_ = true;  // the border of a block counts as white space
  bool in_token_ = false;
  CharClass token_class_ = CharClass::space;
  std::size_t token_folded_ = 0;  // where the token starts in out_.folded
  std::size_t token_source_ = 0;  // and in block_
  std::size_t token_source_end_ = 0;
  bool lone_waw_ = false;  // the last token is a waw by itself, on this line
};

}  // namespace

bool scan_block(std::string_view block, std::uint32_t offset, Neighbours neighbours,
                TokenizedText& out, std::vector<std::uint32_t>& line_starts) {
  return Scanner(block, offset, neighbours, out, line_starts).run();
}

}  // namespace rawabit::detail
