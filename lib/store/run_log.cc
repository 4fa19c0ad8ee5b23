#include "store/run_log.h"

namespace rawabit {

Result<RunLog> RunLog::begin(Store& store, const std::string& command,
                             const std::string& fingerprint) {
  Result<Statement> insert = store.db().prepare(
      "INSERT INTO runs (id, command, fingerprint, started, added, changed, unchanged, removed, "
      "failed) SELECT coalesce(max(id), 0) + 1, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), "
      "0, 0, 0, 0, 0 FROM runs RETURNING id");
  if (!insert) return insert.error();
  insert->bind(1, command);
  insert->bind(2, fingerprint);
  const Result<bool> row = insert->step();
  if (!row) return row.error();
  const std::int64_t id = insert->integer(0);
  insert->reset();
  return RunLog(store, id);
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
