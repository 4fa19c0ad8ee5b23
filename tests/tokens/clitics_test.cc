#include "tokens/clitics.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "text/fold.h"

namespace {

/// "form" and, for each proclitic, its letter: و ف ب ل ك; + article restored, * and its lam.
std::string shown(const rawabit::Reading& reading) {
  const std::string conjunctions[] = {"", "و", "ف"};
  const std::string prepositions[] = {"", "ب", "ل", "ك"};
  const rawabit::Proclitics& p = reading.proclitics;
  std::string result = conjunctions[static_cast<int>(p.conjunction)];
  result += prepositions[static_cast<int>(p.preposition)];
  if (p.article_restored) result += p.lam_restored ? "*" : "+";
  if (!result.empty()) result += ' ';
  return result + reading.form;
}

}  // namespace

TEST_CASE("clitic_readings: the whole word first, then by the letters taken") {
  struct Row {
    std::string word;
    std::vector<std::string> readings;
  };
  const std::vector<Row> table = {
      {"", {""}},
      {"و", {"و"}},
      {"من", {"من"}},
      {"وا", {"وا", "و ا"}},
      {"ود", {"ود", "و د"}},
      {"وهو", {"وهو", "و هو"}},
      {"الدوحة", {"الدوحه"}},
      {"بالدوحة", {"بالدوحه", "ب الدوحه"}},
      {"والمغرب", {"والمغرب", "و المغرب"}},
      {"وبالرباط", {"وبالرباط", "و بالرباط", "وب الرباط"}},
      {"فلمصر", {"فلمصر", "ف لمصر", "فل مصر"}},
      {"كالعادة", {"كالعاده", "ك العاده"}},
      {"وكمصر", {"وكمصر", "و كمصر", "وك مصر"}},
      {"للإنتربول", {"للانتربول", "ل لانتربول", "ل+ الانتربول", "ل* اللانتربول"}},
      {"للجنة", {"للجنه", "ل لجنه", "ل+ الجنه", "ل* اللجنه"}},
      {"وللمجلس", {"وللمجلس", "و للمجلس", "ول لمجلس", "ول+ المجلس", "ول* اللمجلس"}},
      {"فللمجلس", {"فللمجلس", "ف للمجلس", "فل لمجلس", "فل+ المجلس", "فل* اللمجلس"}},
      {"ببغداد", {"ببغداد", "ب بغداد"}},
      {"بوزارة", {"بوزاره", "ب وزاره"}},
      {"للا", {"للا", "ل لا", "ل* اللا"}},
      {"له", {"له"}},
      {"سيزور", {"سيزور"}},
      {"interpol", {"interpol"}},
      {"و2", {"و2"}},
  };
  for (const Row& row : table) {
    CAPTURE(row.word);
    std::vector<std::string> readings;
    for (const auto& reading : rawabit::clitic_readings(rawabit::fold(row.word))) {
      readings.push_back(shown(reading));
    }
    CHECK(readings == row.readings);
  }
}

TEST_CASE("clitic_readings: the letters that are no part of the rest") {
  struct Row {
    std::string word;
    std::vector<int> letters;
  };
  const std::vector<Row> table = {
      {"مصر", {0}}, {"بمصر", {0, 1}}, {"وبمصر", {0, 1, 2}}, {"وللمجلس", {0, 1, 2, 2, 2}}};
  for (const Row& row : table) {
    std::vector<int> letters;
    for (const auto& p : rawabit::proclitics_of(row.word)) letters.push_back(p.letters);
    CHECK(letters == row.letters);
  }
}
