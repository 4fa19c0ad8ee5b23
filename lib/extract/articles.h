// Every article of a source through some work, in several threads, results in the order of input.
//
//   ArticleSource source(list_inputs(paths).inputs);
//   for_each_article<std::string>(
//       source, threads, [&](const RawDocument& d) { return line_of(d); },
//       [&](ArticleOutcome<std::string> outcome) { print(outcome); return true; });
//
// An article that cannot be read, and the second of one id (named together with the first), arrive
// as outcomes with an Error. When consuming returns false the run ends after the articles in work.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "extract/article_source.h"
#include "extract/ordered_workers.h"

namespace rawabit {

template <class T>
struct ArticleOutcome {
  std::string id;         ///< empty where the line of a record told none
  std::string path;       ///< as the messages name it
  std::size_t bytes = 0;  ///< of the article as it was read
  Result<T> result;
};

/// Tasks that a thread takes at a time: handing over costs as much as a short article.
inline constexpr std::size_t kArticlesAtOnce = 16;

template <class T>
[[nodiscard]] ArticleOutcome<T> outcome_of(
    const ArticleTask& task, const std::function<Result<T>(const RawDocument&)>& work) {
  const Result<RawDocument> document = read_article(task);
  if (document) return {document->id, document->path, document->bytes.size(), work(*document)};
  const Input* const input = std::get_if<Input>(&task.what);
  const Error& error = document.error();
  return {input == nullptr ? std::string() : input->id, error.file, 0, error};
}

template <class T>
void for_each_article(ArticleSource& source, int threads,
                      const std::function<Result<T>(const RawDocument&)>& work,
                      const std::function<bool(ArticleOutcome<T>)>& consume) {
  using Tasks = std::vector<ArticleTask>;
  using Outcomes = std::vector<ArticleOutcome<T>>;
  ClaimedIds claimed;
  const auto next = [&source]() -> std::optional<Tasks> {
    Tasks tasks;
    while (tasks.size() < kArticlesAtOnce) {
      auto task = source.next();
      if (!task) break;
      tasks.push_back(*std::move(task));
    }
    return tasks.empty() ? std::nullopt : std::optional(std::move(tasks));
  };
  const auto work_on_all = [&work](const Tasks& tasks) {
    Outcomes outcomes;
    for (const ArticleTask& task : tasks) outcomes.push_back(outcome_of<T>(task, work));
    return outcomes;
  };
  const auto consume_all = [&](Outcomes outcomes) {
    for (ArticleOutcome<T>& outcome : outcomes) {
      if (!outcome.id.empty()) {
        if (const Status claim = claimed.claim(outcome.id, outcome.path); !claim) {
          outcome.id.clear();  // it is the other's
          outcome.result = claim.error();
        }
      }
      if (!consume(std::move(outcome))) return false;
    }
    return true;
  };
  OrderedWorkers<Tasks, Outcomes>(next, work_on_all, consume_all).run(threads);
}

}  // namespace rawabit
