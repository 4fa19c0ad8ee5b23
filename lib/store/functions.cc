#include "store/functions.h"

#include <string>
#include <string_view>

#include "text/fold.h"

namespace rawabit {
namespace {

std::string_view text_of(sqlite3_value* value) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void give(sqlite3_context* context, const std::string& text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

bool any_null(int count, sqlite3_value** values) {
  for (int i = 0; i < count; ++i) {
    if (sqlite3_value_type(values[i]) == SQLITE_NULL) return true;
  }
  return false;
}

void sql_fold(sqlite3_context* context, int count, sqlite3_value** values) {
  if (!any_null(count, values)) give(context, fold(text_of(values[0])));
}

void sql_name_key(sqlite3_context* context, int count, sqlite3_value** values) {
  if (!any_null(count, values)) give(context, name_key(text_of(values[0])));
}

void sql_same_name(sqlite3_context* context, int count, sqlite3_value** values) {
  if (any_null(count, values)) return;
  const bool same = name_key(text_of(values[0])) == name_key(text_of(values[1]));
  sqlite3_result_int(context, same ? 1 : 0);
}

using SqlFunction = void (*)(sqlite3_context*, int, sqlite3_value**);

Status add(Database& db, const char* name, int arguments, SqlFunction function) {
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  if (sqlite3_create_function_v2(db.handle(), name, arguments, flags, nullptr, function, nullptr,
                                 nullptr, nullptr) == SQLITE_OK) {
    return Done{};
  }
  return Error{Error::Kind::database, sqlite3_errmsg(db.handle()), db.path()};
}

}  // namespace

Status register_functions(Database& db) {
  if (Status added = add(db, "fold", 1, sql_fold); !added) return added;
  if (Status added = add(db, "name_key", 1, sql_name_key); !added) return added;
  return add(db, "same_name", 2, sql_same_name);
}

}  // namespace rawabit
