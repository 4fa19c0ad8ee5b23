// A long sentence cut down to what stands around a name.
//
//   excerpt("one two three four five", "three", 11)  ->  "… three four …"
//
// Takes UTF-8; cuts between words only. `room` is in code points, without the dots. Where `part`
// does not occur, the beginning of the text is kept.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rawabit {

[[nodiscard]] std::string excerpt(std::string_view text, std::string_view part, std::size_t room);

}  // namespace rawabit
