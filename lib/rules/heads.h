// What the head of a body or of a post tells the rules of it.
//
// Takes a stretch that becomes a node; gives the classes of heads (kHeadSuffix, class_table.h) that
// its first word has, and those of the body with which it ends ("the rector of the university").
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "rules/class_table.h"
#include "rules/parse.h"

namespace rawabit {

/// Adds the classes that the word at the token has as a head.
void add_classes_of_head(const Parse& parse, std::uint32_t token, const ClassTable& classes,
                         std::vector<ClassId>& out);

/// Adds those of the body with which the tokens end.
void add_classes_of_last_body(const Parse& parse, std::size_t row,
                              std::pair<std::uint32_t, std::uint32_t> tokens,
                              const ClassTable& classes, std::vector<ClassId>& out);

}  // namespace rawabit
