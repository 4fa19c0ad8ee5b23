// What the gazetteers refuse, and how they say so: file, line, what was expected.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lists_fixture.h"

using rawabit_test::ListDirectory;

namespace {

/// The Error of loading, its directory cut off; "loaded" when there is none.
std::string load_error(const ListDirectory& lists) {
  auto lexicon = lists.load();
  if (lexicon) return "loaded";
  std::string text = lexicon.error().text();
  CHECK(text.starts_with(lists.path() + "/"));
  return text.substr(lists.path().size() + 1);
}

}  // namespace

TEST_CASE("lists: a line that is wrong") {
  struct Row {
    std::string format, content, error;
  };
  const std::vector<Row> table = {
      {"words", "نعم\nلا\tk=v\n", "loaded"},
      {"words", "\xEF\xBB\xBFنعم\r\nلا\r\n", "loaded"},
      {"words", "نعم\tk=v\tx\n", "l.tsv:1: expected 1 or 2 columns, not 3"},
      {"words", "# c\nنعم\tk\n", "l.tsv:2: expected key=value, not 'k'"},
      {"words", "نعم\t=v\n", "l.tsv:1: expected key=value, not '=v'"},
      {"words", "نعم\tk=1;k=2\n", "l.tsv:1: attribute 'k' twice"},
      {"words", "نعم\t-\nلا\tk=1;\n", "loaded"},
      {"words", "نعم|\u064e\n", "l.tsv:1: form '\u064e' is empty after folding"},
      {"words", "نعم||لا\n", "l.tsv:1: form '' is empty after folding"},
      {"words", "أحمد\nلا|احمد\n", "l.tsv:2: form 'احمد' stands on line 1 already"},
      {"words", "أبو ظبي\nابو  ظبي\n", "l.tsv:2: form 'ابو  ظبي' stands on line 1 already"},
      {"words", "أحمد|احمد\n", "loaded"},
      {"words", "أحمد\nاحمد\tambiguous=1\n", "loaded"},
      {"words", "أحمد\nاحمد\tclass=B\n", "loaded"},
      {"words", "أحمد\nاحمد\tclass=B;also=A\n", "l.tsv:2: form 'احمد' stands on line 1 already"},
      {"words", "\nنعم\xFF\n", "l.tsv:2: expected UTF-8"},
      {"words", "نعم\tclass=no\n", "l.tsv:1: class 'no': expected capitals, digits and _"},
      {"words", "نعم\talso=A,,B\n", "l.tsv:1: class '': expected capitals, digits and _"},
      {"entities", "a:1\tA\tنعم\na:2\t\tلا\tk=v\n", "loaded"},
      {"entities", "a:1\tA\n", "l.tsv:1: expected 3 or 4 columns, not 2"},
      {"entities", "\tA\tنعم\n", "l.tsv:1: expected an id in the first column"},
      {"entities", "a:1\tA\tنعم\na:1\tB\tلا\n", "l.tsv:2: id 'a:1' stands on line 1 already"},
      {"entities", "a:1\tA\tنعم\na:2\tB\tنعم\n", "l.tsv:2: form 'نعم' stands on line 1 already"},
      {"shapes", "YEAR\t[0-9]{4}\n", "loaded"},
      {"shapes", "YEAR\n", "l.tsv:1: expected 2 columns (class, pattern), not 1"},
      {"shapes", "YEAR\t[0-9\n", "l.tsv:1: expected a pattern of RE2, not '[0-9': missing ]: [0-9"},
      {"shapes", "year\t[0-9]\n", "l.tsv:1: class 'year': expected capitals, digits and _"},
  };
  for (const Row& row : table) {
    CAPTURE(row.content);
    const ListDirectory lists;
    const std::string type = row.format == "entities" ? "city" : "-";
    lists.list("l.tsv", row.format, "A", type, "as-is", row.content);
    CHECK(load_error(lists) == row.error);
  }
}

TEST_CASE("manifest: a line that is wrong") {
  struct Row {
    std::string line, error;
  };
  const std::vector<Row> table = {
      {"l.tsv\twords\tA\t-\tas-is\tar\ts\tl\td", "loaded"},
      {"l.tsv\twords\tA\tperson\tas-is\tar\ts\tl\td", "loaded"},
      {"l.tsv\twords\tA\t-\tas-is\tar\ts\tl", "lists.tsv:1: expected 9 columns, not 8"},
      {"\twords\tA\t-\tas-is\tar\ts\tl\td",
       "lists.tsv:1: expected a file name in the first column"},
      {"l.tsv\tword\tA\t-\tas-is\tar\ts\tl\td",
       "lists.tsv:1: format 'word': expected entities, words, shapes or patterns"},
      {"l.tsv\twords\ta\t-\tas-is\tar\ts\tl\td",
       "lists.tsv:1: class 'a': expected capitals, digits and _"},
      {"l.tsv\twords\t-\t-\tas-is\tar\ts\tl\td",
       "lists.tsv:1: class '-': expected capitals, digits and _"},
      {"l.tsv\twords\tA\ttown\tas-is\tar\ts\tl\td",
       "lists.tsv:1: type 'town': expected an entity type or -"},
      {"l.tsv\tentities\tA\t-\tas-is\tar\ts\tl\td",
       "lists.tsv:1: type '-': a list of entities has an entity type"},
      {"l.tsv\twords\tA\t-\tnone\tar\ts\tl\td",
       "lists.tsv:1: article 'none': expected as-is, both or all"},
      {"no.tsv\twords\tA\t-\tas-is\tar\ts\tl\td",
       "no.tsv: cannot be read: No such file or directory"},
      {"l.tsv\twords\tA\t-\tas-is\tar\ts\tl\td\nl.tsv\twords\tB\t-\tas-is\tar\ts\tl\td",
       "lists.tsv:2: file 'l.tsv' stands on line 1 already"},
      {"\xC0", "lists.tsv:1: expected UTF-8"},
      {".\twords\tA\t-\tas-is\tar\ts\tl\td", ".: cannot be read: Is a directory"},
  };
  for (const Row& row : table) {
    CAPTURE(row.line);
    const ListDirectory lists;
    lists.write("l.tsv", "نعم\n");
    lists.write("lists.tsv", row.line + "\n");
    CHECK(load_error(lists) == row.error);
  }
}

TEST_CASE("manifest: a missing one is named") {
  const ListDirectory lists;
  CHECK(load_error(lists) == "lists.tsv: cannot be read: No such file or directory");
}
