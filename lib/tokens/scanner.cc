#include "tokens/scanner.h"

#include <cstring>

#include "text/fold_table.h"
#include "tokens/token_hash.h"

namespace rawabit::detail {
namespace {

/// A code point of the block: its entry and its bytes.
struct Read {
  FoldEntry entry;
  std::uint32_t width = 0;
};

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
      const Read read = read_at(at_);
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
  [[nodiscard]] Read read_at(std::size_t at) const {
    const auto lead = static_cast<unsigned char>(block_[at]);
    if (lead < 0x80) return {table_.of_bmp(lead), 1};
    if (lead >= 0xC2 && lead < 0xE0 && at + 1 < block_.size()) {
      const auto trail = static_cast<unsigned char>(block_[at + 1]);
      if ((trail & 0xC0U) == 0x80) {
        return {table_.of_bmp((lead & 0x1FU) << 6U | (trail & 0x3FU)), 2};
      }
    }
    const DecodedChar c = decode(block_, at);
    if (c.code < 0x10000) return {table_.of_bmp(c.code), c.width};
    return {FoldEntry(FoldEntry::How::by_neighbours, CharClass::letter, 0, 0), c.width};
  }

  /// One code point of a direct entry.
  void step(Read read) {
    const std::uint32_t bytes = read.entry.bytes();
    std::memcpy(out_.folded.data() + end_, &bytes, sizeof bytes);
    const CharClass cls = read.entry.char_class();
    if (in_token_ && cls == token_class_) {
      end_ += read.entry.length();
      at_ += read.width;
      token_source_end_ = at_;
      return;
    }
    turn(cls, read.entry.length(), read.width);
    at_ += read.width;
  }

  /// The folded character of `length` bytes that lies at end_, and does not continue the token.
  void turn(CharClass cls, std::uint32_t length, std::uint32_t width) {
    switch (cls) {
      case CharClass::mark:
        if (in_token_) token_source_end_ = at_ + width;
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
    const std::string_view form(out_.folded.data() + token_folded_, end_ - token_folded_);
    out_.tokens.push_back(
        {.span = {offset_ + static_cast<std::uint32_t>(token_source_),
                  offset_ + static_cast<std::uint32_t>(token_source_end_)},
         .folded = {static_cast<std::uint32_t>(token_folded_), static_cast<std::uint32_t>(end_)},
         .hash = hash_bytes(form),
         .kind = kind_of(token_class_),
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
    const FoldEntry next = read_at(at_ + width).entry;
    return next.direct() && next.char_class() == CharClass::digit;
  }

  /// A code point that folds to several classes or to more bytes than it has, or one that is
  /// folded already. False when it cannot be folded here.
  bool step_slowly(Read read) {
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
};

}  // namespace

bool scan_block(std::string_view block, std::uint32_t offset, Neighbours neighbours,
                TokenizedText& out, std::vector<std::uint32_t>& line_starts) {
  return Scanner(block, offset, neighbours, out, line_starts).run();
}

}  // namespace rawabit::detail
