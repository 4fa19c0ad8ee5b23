// What the runs that fill a database have in common: what they are told, tell and count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"

namespace rawabit {

struct RunProgress {
  std::size_t articles = 0;
  std::uint64_t bytes = 0;
};

/// How a run speaks with whoever started it. Called in the thread that called the run.
struct RunHooks {
  std::function<void(const Error&)> refused;                 ///< an article that could not be read
  std::function<void(const RunProgress&)> progress;          ///< after each article
  std::function<bool()> should_stop = [] { return false; };  ///< asked between articles
};

struct RunSummary {
  std::size_t added = 0;      ///< articles that were new
  std::size_t changed = 0;    ///< articles that were read again
  std::size_t unchanged = 0;  ///< articles that were left as they are
  std::size_t removed = 0;    ///< articles that were pruned
  std::size_t failed = 0;     ///< articles that could not be read
  bool stopped = false;       ///< there is more to do
};

/// Articles are committed when about so many bytes of them have gathered.
inline constexpr std::size_t kCommitBytes = std::size_t{16} << 20;

}  // namespace rawabit
