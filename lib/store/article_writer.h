// Articles into the database: each whole, or not at all.
//
// Takes annotations with what they were read from; gives rows. The writer keeps a transaction open
// over many articles and commits between two of them, so that whoever kills the program finds whole
// articles. It leaves the graph to resolve_graph(); from the first change on the state says that
// the graph lags behind.
//
//   Result<ArticleWriter> writer = ArticleWriter::begin(store);
//   writer->write(record);        // new, or in place of what stood there
//   writer->commit();
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "model/annotation.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace rawabit {

/// An article, ready to be written.
struct ArticleRecord {
  Annotation annotation;
  std::string content_hash;  ///< of what was read
  std::string fingerprint;   ///< of what read it
  std::string search_title;  ///< search_text() of the title
  std::string search_text;   ///< search_text() of the text
};

/// The record of an annotation; folds its text, so that another thread than the writer's can.
[[nodiscard]] ArticleRecord make_record(Annotation annotation, std::string content_hash,
                                        std::string fingerprint);

/// An article that could not be read.
struct FailedArticle {
  std::string article, path, content_hash, fingerprint, message;
};

/// What stands in the database of an article.
struct KnownArticle {
  std::int64_t id = 0;
  std::string path, content_hash, fingerprint;
  bool failed = false;
};
using KnownArticles = std::unordered_map<std::string, KnownArticle>;

[[nodiscard]] Result<KnownArticles> known_articles(Store& store);

class ArticleWriter {
 public:
  static Result<ArticleWriter> begin(Store& store);
  ArticleWriter(ArticleWriter&&) noexcept = default;

  /// Writes the article, in place of what stood under its name.
  Status write(ArticleRecord record);
  /// Writes that the article could not be read; what stood under its name goes.
  Status write_failure(const FailedArticle& failed);
  Status remove(const std::string& article);
  /// What was unchanged has moved.
  Status set_path(const std::string& article, const std::string& path);
  /// Commits what is written; the next change begins another transaction.
  Status commit();
  /// Bytes written since the last commit, about.
  [[nodiscard]] std::size_t pending() const { return pending_; }
  [[nodiscard]] const KnownArticles& known() const { return known_; }

 private:
  explicit ArticleWriter(Store& store) : store_(&store) {}
  Status prepare();
  Status count_rows();
  Status prepare_rows();
  Status prepare_search();
  Status prepare_into(Statement& statement, std::string_view sql);
  Status start();
  Status look_again();
  Result<std::int64_t> make_room(const std::string& article);
  Status erase(std::int64_t document);
  Status forget_search(std::int64_t document);
  Status write_document(std::int64_t document, const ArticleRecord& record);
  void add_sentences(std::int64_t document, const Annotation& annotation);
  void add_entities(std::int64_t document, const Annotation& annotation);
  void add_relations(std::int64_t document, const Annotation& annotation);
  [[nodiscard]] Value sentence_at(const Annotation& annotation, std::uint32_t byte) const;
  Status flush();
  Status write_search();

  /// What the search index is told when the transaction ends: in between, every statement that
  /// could fail half-way would make it write what it holds.
  struct SearchChange {
    bool forget = false;
    std::int64_t document = 0;
    std::string title, text;
  };

  Store* store_;
  std::optional<Transaction> transaction_;
  KnownArticles known_;
  std::size_t pending_ = 0;
  std::int64_t data_version_ = -1;  ///< of the database, by which others' commits are seen
  std::int64_t next_document_ = 1, next_sentence_ = 1, next_entity_ = 1, next_evidence_ = 1;
  std::int64_t first_sentence_ = 0;                 ///< of the article being written
  std::unordered_map<int, std::int64_t> entities_;  ///< of the article being written
  RowWriter sentences_, locals_, mentions_, evidence_;
  Statement document_, search_, forget_;
  std::vector<Statement> erase_;
  std::vector<SearchChange> search_changes_;
};

}  // namespace rawabit
