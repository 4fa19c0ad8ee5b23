#include "store/verdict_table.h"

namespace rawabit {

Result<std::vector<Verdict>> stored_verdicts(Database& db) {
  Result<Statement> select = db.prepare(
      "SELECT id, verdict = 'same', type, first, second, first_article, second_article "
      "FROM verdicts ORDER BY id");
  if (!select) return select.error();
  std::vector<Verdict> verdicts;
  Result<bool> row = select->step();
  for (; row && *row; row = select->step()) {
    Verdict verdict;
    verdict.line = static_cast<int>(select->integer(0));
    verdict.same = select->integer(1) != 0;
    verdict.type = entity_type_named(select->text(2)).value_or(EntityType::person);
    for (const int side : {0, 1}) {
      verdict.names[side] = select->text(3 + side);
      verdict.articles[side] = select->text(5 + side);
    }
    verdicts.push_back(std::move(verdict));
  }
  if (!row) return row.error();
  return verdicts;
}

Status replace_verdicts(Store& store, const std::vector<Verdict>& verdicts) {
  Database& db = store.db();
  const Result<std::vector<Verdict>> before = stored_verdicts(db);
  if (!before) return before.error();
  if (*before == verdicts) return Done{};
  Result<Transaction> transaction = Transaction::begin(db);
  if (!transaction) return transaction.error();
  if (Status done = db.execute("DELETE FROM verdicts"); !done) return done;
  Result<Statement> insert = db.prepare(
      "INSERT INTO verdicts (id, verdict, type, first, second, first_article, second_article) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)");
  if (!insert) return insert.error();
  for (const Verdict& verdict : verdicts) {
    int column = 0;
    for (const Value& value :
         {Value(std::int64_t{verdict.line}), Value(word_of(verdict)), Value(name_of(verdict.type)),
          Value(verdict.names[0]), Value(verdict.names[1]), Value::or_null(verdict.articles[0]),
          Value::or_null(verdict.articles[1])}) {
      insert->bind(++column, value);
    }
    if (Status written = insert->run(); !written) return written;
  }
  if (Status set = store.set_state("resolved", "0"); !set) return set;
  return transaction->commit();
}

}  // namespace rawabit
