#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "evaluate/score.h"
#include "text/fold.h"

namespace rawabit {
namespace {

std::u32string compatibility_form(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (nfkc != nullptr && U_SUCCESS(status)) wide = nfkc->normalize(wide, status);
  std::u32string points;
  for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    points.push_back(static_cast<char32_t>(wide.char32At(i)));
  }
  return points;
}

void append_utf8(std::string& out, char32_t point) {
  icu::UnicodeString(static_cast<UChar32>(point)).toUTF8String(out);
}

bool separates(UChar32 point) {
  return (U_GET_GC_MASK(point) & (U_GC_P_MASK | U_GC_Z_MASK | U_GC_CC_MASK)) != 0;
}

/// One folded code point, of which fold() would lower the case if it could.
std::string fold_keeping_case(char32_t point) {
  std::string letter;
  append_utf8(letter, point);
  return u_tolower(static_cast<UChar32>(point)) == static_cast<UChar32>(point) ? fold(letter)
                                                                               : letter;
}

/// What name_key() takes off the front of a folded word is the article.
std::string_view without_article(std::string_view word) {
  const std::size_t whole = fold(word).size();
  return word.substr(whole - std::min(whole, name_key(word).size()));
}

}  // namespace

std::string score_key(std::string_view text) {
  std::string key;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    if (!key.empty()) key += ' ';
    key += without_article(word);
    word.clear();
  };
  for (const char32_t point : compatibility_form(text)) {
    if (separates(static_cast<UChar32>(point))) {
      end_word();
    } else {
      word += fold_keeping_case(point);
    }
  }
  end_word();
  return key;
}

}  // namespace rawabit
