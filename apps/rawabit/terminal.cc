#include "terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <system_error>

namespace rawabit {
namespace {

/// The only variable that lives as long as the program: a signal handler can reach no other.
volatile std::sig_atomic_t interrupted = 0;

void raise_flag(int /*signal*/) { interrupted = 1; }

std::int64_t now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

bool is_terminal(int file) {
  const char* terminal = std::getenv("TERM");
  return isatty(file) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

bool may_use_colours() {
  const char* none = std::getenv("NO_COLOR");
  return none == nullptr || *none == '\0';
}

std::string bar(double part) {
  constexpr int kWidth = 30;
  const int full = static_cast<int>(std::clamp(part, 0.0, 1.0) * kWidth);
  return std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(kWidth - full), '.');
}

}  // namespace

Status Output::failed() {
  if (errno == EPIPE) reader_is_gone_ = true;
  return Error{Error::Kind::input, std::generic_category().message(errno), "standard output"};
}

Status Output::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) return failed();
  return Done{};
}

Status Output::flush() {
  if (std::fflush(stdout) != 0) return failed();
  return Done{};
}

TableLook table_look() {
  TableLook look;
  if (!is_terminal(STDOUT_FILENO)) return look;
  struct winsize size {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) look.width = size.ws_col;
  look.colours = may_use_colours();
  return look;
}

Interrupt::Interrupt() {
  interrupted = 0;
  struct sigaction action {};
  action.sa_handler = raise_flag;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

bool Interrupt::raised() const { return interrupted != 0; }

ProgressBar::ProgressBar() : enabled_(is_terminal(STDERR_FILENO)), started_ms_(now_ms()) {}

void ProgressBar::show(std::size_t articles, std::size_t bytes) {
  constexpr std::int64_t kEveryMs = 100;
  if (!enabled_) return;
  const std::int64_t now = now_ms();
  if (now - last_ms_ < kEveryMs) return;
  last_ms_ = now;
  std::string line;
  if (total_ > 0) {
    const double part = static_cast<double>(articles) / static_cast<double>(total_);
    line = fmt::format("[{}] {:3.0f} %  ", bar(part), std::min(part, 1.0) * 100);
  }
  line += fmt::format("{} articles", articles);
  if (bytes > 0) {
    const double megabytes = static_cast<double>(bytes) / 1e6;
    const double seconds = static_cast<double>(std::max<std::int64_t>(1, now - started_ms_)) / 1e3;
    line += fmt::format(", {:.1f} MB, {:.1f} MB/s", megabytes, megabytes / seconds);
  }
  fmt::print(stderr, "\r\x1b[K{}", line);
  std::fflush(stderr);
  shown_ = true;
}

void ProgressBar::clear() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1b[K");
  shown_ = false;
}

}  // namespace rawabit
