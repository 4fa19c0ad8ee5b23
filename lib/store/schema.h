// schema.sql, as the build put it into the program.
#pragma once

#include <cstdint>
#include <string_view>

namespace rawabit {

/// What PRAGMA application_id and user_version of a database of ours say.
inline constexpr std::int64_t kApplicationId = 0x52775462;
inline constexpr std::int64_t kSchemaVersion = 4;

[[nodiscard]] std::string_view schema_sql();

}  // namespace rawabit
