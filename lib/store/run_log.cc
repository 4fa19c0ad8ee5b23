#include "store/run_log.h"

namespace rawabit {

Result<RunLog> RunLog::begin(Store& store, const std::string& command,
                             const std::string& fingerprint) {
  const Result<std::int64_t> last = store.db().integer("SELECT max(id) FROM runs");
  if (!last) return last.error();
  Result<Statement> insert = store.db().prepare(
      "INSERT INTO runs (id, command, fingerprint, started, added, changed, unchanged, removed, "
      "failed) VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 0, 0, 0, 0, 0)");
  if (!insert) return insert.error();
  insert->bind(1, *last + 1);
  insert->bind(2, command);
  insert->bind(3, fingerprint);
  if (Status inserted = insert->run(); !inserted) return inserted.error();
  return RunLog(store, *last + 1);
}

Status RunLog::end(const RunCounts& counts) {
  Result<Statement> update = store_->db().prepare(
      "UPDATE runs SET finished = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), added = ?, changed = ?, "
      "unchanged = ?, removed = ?, failed = ? WHERE id = ?");
  if (!update) return update.error();
  int column = 0;
  for (const std::size_t count :
       {counts.added, counts.changed, counts.unchanged, counts.removed, counts.failed}) {
    update->bind(++column, static_cast<std::int64_t>(count));
  }
  update->bind(++column, id_);
  return update->run();
}

}  // namespace rawabit
