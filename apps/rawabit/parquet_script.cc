#include "parquet_script.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include "program.h"

namespace rawabit {
namespace {

Error failed(std::string_view what, int error) {
  return {Error::Kind::input,
          fmt::format("could not {}: {}", what, std::generic_category().message(error))};
}

/// What is written to it, the script reads.
class Script {
 public:
  Script() = default;
  Script(const Script&) = delete;
  Script& operator=(const Script&) = delete;
  ~Script() { close_input(); }

  Status start(const std::string& directory) {
    const char* given = std::getenv("RAWABIT_PYTHON");
    std::array<std::string, 3> words = {given != nullptr && *given != '\0' ? given : "python3",
                                        data_directory() + "/tools/export/parquet.py", directory};
    std::array<char*, 4> arguments = {words[0].data(), words[1].data(), words[2].data(), nullptr};
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return failed("start Python", errno);
    input_ = ends[1];
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    const int error =
        posix_spawnp(&process_, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[0]);
    if (error != 0) return failed(fmt::format("run {}, which writes Parquet", words[0]), error);
    return Done{};
  }

  /// A script that ends before all is read has told why.
  void write(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t written = ::write(input_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return;
      text.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  Status finish() {
    close_input();
    int status = 0;
    while (waitpid(process_, &status, 0) < 0) {
      if (errno != EINTR) return failed("wait for Python", errno);
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return Done{};
    return Error{Error::Kind::input, "tools/export/parquet.py could not write Parquet"};
  }

 private:
  void close_input() {
    if (input_ >= 0) close(input_);
    input_ = -1;
  }

  int input_ = -1;
  pid_t process_ = 0;
};

}  // namespace

Status write_parquet(const std::string& json_lines, const std::string& directory) {
  Script script;
  if (Status started = script.start(directory); !started) return started;
  std::signal(SIGPIPE, SIG_IGN);
  script.write(json_lines);
  return script.finish();
}

}  // namespace rawabit
