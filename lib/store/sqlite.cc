#include "store/sqlite.h"

#include <fmt/format.h>

#include <system_error>

namespace rawabit {
namespace {

Error database_error(sqlite3* handle, const std::string& path) {
  std::string message = sqlite3_errmsg(handle);
  // What SQLite says of these alone does not tell a missing directory from a forbidden one.
  const int code = sqlite3_errcode(handle) & 0xFF;  // of all its refinements
  const int reason = sqlite3_system_errno(handle);
  if ((code == SQLITE_CANTOPEN || code == SQLITE_IOERR) && reason != 0) {
    message += ": " + std::generic_category().message(reason);
  }
  // Rows that stand there already were written since by someone else: a store has one writer.
  const int full_code = sqlite3_extended_errcode(handle);
  if (code == SQLITE_BUSY || full_code == SQLITE_CONSTRAINT_UNIQUE ||
      full_code == SQLITE_CONSTRAINT_PRIMARYKEY) {
    message += " (another program seems to write to it: run this again when that one is done)";
  }
  return {Error::Kind::database, std::move(message), path};
}

std::string file_of(sqlite3* handle) {
  const char* name = sqlite3_db_filename(handle, "main");
  return name == nullptr ? std::string() : std::string(name);
}

}  // namespace

void Statement::bind(int parameter, const Value& value) {
  sqlite3_stmt* statement = handle_.get();
  switch (value.kind_) {
    case Value::Kind::null:
      sqlite3_bind_null(statement, parameter);
      break;
    case Value::Kind::integer:
      sqlite3_bind_int64(statement, parameter, value.integer_);
      break;
    case Value::Kind::real:
      sqlite3_bind_double(statement, parameter, value.real_);
      break;
    case Value::Kind::text:
      // A null pointer would bind NULL.
      sqlite3_bind_text64(statement, parameter, value.text_.empty() ? "" : value.text_.data(),
                          value.text_.size(), SQLITE_STATIC, SQLITE_UTF8);
      break;
  }
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    reset();
    return false;
  }
  sqlite3* db = sqlite3_db_handle(handle_.get());
  Error error = database_error(db, file_of(db));
  reset();
  return error;
}

Status Statement::run() {
  const Result<bool> row = step();
  if (!row) return row.error();
  reset();
  return Done{};
}

void Statement::reset() { sqlite3_reset(handle_.get()); }
int Statement::columns() const { return sqlite3_column_count(handle_.get()); }
std::string_view Statement::column_name(int column) const {
  return sqlite3_column_name(handle_.get(), column);
}
bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}
bool Statement::is_text(int column) const {
  return sqlite3_column_type(handle_.get(), column) == SQLITE_TEXT;
}
std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}
double Statement::real(int column) const { return sqlite3_column_double(handle_.get(), column); }
std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}
bool Statement::is_read_only() const { return sqlite3_stmt_readonly(handle_.get()) != 0; }

Result<Database> Database::open(const std::string& path, Mode mode) {
  int flags = SQLITE_OPEN_READONLY;
  if (mode == Mode::read_write) flags = SQLITE_OPEN_READWRITE;
  if (mode == Mode::create) flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  Database db;
  db.path_ = path;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  db.handle_.reset(handle);
  if (code != SQLITE_OK) {
    if (handle == nullptr) return Error{Error::Kind::database, "no memory", path};
    return database_error(handle, path);
  }
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, 10'000);
  return db;
}

Result<Statement> Database::prepare(std::string_view sql, std::string_view* rest) {
  sqlite3_stmt* handle = nullptr;
  const char* tail = nullptr;
  const int code =
      sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &handle, &tail);
  Statement statement;
  statement.handle_.reset(handle);
  if (code != SQLITE_OK) return database_error(handle_.get(), path_);
  if (rest != nullptr) *rest = sql.substr(static_cast<std::size_t>(tail - sql.data()));
  return statement;
}

Status Database::execute(std::string_view sql) {
  while (!sql.empty()) {
    Result<Statement> statement = prepare(sql, &sql);
    if (!statement) return statement.error();
    if (statement->empty()) continue;
    Result<bool> row = statement->step();
    while (row && *row) row = statement->step();
    if (!row) return row.error();
  }
  return Done{};
}

Result<std::int64_t> Database::integer(std::string_view sql) {
  Result<Statement> statement = prepare(sql);
  if (!statement) return statement.error();
  const Result<bool> row = statement->step();
  if (!row) return row.error();
  return *row ? statement->integer(0) : 0;
}

void Database::on_progress(int (*progress)(void*), void* argument) {
  sqlite3_progress_handler(handle_.get(), 10'000, progress, argument);
}

Result<Transaction> Transaction::begin(Database& db) {
  if (Status begun = db.execute("BEGIN IMMEDIATE"); !begun) return begun.error();
  return Transaction(db);
}

Transaction::~Transaction() {
  // Nothing can be done about a rollback that fails: the file is rolled back when next opened.
  if (db_ != nullptr) (void)db_->execute("ROLLBACK");
}

Status Transaction::commit() {
  Status committed = db_->execute("COMMIT");
  if (committed) db_ = nullptr;
  return committed;
}

Result<RowWriter> RowWriter::prepare(Database& db, const std::string& insert, int columns) {
  std::string row = "(?";
  for (int i = 1; i < columns; ++i) row += ",?";
  row += ')';
  std::string rows = row;
  for (int i = 1; i < kRowsAtOnce; ++i) rows += "," + row;
  Result<Statement> one = db.prepare(fmt::format("{} VALUES {}", insert, row));
  if (!one) return one.error();
  Result<Statement> many = db.prepare(fmt::format("{} VALUES {}", insert, rows));
  if (!many) return many.error();
  RowWriter writer;
  writer.columns_ = columns;
  writer.one_ = std::move(*one);
  writer.many_ = std::move(*many);
  return writer;
}

void RowWriter::add(std::initializer_list<Value> row) {
  assert(static_cast<int>(row.size()) == columns_);
  values_.insert(values_.end(), row.begin(), row.end());
}

Status RowWriter::write(Statement& statement, std::size_t first, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    statement.bind(static_cast<int>(i) + 1, values_[first + i]);
  }
  return statement.run();
}

Status RowWriter::flush() {
  const auto row = static_cast<std::size_t>(columns_);
  const std::size_t block = row * kRowsAtOnce;
  std::size_t done = 0;
  for (; done + block <= values_.size(); done += block) {
    if (Status written = write(many_, done, block); !written) return written;
  }
  for (; done < values_.size(); done += row) {
    if (Status written = write(one_, done, row); !written) return written;
  }
  values_.clear();
  return Done{};
}

}  // namespace rawabit
