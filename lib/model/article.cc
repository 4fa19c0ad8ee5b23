#include "model/article.h"

#include <algorithm>
#include <cassert>

namespace rawabit {

Span<Original> OriginMap::original(Span<Decoded> span) const {
  if (steps.empty()) return {span.begin + shift, span.end + shift};
  const auto at = [this](std::uint32_t decoded) {
    const auto step = std::ranges::lower_bound(steps, decoded, {}, &Step::decoded);
    assert(step != steps.end() && step->decoded == decoded);
    return step->original;
  };
  return {at(span.begin), at(span.end)};
}

}  // namespace rawabit
