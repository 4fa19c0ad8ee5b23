// Files as wholes and line by line.
//
// Takes a path; gives the bytes, or an Error that names the path and says why: missing, forbidden,
// a directory, no regular file (a pipe is never waited for), larger than the limit.
//
//   Result<std::string> bytes = read_file("news/1.txt");
//   Result<LineReader> lines = LineReader::open("news.jsonl");
//   while (std::optional<Result<Line>> line = lines->next()) ...
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/result.h"

namespace rawabit {

/// No article and no list comes near this size; larger files are refused, and so are larger lines.
inline constexpr std::size_t kFileLimit = std::size_t{32} << 20;

/// Owns an open file descriptor.
class FileDescriptor {
 public:
  explicit FileDescriptor(int fd, bool owned = true) : fd_(fd), owned_(owned) {}
  FileDescriptor(FileDescriptor&& other) noexcept
      : fd_(std::exchange(other.fd_, -1)), owned_(other.owned_) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  ~FileDescriptor();
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
  bool owned_;
};

/// Opens a regular file for reading.
[[nodiscard]] Result<FileDescriptor> open_file(const std::string& path);

/// All bytes of a regular file of at most `limit` bytes.
[[nodiscard]] Result<std::string> read_file(const std::string& path,
                                            std::size_t limit = kFileLimit);

struct Line {
  std::string text;  ///< without its line end
  int number = 0;    ///< from 1
};

/// The lines of a file, one after another, holding no more than one of them.
class LineReader {
 public:
  static Result<LineReader> open(const std::string& path, std::size_t limit = kFileLimit);
  /// The lines of standard input; errors name it by `name`.
  static LineReader standard_input(const std::string& name, std::size_t limit = kFileLimit);
  LineReader(FileDescriptor file, std::string name, std::size_t limit);

  /// The next line; nothing at the end. A line over the limit is an Error with its number, and
  /// reading goes on behind it; after an Error of the file itself comes nothing.
  [[nodiscard]] std::optional<Result<Line>> next();

 private:
  enum class Piece { line, too_long, failed, end };
  Piece read_piece(std::string& line);
  bool fill();

  FileDescriptor file_;
  std::string name_;
  std::size_t limit_;
  std::string buffer_;
  std::size_t used_ = 0;  ///< bytes of buffer_ that were given out
  int number_ = 0;
  int failure_ = 0;  ///< errno of the read that failed
  bool ended_ = false;
};

}  // namespace rawabit
