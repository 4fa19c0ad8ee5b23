// rawabit digest --db FILE: one line for all that the graph says.
#include <fmt/format.h>

#include <memory>

#include "commands.h"
#include "store/digest.h"
#include "terminal.h"

namespace rawabit {
namespace {

ExitCode print_digest(const std::string& path) {
  Result<Store> store = Store::open(path);
  if (!store) return report(store.error());
  const Result<bool> resolved = store->is_resolved();
  if (!resolved) return report(resolved.error());
  if (!*resolved) {
    fmt::print(stderr, "rawabit: {}: the last run was interrupted; the graph is not complete\n",
               path);
  }
  const Result<std::string> hexadecimal = digest(*store);
  if (!hexadecimal) return report(hexadecimal.error());
  Output output;
  const Status written = output.write(*hexadecimal + "\n");
  return written ? ExitCode::done : report(written.error());
}

}  // namespace

void add_digest(CommandLine& line) {
  const auto path = std::make_shared<std::string>("graph.db");
  Command command = line.add_command(
      "digest", "one hexadecimal line: the graph's content, without row numbers and times",
      "rawabit digest --db graph.db", [path] { return print_digest(*path); });
  command.add_database_option(*path);
}

}  // namespace rawabit
