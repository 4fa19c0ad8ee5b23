// Every article of a source through some work, in several threads, results in the order of input.
//
//   ArticleSource source(list_inputs(paths).inputs);
//   for_each_article<std::string>(
//       source, threads, [&](const RawDocument& d) { return line_of(d); },
//       [&](ArticleOutcome<std::string> outcome) { print(outcome); return true; });
//
// An article that cannot be read, and the second of one id (named together with the first), arrive
// as outcomes with an Error. When consuming returns false the run ends: what is in work then is
// finished and dropped.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "article_source.h"
#include "base/ordered_queue.h"

namespace rawabit {

template <class T>
struct ArticleOutcome {
  std::string id;         ///< empty where the article could not be read
  std::string path;       ///< the same
  std::size_t bytes = 0;  ///< of the article as it was read
  Result<T> result;
};

template <class T>
using ArticleWork = std::function<Result<T>(const RawDocument&)>;

/// The threads of a run. Handing over costs as much as a short article: they take several at a
/// time.
template <class T>
class ArticleThreads {
 public:
  using Outcomes = std::vector<ArticleOutcome<T>>;

  ArticleThreads(ArticleSource& source, int count, const ArticleWork<T>& work)
      : source_(source), work_(work), outcomes_(static_cast<std::size_t>(count) * kWindow) {
    for (int i = 0; i < count; ++i) threads_.emplace_back([this] { run(); });
  }
  ArticleThreads(const ArticleThreads&) = delete;
  ArticleThreads& operator=(const ArticleThreads&) = delete;
  ~ArticleThreads() { outcomes_.cancel(); }

  std::optional<Outcomes> take() { return outcomes_.take(); }

 private:
  static constexpr std::size_t kWindow = 4;
  static constexpr std::size_t kArticlesAtOnce = 16;

  void run() {
    while (true) {
      std::size_t number = 0;
      const std::vector<ReadTask> tasks = next(number);
      if (tasks.empty()) return;
      Outcomes outcomes;
      for (const ReadTask& task : tasks) outcomes.push_back(outcome_of(task));
      if (!outcomes_.put(number, std::move(outcomes))) return;
    }
  }

  std::vector<ReadTask> next(std::size_t& number) {
    const std::lock_guard lock(mutex_);
    std::vector<ReadTask> tasks;
    while (!ended_ && tasks.size() < kArticlesAtOnce) {
      auto task = source_.next();
      ended_ = !task;
      if (task) tasks.push_back(*std::move(task));
    }
    if (!tasks.empty()) number = count_++;
    if (ended_) outcomes_.end(count_);
    return tasks;
  }

  ArticleOutcome<T> outcome_of(const ReadTask& task) const {
    const Result<RawDocument> document = task.read();
    if (!document) return {"", "", 0, document.error()};
    return {document->id, document->path, document->bytes.size(), work_(*document)};
  }

  ArticleSource& source_;
  const ArticleWork<T>& work_;
  OrderedQueue<Outcomes> outcomes_;
  std::mutex mutex_;
  std::size_t count_ = 0;
  bool ended_ = false;
  std::vector<std::jthread> threads_;  ///< last: they end before what they use
};

template <class T>
void for_each_article(ArticleSource& source, int threads, const ArticleWork<T>& work,
                      const std::function<bool(ArticleOutcome<T>)>& consume) {
  ClaimedIds claimed;
  ArticleThreads<T> workers(source, threads, work);
  while (auto outcomes = workers.take()) {
    for (ArticleOutcome<T>& outcome : *outcomes) {
      if (!outcome.id.empty()) {
        const Status claim = claimed.claim(outcome.id, outcome.path);
        if (!claim) outcome.result = claim.error();
      }
      if (!consume(std::move(outcome))) return;
    }
  }
}

}  // namespace rawabit
