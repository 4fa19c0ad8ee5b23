#include "text/boilerplate.h"

#include <fmt/format.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/file.h"
#include "text/fold.h"

namespace rawabit {
namespace {

struct NamedKind {
  std::string_view name;
  LineKind kind;
};
constexpr std::array<NamedKind, 8> kKinds = {{
    {"line", LineKind::line},
    {"clock", LineKind::clock},
    {"date", LineKind::date},
    {"tail", LineKind::tail},
    {"teaser", LineKind::teaser},
    {"dateline", LineKind::dateline},
    {"breadcrumb", LineKind::breadcrumb},
    {"prefix", LineKind::prefix},
}};

bool is_of_line_begin(LineKind kind) {
  return kind == LineKind::breadcrumb || kind == LineKind::prefix;
}

RE2::Options options() {
  RE2::Options chosen(RE2::Quiet);
  chosen.set_never_nl(false);
  return chosen;
}

struct Pattern {
  LineKind kind = LineKind::line;
  std::string form;     ///< as RE2 compiles it
  std::string written;  ///< as it stands in the file
  std::string file;
  int line = 0;

  [[nodiscard]] Error error(std::string message) const {
    return {Error::Kind::data, std::move(message), file, line};
  }
};

/// Rewrites a pattern as it stands in the file: letters folded, each space widened.
class PatternWriter {
 public:
  [[nodiscard]] std::string write(std::string_view written) {
    for (std::size_t at = 0; at < written.size();) at += add(written.substr(at));
    return std::move(form_);
  }

 private:
  /// Takes over the first character of `rest`, or the run of letters; says how many bytes it took.
  std::size_t add(std::string_view rest) {
    std::size_t letters = 0;
    while (letters < rest.size() && (rest[letters] & 0x80) != 0) ++letters;
    if (letters > 0) {
      form_ += RE2::QuoteMeta(fold(rest.substr(0, letters)));
      return letters;
    }
    if (rest[0] == ' ') {
      form_ += in_class_ ? "\\s" : "(?:\\s+)";
      return 1;
    }
    const std::size_t size = rest[0] == '\\' ? std::min<std::size_t>(2, rest.size()) : 1;
    if (rest[0] == '[') in_class_ = true;
    if (rest[0] == ']') in_class_ = false;
    form_ += rest.substr(0, size);
    return size;
  }

  std::string form_;
  bool in_class_ = false;
};

std::string compiled_form(std::string_view written, LineKind kind) {
  return "(?:" + PatternWriter().write(written) + (is_of_line_begin(kind) ? ")" : ")$");
}

Result<Pattern> parse_pattern(std::string_view line, Pattern pattern) {
  const std::size_t first_tab = line.find('\t');
  if (first_tab == std::string_view::npos || std::ranges::count(line, '\t') > 2) {
    return pattern.error(
        "expected kind, pattern and, if you like, a comment, with tabs between them");
  }
  const std::string_view name = line.substr(0, first_tab);
  const std::string_view rest = line.substr(first_tab + 1);
  const auto* const kind = std::ranges::find(kKinds, name, &NamedKind::name);
  if (kind == kKinds.end()) {
    return pattern.error(fmt::format(
        "\"{}\" is no kind; expected line, clock, date, tail, teaser, dateline, breadcrumb or "
        "prefix",
        name));
  }
  pattern.kind = kind->kind;
  pattern.written = rest.substr(0, rest.find('\t'));
  pattern.form = compiled_form(pattern.written, pattern.kind);
  return pattern;
}

Status read_patterns(const std::string& file, std::vector<Pattern>& patterns) {
  Result<LineReader> lines = LineReader::open(file);
  if (!lines) return lines.error();
  while (std::optional<Result<Line>> line = lines->next()) {
    if (!*line) return line->error();
    const std::string& text = (*line)->text;
    if (text.empty() || text.starts_with('#')) continue;
    Result<Pattern> pattern =
        parse_pattern(text, {.file = file, .line = static_cast<int>((*line)->number)});
    if (!pattern) return pattern.error();
    patterns.push_back(*std::move(pattern));
  }
  return Done{};
}

}  // namespace

struct BoilerplatePatterns::State {
  State() : set(options(), RE2::ANCHOR_START) {}

  /// Compiles the patterns. Those of whole lines are compiled in the set alone: it is all they are
  /// asked through, and compiling is most of what they cost.
  Status compile();

  std::vector<Pattern> patterns;
  RE2::Set set;  ///< of all, in the same order
  std::vector<std::pair<LineKind, std::unique_ptr<RE2>>> at_line_begin;  ///< breadcrumbs, prefixes
};

Status BoilerplatePatterns::State::compile() {
  for (const Pattern& pattern : patterns) {
    std::string reason;
    if (set.Add(pattern.form, &reason) < 0) {
      return pattern.error(fmt::format("\"{}\" is no pattern: {}", pattern.written, reason));
    }
    if (!is_of_line_begin(pattern.kind)) continue;
    at_line_begin.emplace_back(pattern.kind, std::make_unique<RE2>(pattern.form, options()));
  }
  if (!set.Compile()) {
    return Error{.kind = Error::Kind::data,
                 .message = "the boilerplate patterns together are too large for RE2"};
  }
  std::vector<int> fitting;
  if (!set.Match("", &fitting)) return Done{};
  const Pattern& first = patterns[static_cast<std::size_t>(std::ranges::min(fitting))];
  return first.error(fmt::format("the pattern \"{}\" would fit an empty line", first.written));
}

BoilerplatePatterns::BoilerplatePatterns(std::unique_ptr<State> state) : state_(std::move(state)) {}
BoilerplatePatterns::BoilerplatePatterns(BoilerplatePatterns&&) noexcept = default;
BoilerplatePatterns& BoilerplatePatterns::operator=(BoilerplatePatterns&&) noexcept = default;
BoilerplatePatterns::~BoilerplatePatterns() = default;

Result<BoilerplatePatterns> BoilerplatePatterns::load(const std::vector<std::string>& files) {
  auto state = std::make_unique<State>();
  for (const std::string& file : files) {
    const Status read = read_patterns(file, state->patterns);
    if (!read) return read.error();
  }
  if (const Status compiled = state->compile(); !compiled) return compiled.error();
  return BoilerplatePatterns(std::move(state));
}

LineKinds BoilerplatePatterns::kinds_of(std::string_view folded_line) const {
  LineKinds kinds;
  const re2::StringPiece line(folded_line.data(), folded_line.size());
  std::vector<int> fitting;
  RE2::Set::ErrorInfo info{};
  if (state_->set.Match(line, &fitting, &info)) {
    for (const int index : fitting) {
      kinds.add(state_->patterns[static_cast<std::size_t>(index)].kind);
    }
  } else if (info.kind != RE2::Set::kNoError) {
    // Out of memory looks like "no pattern fits"; one by one they need less.
    for (const Pattern& pattern : state_->patterns) {
      const RE2 regex(pattern.form, options());
      if (regex.Match(line, 0, line.size(), RE2::ANCHOR_START, nullptr, 0)) {
        kinds.add(pattern.kind);
      }
    }
  }
  return kinds;
}

std::size_t BoilerplatePatterns::prefix_of(std::string_view folded_line, LineKind kind) const {
  std::size_t longest = 0;
  const re2::StringPiece line(folded_line.data(), folded_line.size());
  for (const auto& [its_kind, regex] : state_->at_line_begin) {
    re2::StringPiece found;
    if (its_kind == kind && regex->Match(line, 0, line.size(), RE2::ANCHOR_START, &found, 1)) {
      longest = std::max(longest, found.size());
    }
  }
  return longest;
}

}  // namespace rawabit
