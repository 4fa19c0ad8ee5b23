// JSON Lines: one article a line, `{"id": ..., "date": ..., "title": ..., "text": ...}`.
//
// Takes a file or standard input; gives one RawDocument after another, its bytes being the UTF-8 of
// title, two line breaks and text. `id` is needed and taken as given (a whole number as its
// digits); `text` is needed; `title` and `date` may be missing or null; other members are passed
// over. Of `date` the leading YYYY-MM-DD stays, and nothing if it has none or no such day exists.
// Blank lines are passed over. A line that is no such object is an Error with file and line, and
// reading goes on behind it.
//
//   Result<RecordReader> reader = RecordReader::open("news.jsonl");   // or "-"
//   while (std::optional<Result<RawDocument>> record = reader->next()) ...
//
// To parse in several threads, read with LineReader and give each line to parse_record().
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"
#include "model/article.h"

namespace rawabit {

/// The record of one line. Its path is that of the file with the line number ("news.jsonl:12").
[[nodiscard]] Result<RawDocument> parse_record(std::string_view line, const std::string& path,
                                               int line_number);

class RecordReader {
 public:
  /// "-" is standard input.
  static Result<RecordReader> open(const std::string& path);

  /// The next record, or why that line is none; nothing at the end.
  [[nodiscard]] std::optional<Result<RawDocument>> next();

 private:
  RecordReader(LineReader lines, std::string path);
  LineReader lines_;
  std::string path_;
};

}  // namespace rawabit
