#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "lists_fixture.h"
#include "text/fold.h"

using rawabit::Lexicon;
using rawabit::LexiconEntry;
using rawabit::LexiconMatch;
using rawabit::tokenize;
using rawabit::TokenizedText;
using rawabit_test::ListDirectory;

namespace {

Lexicon sample() {
  const ListDirectory lists;
  lists.list("countries.tsv", "entities", "COUNTRY", "country", "as-is",
             "country:AE\tUnited Arab Emirates\tالإمارات|دولة الإمارات العربية المتحدة\tiso2=AE\n"
             "country:KW\tKuwait\tالكويت\n"
             "country:LB\tLebanon\tلبنان\n"
             "country:GB\tUnited Kingdom\tالمملكة المتحدة\n");
  lists.list("cities.tsv", "entities", "CITY", "city", "as-is",
             "city:1\tKuwait City\tالكويت|مدينة الكويت\n"
             "city:2\tAbu Dhabi\tأبو ظبي|أبوظبي\talso=CAPITAL,SEAT\n");
  lists.list("organizations.tsv", "entities", "ORG", "organization", "as-is",
             "org:1\tInterpol\tالإنتربول|المنظمة الدولية للشرطة الجنائية - الإنتربول\n"
             "org:2\tUnited Nations\tالأمم المتحدة\n"
             "org:3\tOlympic Committee\tاللجنة الأولمبية\n"
             "org:4\t-\tالجامعة|جامعة الدول\n"
             "org:5\tArab League\tجامعة الدول العربية\n"
             "org:6\tAFP\tأ.ف.ب\n");
  lists.list("demonyms.tsv", "entities", "DEMONYM", "country", "all",
             "country:LB\tLebanon\tلبناني|لبنانية\n"
             "country:KR\tSouth Korea\tكوري جنوبي\n"
             "country:DE\tGermany\tألماني\n");
  lists.list("heads.tsv", "words", "HEAD", "-", "both",
             "وزير|وزيرة\tkind=position\n"
             "نائب وزير\n"
             "زير\n"
             "مدير\tclass=HEAD_OTHER;also=HEAD\n"
             "Agency\n");
  lists.list("shapes.tsv", "shapes", "-", "-", "-",
             "YEAR\t(19|20)[0-9]{2}\n"
             "ADJECTIVE\tال\\p{Arabic}+يه?\n"
             "DEFINITE\tال.+\n");
  auto lexicon = lists.load();
  if (!lexicon) FAIL(lexicon.error().text());
  return *std::move(lexicon);
}

/// "CLASS[tokens]id" for each match; the preposition or conjunction before it as a letter.
std::vector<std::string> matches(const Lexicon& lexicon, const std::string& source) {
  const TokenizedText text = tokenize(std::string_view(source));
  std::vector<LexiconMatch> found;
  for (const auto& sentence : text.sentences) lexicon.match(text, sentence, found);
  std::vector<std::string> shown;
  const std::string conjunctions[] = {"", "و", "ف"};
  const std::string prepositions[] = {"", "ب", "ل", "ك"};
  for (const LexiconMatch& match : found) {
    const LexiconEntry& entry = lexicon.entries()[match.entry];
    std::string line = lexicon.class_names()[match.cls] + "[";
    line += conjunctions[static_cast<int>(match.proclitics.conjunction)];
    line += prepositions[static_cast<int>(match.proclitics.preposition)];
    if (match.proclitics.article_restored) line += match.proclitics.lam_restored ? "*" : "+";
    for (auto i = match.first; i < match.last; ++i) {
      line += " ";
      line += text.form(text.tokens[i]);
    }
    shown.push_back(line + " ] " + entry.id);
  }
  return shown;
}

std::vector<std::string> ids(const Lexicon& lexicon, const std::vector<rawabit::EntryId>& found) {
  std::vector<std::string> result;
  for (const auto entry : found) result.push_back(lexicon.entries()[entry].id);
  return result;
}

}  // namespace

TEST_CASE("match: one fact a line") {
  struct Row {
    std::string text;
    std::vector<std::string> matches;
  };
  const std::vector<Row> table = {
      {"", {}},
      {"لا شيء هنا", {}},
      {"الإمارات", {"COUNTRY[ الامارات ] country:AE"}},
      {"الامــارات.", {"COUNTRY[ الامارات ] country:AE"}},
      // The longest; classes do not disturb one another; the same form in two lists.
      {"دولة الإمارات العربية المتحدة", {"COUNTRY[ دوله الامارات العربيه المتحده ] country:AE"}},
      {"دولة الإمارات العربية", {"COUNTRY[ الامارات ] country:AE"}},
      {"مدينة الكويت", {"CITY[ مدينه الكويت ] city:1", "COUNTRY[ الكويت ] country:KW"}},
      {"الكويت", {"COUNTRY[ الكويت ] country:KW", "CITY[ الكويت ] city:1"}},
      {"جامعة الدول العربية", {"ORG[ جامعه الدول العربيه ] org:5"}},
      {"جامعة الدول الأخرى", {"ORG[ جامعه الدول ] org:4"}},
      {"نائب وزير", {"HEAD[ نايب وزير ] "}},
      // Leftmost: the second name begins inside the first.
      {"المملكة المتحدة الأمم المتحدة",
       {"COUNTRY[ المملكه المتحده ] country:GB", "ORG[ الامم المتحده ] org:2"}},
      // Proclitics of the first token only.
      {"والكويت", {"COUNTRY[و والكويت ] country:KW", "CITY[و والكويت ] city:1"}},
      {"وبالإمارات", {"COUNTRY[وب وبالامارات ] country:AE"}},
      {"بالإمارات", {"COUNTRY[ب بالامارات ] country:AE"}},
      {"للأمم المتحدة", {"ORG[ل+ للامم المتحده ] org:2"}},
      {"وللإنتربول", {"ORG[ول+ وللانتربول ] org:1"}},
      {"للجنة الأولمبية", {"ORG[ل* للجنه الاولمبيه ] org:3"}},
      {"للبنان", {"COUNTRY[ل للبنان ] country:LB"}},
      {"الأمم والمتحدة", {}},
      {"الأمم بالمتحدة", {}},
      {"الأمم، المتحدة", {}},
      {"الأمم\nالمتحدة", {}},
      // The whole word before its readings.
      {"وزير", {"HEAD[ وزير ] "}},
      {"بوزير", {"HEAD[ب بوزير ] "}},
      // Punctuation in a form stands for itself.
      {"المنظمة الدولية للشرطة الجنائية - الإنتربول",
       {"ORG[ المنظمه الدوليه للشرطه الجناييه - الانتربول ] org:1"}},
      {"المنظمة الدولية للشرطة الجنائية، الإنتربول", {"ORG[ الانتربول ] org:1"}},
      {"(أ.ف.ب)", {"ORG[ ا . ف . ب ] org:6"}},
      // The article.
      {"اللبنانية", {"DEMONYM[ اللبنانيه ] country:LB"}},
      {"للبنانية", {"DEMONYM[ل للبنانيه ] country:LB"}},
      {"الكوري الجنوبي", {"DEMONYM[ الكوري الجنوبي ] country:KR"}},
      {"كوري جنوبي", {"DEMONYM[ كوري جنوبي ] country:KR"}},
      {"كوري الجنوبي", {}},
      {"الألماني", {"DEMONYM[ الالماني ] country:DE"}},
      {"للألماني", {"DEMONYM[ل+ للالماني ] country:DE"}},
      {"النائب وزير", {"HEAD[ النايب وزير ] "}},
      {"الوزير", {"HEAD[ الوزير ] "}},
      {"النائب الوزير", {"HEAD[ الوزير ] "}},
      {"أمم المتحدة", {}},
      // A space that was lost before an article inside the name of an entity.
      {"للأممالمتحدة", {"ORG[ل+ للاممالمتحده ] org:2"}},
      {"المملكةالمتحدة", {"COUNTRY[ المملكه المتحده ] country:GB"}},
      {"الكوريالجنوبي", {}},
      // Classes by attributes, and letters of other scripts.
      {"أبوظبي", {"CITY[ ابوظبي ] city:2", "CAPITAL[ ابوظبي ] city:2", "SEAT[ ابوظبي ] city:2"}},
      {"مدير", {"HEAD[ مدير ] ", "HEAD_OTHER[ مدير ] "}},
      {"AGENCY", {"HEAD[ agency ] "}},
  };
  const Lexicon lexicon = sample();
  for (const Row& row : table) {
    CAPTURE(row.text);
    CHECK(matches(lexicon, row.text) == row.matches);
  }
}

TEST_CASE("match: a sentence of a longer text, appended to what is there") {
  const Lexicon lexicon = sample();
  const TokenizedText text = tokenize(std::string_view("الكويت. لبنان. الإمارات"));
  REQUIRE(text.sentences.size() == 3);
  std::vector<LexiconMatch> found(1);
  lexicon.match(text, text.sentences[1], found);
  REQUIRE(found.size() == 2);
  CHECK(found[1].first == 2);
  CHECK(found[1].last == 3);
}

TEST_CASE("lookup: whole forms, and by name key") {
  struct Row {
    std::string text;
    std::vector<std::string> by_form, by_key;
  };
  const std::vector<Row> table = {
      {"الكويت", {"country:KW", "city:1"}, {"country:KW", "city:1"}},
      {"كويت", {}, {"country:KW", "city:1"}},
      {"أبو ظبي", {"city:2"}, {"city:2"}},
      {" أبو  ظبي ", {"city:2"}, {"city:2"}},
      {"الأبو ظبي", {}, {"city:2"}},
      {"أمم متحدة", {}, {"org:2"}},
      {"اللبناني", {"country:LB"}, {"country:LB"}},
      {"(أ.ف.ب)", {}, {"org:6"}},
      {"بالكويت", {}, {}},
      {"", {}, {}},
  };
  const Lexicon lexicon = sample();
  for (const Row& row : table) {
    CAPTURE(row.text);
    CHECK(ids(lexicon, lexicon.lookup(rawabit::fold(row.text))) == row.by_form);
    CHECK(ids(lexicon, lexicon.lookup_key(rawabit::name_key(row.text))) == row.by_key);
  }
}

TEST_CASE("shapes: patterns over the whole folded word") {
  struct Row {
    std::string word;
    std::vector<std::string> classes;
  };
  const std::vector<Row> table = {
      {"2020", {"YEAR"}},       {"12020", {}}, {"", {}}, {"العربيه", {"ADJECTIVE", "DEFINITE"}},
      {"الاردن", {"DEFINITE"}}, {"عربيه", {}},
  };
  const Lexicon lexicon = sample();
  for (const Row& row : table) {
    CAPTURE(row.word);
    std::vector<std::string> classes;
    for (const auto cls : lexicon.shapes(row.word)) classes.push_back(lexicon.class_names()[cls]);
    CHECK(classes == row.classes);
  }
}

TEST_CASE("what a lexicon says of itself") {
  const Lexicon lexicon = sample();
  CHECK(lexicon.lists().size() == 6);
  CHECK(lexicon.lists()[1].class_name == "CITY");
  CHECK(lexicon.class_named("CAPITAL") != Lexicon::kNoClass);
  CHECK(lexicon.class_named("NOWHERE") == Lexicon::kNoClass);
  const LexiconEntry& emirates = lexicon.entries()[0];
  CHECK(emirates.english == "United Arab Emirates");
  CHECK(emirates.forms[1] == "دولة الإمارات العربية المتحدة");
  CHECK(emirates.attributes.at("iso2") == "AE");
  CHECK(emirates.line == 1);
}

TEST_CASE("several directories: in the order given") {
  const ListDirectory first;
  const ListDirectory second;
  first.list("a.tsv", "words", "A", "-", "as-is", "نعم\n");
  second.list("a.tsv", "words", "A", "-", "as-is", "# nothing new\n\nنعم\tk=v\nلا\n");
  auto lexicon = Lexicon::load({second.path(), first.path()});
  REQUIRE(lexicon);
  CHECK(lexicon->lookup("نعم") == std::vector<rawabit::EntryId>{0, 2});
  CHECK(lexicon->entries()[0].line == 3);
  CHECK(lexicon->entries()[2].list == 1);
  CHECK(lexicon->class_names().size() == 1);
}
