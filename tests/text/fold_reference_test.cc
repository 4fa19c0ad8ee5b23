// fold() against its definition, carried out by ICU on the whole text until nothing changes.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "text/fold.h"
#include "text/fold_table.h"

using rawabit::fold;
using rawabit::fold_by_icu;
using rawabit::fold_with_source;
using rawabit::FoldedText;

namespace {

std::string reference(const std::string& text) {
  std::string before = text;
  std::string after = fold_by_icu(before);
  while (after != before) before = std::exchange(after, fold_by_icu(after));
  return after;
}

void append(std::string& text, char32_t c) {
  const auto put = [&](unsigned byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6U), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12U), put(0x80 | (c >> 6U & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18U), put(0x80 | (c >> 12U & 0x3F));
    put(0x80 | (c >> 6U & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

/// All that must hold of the fold of any text. Returns what went wrong, or nothing.
std::string fault(const std::string& text) {
  const std::string folded = fold(text);
  if (folded != reference(text)) return "is not what ICU gives";
  if (fold(folded) != folded) return "folds further";
  const FoldedText with_source = fold_with_source(text);
  if (with_source.text != folded) return "is another with its source";
  if (with_source.source.size() != folded.size() + 1) return "has a source of the wrong length";
  if (with_source.source.back() != text.size()) return "has a source that does not end with it";
  for (std::size_t i = 0; i + 1 < with_source.source.size(); ++i) {
    if (with_source.source[i] > with_source.source[i + 1]) return "has a source that goes back";
  }
  return {};
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

std::string random_text(std::mt19937& random, std::initializer_list<std::pair<int, int>> ranges) {
  std::string text;
  const auto length = 1 + random() % 24;
  for (unsigned i = 0; i < length; ++i) {
    const auto& [first, last] = *(ranges.begin() + static_cast<int>(random() % ranges.size()));
    const auto c =
        static_cast<char32_t>(first + static_cast<int>(random()) % 0x10FFFF % (last - first + 1));
    append(text, is_surrogate(c) ? U' ' : c);
  }
  return text;
}

}  // namespace

TEST_CASE("fold: every code point, alone and between letters that compose") {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (is_surrogate(c)) continue;
    std::string alone;
    append(alone, c);
    const std::string what = fault(alone);
    if (!what.empty()) FAIL("U+" << std::hex << static_cast<unsigned>(c) << " " << what);
    if (c >= 0x3100 && c < 0xA000) continue;  // ideographs: one like another
    if (c >= 0x20000 && c < 0xE0000) continue;
    if (c >= 0xE1000) break;
    for (const char* const before : {"ا", "a", "\u1100"}) {
      const std::string text = before + alone + "\u064e\u0654" + alone + "\u1161";
      if (fold(text) != reference(text)) {
        FAIL("U+" << std::hex << static_cast<unsigned>(c) << " after " << before);
      }
    }
  }
}

TEST_CASE("fold: random strings") {
  std::mt19937 random(20200301);
  for (int i = 0; i < 40000; ++i) {
    const std::string text =
        i % 4 == 0   ? random_text(random, {{0, 0x10FFFF}, {0x300, 0x345}, {0x900, 0xDFF}})
        : i % 4 == 1 ? random_text(random, {{0x600, 0x6FF}, {0x64B, 0x655}, {0x20, 0x7E}})
        : i % 4 == 2 ? random_text(random, {{0x1100, 0x11FF}, {0xAC00, 0xD7A3}, {0x200B, 0x200F}})
                     : random_text(random, {{0x1D160, 0x1D170},
                                            {0x302A, 0x3030},
                                            {0x300, 0x36F},
                                            {0x61, 0x7A},
                                            {0x9BE, 0x9DF},
                                            {0xFB50, 0xFEFF}});
    const std::string what = fault(text);
    if (!what.empty()) FAIL("'" << text << "' " << what);
  }
}

TEST_CASE("fold: random bytes keep the properties that need no well-formed text") {
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (unsigned n = static_cast<unsigned>(random() % 16); n > 0; --n) {
      text += static_cast<char>(random() % 2 == 0 ? 0x80 + random() % 0x80 : random() % 0x100);
    }
    const std::string what = fault(text);
    if (!what.empty()) FAIL(Catch::StringMaker<std::string>::convert(text) << " " << what);
  }
}

TEST_CASE("fold: a long run of marks is folded in time") {
  std::string text = "ا";
  for (int i = 0; i < 200000; ++i) text += i % 2 == 0 ? "\u0323" : "\u0301";
  CHECK(fold(text) == "ا");
  CHECK(fold_with_source(text).text == "ا");
}

TEST_CASE("fold: real articles") {
  namespace fs = std::filesystem;
  const fs::path directory = RAWABIT_SOURCE_DIR "/../shared/dev/articles";
  if (!fs::exists(directory)) {
    WARN("skipped: there is no " << directory);
    return;
  }
  for (const auto& file : fs::directory_iterator(directory)) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    CAPTURE(file.path().string());
    CHECK(fault(text).empty());
  }
}
