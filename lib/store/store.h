// A database of ours: opened, created, refused.
//
// Takes a path. Refuses, with an Error of kind `database`, a file that is no SQLite database, one
// that is some other program's, and one of another version of schema.sql; an empty file is a new
// one. Every connection knows fold(), name_key() and same_name().
//
//   Result<Store> store = Store::create("graph.db");   // to write; makes it where there is none
//   Result<Store> store = Store::open("graph.db");     // to read
//
// One program writes at a time; others may read meanwhile. A program that is killed leaves whole
// articles only: the next one to write completes the graph.
#pragma once

#include <string>

#include "base/result.h"
#include "store/sqlite.h"

namespace rawabit {

class Store {
 public:
  static Result<Store> open(const std::string& path);
  static Result<Store> create(const std::string& path);

  [[nodiscard]] Database& db() { return db_; }
  /// Does the graph lag behind the articles, because a run was interrupted?
  Result<bool> is_resolved();
  /// A value of the table `state`; empty where there is none.
  Result<std::string> state(std::string_view name);
  Status set_state(std::string_view name, std::string_view value);
  /// Makes the indexes that are missing. Without them a new database fills faster.
  Status make_indexes();
  /// One plain file again, for whoever copies it or can only read.
  Status finish_writing();

 private:
  explicit Store(Database db) : db_(std::move(db)) {}
  Status check();
  Status make_tables();
  Database db_;
};

}  // namespace rawabit
