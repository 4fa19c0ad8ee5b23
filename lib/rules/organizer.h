// Who organizes or hosts the meeting of which that was said last: "the conference is held in
// cooperation with".
//
// Takes a parse, and the token and the sentence before which it was said; gives the body, state or
// person, none where rules have told of no such meeting a few sentences back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/parse.h"

namespace rawabit {

inline constexpr std::string_view kOrganizer = "organizer";

[[nodiscard]] std::vector<std::uint32_t> organizer_before(const Parse& parse, std::uint32_t before,
                                                          std::size_t row);

}  // namespace rawabit
