// SQLite in C++: a connection, a prepared statement, rows written many at a time.
//
// Takes SQL, gives rows; every failure is an Error of kind `database` that names the file and says
// what SQLite said. The only file, with functions.cc, that calls sqlite3_* itself.
//
//   Result<Database> db = Database::open("graph.db", Database::Mode::read_only);
//   Result<Statement> names = db->prepare("SELECT name FROM entities WHERE id = ?");
//   names->bind(1, id);
//   for (Result<bool> row = names->step(); row && *row; row = names->step()) use(names->text(0));
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawabit {

/// What goes into a column. Text must live until the row is written.
class Value {
 public:
  Value() = default;
  Value(std::int64_t number) : kind_(Kind::integer), integer_(number) {}  // NOLINT: implicit
  Value(double number) : kind_(Kind::real), real_(number) {}              // NOLINT: implicit
  Value(std::string_view text) : kind_(Kind::text), text_(text) {}        // NOLINT: implicit
  Value(const std::string& text) : Value(std::string_view(text)) {}       // NOLINT: implicit
  /// NULL in place of an empty text.
  static Value or_null(std::string_view text) { return text.empty() ? Value() : Value(text); }

 private:
  friend class Statement;
  enum class Kind { null, integer, real, text };
  Kind kind_ = Kind::null;
  std::int64_t integer_ = 0;
  double real_ = 0;
  std::string_view text_;
};

class Statement {
 public:
  Statement() = default;
  /// Parameters count from 1. The bytes of a text must live until the next reset().
  void bind(int parameter, const Value& value);
  /// True: a row is there; false: no more. Resets itself after the last row and on failure.
  Result<bool> step();
  /// step() for a statement that gives no rows.
  Status run();
  void reset();

  /// Columns count from 0. Text is valid until the next step().
  [[nodiscard]] int columns() const;
  [[nodiscard]] std::string_view column_name(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] bool is_text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  /// May the statement change the file?
  [[nodiscard]] bool is_read_only() const;
  [[nodiscard]] bool empty() const { return handle_ == nullptr; }

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

class Database {
 public:
  enum class Mode { read_only, read_write, create };
  /// Any file that SQLite can open; what is in it is not looked at.
  static Result<Database> open(const std::string& path, Mode mode);

  /// The first statement of `sql`; `rest` becomes what follows it. An empty statement (a comment)
  /// is given as such.
  Result<Statement> prepare(std::string_view sql, std::string_view* rest = nullptr);
  /// Runs every statement of `sql`.
  Status execute(std::string_view sql);
  /// The integer in the first column of the first row, 0 when there is none.
  Result<std::int64_t> integer(std::string_view sql);
  /// Calls progress every so often while a statement runs; true ends the statement.
  void on_progress(int (*progress)(void*), void* argument);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
  std::string path_;
};

/// BEGIN now, COMMIT when asked to, ROLLBACK when it goes out of scope before.
class Transaction {
 public:
  static Result<Transaction> begin(Database& db);
  Transaction(Transaction&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Status commit();

 private:
  explicit Transaction(Database& db) : db_(&db) {}
  Database* db_;
};

/// Rows for one table, gathered and written many to a statement.
class RowWriter {
 public:
  /// `insert` is the statement up to VALUES: "INSERT INTO mentions".
  static Result<RowWriter> prepare(Database& db, const std::string& insert, int columns);
  /// Texts in `row` must live until flush().
  void add(std::initializer_list<Value> row);
  Status flush();

 private:
  static constexpr int kRowsAtOnce = 16;
  Status write(Statement& statement, std::size_t first, std::size_t count);
  int columns_ = 0;
  Statement one_;
  Statement many_;
  std::vector<Value> values_;
};

}  // namespace rawabit
