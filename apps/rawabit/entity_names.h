// From a name on the command line to an entity of the graph.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "program.h"
#include "query/question_language.h"
#include "store/sqlite.h"

namespace rawabit {

/// Finds what names mean, in Arabic or English, in any spelling. `organization:NAME` looks among
/// one type only, `id:12` is entities.id. A name that is read otherwise than it stands there is
/// told on standard error.
///
///   EntityFinder finder(globals);
///   Result<std::int64_t> entity = finder.find(db, "INTERPOL");
///
/// An Error of kind `usage` that tells the candidates: where nothing is called so, and where
/// several are, unless one of them is written just so, or the most named of them is named ten times
/// as often as the next or alone has the name for its own.
class EntityFinder {
 public:
  explicit EntityFinder(const Globals& globals) : directory_(globals.questions_directory()) {}
  [[nodiscard]] Result<std::int64_t> find(Database& db, const std::string& name);

 private:
  /// Reads the words when the first name is looked for.
  Status load();
  [[nodiscard]] Error unknown(Database& db, const std::string& name) const;

  std::string directory_;
  std::optional<QuestionLanguage> language_;
};

/// Prints it; a name that nothing has is an answer, all else a failure.
ExitCode report_unknown(const Error& error);

}  // namespace rawabit
