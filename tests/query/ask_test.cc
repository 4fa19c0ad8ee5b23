// What ask makes of questions beyond the 25: names in many guises, names that the graph does not
// have, words that it does not know.
#include "query/ask.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "query/seeds_graph.h"

namespace rawabit::testing {
namespace {

const Asker& asker() {
  static const Result<Asker> loaded = Asker::load(source_file("rules/questions"));
  REQUIRE(loaded.ok());
  return *loaded;
}

Reply reply_to(const std::string& question) {
  Result<Reply> reply = asker().ask(seeds_graph(), question);
  INFO(question << (reply.ok() ? "" : ": " + reply.error().text()));
  REQUIRE(reply.ok());
  return *reply;
}

std::vector<std::string> answers_to(const std::string& question) {
  const Reply reply = reply_to(question);
  INFO(question);
  REQUIRE(std::holds_alternative<Answer>(reply));
  std::vector<std::string> names;
  for (const AnswerItem& item : std::get<Answer>(reply).answers) names.push_back(item.name);
  std::ranges::sort(names);
  return names;
}

}  // namespace

TEST_CASE("two questions that ask for the same have one answer") {
  const std::vector<std::pair<std::string, std::string>> same = {
      {"who is the secretary general of Interpol", "من هو الأمين العام للإنتربول"},
      {"who is Jürgen Stock", "من هو يورغن ستوك"},
      {"which meetings did Hazza Al-Hajri attend", "ما الاجتماعات التي حضرها هزاع الهاجري"},
      {"which countries took part in the meeting in Paris", "أي دول شاركت في اجتماع باريس"},
      {"how many countries took part in the fourth meeting of police chiefs",
       "كم دولة شاركت في الاجتماع الرابع لرؤساء الشرطة"},
      {"who hosted the fourth meeting of police chiefs", "من استضاف الاجتماع الرابع لرؤساء الشرطة"},
      {"which bodies are based in Doha", "ما الجهات التي مقرها في الدوحة"},
      {"who founded the International Security Alliance", "من أسس التحالف الأمني الدولي"},
      {"with whom does Interpol cooperate", "مع من يتعاون الإنتربول"},
      {"who works for Interpol", "من يعمل لدى الانتربول"},
      {"who are the members of CARICC", "من أعضاء كاريك"},
      {"which bodies belong to the United Nations", "ما الجهات التابعة للأمم المتحدة"},
      {"WHICH BODIES MET IN ABU DHABI?!", "ما الجِهات التي اجتمعت في ابوظبي"}};
  for (const auto& [english, arabic] : same) {
    INFO(english << '\n' << arabic);
    CHECK_FALSE(answers_to(english).empty());
    CHECK(answers_to(english) == answers_to(arabic));
  }
}

TEST_CASE("phrases within phrases") {
  CHECK(answers_to("where was the meeting chaired by Saqr Al-Merikhi held") ==
        std::vector<std::string>{"الدوحة"});
  CHECK(answers_to("how many bodies belong to the GCC") == std::vector<std::string>{"6"});
  CHECK(answers_to("who works for bodies that took part in meetings about terrorism").size() >= 4);
  CHECK(answers_to("what titles does the director of CARICC hold").size() == 2);
}

/// A question, what it is answered with (a yes or a no apart), in the order of the alphabet.
struct Asked {
  std::string question;
  std::vector<std::string> answers;
};

TEST_CASE("politeness, dialect and slips change nothing") {
  const std::vector<Asked> all = {
      {"can you tell me who heads Interpol?", {"يورغن ستوك"}},
      {"I would like to know where CARICC is based", {"ألماتي"}},
      {"عايز أعرف مين يرأس الانتربول", {"يورغن ستوك"}},
      {"هل يمكنك أن تخبرني أين يقع مقر كاريك؟", {"ألماتي"}},
      {"أريد أن أعرف من أسس التحالف الأمني الدولي", {"الإمارات", "فرنسا"}},
      {"يورغن شتوك ما وظيفته", {"الأمين العام"}}};
  for (const auto& [question, answers] : all) CHECK(answers_to(question) == answers);
}

TEST_CASE("the most, who said so, how sure, some days only") {
  const std::vector<Asked> all = {
      {"who took part in the Tunis session but not in meetings with Hazza Al Hajri", {}},
      {"what happened on 1 March 2020", answers_to("which meetings were held in March 2020")},
      {"which body does Saqr Al Merikhi head",
       answers_to("for which bodies does Saqr Al Merikhi work")},
      {"name the founding states of the security alliance", {"الإمارات", "فرنسا"}}};
  for (const auto& [question, answers] : all) {
    INFO(question);
    CHECK(answers_to(question) == answers);
  }
}

TEST_CASE("a yes or a no") {
  const std::vector<std::pair<std::string, bool>> all = {
      {"is Kazakhstan a member of CARICC?", true},
      {"is Qatar a member of CARICC?", false},
      {"did France take part in the meeting in Paris", true},
      {"did Saudi Arabia attend the Paris meeting?", false},
      {"does Interpol cooperate with the gulf police", true},
      {"did France take part in meetings with Morocco", true},
      {"did France take part in meetings with Sudan", false},
      {"show me the evidence that UAE founded the alliance", true},
      {"is it true that Hatem Ali works for Interpol", false},
      {"هل السنغال عضو في التحالف الأمني؟", true},
      {"هل شاركت قطر في اجتماع باريس؟", false},
      {"هل التقت الإمارات بفرنسا", true},
      {"هل صحيح أن مقر كاريك في الدوحة", false}};
  for (const auto& [question, is_so] : all) {
    INFO(question);
    const Reply reply = reply_to(question);
    REQUIRE(std::holds_alternative<Answer>(reply));
    const Answer& answer = std::get<Answer>(reply);
    REQUIRE(answer.yes.has_value());
    CHECK(*answer.yes == is_so);
    CHECK(answer.answers.empty() == !is_so);
  }
}

TEST_CASE("two questions in one sentence are answered one after the other") {
  struct Two {
    std::string question;
    std::vector<std::string> second;
  };
  const std::vector<Two> all = {
      {"who attended the 37th session and when?", {"يوم الأحد الموافق ١ مارس ٢٠٢٠م"}},
      {"who are the members of CARICC and where is it based", {"ألماتي"}},
      {"which bodies met in Marrakech, and in which country was it held?", {"المغرب"}},
      {"when and where was the 37th session held", {"تونس"}},
      {"متى عقدت الدورة السابعة والثلاثون وأين؟", {"تونس"}},
      {"من حضر الاجتماع في تونس ومتى عُقد؟", {"يوم الأحد الموافق ١ مارس ٢٠٢٠م"}},
      {"who heads Interpol and which titles does he hold", {"الأمين العام"}}};
  for (const auto& [question, second] : all) {
    INFO(question);
    const Reply reply = reply_to(question);
    REQUIRE(std::holds_alternative<Answer>(reply));
    const Answer& answer = std::get<Answer>(reply);
    CHECK_FALSE(answer.answers.empty());
    REQUIRE(answer.then.size() == 1);
    std::vector<std::string> names;
    for (const AnswerItem& item : answer.then.front().answers) names.push_back(item.name);
    CHECK(names == second);
  }
}

TEST_CASE("a name that the graph does not have is understood and told") {
  const Reply reply = reply_to("which bodies met in Reykjavik");
  REQUIRE(std::holds_alternative<Answer>(reply));
  CHECK(std::get<Answer>(reply).answers.empty());
  REQUIRE(std::get<Answer>(reply).unknown_names.size() == 1);
  CHECK(std::get<Answer>(reply).unknown_names.front().name == "reykjavik");
}

TEST_CASE("a word that is left out is told") {
  const Reply reply = reply_to("which friendly bodies met in Doha");
  REQUIRE(std::holds_alternative<Answer>(reply));
  CHECK(std::get<Answer>(reply).left_out == std::vector<std::string>{"friendly"});
  CHECK(std::get<Answer>(reply).answers.size() == 2);
}

TEST_CASE("a question that is not understood gets the nearest that are") {
  for (const std::string question :
       {"what is the weather like in Doha today", "", "؟", "hello", "كيف حالك اليوم يا صديقي",
        "the the the", "which which which met met", "'; DROP TABLE entities; --"}) {
    const Reply reply = reply_to(question);
    INFO(question);
    REQUIRE(std::holds_alternative<NotUnderstood>(reply));
    CHECK_FALSE(std::get<NotUnderstood>(reply).nearest.empty());
  }
  const Reply reply = reply_to("who chaired the board of the bank of nowhere in the year one");
  REQUIRE(std::holds_alternative<NotUnderstood>(reply));
  const auto& nearest = std::get<NotUnderstood>(reply).nearest;
  CHECK(std::ranges::any_of(
      nearest, [](const std::string& q) { return q.find("chaired") != std::string::npos; }));
}

TEST_CASE("long and broken questions do no harm") {
  std::string words;
  for (int i = 0; i < 150; ++i) words += "which bodies met in Doha and ";
  for (const std::string& question : {words, std::string(10'000, 'a'), std::string("\xFF\xFE met"),
                                      std::string("which bodies met in \xD8")}) {
    CHECK(asker().ask(seeds_graph(), question).ok());
  }
}

}  // namespace rawabit::testing
