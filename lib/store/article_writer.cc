#include "store/article_writer.h"

#include <algorithm>

#include "store/search_text.h"

namespace rawabit {
namespace {

/// What an article's row of a table is worth in the count of pending bytes.
constexpr std::size_t kRow = 64;

Result<std::int64_t> next_id(Database& db, const std::string& table) {
  Result<std::int64_t> last = db.integer("SELECT max(id) FROM " + table);
  if (!last) return last;
  return *last + 1;
}

Status first_failure(std::initializer_list<Status> all) {
  for (const Status& status : all) {
    if (!status) return status;
  }
  return Done{};
}

}  // namespace

ArticleRecord make_record(Annotation annotation, std::string content_hash,
                          std::string fingerprint) {
  ArticleRecord record;
  record.search_title = search_text(annotation.title);
  record.search_text = search_text(annotation.text);
  record.annotation = std::move(annotation);
  record.content_hash = std::move(content_hash);
  record.fingerprint = std::move(fingerprint);
  return record;
}

Result<KnownArticles> known_articles(Store& store) {
  Result<Statement> select = store.db().prepare(
      "SELECT article, id, path, content_hash, fingerprint, status = 'failed' FROM documents");
  if (!select) return select.error();
  KnownArticles known;
  Result<bool> row = select->step();
  for (; row && *row; row = select->step()) {
    known[std::string(select->text(0))] = {select->integer(1), std::string(select->text(2)),
                                           std::string(select->text(3)),
                                           std::string(select->text(4)), select->integer(5) != 0};
  }
  if (!row) return row.error();
  return known;
}

Result<ArticleWriter> ArticleWriter::begin(Store& store) {
  ArticleWriter writer(store);
  const Result<std::int64_t> version = store.db().integer("PRAGMA data_version");
  if (!version) return version.error();
  writer.data_version_ = *version;
  Result<KnownArticles> known = known_articles(store);
  if (!known) return known.error();
  writer.known_ = std::move(*known);
  // An article is replaced by way of the indexes; a first run goes faster without them.
  if (!writer.known_.empty()) {
    if (Status made = store.make_indexes(); !made) return made.error();
  }
  if (Status prepared = writer.prepare(); !prepared) return prepared.error();
  return writer;
}

Status ArticleWriter::prepare() {
  for (Status (ArticleWriter::*step)() :
       {&ArticleWriter::count_rows, &ArticleWriter::prepare_rows, &ArticleWriter::prepare_search}) {
    if (Status done = (this->*step)(); !done) return done;
  }
  return Done{};
}

Status ArticleWriter::count_rows() {
  struct Counter {
    const char* table;
    std::int64_t& next;
  };
  for (const Counter& counter :
       {Counter{"documents", next_document_}, Counter{"sentences", next_sentence_},
        Counter{"local_entities", next_entity_}, Counter{"evidence", next_evidence_}}) {
    const Result<std::int64_t> next = next_id(store_->db(), counter.table);
    if (!next) return next.error();
    counter.next = *next;
  }
  return Done{};
}

Status ArticleWriter::prepare_rows() {
  struct Rows {
    const char* insert;
    int columns;
    RowWriter& writer;
  };
  for (const Rows& rows :
       {Rows{"INSERT INTO sentences (id, document, number, start, end, text)", 6, sentences_},
        Rows{"INSERT INTO local_entities (id, document, number, type, kind, name, iso)", 7,
             locals_},
        Rows{"INSERT OR IGNORE INTO mentions (local_entity, start, end, text, form, rule, "
             "sentence)",
             7, mentions_},
        Rows{"INSERT INTO evidence (id, document, subject, predicate, object, modality, origin, "
             "sentence, start, end, rule, confidence, speaker)",
             13, evidence_}}) {
    Result<RowWriter> writer = RowWriter::prepare(store_->db(), rows.insert, rows.columns);
    if (!writer) return writer.error();
    rows.writer = std::move(*writer);
  }
  for (const char* sql :
       {"DELETE FROM evidence WHERE document = ?",
        ("DELETE FROM mentions WHERE local_entity IN "
         "(SELECT id FROM local_entities WHERE document = ?)"),
        "DELETE FROM local_entities WHERE document = ?", "DELETE FROM sentences WHERE document = ?",
        "DELETE FROM documents WHERE id = ?"}) {
    if (Status added = prepare_into(erase_.emplace_back(), sql); !added) return added;
  }
  return prepare_into(document_,
                      "INSERT OR REPLACE INTO documents (id, article, path, title, date, text, "
                      "content_hash, fingerprint, status, message) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
}

Status ArticleWriter::prepare_search() {
  // Few large pieces of the search index instead of many small ones: twice as fast.
  for (const char* setting : {"('hashsize', 67108864)", "('automerge', 8)"}) {
    const std::string set =
        std::string("INSERT INTO article_search (article_search, rank) VALUES ") + setting;
    if (Status done = store_->db().execute(set); !done) return done;
  }
  if (Status done =
          prepare_into(search_, "INSERT INTO article_search (rowid, title, text) VALUES (?, ?, ?)");
      !done) {
    return done;
  }
  return prepare_into(forget_,
                      "INSERT INTO article_search (article_search, rowid, title, text) "
                      "VALUES ('delete', ?, ?, ?)");
}

Status ArticleWriter::prepare_into(Statement& statement, std::string_view sql) {
  Result<Statement> prepared = store_->db().prepare(sql);
  if (!prepared) return prepared.error();
  statement = std::move(*prepared);
  return Done{};
}

Status ArticleWriter::start() {
  if (transaction_) return Done{};
  Result<Transaction> transaction = Transaction::begin(store_->db());
  if (!transaction) return transaction.error();
  transaction_.emplace(std::move(*transaction));
  return look_again();
}

/// Another program may have written between two transactions of this one: then ids are taken and
/// articles known that were not.
Status ArticleWriter::look_again() {
  const Result<std::int64_t> version = store_->db().integer("PRAGMA data_version");
  if (!version) return version.error();
  if (*version == data_version_) return Done{};
  data_version_ = *version;
  Result<KnownArticles> known = known_articles(*store_);
  if (!known) return known.error();
  known_ = std::move(*known);
  return count_rows();
}

Status ArticleWriter::commit() {
  if (!transaction_) return Done{};
  if (Status written = write_search(); !written) return written;
  Status committed = transaction_->commit();
  transaction_.reset();
  pending_ = 0;
  return committed;
}

Result<std::int64_t> ArticleWriter::make_room(const std::string& article) {
  if (Status started = start(); !started) return started.error();
  if (pending_ == 0) {
    if (Status set = store_->set_state("resolved", "0"); !set) return set.error();
  }
  const auto found = known_.find(article);
  if (found == known_.end()) return next_document_++;
  if (Status erased = erase(found->second.id); !erased) return erased.error();
  return found->second.id;
}

Status ArticleWriter::erase(std::int64_t document) {
  if (Status erased = forget_search(document); !erased) return erased;
  for (Statement& statement : erase_) {
    statement.bind(1, document);
    if (Status erased = statement.run(); !erased) return erased;
  }
  pending_ += kRow;
  return Done{};
}

/// The search index forgets an article only when told what it had said of it.
Status ArticleWriter::forget_search(std::int64_t document) {
  Result<Statement> select =
      store_->db().prepare("SELECT title, text FROM documents WHERE id = ? AND status = 'done'");
  if (!select) return select.error();
  select->bind(1, document);
  const Result<bool> row = select->step();
  if (!row) return row.error();
  if (*row) {
    search_changes_.push_back(
        {true, document, search_text(select->text(0)), search_text(select->text(1))});
  }
  return Done{};
}

Status ArticleWriter::write_search() {
  for (const SearchChange& change : search_changes_) {
    Statement& statement = change.forget ? forget_ : search_;
    statement.bind(1, change.document);
    statement.bind(2, change.title);
    statement.bind(3, change.text);
    if (Status written = statement.run(); !written) return written;
  }
  search_changes_.clear();
  return Done{};
}

Status ArticleWriter::remove(const std::string& article) {
  if (!known_.contains(article)) return Done{};
  if (Result<std::int64_t> room = make_room(article); !room) return room.error();
  known_.erase(article);
  return Done{};
}

Status ArticleWriter::set_path(const std::string& article, const std::string& path) {
  if (Status started = start(); !started) return started;
  Result<Statement> update =
      store_->db().prepare("UPDATE documents SET path = ? WHERE article = ?");
  if (!update) return update.error();
  update->bind(1, path);
  update->bind(2, article);
  return update->run();
}

Status ArticleWriter::write_failure(const FailedArticle& failed) {
  const Result<std::int64_t> document = make_room(failed.article);
  if (!document) return document.error();
  int column = 0;
  for (const Value& value :
       {Value(*document), Value(failed.article), Value(failed.path), Value(), Value(), Value(),
        Value(failed.content_hash), Value(failed.fingerprint), Value(std::string_view("failed")),
        Value(failed.message)}) {
    document_.bind(++column, value);
  }
  known_[failed.article] = {*document, failed.path, failed.content_hash, failed.fingerprint, true};
  pending_ += kRow;
  return document_.run();
}

Status ArticleWriter::write(ArticleRecord record) {
  const Annotation& annotation = record.annotation;
  const Result<std::int64_t> document = make_room(annotation.id);
  if (!document) return document.error();
  if (Status written = write_document(*document, record); !written) return written;
  add_sentences(*document, annotation);
  add_entities(*document, annotation);
  add_relations(*document, annotation);
  known_[annotation.id] = {*document, annotation.path, record.content_hash, record.fingerprint,
                           false};
  pending_ += annotation.text.size() * 2 + annotation.relations.size() * kRow;
  search_changes_.push_back(
      {false, *document, std::move(record.search_title), std::move(record.search_text)});
  return flush();
}

Status ArticleWriter::write_document(std::int64_t document, const ArticleRecord& record) {
  const Annotation& annotation = record.annotation;
  int column = 0;
  for (const Value& value : {Value(document), Value(annotation.id), Value(annotation.path),
                             Value::or_null(annotation.title), Value::or_null(annotation.date),
                             Value::or_null(annotation.text), Value(record.content_hash),
                             Value(record.fingerprint), Value(std::string_view("done")), Value()}) {
    document_.bind(++column, value);
  }
  return document_.run();
}

void ArticleWriter::add_sentences(std::int64_t document, const Annotation& annotation) {
  first_sentence_ = next_sentence_;
  std::int64_t number = 0;
  for (const Sentence& sentence : annotation.sentences) {
    sentences_.add({next_sentence_++, document, ++number, std::int64_t{sentence.span.begin},
                    std::int64_t{sentence.span.end}, sentence.text});
  }
}

/// The sentence that holds the byte; the one before it where none does; NULL without sentences.
Value ArticleWriter::sentence_at(const Annotation& annotation, std::uint32_t byte) const {
  const auto after =
      std::upper_bound(annotation.sentences.begin(), annotation.sentences.end(), byte,
                       [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
  if (after == annotation.sentences.begin()) return {};
  return first_sentence_ + (after - annotation.sentences.begin()) - 1;
}

void ArticleWriter::add_entities(std::int64_t document, const Annotation& annotation) {
  entities_.clear();
  for (const Entity& entity : annotation.entities) {
    const std::int64_t id = next_entity_++;
    entities_[entity.id] = id;
    locals_.add({id, document, std::int64_t{entity.id}, name_of(entity.type),
                 Value::or_null(name_of(entity.kind)), entity.name, Value::or_null(entity.iso)});
    for (const Mention& mention : entity.mentions) {
      mentions_.add({id, std::int64_t{mention.span.begin}, std::int64_t{mention.span.end},
                     mention.text, Value::or_null(mention.form), Value::or_null(mention.rule),
                     sentence_at(annotation, mention.span.begin)});
    }
  }
}

void ArticleWriter::add_relations(std::int64_t document, const Annotation& annotation) {
  for (const Relation& relation : annotation.relations) {
    for (const Evidence& evidence : relation.evidence) {
      evidence_.add(
          {next_evidence_++, document, entities_.at(relation.subject), name_of(relation.predicate),
           entities_.at(relation.object), name_of(relation.modality), name_of(relation.origin),
           sentence_at(annotation, evidence.span.begin), std::int64_t{evidence.span.begin},
           std::int64_t{evidence.span.end}, evidence.rule, evidence.confidence,
           evidence.speaker == 0 ? Value() : Value(entities_.at(evidence.speaker))});
    }
  }
}

Status ArticleWriter::flush() {
  return first_failure({sentences_.flush(), locals_.flush(), mentions_.flush(), evidence_.flush()});
}

}  // namespace rawabit
