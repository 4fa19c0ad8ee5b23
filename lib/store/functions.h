// The SQL functions of rawabit, known to every connection that it opens:
//
//   fold(text)        one spelling for the many ways to write a word
//   name_key(text)    what names are compared by: fold, no article, no punctuation
//   same_name(a, b)   1 when both have one name_key
//
// NULL gives NULL. All are deterministic.
#pragma once

#include "base/result.h"
#include "store/sqlite.h"

namespace rawabit {

Status register_functions(Database& db);

}  // namespace rawabit
