#include "store/store.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "store/functions.h"
#include "store/schema.h"

namespace rawabit {
namespace {

Error refused(const Database& db, std::string why) {
  return {Error::Kind::database, std::move(why), db.path()};
}

enum class Part { tables, indexes };

/// Without the comments and blanks before it.
std::string_view skip_comments(std::string_view sql) {
  while (!sql.empty()) {
    if (sql.starts_with("--")) {
      sql.remove_prefix(std::min(sql.find('\n'), sql.size()));
    } else if (sql.front() == '\n' || sql.front() == ' ') {
      sql.remove_prefix(1);
    } else {
      break;
    }
  }
  return sql;
}

Result<bool> is_empty(Database& db) {
  const Result<std::int64_t> things = db.integer("SELECT count(*) FROM sqlite_master");
  if (!things) return things.error();
  return *things == 0;
}

Status run_schema(Database& db, Part part) {
  std::string_view sql = skip_comments(schema_sql());
  while (!sql.empty()) {
    const bool is_index = sql.starts_with("CREATE INDEX");
    if (is_index != (part == Part::indexes)) {
      sql.remove_prefix(std::min(sql.find(";\n"), sql.size() - 1) + 1);
    } else {
      Result<Statement> statement = db.prepare(sql, &sql);
      if (!statement) return statement.error();
      if (!statement->empty()) {
        if (Status done = statement->run(); !done) return done;
      }
    }
    sql = skip_comments(sql);
  }
  return Done{};
}

/// Writes go to a log beside the file. SQLite does not wait for another program that turns the log
/// on or off at this moment.
Status turn_on_log(Database& db) {
  constexpr int kTries = 400;
  constexpr std::chrono::milliseconds kWait{25};
  for (int tried = 1;; ++tried) {
    Status set = db.execute("PRAGMA journal_mode = WAL");
    if (set || tried == kTries || (sqlite3_errcode(db.handle()) & 0xFF) != SQLITE_BUSY) return set;
    std::this_thread::sleep_for(kWait);
  }
}

}  // namespace

Result<Store> Store::open(const std::string& path) {
  Result<Database> db = Database::open(path, Database::Mode::read_only);
  if (!db) {
    Error error = db.error();
    std::error_code failed;
    if (!std::filesystem::exists(path, failed)) {
      error.message += "; rawabit extract PATH --db FILE makes a graph of articles";
    }
    return error;
  }
  Store store(std::move(*db));
  if (Status checked = store.check(); !checked) return checked.error();
  if (Status set = store.db_.execute("PRAGMA cache_size = -65536"); !set) return set.error();
  return store;
}

Result<Store> Store::create(const std::string& path) {
  Result<Database> db = Database::open(path, Database::Mode::create);
  if (!db) return db.error();
  Store store(std::move(*db));
  const Result<bool> is_new = is_empty(store.db_);
  if (!is_new) return is_new.error();
  if (*is_new) {
    if (Status made = store.make_tables(); !made) return made.error();
  }
  if (Status checked = store.check(); !checked) return checked.error();
  if (Status set = turn_on_log(store.db_); !set) return set.error();
  if (Status set = store.db_.execute("PRAGMA synchronous = NORMAL;"
                                     "PRAGMA cache_size = -65536;"
                                     "PRAGMA wal_autocheckpoint = 4000;");
      !set) {
    return set.error();
  }
  return store;
}

Status Store::check() {
  const Result<std::int64_t> application = db_.integer("PRAGMA application_id");
  if (!application) return application.error();
  if (*application != kApplicationId) {
    return refused(db_, "this is no database of rawabit; name another file with --db");
  }
  const Result<std::int64_t> version = db_.integer("PRAGMA user_version");
  if (!version) return version.error();
  if (*version != kSchemaVersion) {
    return refused(db_, fmt::format("made by another version of rawabit (schema {}, expected {}): "
                                    "extract anew, into another file",
                                    *version, kSchemaVersion));
  }
  return register_functions(db_);
}

Status Store::make_tables() {
  if (Status set = db_.execute("PRAGMA page_size = 8192"); !set) return set;
  Result<Transaction> transaction = Transaction::begin(db_);
  if (!transaction) return transaction.error();
  const Result<bool> is_new = is_empty(db_);  // or has another program made them meanwhile?
  if (!is_new) return is_new.error();
  if (!*is_new) return Done{};
  if (Status made = run_schema(db_, Part::tables); !made) return made;
  return transaction->commit();
}

Status Store::make_indexes() {
  Result<Transaction> transaction = Transaction::begin(db_);
  if (!transaction) return transaction.error();
  if (Status made = run_schema(db_, Part::indexes); !made) return made;
  return transaction->commit();
}

Result<bool> Store::is_resolved() {
  const Result<std::string> value = state("resolved");
  if (!value) return value.error();
  return *value != "0";
}

Result<std::string> Store::state(std::string_view name) {
  Result<Statement> select = db_.prepare("SELECT value FROM state WHERE name = ?");
  if (!select) return select.error();
  select->bind(1, name);
  const Result<bool> row = select->step();
  if (!row) return row.error();
  return *row ? std::string(select->text(0)) : std::string();
}

Status Store::set_state(std::string_view name, std::string_view value) {
  Result<Statement> insert =
      db_.prepare("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)");
  if (!insert) return insert.error();
  insert->bind(1, name);
  insert->bind(2, value);
  return insert->run();
}

Status Store::finish_writing() {
  // Refused while somebody reads: then the file stays in two parts until the next run.
  sqlite3_busy_timeout(db_.handle(), 0);
  (void)db_.execute("PRAGMA journal_mode = DELETE");
  return Done{};
}

}  // namespace rawabit
