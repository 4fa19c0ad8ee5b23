#include "text/blocks.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "text/charset.h"

namespace rawabit {
namespace {

const BoilerplatePatterns& patterns() {
  static const Result<BoilerplatePatterns> loaded =
      BoilerplatePatterns::load({RAWABIT_SOURCE_DIR "/gazetteers/language/boilerplate.tsv"});
  if (!loaded) FAIL(loaded.error().text());
  return *loaded;
}

/// The text with its blocks marked: T title, B body, x boilerplate; | between blocks of a line.
std::string marked(std::string_view text, TitlePlace place = TitlePlace::guess) {
  std::string result;
  std::uint32_t done = 0;
  for (const Block& block : find_blocks(text, place, patterns())) {
    const std::string_view gap = text.substr(done, block.span.begin - done);
    if (done > 0) result += gap.find('\n') == std::string_view::npos ? "|" : gap;
    result += "TBx"[static_cast<int>(block.kind)];
    result += slice(text, block.span);
    done = block.span.end;
  }
  return result;
}

/// A paragraph that is long enough to be one.
const std::string kLong =
    "عقد وزراء الداخلية العرب اجتماعهم السنوي أمس في مقر الأمانة العامة بحضور ممثلين عن المنظمات "
    "الدولية والإقليمية، وبحثوا سبل مكافحة الجريمة المنظمة.";
const std::string kLonger = kLong + " وتبادل المعلومات بين الأجهزة المختصة";

}  // namespace

TEST_CASE("the title is the first line where it looks like one") {
  const std::string title = "وزراء الداخلية العرب يجتمعون في تونس";
  CHECK(marked(title + "\n\n" + kLong) == "T" + title + "\n\nB" + kLong);
  CHECK(marked(title + "\n" + kLong) == "T" + title + "\nB" + kLong);
  CHECK(marked("\n " + title + " \r\n\r\n" + kLong) == "T" + title + " \r\n\r\nB" + kLong);
  CHECK(marked(title + "\n03-02-2020\n" + kLong) == "T" + title + "\nB03-02-2020\nB" + kLong);
  CHECK(marked(title + "..\n" + kLong) == "T" + title + "..\nB" + kLong);
  CHECK(marked(title) == "B" + title);
  CHECK(marked(title + ".\n" + kLong) == "B" + title + ".\nB" + kLong);
  CHECK(marked(kLonger + "\n" + title) == "B" + kLonger + "\nB" + title);
  CHECK(marked("الدوحة - قنا\n" + kLong) == "Bالدوحة - قنا\nB" + kLong);
  CHECK(marked("السبت، 22 يونيو 2019\n" + kLong) == "Bالسبت، 22 يونيو 2019\nB" + kLong);
  CHECK(marked("10 قتلى في حلب\n" + kLong) == "T10 قتلى في حلب\nB" + kLong);
  CHECK(marked("") == "");
  CHECK(marked(" \n\t\n") == "");
}

TEST_CASE("the title of a record is its first line") {
  const auto record = [](const std::string& text) { return marked(text, TitlePlace::first_line); };
  CHECK(record("عنوان.\n\n" + kLong) == "Tعنوان.\n\nB" + kLong);
  CHECK(record("عنوان\n\nنص") == "Tعنوان\n\nBنص");
  CHECK(record("عنوان\n\n") == "Tعنوان");
  CHECK(record("\n\nنص\n\n" + kLong) == "Tنص\n\nB" + kLong);
  CHECK(record("\n\nنص.\n\n" + kLong) == "Bنص.\n\nB" + kLong);
  CHECK(record("\n\nنص\n" + kLong) == "Bنص\nB" + kLong);
  CHECK(record("\n\n") == "");
}

TEST_CASE("lines that are no article are boilerplate wherever they stand") {
  const char* const lines[] = {
      "0",
      "1,234",
      "2.5K",
      "***",
      "- * -",
      "x",
      "فيسبوك",
      "Facebook Twitter WhatsApp",
      "شارك",
      "شارك الخبر",
      "انشر على تويتر",
      "طباعة",
      "12 مشاهدة",
      "عدد القراءات: 512",
      "تابعنا على فيسبوك وتويتر",
      "حمّل تطبيق الصحيفة",
      "رابط الخبر بصحيفة الوئام: وزراء الداخلية",
      "جميع الحقوق محفوظة 2020",
      "Copyright 2020 All rights reserved",
      "الوسوم: الأمن، الداخلية",
      "اقرأ أيضاً: اجتماع الوزراء في تونس",
      "أخبار ذات صلة: اجتماع الوزراء",
      "// انتهى //",
      "...المزيد",
      "للتواصل أرسل sms إلى 88548",
      "Next Previous",
  };
  for (const std::string line : lines) {
    INFO(line);
    CHECK(marked("عنوان\n" + kLong + "\n" + line + "\n" + kLonger) ==
          "Tعنوان\nB" + kLong + "\nx" + line + "\nB" + kLonger);
  }
}

TEST_CASE("what an article says is body, however short") {
  const char* const lines[] = {
      "الدوحة - قنا",
      "“كونا” :",
      "1436",
      "22 يونيو 2019",
      "25 / 7 / 2015م",
      "نشر القوات على الحدود",
      "شارك الوزير في الاجتماع",
      "مشاركة الوزراء",
      "اقرأ أيضا سيرة الوزير",
      "التعليقات التي أدلى بها الوزير",
      "تعليق الدراسة في الرياض",
      "الرئيسية في هذا الملف قضية الأمن",
      "تابعنا الاجتماع",
      "وقال الوزير:",
      "10:24 م بتوقيت الدوحة",
  };
  for (const std::string line : lines) {
    INFO(line);
    CHECK(marked("عنوان\n" + kLong + "\n" + line + "\n" + kLonger) ==
          "Tعنوان\nB" + kLong + "\nB" + line + "\nB" + kLonger);
  }
}

TEST_CASE("a breadcrumb is boilerplate, and so is its copy of the title") {
  const std::string title = "وزراء الداخلية العرب يجتمعون في تونس";
  CHECK(marked("الرئيسية / أخبار / دولية / " + title + "\n\n" + title + "\n\n" + kLong) ==
        "xالرئيسية / أخبار / دولية /|x" + title + "\n\nT" + title + "\n\nB" + kLong);
  CHECK(marked("الرئيسية » " + title + "\n\n" + kLong) ==
        "xالرئيسية »|T" + title + "\n\nB" + kLong);
  CHECK(marked("Home > News > " + title + "\n" + kLong) ==
        "xHome > News >|T" + title + "\nB" + kLong);
  CHECK(marked("Next Previous عين اليوم – واس\n" + kLong) ==
        "xNext Previous|Bعين اليوم – واس\nB" + kLong);
}

TEST_CASE("the page's clock and the date above it are boilerplate, other dates are not") {
  const std::string rest = "\nاجتماع في الدوحة لمكافحة المخدرات\nالسبت، 22 يونيو 2019\n" + kLong;
  const std::string marked_rest =
      "\nTاجتماع في الدوحة لمكافحة المخدرات\nBالسبت، 22 يونيو 2019\nB" + kLong;
  CHECK(marked("الأحد 04 شعبان / 29 مارس 2020\n10:24 م بتوقيت الدوحة" + rest) ==
        "xالأحد 04 شعبان / 29 مارس 2020\nx10:24 م بتوقيت الدوحة" + marked_rest);
  CHECK(marked("29/03/2020\n10:24 بتوقيت أبوظبي" + rest) ==
        "x29/03/2020\nx10:24 بتوقيت أبوظبي" + marked_rest);
  CHECK(marked("10:24 بتوقيت أبوظبي" + rest) == "x10:24 بتوقيت أبوظبي" + marked_rest);
}

TEST_CASE("a comment form ends the article") {
  const char* const forms[] = {
      "التعليقات",
      "التعليقات (3)",
      "لا يوجد تعليقات على الخبر.",
      "اضف رد",
      "أضف تعليقك",
      "اترك تعليقاً إلغاء الرد",
      "لن يتم نشر البريد الإلكتروني . الحقول المطلوبة مشار لها بـ *",
      "Leave a Reply",
      "قد يُعجبك أيضاً",
      "مواضيع ذات صلة",
      "اقرأ أيضا",
      "الأكثر قراءة",
  };
  for (const std::string form : forms) {
    INFO(form);
    CHECK(marked("عنوان\n" + kLong + "\n\n" + form + "\nرأي قارئ\n\nعنوان آخر") ==
          "Tعنوان\nB" + kLong + "\n\nx" + form + "\nxرأي قارئ\n\nxعنوان آخر");
  }
}

TEST_CASE("a comment form ends nothing when the article stands below it") {
  CHECK(marked("التعليقات\n" + kLong) == "xالتعليقات\nB" + kLong);
  CHECK(marked(kLong + "\nالتعليقات\n" + kLonger) == "B" + kLong + "\nxالتعليقات\nB" + kLonger);
  CHECK(marked(kLong + "\nاقرأ أيضا\nرابط أول\nرابط ثان\n" + kLonger) ==
        "B" + kLong + "\nxاقرأ أيضا\nxرابط أول\nxرابط ثان\nB" + kLonger);
  CHECK(marked("مواضيع ذات صلة\nعنوان\n" + kLong) == "xمواضيع ذات صلة\nTعنوان\nB" + kLong);
}

TEST_CASE("what is said twice word for word counts once") {
  CHECK(marked(kLong + "\n" + kLonger + "\n" + kLong) ==
        "B" + kLong + "\nB" + kLonger + "\nx" + kLong);
  CHECK(marked("قال الأمير كلمة أولى\nقال الامير، كلمةٌ أولى") ==
        "Bقال الأمير كلمة أولى\nxقال الامير، كلمةٌ أولى");
  CHECK(marked("قال الأمير كلمة\nقال الأمير كلمة") == "Bقال الأمير كلمة\nBقال الأمير كلمة");
  CHECK(marked("ام محمد – الدمام\nام محمد – الدمام") == "Bام محمد – الدمام\nBام محمد – الدمام");
  CHECK(marked(kLong + "\n" + kLong + " ثم") == "B" + kLong + "\nB" + kLong + " ثم");
  const std::string title = "اجتماع في تونس يبحث مكافحة المخدرات بين دول المجلس";
  CHECK(marked(title + "\n. - مكافحة المخدرات بين دول المجلس\n" + kLong) ==
        "T" + title + "\nx. - مكافحة المخدرات بين دول المجلس\nB" + kLong);
  CHECK(marked(title + "\n. - المخدرات بين دول\n" + kLong) ==
        "T" + title + "\nB. - المخدرات بين دول\nB" + kLong);
}

TEST_CASE("every byte that is not white space is in one block") {
  const char* const texts[] = {
      "أ\u2028ب\u2029ج", "\u200Fأ\u00A0\n\u00A0\nب", "أ\r\rب\r\n", "الرئيسية / ",
      "الرئيسية /أ",     "\uFEFF\n\uFEFFأ",
  };
  for (const std::string_view text : texts) {
    std::uint32_t end = 0;
    for (const Block& block : find_blocks(text, TitlePlace::guess, patterns())) {
      CHECK(block.span.begin >= end);
      CHECK(block.span.end > block.span.begin);
      CHECK(block.span.end <= text.size());
      for (const std::string_view letter : {"أ", "ب", "ج"}) {
        CHECK(text.substr(end, block.span.begin - end).find(letter) == std::string_view::npos);
      }
      end = block.span.end;
    }
    for (const std::string_view letter : {"أ", "ب", "ج"}) {
      CHECK(text.substr(end).find(letter) == std::string_view::npos);
    }
  }
}

}  // namespace rawabit
