#include "time/publication.h"

#include <algorithm>
#include <span>
#include <vector>

#include "time/to_iso.h"

namespace rawabit {
namespace {

constexpr std::uint32_t kParagraphBytes = 200;
constexpr std::uint32_t kMostTokens = 24;
constexpr int kMostOtherWords = 3;

/// The tokens of one block.
struct BlockTokens {
  std::uint32_t block = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

std::vector<BlockTokens> tokens_by_block(const TokenizedText& text) {
  std::vector<BlockTokens> blocks;
  for (const TokenRange& sentence : text.sentences) {
    if (blocks.empty() || blocks.back().block != sentence.block) {
      blocks.push_back({sentence.block, sentence.first, sentence.last});
    }
    blocks.back().last = sentence.last;
  }
  return blocks;
}

bool is_full(const DateRange& range) {
  return !range.to && range.from.year && range.from.month && range.from.day;
}

class PublicationFinder {
 public:
  PublicationFinder(const Article& article, const TokenizedText& text, const DateReader& dates)
      : article_(article), text_(text), dates_(dates), blocks_(tokens_by_block(text)) {}

  [[nodiscard]] std::string find() const {
    const auto is_paragraph = [this](const BlockTokens& block) {
      return article_.blocks[block.block].span.size() >= kParagraphBytes;
    };
    const auto head_end = std::ranges::find_if(blocks_, is_paragraph);
    for (auto block = blocks_.begin(); block != head_end; ++block) {
      if (const auto date = date_line(*block)) return iso_of(*date);
    }
    for (auto block = blocks_.rbegin(); block != blocks_.rend() && !is_paragraph(*block); ++block) {
      if (const auto date = date_line(*block)) return iso_of(*date);
    }
    return of_lead();
  }

 private:
  /// What the first lines say: a dateline ("Beirut 20 September 2018 (Xinhua)"), or a sentence of
  /// the lead that is a date and nothing else.
  [[nodiscard]] std::string of_lead() const {
    constexpr std::size_t kMostSentences = 4;
    const std::size_t count = std::min(text_.sentences.size(), kMostSentences);
    for (const TokenRange& sentence : std::span(text_.sentences).first(count)) {
      if (article_.blocks[sentence.block].kind == BlockKind::title) continue;
      if (auto day = dateline(sentence)) return iso_day(*day);
      const auto read = dates_.read(text_, sentence.first, sentence.last);
      if (read && read->other_words == 0 && is_full(read->range)) return iso_of(read->range.from);
    }
    return {};
  }

  /// The full date among the first words of a sentence, if an agency in brackets or a stroke
  /// follows.
  [[nodiscard]] std::optional<Day> dateline(const TokenRange& sentence) const {
    constexpr std::uint32_t kWordsBefore = 3;
    constexpr std::uint32_t kTokens = 5;
    const std::uint32_t end = std::min(sentence.last, sentence.first + kWordsBefore + 1);
    for (std::uint32_t at = sentence.first; at < end; ++at) {
      const auto day = full_date_at(at, sentence.last, true);
      if (!day) continue;
      for (std::uint32_t t = at + 1; t < std::min(sentence.last, at + kTokens + 1); ++t) {
        if (opens_agency(t)) return day;
      }
    }
    return std::nullopt;
  }
  [[nodiscard]] bool opens_agency(std::uint32_t token) const {
    const std::string_view form = text_.form(text_.tokens[token]);
    return form == "(" || form == "-" || form == "\xE2\x80\x93" || form == ":" || form == "/";
  }

  /// The full date that the block is, if it is hardly anything else.
  [[nodiscard]] std::optional<DateParts> date_line(const BlockTokens& block) const {
    const bool is_title = article_.blocks[block.block].kind == BlockKind::title;
    if (is_title || block.last - block.first > kMostTokens) return std::nullopt;
    const auto read = dates_.read(text_, block.first, block.last);
    if (!read || read->other_words > kMostOtherWords || !is_full(read->range)) return std::nullopt;
    if (to_iso(read->range, {}).empty()) return std::nullopt;
    return read->range.from;
  }

  [[nodiscard]] std::string iso_of(const DateParts& date) const {
    std::string day_first = to_iso(date, {});
    if (!date.may_be_month_first) return day_first;
    DateParts swapped = date;
    std::swap(swapped.day, swapped.month);
    std::string month_first = to_iso(swapped, {});
    return tells_of_days_before(month_first, day_first) ? month_first : day_first;
  }

  /// Does the article name a day up to three days before `later`, and after `earlier`?
  [[nodiscard]] bool tells_of_days_before(const std::string& later,
                                          const std::string& earlier) const {
    constexpr int kDays = 3;
    const auto published = parse_iso_day(later);
    if (!published || earlier >= later) return false;
    for (const TokenRange& sentence : text_.sentences) {
      for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
        const auto told = full_date_at(at, sentence.last);
        if (told && *told <= *published && *told >= *published - std::chrono::days(kDays) &&
            iso_day(*told) > earlier) {
          return true;
        }
      }
    }
    return false;
  }

  /// The full date that begins at a number: "1 March 2020", "29/2/2020"; one that may be read with
  /// the month first only where `is_day_first` rules that out.
  [[nodiscard]] std::optional<Day> full_date_at(std::uint32_t at, std::uint32_t end,
                                                bool is_day_first = false) const {
    constexpr std::uint32_t kTokens = 5;
    if (text_.tokens[at].kind != TokenKind::number) return std::nullopt;
    for (std::uint32_t last = at + 1; last <= std::min(at + kTokens, end); ++last) {
      const auto read = dates_.read(text_, at, last);
      if (!read || !is_full(read->range)) continue;
      if (read->range.from.may_be_month_first && !is_day_first) continue;
      return parse_iso_day(to_iso(read->range, {}));
    }
    return std::nullopt;
  }

  const Article& article_;
  const TokenizedText& text_;
  const DateReader& dates_;
  std::vector<BlockTokens> blocks_;
};

}  // namespace

std::string publication_date(const Article& article, const TokenizedText& text,
                             const DateReader& dates) {
  if (!article.date.empty()) return article.date;
  return PublicationFinder(article, text, dates).find();
}

}  // namespace rawabit
