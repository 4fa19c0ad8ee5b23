// Standard output and standard error, and what the user presses meanwhile.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "render/table.h"

namespace rawabit {

/// Data, to standard output. What could not be written (a full disk) is an Error; a reader that has
/// gone away (`| head`) ends the program quietly, by SIGPIPE or here.
class Output {
 public:
  Status write(std::string_view text);
  Status flush();
  [[nodiscard]] bool reader_is_gone() const { return reader_is_gone_; }

 private:
  Status failed();
  bool reader_is_gone_ = false;
};

/// What a table on standard output may look like: as wide as the terminal, without colours where
/// NO_COLOR is set; a file or a program behind a pipe gets it whole.
[[nodiscard]] TableLook table_look();

/// From its making on Ctrl-C and SIGTERM only raise a flag; a second one ends the program.
class Interrupt {
 public:
  Interrupt();
  [[nodiscard]] bool raised() const;
};

/// A line on standard error that says how far the work is. Nothing when that is no terminal.
class ProgressBar {
 public:
  ProgressBar();
  ~ProgressBar() { clear(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// How many articles there will be; 0, as in the beginning: nobody knows.
  void expect(std::size_t total) { total_ = total; }
  /// `bytes` 0: nobody counts them.
  void show(std::size_t articles, std::size_t bytes);
  /// Makes room for a message.
  void clear();

 private:
  bool enabled_;
  bool shown_ = false;
  std::size_t total_ = 0;
  std::int64_t started_ms_;
  std::int64_t last_ms_ = 0;
};

}  // namespace rawabit
