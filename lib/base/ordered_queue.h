// Results of many threads, handed to one in the order of their numbers, never more than a window
// of them waiting.
//
//   OrderedQueue<Outcome> queue(64);
//   worker: if (!queue.put(number, outcome)) return;      // false: nobody takes any more
//   taker:  while (std::optional<Outcome> next = queue.take()) ...
//
// Numbers count from 0 without a gap. end(count) says how many there are; cancel() lets all go.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace rawabit {

template <class T>
class OrderedQueue {
 public:
  explicit OrderedQueue(std::size_t window) : window_(window) {}

  /// Waits while `number` is too far ahead. False when cancelled.
  bool put(std::size_t number, T item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return cancelled_ || number < next_ + window_; });
    if (cancelled_) return false;
    waiting_.emplace(number, std::move(item));
    changed_.notify_all();
    return true;
  }

  /// Waits for the next in order; nothing after the last.
  std::optional<T> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.contains(next_) || (count_ && next_ >= *count_); });
    const auto found = waiting_.find(next_);
    if (found == waiting_.end()) return std::nullopt;
    std::optional<T> item(std::move(found->second));
    waiting_.erase(found);
    ++next_;
    changed_.notify_all();
    return item;
  }

  /// There will be `count` items.
  void end(std::size_t count) {
    const std::lock_guard lock(mutex_);
    count_ = count;
    changed_.notify_all();
  }

  void cancel() {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    changed_.notify_all();
  }

 private:
  std::size_t window_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, T> waiting_;
  std::size_t next_ = 0;
  std::optional<std::size_t> count_;
  bool cancelled_ = false;
};

}  // namespace rawabit
