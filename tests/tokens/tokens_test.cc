#include "tokens/tokens.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "text/fold.h"

using rawabit::Article;
using rawabit::BlockKind;
using rawabit::fold;
using rawabit::Token;
using rawabit::tokenize;
using rawabit::TokenizedText;
using rawabit::TokenKind;
using rawabit::TokenRange;

namespace {

/// The tokens as "kind:form", w(ord) l(atin) n(umber) p(unctuation), + before those not spaced.
std::string shown(const TokenizedText& text) {
  std::string result;
  for (const Token& token : text.tokens) {
    if (!result.empty()) result += ' ';
    if (!token.spaced) result += '+';
    result += "wlnp"[static_cast<int>(token.kind)];
    result += ':';
    result += text.form(token);
  }
  return result;
}

/// The source of each token, in brackets.
std::string sources(const std::string& source) {
  std::string result;
  for (const Token& token : tokenize(source).tokens) {
    result += '[';
    result += slice(source, token.span);
    result += ']';
  }
  return result;
}

/// The sentences, | between them, their tokens one space apart.
std::string sentences(const TokenizedText& text) {
  std::string result;
  for (const TokenRange& sentence : text.sentences) {
    if (!result.empty()) result += " |";
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (!result.empty()) result += ' ';
      result += text.form(text.tokens[i]);
    }
  }
  return result;
}

struct Pair {
  std::string text, expected;
};

}  // namespace

TEST_CASE("tokenize: kinds and spaces") {
  const std::vector<Pair> table = {
      {"", ""},
      {"  \n ", ""},
      {"\u200f\u064e", ""},
      {"وزارة الداخلية", "w:وزاره w:الداخليه"},
      {"(كاريك)", "p:( +w:كاريك +p:)"},
      {"«نعم»،", "p:« +w:نعم +p:» +p:،"},
      {"INTERPOL's", "l:interpol +p:' +l:s"},
      {"بـINTERPOL", "w:ب +l:interpol"},
      {"٢٠٢٠م", "n:2020 +w:م"},
      {"1436هـ", "n:1436 +w:ه"},
      {"3.5 3,000.25 ٣٫٥ ٣٬٠٠٠", "n:3.5 n:3,000.25 n:3٫5 n:3٬000"},
      {"3. 3.x .5", "n:3 +p:. n:3 +p:. +l:x p:. +n:5"},
      {"03-02-2020", "n:03 +p:- +n:02 +p:- +n:2020"},
      {"17/7/2015", "n:17 +p:/ +n:7 +p:/ +n:2015"},
      {"10:30", "n:10 +p:: +n:30"},
      {"1..2", "n:1 +p:. +p:. +n:2"},
      {"a_b", "l:a +p:_ +l:b"},
      {"نائب-رئيس", "w:نايب +p:- +w:رييس"},
      {"الـعـربـية", "w:العربيه"},
      {"ال\u200cعربية أب\u200bو", "w:العربيه w:ابو"},
      {"مُحَمَّدٌ.", "w:محمد +p:."},
      {"الرياض ـ واس", "w:الرياض p: w:واس"},
      {"الرياض ــ واسـ", "w:الرياض p: w:واس"},
      {"a\u00a0b\u2028c", "l:a l:b l:c"},
      {"50% $5 +3", "n:50 +p:% p:$ +n:5 p:+ +n:3"},
      {"المدينةالمنورة", "w:المدينه +w:المنوره"},
      {"علىالحدود والمدى", "w:علي +w:الحدود w:والمدي"},
      {"المملكةالعربيةالسعودية", "w:المملكه +w:العربيه +w:السعوديه"},
      {"فعالة الأمةا", "w:فعاله w:الامها"},
      {"غرفةجدة", "w:غرفه +w:جده"},
      {"ﷺ", "w:صلي w:الله w:عليه w:وسلم"},
      {"½…", "n:1 +p:⁄ +n:2 +p:. +p:. +p:."},
      {"Москва 北京", "w:москва w:北京"},
      {"\xFF", "p:�"},
      {"ا\u0654حمد ا\u0654", "w:احمد w:ا"},
      {"😀ا", "p:😀 +w:ا"},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(shown(tokenize(std::string_view(text))) == expected);
    CHECK(tokenize(std::string_view(text)).folded == fold(text));
  }
}

TEST_CASE("tokenize: a waw by itself belongs to the next word of its line") {
  const std::vector<Pair> table = {
      {"الأمن و مراقبة", "w:الامن w:ومراقبه"},
      {"الأمن،و  مراقبة", "w:الامن +p:، +w:ومراقبه"},
      {"و بالدوحة", "w:وبالدوحه"},
      {"و م ع", "w:و w:م w:ع"},
      {"و 12", "w:و n:12"},
      {"و، الأمن", "w:و +p:، w:الامن"},
      {"الأمن و\nالدفاع", "w:الامن w:و w:الدفاع"},
      {"و و الأمن", "w:و w:والامن"},
      {"و", "w:و"},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(shown(tokenize(std::string_view(text))) == expected);
  }
  const std::string text = "هنا و  مراقبة";
  const Token token = tokenize(std::string_view(text)).tokens.at(1);
  CHECK(slice(text, token.span) == "و  مراقبة");
}

TEST_CASE("tokenize: spans of the source") {
  const std::vector<Pair> table = {
      {"مُحَمَّدٌ.", "[مُحَمَّدٌ][.]"},
      {"\u200fأبو\u200cظبي\u200f، ", "[أبو\u200cظبي][،]"},
      {"هـ)", "[هـ][)]"},
      {"٣٫٥م", "[٣٫٥][م]"},
      {"ﷺ", "[ﷺ][ﷺ][ﷺ][ﷺ]"},
      {"ﻻ!", "[ﻻ][!]"},
      // The same where a mark composes and the text is folded first.
      {"ا\u0654حْمد ٢٠٢٠م", "[ا\u0654حْمد][٢٠٢٠][م]"},
      {"و\u0654. ﷺ", "[و\u0654][.][ﷺ][ﷺ][ﷺ][ﷺ]"},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(sources(text) == expected);
  }
}

TEST_CASE("tokenize: sentences") {
  const std::vector<Pair> table = {
      {"قال نعم. ثم ذهب.", "قال نعم . | ثم ذهب ."},
      {"قال نعم.ثم ذهب", "قال نعم . | ثم ذهب"},
      {"هل؟ نعم! لا", "هل ؟ | نعم ! | لا"},
      {"قال: نعم، ثم؛ ذهب", "قال : نعم ، ثم ؛ ذهب"},
      {"سطر\nسطر\r\n\r\nسطر", "سطر | سطر | سطر"},
      {"نسبة 3.5 في المئة. ثم", "نسبه 3.5 في الميه . | ثم"},
      {"انتظر... ثم", "انتظر . . . | ثم"},
      {"انتظر .. ثم", "انتظر . . | ثم"},
      {"انتظر… ثم", "انتظر . . . | ثم"},
      {"قال «نعم.» ثم", "قال « نعم . » | ثم"},
      {"قال \"نعم.\" ثم", "قال \" نعم . \" | ثم"},
      {"قال. \"نعم\" ثم", "قال . | \" نعم \" ثم"},
      {"قال.\"نعم\" ثم", "قال . | \" نعم \" ثم"},
      {"قال.«نعم» ثم", "قال . | « نعم » ثم"},
      {"قال (نعم.) ثم", "قال ( نعم . ) | ثم"},
      {"قال “نعم!”. ثم", "قال “ نعم ! ” . | ثم"},
      {"ماذا؟! ثم", "ماذا ؟ ! | ثم"},
      {"د. محمد قال", "د . محمد قال"},
      {"أ.د. محمد قال", "ا . د . محمد قال"},
      {"قال ود. محمد قال", "قال ود . محمد قال"},
      {"(أ.ف.ب) قال", "( ا . ف . ب ) قال"},
      {"قالت أ.ف.ب. ثم", "قالت ا . ف . ب . | ثم"},
      {"قالت أ ف ب. ثم", "قالت ا ف ب . | ثم"},
      {"قال د . محمد إن", "قال د . محمد ان"},
      {"وقال ود . محمد إن", "وقال ود . محمد ان"},
      {"قال أ . د . محمد", "قال ا . د . محمد"},
      {"المنطقة . (أ .ف .ب)", "المنطقه . | ( ا . ف . ب )"},
      {"بعد 3 د . ثم", "بعد 3 د . | ثم"},
      {"المجموعة ب . وقال", "المجموعه ب . | وقال"},
      {"قال د .", "قال د ."},
      {"عام 1436هـ. ثم", "عام 1436 ه . | ثم"},
      {"عام ٢٠٢٠ م. ثم", "عام 2020 م . | ثم"},
      {"عام 2020. ثم", "عام 2020 . | ثم"},
      {"موقع www.spa.gov.sa اليوم", "موقع www . spa . gov . sa اليوم"},
      {". نعم", ". | نعم"},
      {"...", ". . ."},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(sentences(tokenize(std::string_view(text))) == expected);
  }
}

TEST_CASE("tokenize: the blocks of an article") {
  Article article;
  article.text = "عنوان\nشارك الخبر.\nقال نعم. ثم\nسا\u0654ل";
  const auto block = [&](BlockKind kind, std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(article.text.find(part));
    article.blocks.push_back({kind, {begin, begin + static_cast<std::uint32_t>(part.size())}});
  };
  block(BlockKind::title, "عنوان");
  block(BlockKind::boilerplate, "شارك الخبر.");
  block(BlockKind::body, "قال نعم. ثم");
  block(BlockKind::body, "سا\u0654ل");
  const TokenizedText text = tokenize(article);
  CHECK(sentences(text) == "عنوان | قال نعم . | ثم | سال");
  std::vector<std::uint32_t> blocks;
  for (const TokenRange& sentence : text.sentences) blocks.push_back(sentence.block);
  CHECK(blocks == std::vector<std::uint32_t>{0, 2, 2, 3});
  for (const Token& token : text.tokens) {
    CHECK(fold(slice(article.text, token.span)) == text.form(token));
    CHECK(token.hash == rawabit::token_hash(text.form(token)));
  }
}

TEST_CASE("token_hash: every byte and the length count") {
  std::vector<std::uint64_t> seen;
  for (std::size_t length = 0; length <= 40; ++length) {
    std::string word(length, 'a');
    seen.push_back(rawabit::token_hash(word));
    for (std::size_t i = 0; i < length; ++i) {
      word[i] = 'b';
      seen.push_back(rawabit::token_hash(word));
      word[i] = 'a';
    }
  }
  std::sort(seen.begin(), seen.end());
  CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}

TEST_CASE("token_hash: words that differ in few letters do not meet") {
  // Each of four places of the word takes each of 36 letters.
  const std::size_t places[][4] = {{0, 1, 2, 3}, {1, 2, 4, 5}, {2, 3, 6, 7}, {3, 7, 8, 11}};
  for (const auto& place : places) {
    std::vector<std::uint64_t> seen;
    for (int i = 0; i < 36 * 36 * 36 * 36; ++i) {
      std::string word = "7 بببببببببببب";
      for (int k = 0, rest = i; k < 4; ++k, rest /= 36) {
        word[2 * place[k] + 3] = static_cast<char>(0x80 + rest % 36);
      }
      seen.push_back(rawabit::token_hash(word));
    }
    std::sort(seen.begin(), seen.end());
    CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
  }
}
