// What a rule means by a name that begins with '$': mentions that stand before its match.
//
//   $meeting, $person, ...   the last mention of that type
//   $other_country, ...      the last one of another gazetteer entity than $country
//   $both_countries          the two of which "both countries" is said: those of the title and
//                            first sentence, else the last two, or the last one and the next
//   $both_sides              the bodies, else the states, that the two who last met stand for:
//                            themselves, or whom they work for
//   $signers                 the same; where those two stand for nothing, they themselves
//   $pair                    the two bodies of which a dual within the match is said (pairs.h)
//   $met                     the two who last met: "and held with him a meeting"
//   $delegation              whose delegation the text spoke of last (delegation.h)
//   $employer                the bodies that the last person works for, as far as rules have said:
//                            whose cooperation it is when he says "our cooperation"
//   $his_employer            the same of the last person named within the match itself
//   $subject                 who acted last (subject.h)
//   $said                    the topics of the sentences before that tell of talks: what "that came
//                            during the visit" is said of
//   $visit                   the last visit or reception
//   $next_meeting            the next meeting, where a bare noun speaks of it ("the meeting"): the
//   only
//                            one that stands behind the match
//   $organizer               who organizes or hosts the meeting of which that was said last
//   $these                   the bodies that the last sentences describe: "these centres"
//
// Takes a parse and the token at which the match begins; gives mentions in the order of the text,
// none where nothing fits.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/class_table.h"
#include "rules/parse.h"

namespace rawabit {

inline constexpr std::string_view kEmployer = "employer";
inline constexpr std::string_view kHisEmployer = "$his_employer";

/// `name` without the '$'.
[[nodiscard]] bool is_reference(std::string_view name);

[[nodiscard]] std::vector<std::uint32_t> mentions_meant(const Parse& parse, std::string_view name,
                                                        std::uint32_t before, std::size_t row,
                                                        const ClassTable& classes);

}  // namespace rawabit
