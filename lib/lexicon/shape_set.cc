#include "lexicon/shape_set.h"

#include <fmt/format.h>

#include <algorithm>

namespace rawabit {
namespace {

RE2::Options quiet_options() {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(16 << 20);
  return options;
}

}  // namespace

Result<ShapeSet> ShapeSet::compile(const std::vector<ShapeLine>& lines) {
  ShapeSet shapes;
  shapes.set_ = std::make_unique<RE2::Set>(quiet_options(), RE2::ANCHOR_BOTH);
  for (const ShapeLine& line : lines) {
    auto pattern = std::make_unique<RE2>(line.pattern, quiet_options());
    std::string reason = pattern->error();
    if (pattern->ok() && shapes.automaton_.add(line.pattern)) {
      shapes.of_automaton_.push_back(line.cls);
      continue;
    }
    if (!pattern->ok() || shapes.set_->Add(line.pattern, &reason) < 0) {
      return Error{Error::Kind::data,
                   fmt::format("expected a pattern of RE2, not '{}': {}", line.pattern, reason),
                   line.file, line.line};
    }
    shapes.classes_.push_back(line.cls);
    shapes.patterns_.push_back(std::move(pattern));
  }
  if (!shapes.set_->Compile()) {
    return Error{Error::Kind::data, "the shape patterns do not fit into memory"};
  }
  return shapes;
}

std::vector<ClassId> ShapeSet::match(std::string_view word) const {
  constexpr std::size_t kMostOfWord = 16;  // hardly ever more
  std::vector<ClassId> found;
  found.reserve(kMostOfWord);
  automaton_.match(word, found);
  for (ClassId& pattern : found) pattern = of_automaton_[pattern];
  if (!patterns_.empty()) match_by_re2(word, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void ShapeSet::match_by_re2(std::string_view word, std::vector<ClassId>& found) const {
  const re2::StringPiece piece(word.data(), word.size());
  std::vector<int> hits;
  RE2::Set::ErrorInfo info{};
  if (set_->Match(piece, &hits, &info) || info.kind == RE2::Set::kNoError) {
    for (const int hit : hits) found.push_back(classes_[static_cast<std::size_t>(hit)]);
    return;
  }
  // The set gave up: no match and no memory look the same but for `info`.
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    if (RE2::FullMatch(piece, *patterns_[i])) found.push_back(classes_[i]);
  }
}

}  // namespace rawabit
