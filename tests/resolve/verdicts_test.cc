// Verdicts: what is read, what is refused, and what is obeyed.
#include "resolve/verdicts.h"

#include <catch2/catch.hpp>

#include "across_fixture.h"

namespace rawabit {
namespace {

constexpr auto kPerson = EntityType::person;
constexpr auto kBody = EntityType::organization;
constexpr auto kMeeting = EntityType::meeting;

TEST_CASE("a verdict is read, and written as it was read") {
  const char* lines[] = {"same\tperson\tسالم العلي\tسليم العلي",
                         "not_same\torganization\tالمجلس\tمجلس التعاون\ta1\t-",
                         "same\tmeeting\tالاجتماع\tالاجتماع\ta1\ta2"};
  for (const std::string line : lines) {
    const auto verdicts = parse_verdicts("# of mine\n\n" + line + "\r\n", "v.tsv");
    REQUIRE(verdicts.ok());
    REQUIRE(verdicts->size() == 1);
    CHECK(line_of(verdicts->front()) == line);
    CHECK(verdicts->front().line == 3);
  }
}

TEST_CASE("what is no verdict is refused") {
  struct Refused {
    const char* text;
    const char* says;
  };
  const Refused all[] = {
      {"samee\tperson\tأ\tب", "v.tsv:1: expected same or not_same, found \"samee\""},
      {"same\tperson\tسالم", "v.tsv:1: expected 4 to 6 columns"},
      {"same\tperson\tسالم\tعلي\t1\t2\t3", "v.tsv:1: expected 4 to 6 columns"},
      {"#\nsame\thuman\tسالم\tعلي", "v.tsv:2: expected a type of entity"},
      {"same\tperson\t،\tعلي", "v.tsv:1: expected a name"},
      {"same person سالم علي", "v.tsv:1: expected same or not_same"},
      {"not_same\tperson\tسالم\tسَالم", "v.tsv:1: expected two names, or one name in two"},
      {"same\tperson\tسالم\tسالم\t1\t1", "v.tsv:1: expected two names, or one name in two"}};
  for (const Refused& refused : all) {
    const auto verdicts = parse_verdicts(refused.text, "v.tsv");
    CAPTURE(refused.text);
    REQUIRE_FALSE(verdicts.ok());
    CHECK_THAT(verdicts.error().text(), Catch::StartsWith(refused.says));
  }
}

TEST_CASE("verdicts that contradict each other are refused with all their lines") {
  struct Contradiction {
    std::string text;
    std::string says;  ///< empty: they go together
  };
  const auto line = [](const std::string& word, const std::string& names) {
    return word + "\tperson\t" + names + "\n";
  };
  const Contradiction all[] = {
      {line("same", "أ\tب") + line("not_same", "ب\tأ"),
       "v:2: this not_same contradicts same in line 1"},
      {line("not_same", "أ\tب") + line("same", "أ\tب"),
       "v:1: this not_same contradicts same in line 2"},
      {line("same", "أ\tب") + line("same", "ب\tج") + line("not_same", "أ\tج"),
       "v:3: this not_same contradicts same in lines 1, 2"},
      {line("same", "أ\tب") + line("same", "د\tج") + line("not_same", "أ\tج"), ""},
      {line("same", "أ\tب") + "not_same\tcity\tأ\tب\n", ""},
      // What holds for every article holds for each.
      {line("same", "أ\tب") + line("not_same", "أ\tب\t1\t2"),
       "v:2: this not_same contradicts same in line 1"},
      {line("same", "أ\tب\t1\t2") + line("not_same", "أ\tب"),
       "v:2: this not_same contradicts same in line 1"},
      {line("same", "أ\tب\t1\t2") + line("not_same", "أ\tب\t1\t3"), ""},
      {line("same", "أ\tج\t1") + line("same", "أ\tد\t2") + line("not_same", "ج\tد"), ""},
      {line("same", "أ\tج") + line("not_same", "أ\tأ\t1"),
       "v:2: this not_same contradicts same in line 1"}};
  for (const Contradiction& c : all) {
    // Single letters are names enough here.
    const auto verdicts = parse_verdicts(c.text, "v");
    CAPTURE(c.text);
    CHECK((verdicts.ok() ? "" : verdicts.error().text()) == c.says);
  }
}

using Names = std::vector<std::string>;

/// The entities of the articles, one each, by the letters of those that are one: "aab".
std::string sets_of(EntityType type, const std::vector<Names>& articles,
                    const std::string& verdicts) {
  std::vector<SaidArticle> said;
  for (const Names& names : articles) said.push_back({{{type, names}}});
  const auto parsed = parse_verdicts(verdicts, "v");
  if (!parsed) FAIL(parsed.error().text());
  const Clusters clusters = resolve_across(input_of(said), few_known_names(), *parsed);
  std::string sets;
  std::vector<std::uint32_t> roots;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    const auto found = std::find(roots.begin(), roots.end(), clusters.find(i));
    sets += static_cast<char>('a' + (found - roots.begin()));
    if (found == roots.end()) roots.push_back(clusters.find(i));
  }
  return sets;
}

struct Obeyed {
  EntityType type;
  std::vector<Names> articles;
  std::string verdicts;
  std::string without, with;
};

const Obeyed kObeyed[] = {
    {kPerson,
     {{"سيرغي لافروف"}, {"سيرجي لافروف"}},
     "same\tperson\tسيرجي لافروف\tسيرغي لافروف",
     "ab",
     "aa"},
    // However the names are spelled.
    {kPerson,
     {{"عبدالله الحمد"}, {"عبد الله حمد"}},
     "same\tperson\tعبد الله الحمد\tعبدالله حمد",
     "ab",
     "aa"},
    {kPerson,
     {{"سالم بن راشد العلي"}, {"سالم العلي"}},
     "not_same\tperson\tسالم العلي\tسالم بن راشد العلي",
     "aa",
     "ab"},
    // By way of a third.
    {kPerson,
     {{"سالم العلي"}, {"سليم العلي"}, {"سلمان العلي"}},
     "same\tperson\tسالم العلي\tسليم العلي\nsame\tperson\tسليم العلي\tسلمان العلي",
     "abc",
     "aaa"},
    {kPerson,
     {{"سالم بن راشد العلي"}, {"سالم العلي"}, {"سليم العلي"}},
     "same\tperson\tسليم العلي\tسالم العلي\nnot_same\tperson\tسليم العلي\tسالم بن راشد العلي",
     "aab",
     "abb"},
    // Namesakes; the others stay one.
    {kPerson,
     {{"سالم العلي"}, {"سالم العلي"}, {"سالم العلي"}},
     "not_same\tperson\tسالم العلي\tسالم العلي\t1\t2",
     "aaa",
     "aba"},
    {kPerson,
     {{"سالم العلي"}, {"سالم العلي"}, {"سالم العلي"}},
     "not_same\tperson\tسالم العلي\tسالم العلي\t1",
     "aaa",
     "abb"},
    {kPerson,
     {{"سالم العلي"}, {"سالم العلي"}, {"سالم العلي"}},
     "not_same\tperson\tسالم العلي\tسالم العلي\t2\t-",
     "aaa",
     "aba"},
    // With an article, by any of its names; without one, by the fullest.
    {kBody,
     {{"مجلس الشركة", "المجلس"}, {"مجلس التعاون"}},
     "same\torganization\tالمجلس\tمجلس التعاون\t1",
     "ab",
     "aa"},
    {kBody,
     {{"مجلس الشركة", "المجلس"}, {"مجلس التعاون"}},
     "same\torganization\tالمجلس\tمجلس التعاون",
     "ab",
     "ab"},
    // Whatever the gazetteers say.
    {kBody,
     {{"الإنتربول"}, {"مجلس التعاون"}, {"مجلس التعاون الخليجي"}},
     "same\torganization\tالإنتربول\tمجلس التعاون",
     "abb",
     "aaa"},
    {kBody,
     {{"القاعدة", "تنظيم القاعدة"}, {"تنظيم القاعدة"}, {"تنظيم القاعدة"}},
     "not_same\torganization\tالقاعدة\tتنظيم القاعدة\t1",
     "aaa",
     "abb"},
    {kBody,
     {{"تنظيم القاعدة"}, {"قاعدة الملك فهد الجوية"}, {"تنظيم القاعدة"}},
     "same\torganization\tتنظيم القاعدة\tقاعدة الملك فهد الجوية\t3\nnot_same\torganization\tتنظيم "
     "القاعدة\tتنظيم القاعدة\t3",
     "aba",
     "abb"},
    {kMeeting, {{"الاجتماع"}, {"اللقاء"}}, "same\tmeeting\tالاجتماع\tاللقاء\t1\t2", "ab", "aa"},
    // Another type, another article, nobody: nothing.
    {kPerson, {{"سالم العلي"}, {"سليم العلي"}}, "same\tcity\tسالم العلي\tسليم العلي", "ab", "ab"},
    {kPerson,
     {{"سالم العلي"}, {"سليم العلي"}},
     "same\tperson\tسالم العلي\tسليم العلي\t7",
     "ab",
     "ab"},
    {kPerson, {{"سالم العلي"}, {"سليم العلي"}}, "same\tperson\tسالم العلي\tهاني العلي", "ab", "ab"},
};

TEST_CASE("verdicts are obeyed") {
  for (const Obeyed& o : kObeyed) {
    CAPTURE(o.verdicts);
    CHECK(sets_of(o.type, o.articles, "") == o.without);
    CHECK(sets_of(o.type, o.articles, o.verdicts) == o.with);
  }
}

}  // namespace
}  // namespace rawabit
