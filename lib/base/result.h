// A value, or the reason why there is none. Whatever depends on outside bytes returns one.
//
//   Result<Gazetteer> read = load_gazetteer(path);
//   if (!read) return read.error();
//   use(*read);
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace rawabit {

/// What went wrong: in which file and line (0: no line), and what was expected.
struct Error {
  enum class Kind { input, usage, database, data };
  Kind kind = Kind::input;
  std::string message;
  std::string file = {};
  int line = 0;

  /// "file:line: message", as much of it as is known.
  [[nodiscard]] std::string text() const;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] T& operator*() & {
    assert(ok());
    return std::get<0>(state_);
  }
  [[nodiscard]] const T& operator*() const& {
    assert(ok());
    return std::get<0>(state_);
  }
  [[nodiscard]] T&& operator*() && {
    assert(ok());
    return std::get<0>(std::move(state_));
  }
  [[nodiscard]] T* operator->() {
    assert(ok());
    return &std::get<0>(state_);
  }
  [[nodiscard]] const T* operator->() const {
    assert(ok());
    return &std::get<0>(state_);
  }
  [[nodiscard]] const Error& error() const {
    assert(!ok());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

/// The Result of what gives no value.
struct Done {};
using Status = Result<Done>;

}  // namespace rawabit
