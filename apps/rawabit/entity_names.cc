#include "entity_names.h"

#include <fmt/format.h>

#include "query/entities_named.h"

namespace rawabit {

Result<std::vector<std::int64_t>> entities_called(Database& db, const Globals& globals,
                                                  const std::string& name) {
  const auto language = QuestionLanguage::load(globals.questions_directory());
  if (!language) return language.error();
  const auto choices = entities_named(db, name, *language);
  if (!choices) return choices.error();
  std::vector<std::int64_t> entities;
  for (const NameChoice& choice : *choices) {
    if (choice.cost > choices->front().cost) continue;
    entities.insert(entities.end(), choice.entities.begin(), choice.entities.end());
  }
  if (!entities.empty()) return entities;
  return Error{Error::Kind::usage, fmt::format("nothing in the graph is called \"{}\"", name)};
}

ExitCode report_unknown(const Error& error) {
  const ExitCode code = report(error);
  return code == ExitCode::usage ? ExitCode::no : code;
}

}  // namespace rawabit
