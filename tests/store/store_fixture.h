// Small articles and a database in a directory of its own, for the tests of the store.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/annotation.h"
#include "resolve/across_known.h"
#include "store/article_writer.h"
#include "store/store.h"

namespace rawabit {

/// A directory that goes away.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory();
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

/// Some countries and a city.
KnownNames small_world();

/// An article in which the country meets the other one in the city.
Annotation meeting_of(const std::string& article, const std::string& country,
                      const std::string& other, const std::string& city);

/// Writes the articles into the database and resolves it; the digest of it.
std::string write_and_resolve(const std::string& path, const std::vector<Annotation>& articles);

/// The rows of a query, columns by '|'.
std::vector<std::string> rows(Database& db, std::string_view sql);

}  // namespace rawabit
