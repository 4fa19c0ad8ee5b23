// What in a news page is no article: patterns over lines, as data.
//
// gazetteers/language/boilerplate.tsv, a pattern a line:   kind  pattern  comment   (tab separated)
//   line        the whole line is boilerplate: a share button, a counter
//   clock       the whole line is the clock of the page; above it, a `date` line is the page's too
//   date        the whole line is a date
//   tail        the whole line begins what stands behind an article: the comment form
//   teaser      the whole line is a heading over links to other articles
//   dateline    the whole line names the place and the agency: content, but never a title
//   breadcrumb  the line begins with the way to the page; the rest is its title once more
//   prefix      the line begins with something that does not belong to it
// Patterns are RE2's, over the folded line; letters beyond ASCII are folded as they are read, so
// that they may be written as usual, and a space stands for white space of any length.
// Lines that start with # are comments. An unknown kind, a pattern that is none or that fits an
// empty line, or a wrong number of columns is an Error with file and line.
//
//   Result<BoilerplatePatterns> patterns = BoilerplatePatterns::load({"boilerplate.tsv"});
//   patterns->kinds_of(fold(line)).has(LineKind::tail)
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawabit {

enum class LineKind : std::uint8_t {
  line,
  clock,
  date,
  tail,
  teaser,
  dateline,
  breadcrumb,
  prefix
};

/// The kinds whose patterns fit a line.
class LineKinds {
 public:
  void add(LineKind kind) { bits_ |= 1U << static_cast<unsigned>(kind); }
  [[nodiscard]] bool has(LineKind kind) const {
    return (bits_ & 1U << static_cast<unsigned>(kind)) != 0;
  }

 private:
  unsigned bits_ = 0;
};

class BoilerplatePatterns {
 public:
  /// The patterns of all files. No files: no patterns, and nothing is boilerplate but repetition.
  static Result<BoilerplatePatterns> load(const std::vector<std::string>& files);
  BoilerplatePatterns(BoilerplatePatterns&&) noexcept;
  BoilerplatePatterns& operator=(BoilerplatePatterns&&) noexcept;
  ~BoilerplatePatterns();

  /// Which patterns fit: those of whole lines the whole, breadcrumb and prefix its begin.
  [[nodiscard]] LineKinds kinds_of(std::string_view folded_line) const;

  /// How many bytes of the line the longest pattern of `kind` takes from its begin; 0: none fits.
  [[nodiscard]] std::size_t prefix_of(std::string_view folded_line, LineKind kind) const;

 private:
  struct State;
  explicit BoilerplatePatterns(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace rawabit
