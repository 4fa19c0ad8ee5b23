#include "text/blocks.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "text/fold.h"
#include "text/lines.h"
#include "text/repeats.h"

namespace rawabit {
namespace {

/// Bytes (about half as many letters). A title is no longer; a heading, a button or a link is much
/// shorter; a paragraph is longer than a teaser.
constexpr std::uint32_t kLongestTitle = 260;
constexpr std::uint32_t kLongestPatternLine = 320;
constexpr std::uint32_t kParagraph = 200;
/// So many links follow a "read also" in the middle of an article at most.
constexpr int kTeasersInside = 3;

struct MarkedLine {
  Span<Decoded> span;
  LineKinds kinds = {};
  bool blank_after = false;
  bool is_boilerplate = false;
  bool behind_breadcrumb = false;  ///< the rest of a line that begins with one
};

bool is_paragraph(const MarkedLine& line) { return line.span.size() >= kParagraph; }

class BlockFinder {
 public:
  BlockFinder(std::string_view text, TitlePlace title, const BoilerplatePatterns& patterns)
      : text_(text), title_place_(title), patterns_(patterns) {}

  std::vector<Block> find() {
    for (const LineSpan& line : split_lines(text_)) add_line(line);
    mark_clock();
    mark_ends();
    mark_repetitions();
    const std::size_t title = title_line();
    if (title < lines_.size()) mark_pieces_of(lines_[title]);
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const BlockKind kind = lines_[i].is_boilerplate ? BlockKind::boilerplate
                             : i == title             ? BlockKind::title
                                                      : BlockKind::body;
      blocks.push_back({kind, lines_[i].span});
    }
    return blocks;
  }

 private:
  [[nodiscard]] std::string_view text_of(const MarkedLine& line) const {
    return slice(text_, line.span);
  }

  /// Appends the line; where a prefix of it is boilerplate, in two pieces.
  void add_line(const LineSpan& line) {
    MarkedLine marked{.span = line.span, .blank_after = line.blank_after};
    if (line.span.size() > kLongestPatternLine) {
      lines_.push_back(marked);
      return;
    }
    const std::string folded = fold(slice(text_, line.span));
    marked.kinds = patterns_.kinds_of(folded);
    marked.is_boilerplate = marked.kinds.has(LineKind::line);
    if (!marked.is_boilerplate) cut_prefix(marked, folded);
    if (!marked.span.empty()) lines_.push_back(marked);
  }

  /// Gives what the line begins with, and does not belong to it, a block of its own.
  void cut_prefix(MarkedLine& line, std::string_view folded) {
    for (const LineKind kind : {LineKind::breadcrumb, LineKind::prefix}) {
      if (!line.kinds.has(kind)) continue;
      const std::size_t size = patterns_.prefix_of(folded, kind);
      const std::uint32_t end = line.span.begin + fold_with_source(text_of(line)).source[size];
      MarkedLine prefix{.span = {line.span.begin, end}, .is_boilerplate = true};
      while (text_[prefix.span.end - 1] == ' ') --prefix.span.end;
      lines_.push_back(prefix);
      line.span.begin = end;
      line.behind_breadcrumb = kind == LineKind::breadcrumb;
      return;
    }
  }

  /// The page's clock stands above the article, and the date above the clock is the page's too.
  void mark_clock() {
    for (std::size_t i = 0; i < lines_.size() && !is_paragraph(lines_[i]); ++i) {
      if (!lines_[i].kinds.has(LineKind::clock)) continue;
      lines_[i].is_boilerplate = true;
      if (i > 0 && lines_[i - 1].kinds.has(LineKind::date)) lines_[i - 1].is_boilerplate = true;
    }
  }

  /// Bytes of paragraphs in [from, to).
  [[nodiscard]] std::size_t paragraph_bytes(std::size_t from, std::size_t to) const {
    std::size_t bytes = 0;
    for (std::size_t i = from; i < to; ++i) {
      if (is_paragraph(lines_[i]) && !lines_[i].is_boilerplate) bytes += lines_[i].span.size();
    }
    return bytes;
  }

  /// Comment forms and links to other articles, and what stands behind them.
  void mark_ends() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool is_tail = lines_[i].kinds.has(LineKind::tail);
      const bool is_teaser = lines_[i].kinds.has(LineKind::teaser);
      if (!is_tail && !is_teaser) continue;
      lines_[i].is_boilerplate = true;
      const std::size_t above = paragraph_bytes(0, i);
      const std::size_t below = paragraph_bytes(i, lines_.size());
      if (above > 0 && (is_tail ? below <= above : below == 0)) {
        mark_all_from(i);
        return;
      }
      if (is_teaser && above > 0) mark_links_behind(i);
    }
  }

  void mark_all_from(std::size_t first) {
    for (std::size_t i = first; i < lines_.size(); ++i) lines_[i].is_boilerplate = true;
  }

  void mark_links_behind(std::size_t heading) {
    const std::size_t end = std::min(lines_.size(), heading + 1 + kTeasersInside);
    for (std::size_t i = heading + 1; i < end && !is_paragraph(lines_[i]); ++i) {
      lines_[i].is_boilerplate = true;
    }
  }

  void mark_repetitions() {
    SeenLines seen;
    // The title behind a breadcrumb is the copy, though it comes first.
    for (MarkedLine& line : lines_) {
      if (line.is_boilerplate || line.behind_breadcrumb) continue;
      line.is_boilerplate = seen.repeats(text_of(line));
    }
    for (MarkedLine& line : lines_) {
      if (line.behind_breadcrumb && !line.is_boilerplate) {
        line.is_boilerplate = seen.repeats(text_of(line));
      }
    }
  }

  /// The index of the title, lines_.size() if there is none.
  [[nodiscard]] std::size_t title_line() const {
    const auto is_kept = [](const MarkedLine& line) { return !line.is_boilerplate; };
    const auto first = std::ranges::find_if(lines_, is_kept);
    if (first == lines_.end()) return lines_.size();
    const auto index = static_cast<std::size_t>(first - lines_.begin());
    if (title_place_ == TitlePlace::first_line) {
      // The text of a record without a title begins with the two line breaks; its first line is
      // the headline only where a blank line parts it from the rest.
      if (!text_.starts_with('\n')) return index;
      return lines_[index].blank_after && looks_like_title(index) ? index : lines_.size();
    }
    return looks_like_title(index) ? index : lines_.size();
  }

  [[nodiscard]] bool looks_like_title(std::size_t index) const {
    const MarkedLine& line = lines_[index];
    const std::string_view text = text_of(line);
    const bool is_sentence = text.ends_with('.') && !text.ends_with("..");
    if (line.span.size() > kLongestTitle || is_sentence) return false;
    if (line.kinds.has(LineKind::dateline) || line.kinds.has(LineKind::date)) return false;
    const auto may_follow = [&](const MarkedLine& other) {
      return !other.is_boilerplate && (line.blank_after || other.span.size() > line.span.size());
    };
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(index) + 1, lines_.end(),
                       may_follow);
  }

  /// Picture captions and headings that are a part of the title.
  void mark_pieces_of(const MarkedLine& title) {
    constexpr std::uint32_t kSlack = 16;  // for dashes, quotes and diacritics
    const std::string title_key = name_key(text_of(title));
    for (MarkedLine& line : lines_) {
      const bool may_be = line.span.size() <= title.span.size() + kSlack;
      if (line.is_boilerplate || &line == &title || !may_be) continue;
      const std::string key = name_key(text_of(line));
      line.is_boilerplate = has_words_of_repetition(key) && stands_in(key, title_key);
    }
  }

  std::string_view text_;
  TitlePlace title_place_;
  const BoilerplatePatterns& patterns_;
  std::vector<MarkedLine> lines_;
};

}  // namespace

std::vector<Block> find_blocks(std::string_view text, TitlePlace title,
                               const BoilerplatePatterns& patterns) {
  return BlockFinder(text, title, patterns).find();
}

}  // namespace rawabit
