#include "open_graph.h"

#include <fmt/format.h>

#include <utility>

namespace rawabit {
namespace {

Status expect_entities(Store& store, const std::string& database) {
  Result<Statement> rows = store.db().prepare(
      "SELECT (SELECT count(*) FROM documents), EXISTS (SELECT 1 FROM entities)");
  if (!rows) return rows.error();
  if (const Result<bool> row = rows->step(); !row) return row.error();
  if (rows->integer(1) != 0) return Done{};
  const std::int64_t articles = rows->integer(0);
  const std::string why = articles == 0 ? std::string("no article was read")
                                        : fmt::format("nothing was found in its {} article{}",
                                                      articles, articles == 1 ? "" : "s");
  return Error{Error::Kind::usage,
               fmt::format("the graph is empty, {}; rawabit extract PATH... --db {} reads articles "
                           "into it",
                           why, database),
               database};
}

}  // namespace

Result<Store> open_graph(const std::string& database) {
  Result<Store> store = Store::open(database);
  if (!store) return store;
  if (Status filled = expect_entities(*store, database); !filled) return filled.error();
  return store;
}

Result<Store> open_graph_or_tell(const std::string& database) {
  Result<Store> store = Store::open(database);
  if (!store) return store;
  const Status filled = expect_entities(*store, database);
  if (!filled && filled.error().kind != Error::Kind::usage) return filled.error();
  if (!filled) tell(filled.error().text());
  return store;
}

}  // namespace rawabit
