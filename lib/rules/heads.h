// What the words in and around a node tell the rules of it, beside what it was made as.
//
// Takes a stretch that becomes a node; gives the classes of heads (kHeadSuffix, class_table.h) that
// its first word has, those of the body with which it ends ("the rector of the university"), and
// its place in the topic of a gazetteer that it is a part of ("the war in Gaza"), so that a place
// which was found first takes no topic away.
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

/// Adds the class of topics, with the place that the tokens have in a longer one.
void add_topics_beyond(const Parse& parse, std::pair<std::uint32_t, std::uint32_t> tokens,
                       const Proclitics& proclitics, const ClassTable& classes,
                       std::vector<MarkedClass>& out);

}  // namespace rawabit
