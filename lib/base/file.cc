#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace rawabit {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;

Error failed(const std::string& path, const char* what, int error) {
  return {.message = fmt::format("{}: {}", what, std::generic_category().message(error)),
          .file = path};
}

/// read(2) that goes on after a signal.
ssize_t read_some(int fd, char* to, std::size_t size) {
  ssize_t got = 0;
  do {
    got = ::read(fd, to, size);
  } while (got < 0 && errno == EINTR);
  return got;
}

Error too_large(const std::string& path, std::size_t limit) {
  return {.message = fmt::format("is larger than {} bytes, the limit for one file", limit),
          .file = path};
}

}  // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(owned_, other.owned_);
  return *this;
}

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0 && owned_) ::close(fd_);
}

Result<FileDescriptor> open_file(const std::string& path) {
  // Without O_NONBLOCK, opening a named pipe waits until somebody writes to it.
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return failed(path, "cannot be opened", errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return failed(path, "cannot be examined", errno);
  if (S_ISDIR(status.st_mode)) return Error{.message = "is a directory, no file", .file = path};
  if (!S_ISREG(status.st_mode)) return Error{.message = "is no regular file", .file = path};
  return file;
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  Result<FileDescriptor> file = open_file(path);
  if (!file) return file.error();
  struct stat status {};
  if (::fstat(file->get(), &status) != 0) return failed(path, "cannot be examined", errno);
  if (static_cast<std::size_t>(status.st_size) > limit) return too_large(path, limit);
  // One byte more than the size, so that the end of the file shows without another round; the
  // size is a hint only, since the file may grow and files of /proc have none.
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t size = 0;
  while (true) {
    if (size == bytes.size()) bytes.resize(size + kChunk);
    const ssize_t got = read_some(file->get(), bytes.data() + size, bytes.size() - size);
    if (got < 0) return failed(path, "cannot be read", errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > limit) return too_large(path, limit);
  }
  bytes.resize(size);
  return bytes;
}

Result<LineReader> LineReader::open(const std::string& path, std::size_t limit) {
  Result<FileDescriptor> file = open_file(path);
  if (!file) return file.error();
  return LineReader(*std::move(file), path, limit);
}

LineReader LineReader::standard_input(const std::string& name, std::size_t limit) {
  return LineReader(FileDescriptor(STDIN_FILENO, false), name, limit);
}

LineReader::LineReader(FileDescriptor file, std::string name, std::size_t limit)
    : file_(std::move(file)), name_(std::move(name)), limit_(limit) {}

bool LineReader::fill() {
  used_ = 0;
  buffer_.resize(kChunk);
  const ssize_t got = read_some(file_.get(), buffer_.data(), buffer_.size());
  failure_ = got < 0 ? errno : 0;
  buffer_.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  return got > 0;
}

LineReader::Piece LineReader::read_piece(std::string& line) {
  bool too_long = false;
  bool any = false;
  while (used_ < buffer_.size() || fill()) {
    any = true;
    const std::size_t end = buffer_.find('\n', used_);
    const std::size_t take = (end == std::string::npos ? buffer_.size() : end) - used_;
    too_long = too_long || line.size() + take > limit_;
    if (!too_long) line.append(buffer_, used_, take);
    used_ += take + (end == std::string::npos ? 0 : 1);
    if (end != std::string::npos) return too_long ? Piece::too_long : Piece::line;
  }
  if (failure_ != 0) return Piece::failed;
  if (too_long) return Piece::too_long;
  return any ? Piece::line : Piece::end;
}

std::optional<Result<Line>> LineReader::next() {
  if (ended_) return std::nullopt;
  Line line{.text = {}, .number = ++number_};
  switch (read_piece(line.text)) {
    case Piece::line:
      if (line.text.ends_with('\r')) line.text.pop_back();
      return line;
    case Piece::too_long:
      return Error{.message = fmt::format("the line is longer than {} bytes", limit_),
                   .file = name_,
                   .line = number_};
    case Piece::failed:
      ended_ = true;
      return failed(name_, "cannot be read", failure_);
    case Piece::end:
      break;
  }
  ended_ = true;
  return std::nullopt;
}

}  // namespace rawabit
