// Which group of mentions (within_article.h) each mention of an article is in.
//
//   const GroupOf group_of(parse, groups);
//   group_of[mention]         the group's index, or GroupOf::kNone
//   group_of.find(mention)    the same, or nothing
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "resolve/within_article.h"
#include "rules/parse.h"

namespace rawabit {

class GroupOf {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  GroupOf(const Parse& parse, const std::vector<MentionGroup>& groups)
      : group_of_(parse.mentions.size(), kNone) {
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (const std::uint32_t mention : groups[g].mentions) group_of_[mention] = g;
    }
  }

  [[nodiscard]] std::size_t operator[](std::uint32_t mention) const { return group_of_[mention]; }
  [[nodiscard]] std::optional<std::size_t> find(std::uint32_t mention) const {
    const std::size_t group = group_of_[mention];
    return group == kNone ? std::nullopt : std::optional(group);
  }

 private:
  std::vector<std::size_t> group_of_;
};

}  // namespace rawabit
