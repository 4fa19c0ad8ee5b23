#include "read/records.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

#include "text/encoding.h"

namespace rawabit {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlank = " \t\r\n";
constexpr std::string_view kStandardInputName = "standard input";

/// Iterative: a line of a million brackets must not use up the stack.
constexpr unsigned kParseFlags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

std::string_view text_of(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

const rapidjson::Value* member(const rapidjson::Value& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
}

std::optional<int> number_at(std::string_view text, std::size_t begin, std::size_t size) {
  int number = 0;
  const char* const first = text.data() + begin;
  const auto [end, error] = std::from_chars(first, first + size, number);
  if (error != std::errc{} || end != first + size) return std::nullopt;
  return number;
}

/// "2015-07-21" of "2015-07-21 02:51:32"; empty where there is no such day.
std::string iso_day(std::string_view date) {
  constexpr std::size_t kDay = 10;
  if (date.size() < kDay || date[4] != '-' || date[7] != '-') return {};
  if (date.size() > kDay && date[kDay] != ' ' && date[kDay] != 'T') return {};
  const auto year = number_at(date, 0, 4);
  const auto month = number_at(date, 5, 2);
  const auto day = number_at(date, 8, 2);
  if (!year || !month || !day || *year < 1 || *month < 1 || *day < 1) return {};
  const std::chrono::year_month_day found{std::chrono::year(*year),
                                          std::chrono::month(static_cast<unsigned>(*month)),
                                          std::chrono::day(static_cast<unsigned>(*day))};
  return found.ok() ? std::string(date.substr(0, kDay)) : std::string();
}

/// The string of that member; empty when it is missing and may be, else the reason.
Result<std::string> string_member(const rapidjson::Value& object, const char* name, bool needed) {
  const rapidjson::Value* const value = member(object, name);
  if (value == nullptr && !needed) return std::string();
  if (value == nullptr || !value->IsString()) {
    return Error{.message = fmt::format("expected \"{}\" to be a string", name)};
  }
  const std::string_view text = text_of(*value);
  // RapidJSON takes the second half of a surrogate pair without the first, and writes it out.
  if (first_malformed_utf8(text) != text.size()) {
    return Error{.message = fmt::format("\"{}\" has half a surrogate pair", name)};
  }
  return std::string(text);
}

Result<std::string> id_of(const rapidjson::Value& object) {
  const rapidjson::Value* const value = member(object, "id");
  if (value != nullptr && value->IsInt64()) return fmt::format("{}", value->GetInt64());
  if (value != nullptr && value->IsUint64()) return fmt::format("{}", value->GetUint64());
  Result<std::string> id = string_member(object, "id", true);
  if (id && id->empty()) return Error{.message = "expected \"id\" not to be empty"};
  return id;
}

Result<RawDocument> document_of(const rapidjson::Value& object) {
  Result<std::string> id = id_of(object);
  if (!id) return id.error();
  const Result<std::string> title = string_member(object, "title", false);
  if (!title) return title.error();
  const Result<std::string> text = string_member(object, "text", true);
  if (!text) return text.error();
  const Result<std::string> date = string_member(object, "date", false);
  if (!date) return date.error();
  return RawDocument{.id = *std::move(id),
                     .path = {},
                     .bytes = *title + "\n\n" + *text,
                     .date = iso_day(*date),
                     .is_record = true};
}

}  // namespace

Result<RawDocument> parse_record(std::string_view line, const std::string& path, int line_number) {
  const auto refused = [&](std::string message) {
    return Error{.message = std::move(message), .file = path, .line = line_number};
  };
  if (line_number == 1 && line.starts_with(kByteOrderMark)) {
    line.remove_prefix(kByteOrderMark.size());
  }
  rapidjson::Document json;
  json.Parse<kParseFlags>(line.data(), line.size());
  if (json.HasParseError()) {
    return refused(fmt::format("expected a JSON object: {} (byte {})",
                               rapidjson::GetParseError_En(json.GetParseError()),
                               json.GetErrorOffset()));
  }
  if (!json.IsObject()) return refused("expected a JSON object with id, date, title and text");
  Result<RawDocument> document = document_of(json);
  if (!document) return refused(document.error().message);
  document->path = fmt::format("{}:{}", path, line_number);
  return document;
}

RecordReader::RecordReader(LineReader lines, std::string path)
    : lines_(std::move(lines)), path_(std::move(path)) {}

Result<RecordReader> RecordReader::open(const std::string& path) {
  if (path == "-") {
    std::string name(kStandardInputName);
    return RecordReader(LineReader::standard_input(name), name);
  }
  Result<LineReader> lines = LineReader::open(path);
  if (!lines) return lines.error();
  return RecordReader(*std::move(lines), path);
}

std::optional<Result<RawDocument>> RecordReader::next() {
  while (std::optional<Result<Line>> line = lines_.next()) {
    if (!*line) return line->error();
    const Line& read = **line;
    if (read.text.find_first_not_of(kBlank) == std::string::npos) continue;
    return parse_record(read.text, path_, read.number);
  }
  return std::nullopt;
}

}  // namespace rawabit
