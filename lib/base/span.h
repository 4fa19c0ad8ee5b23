// Half-open byte ranges that cannot be mixed up: each carries the text that it counts in.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace rawabit {

struct Original {};  ///< the bytes of the file as it lies on disk
struct Decoded {};   ///< the UTF-8 text that the file was decoded to
struct Folded {};    ///< the folded text (lib/text/fold.h)

template <class Space>
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  auto operator<=>(const Span&) const = default;
};

/// The part of `text` that `span` names. Precondition: span.end <= text.size().
template <class Space>
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span<Space> span) {
  return text.substr(span.begin, span.size());
}

}  // namespace rawabit
