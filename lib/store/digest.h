// The measure of "the same graph": one hexadecimal line for all that the graph says.
//
// Takes a database; gives 32 digits over its articles (name, title, date), entities, names, ids in
// other catalogues, mentions, edges, evidence, and the reasons of resolution across articles. An
// entity counts as the set of places where articles name it, so neither row numbers nor times nor
// the order of reading change the digest; nor do paths, the texts of the articles, or the rules of
// mentions, which annotations may lack. Each row gives a fingerprint (lib/base/fingerprint.h); the
// digest is the fingerprint of all of them in their order.
#pragma once

#include <string>

#include "base/result.h"
#include "store/store.h"

namespace rawabit {

[[nodiscard]] Result<std::string> digest(Store& store);

}  // namespace rawabit
