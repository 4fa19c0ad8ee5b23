#include "read/records.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "read/temporary_tree.h"

namespace rawabit {

TEST_CASE("a line is one record") {
  struct {
    const char* line;
    std::string id, date, bytes;
  } const table[] = {
      {R"({"id":"a","title":"T","text":"B"})", "a", "", "T\n\nB"},
      {R"({"id":"2015-07-21/0","date":"2015-07-21 02:51:32","title":"T","text":"B"})",
       "2015-07-21/0", "2015-07-21", "T\n\nB"},
      {R"({"id":"a","date":"2015-07-21","text":"B"})", "a", "2015-07-21", "\n\nB"},
      {R"({"id":"a","date":"2015-07-21T02:51Z","text":"B"})", "a", "2015-07-21", "\n\nB"},
      {R"({"id":"a","date":"2015-02-30","text":"B"})", "a", "", "\n\nB"},
      {R"({"id":"a","date":"2016-02-29","text":"B"})", "a", "2016-02-29", "\n\nB"},
      {R"({"id":"a","date":"0000-00-00 00:00:00","text":"B"})", "a", "", "\n\nB"},
      {R"({"id":"a","date":"21 July 2015","text":"B"})", "a", "", "\n\nB"},
      {R"({"id":"a","date":"2015-07-211","text":"B"})", "a", "", "\n\nB"},
      {R"({"id":"a","date":"2015--7-21","text":"B"})", "a", "", "\n\nB"},
      {R"({"id":"a","date":null,"title":null,"text":"B"})", "a", "", "\n\nB"},
      {R"({"id":7,"text":"B"})", "7", "", "\n\nB"},
      {R"({"id":-7,"text":"B"})", "-7", "", "\n\nB"},
      {R"({"id":18446744073709551615,"text":"B"})", "18446744073709551615", "", "\n\nB"},
      {R"({"id":"a","text":""})", "a", "", "\n\n"},
      {R"({"id":"a","text":"أبوظبي"})", "a", "", "\n\nأبوظبي"},
      {R"({"id":"a","text":"\u0623\u0628"})", "a", "", "\n\nأب"},
      {R"({"id":"a","text":"\ud83d\ude00"})", "a", "", "\n\n😀"},
      {R"({"id":"a","text":"B","source":"x","more":{"a":[1,2]}})", "a", "", "\n\nB"},
      {"\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"B\"}", "a", "", "\n\nB"},
  };
  for (const auto& row : table) {
    INFO(row.line);
    const Result<RawDocument> record = parse_record(row.line, "n.jsonl", 1);
    REQUIRE(record);
    CHECK(record->id == row.id);
    CHECK(record->date == row.date);
    CHECK(record->bytes == row.bytes);
    CHECK(record->path == "n.jsonl:1");
    CHECK(record->is_record);
  }
}

TEST_CASE("a line that is no record says why") {
  struct {
    std::string line, message;
  } const table[] = {
      {"", "n.jsonl:3: expected a JSON object: The document is empty. (byte 0)"},
      {"{", "n.jsonl:3: expected a JSON object: Missing a name for object member. (byte 1)"},
      {R"({"id":"a","text":"B"} x)",
       "n.jsonl:3: expected a JSON object: The document root must not be followed by other values. "
       "(byte 22)"},
      {"[]", "n.jsonl:3: expected a JSON object with id, date, title and text"},
      {"7", "n.jsonl:3: expected a JSON object with id, date, title and text"},
      {R"({"text":"B"})", "n.jsonl:3: expected \"id\" to be a string"},
      {R"({"id":"","text":"B"})", "n.jsonl:3: expected \"id\" not to be empty"},
      {R"({"id":1.5,"text":"B"})", "n.jsonl:3: expected \"id\" to be a string"},
      {R"({"id":["a"],"text":"B"})", "n.jsonl:3: expected \"id\" to be a string"},
      {R"({"id":"a"})", "n.jsonl:3: expected \"text\" to be a string"},
      {R"({"id":"a","text":null})", "n.jsonl:3: expected \"text\" to be a string"},
      {R"({"id":"a","text":"B","title":5})", "n.jsonl:3: expected \"title\" to be a string"},
      {R"({"id":"a","text":"B","date":2015})", "n.jsonl:3: expected \"date\" to be a string"},
      {"{\"id\":\"a\",\"text\":\"\xFF\"}",
       "n.jsonl:3: expected a JSON object: Invalid encoding in string. (byte 18)"},
      {R"({"id":"a","text":"\udd23"})", "n.jsonl:3: \"text\" has half a surrogate pair"},
      {R"({"id":"\udd23","text":"B"})", "n.jsonl:3: \"id\" has half a surrogate pair"},
      {R"({"id":"a","text":"\ud83d"})",
       "n.jsonl:3: expected a JSON object: The surrogate pair in string is invalid. (byte 18)"},
  };
  for (const auto& row : table) {
    INFO(row.line);
    const Result<RawDocument> record = parse_record(row.line, "n.jsonl", 3);
    REQUIRE_FALSE(record);
    CHECK(record.error().text() == row.message);
  }
}

TEST_CASE("a million brackets do not use up the stack") {
  CHECK_FALSE(parse_record(std::string(1'000'000, '['), "n.jsonl", 1));
  CHECK_FALSE(parse_record(std::string(500'000, '[') + std::string(500'000, ']'), "n.jsonl", 1));
}

TEST_CASE("records come one after another, and a broken one does not stop the others") {
  const TemporaryTree tree;
  const std::string path = tree.write("n.jsonl",
                                      "{\"id\":\"a\",\"text\":\"A\"}\r\n"
                                      "\n"
                                      "broken\n"
                                      "  \t\n"
                                      "{\"id\":\"b\",\"text\":\"B\"}");
  Result<RecordReader> reader = RecordReader::open(path);
  REQUIRE(reader);
  std::vector<std::string> seen;
  while (const auto record = reader->next()) {
    seen.push_back(*record ? (*record)->id + " " + (*record)->path : record->error().text());
  }
  CHECK(seen ==
        std::vector<std::string>{"a " + path + ":1",
                                 path + ":3: expected a JSON object: Invalid value. (byte 0)",
                                 "b " + path + ":5"});
  CHECK_FALSE(reader->next());
}

TEST_CASE("an empty file has no records, a missing one cannot be opened") {
  const TemporaryTree tree;
  Result<RecordReader> reader = RecordReader::open(tree.write("e.jsonl", ""));
  REQUIRE(reader);
  CHECK_FALSE(reader->next());
  CHECK_FALSE(RecordReader::open(tree.path("no.jsonl")));
  CHECK_FALSE(RecordReader::open(tree.path()));
}

}  // namespace rawabit
