// Work done by several threads, its results taken in the order of its tasks.
//
//   OrderedWorkers<std::string, std::size_t> workers(
//       next_line,                                       // optional<Task>, one call at a time
//       [](std::string line) { return line.size(); },    // in any thread
//       [&](std::size_t size) { sum += size; return true; });  // in this one, in order
//   workers.run(2);
//
// Consuming returns false to stop: what is in work then is finished and dropped. No more than
// kAhead tasks a thread are taken before their turn, so memory stays bounded. With one thread
// everything happens in the calling one.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace rawabit {

template <class Task, class Product>
class OrderedWorkers {
 public:
  using Next = std::function<std::optional<Task>()>;
  using Work = std::function<Product(Task)>;
  using Consume = std::function<bool(Product)>;

  OrderedWorkers(Next next, Work work, Consume consume)
      : next_(std::move(next)), work_(std::move(work)), consume_(std::move(consume)) {}

  void run(int threads) {
    if (threads <= 1) {
      run_alone();
      return;
    }
    ahead_ = kAhead * static_cast<std::size_t>(threads);
    std::vector<std::jthread> workers;
    for (int i = 0; i < threads; ++i) workers.emplace_back([this] { work_until_done(); });
    consume_in_order();
  }

 private:
  static constexpr std::size_t kAhead = 8;

  void run_alone() {
    while (std::optional<Task> task = next_()) {
      if (!consume_(work_(*std::move(task)))) return;
    }
  }

  void work_until_done() {
    std::unique_lock lock(mutex_);
    while (true) {
      room_.wait(lock, [this] { return ended_ || taken_ - consumed_ < ahead_; });
      if (ended_) return;
      std::optional<Task> task = next_();
      if (!task) {
        ended_ = true;
        room_.notify_all();
        ready_.notify_all();
        return;
      }
      const std::size_t index = taken_++;
      lock.unlock();
      Product product = work_(*std::move(task));
      lock.lock();
      products_.emplace(index, std::move(product));
      if (index == consumed_) ready_.notify_all();
    }
  }

  void consume_in_order() {
    std::unique_lock lock(mutex_);
    while (true) {
      ready_.wait(lock, [this] {
        return products_.contains(consumed_) || (ended_ && consumed_ == taken_);
      });
      const auto found = products_.find(consumed_);
      if (found == products_.end()) return;
      Product product = std::move(found->second);
      products_.erase(found);
      ++consumed_;
      room_.notify_all();
      lock.unlock();
      const bool go_on = consume_(std::move(product));
      lock.lock();
      if (go_on) continue;
      ended_ = true;
      room_.notify_all();
      return;
    }
  }

  Next next_;
  Work work_;
  Consume consume_;
  std::size_t ahead_ = kAhead;
  std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::map<std::size_t, Product> products_;
  std::size_t taken_ = 0, consumed_ = 0;
  bool ended_ = false;
};

}  // namespace rawabit
