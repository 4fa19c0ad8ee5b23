// The table of runs: who wrote to the database, when, and what came of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/result.h"
#include "store/store.h"

namespace rawabit {

struct RunCounts {
  std::size_t added = 0, changed = 0, unchanged = 0, removed = 0, failed = 0;
};

class RunLog {
 public:
  static Result<RunLog> begin(Store& store, const std::string& command,
                              const std::string& fingerprint);
  Status end(const RunCounts& counts);

 private:
  RunLog(Store& store, std::int64_t id) : store_(&store), id_(id) {}
  Store* store_;
  std::int64_t id_;
};

}  // namespace rawabit
