// Proposals as a file that a person marks, and the accepted ones as a gazetteer of the user's own.
//
//   mark  kind  class  form  articles  uses  sentence
//   +     body  ORG    ...   12        30    ...
//
// Tab-separated, one proposal a line; a + in the first column accepts it. Class and form may be
// changed before. accept() writes them into a directory that --gazetteers reads: a list a class,
// named after it, and the manifest. What stands there already stays as it is and is not written
// twice.
//
// Refused, with file and line: a wrong number of columns, a mark that is neither + nor empty, an
// unknown kind, a class that is none, an empty form; a directory that cannot be written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "suggest.h"

namespace rawabit {

[[nodiscard]] std::string proposal_header();
/// With its line break.
[[nodiscard]] std::string proposal_line(const Proposal& proposal);

struct Accepted {
  std::size_t added = 0;
  std::size_t known = 0;  ///< stood there already
};

[[nodiscard]] Result<Accepted> accept(const std::string& proposals, const std::string& directory);

}  // namespace rawabit
