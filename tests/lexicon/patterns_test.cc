// EntityRuler patterns as a gazetteer: what they are read as, and what is refused.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lists_fixture.h"
#include "text/fold.h"

using rawabit::Lexicon;
using rawabit_test::ListDirectory;

namespace {

/// "CLASS type id" of the first entry that has the form; the error of loading.
std::string meaning(const rawabit::Result<Lexicon>& lexicon, const std::string& form) {
  if (!lexicon) return lexicon.error().text();
  const auto found = lexicon->lookup(rawabit::fold(form));
  if (found.empty()) return "unknown";
  const auto& entry = lexicon->entries()[found.front()];
  const auto& list = lexicon->lists()[entry.list];
  return list.class_name + " " + list.type + " " + entry.id;
}

}  // namespace

TEST_CASE("patterns: labels, ids and the manifest say what a name is") {
  struct Row {
    std::string class_name, type, content, form, expected;
  };
  const std::string club = R"({"label": "ORG", "pattern": "نادي النجمة", "id": "star"})";
  const std::vector<Row> table = {
      {"-", "-", club, "نادي النجمه", "ORG organization star"},
      {"-", "-", R"({"label": "ORG", "pattern": "نادي النجمة"})", "نادي النجمة",
       "ORG organization ORG:نادي_النجمه"},
      {"-", "-", club + "\n" + R"({"label": "ORG", "pattern": "النجمة", "id": "star"})", "النجمة",
       "ORG organization star"},
      {"-", "-", R"({"label": "GPE", "pattern": [{"LOWER": "al"}, {"ORTH": "Khor"}]})", "al khor",
       "CITY city GPE:al_khor"},
      {"-", "-", R"({"label": "PER", "pattern": [{"TEXT": "هاشم"}], "id": "h"})", "هاشم",
       "PERSON person h"},
      // the manifest's type with a label of the user's own, the manifest's class for all labels
      {"-", "organization", R"({"label": "CLUB", "pattern": "النجمة", "id": "s"})", "النجمة",
       "CLUB organization s"},
      {"CLUB", "organization", club, "نادي النجمة", "CLUB organization star"},
  };
  for (const Row& row : table) {
    const ListDirectory lists;
    lists.list("p.jsonl", "patterns", row.class_name, row.type, "as-is", row.content + "\n");
    CHECK(meaning(lists.load(), row.form) == row.expected);
  }
}

TEST_CASE("patterns: a file alone, in place of a directory") {
  const ListDirectory lists;
  lists.write("p.jsonl", "{\"label\": \"ORG\", \"pattern\": \"نادي النجمة\", \"id\": \"star\"}\n");
  CHECK(meaning(Lexicon::load({lists.path() + "/p.jsonl"}), "نادي النجمة") ==
        "ORG organization star");
}

TEST_CASE("patterns: what is refused, with file and line") {
  struct Row {
    std::string line, error;
  };
  const std::vector<Row> table = {
      {"{", "expected JSON: "},
      {"[]", "expected an object with a label and a pattern"},
      {R"({"pattern": "x"})", "expected a \"label\""},
      {R"({"label": "ORG"})", "expected a \"pattern\""},
      {R"({"label": "ORG", "pattern": ""})", "expected a \"pattern\""},
      {R"({"label": "ORG", "pattern": []})", "expected a \"pattern\""},
      {R"({"label": "ORG", "pattern": 7})", "expected \"pattern\" to be a string or a list"},
      {R"({"label": 1, "pattern": "x"})", "expected \"label\" to be a string"},
      {R"({"label": "ORG", "pattern": "x", "more": 1})",
       "expected \"label\", \"pattern\" and \"id\", not \"more\""},
      {R"({"label": "ORG", "pattern": [{"REGEX": "x"}]})",
       "token attribute \"REGEX\": expected LOWER, ORTH or TEXT"},
      {R"({"label": "ORG", "pattern": [{"LOWER": {"IN": ["x"]}}]})",
       "expected LOWER to be a string"},
      {R"({"label": "ORG", "pattern": [{"LOWER": "x", "OP": "+"}]})",
       "expected each token to have exactly one of LOWER, ORTH and TEXT"},
      {R"({"label": "CLUB", "pattern": "x"})", "label 'CLUB': expected one of PERSON, PER, ORG"},
  };
  for (const Row& row : table) {
    const ListDirectory lists;
    lists.list("p.jsonl", "patterns", "-", "-", "as-is",
               "{\"label\": \"ORG\", \"pattern\": \"y\"}\n" + row.line + "\n");
    const auto refused = lists.load();
    INFO(row.line);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text().starts_with(lists.path() + "/p.jsonl:2: " + row.error));
  }
}
