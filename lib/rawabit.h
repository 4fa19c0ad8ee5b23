// The library as a whole, for programs that link to it. Each part tells in its own header what it
// takes, gives and refuses.
//
//   find_package(rawabit REQUIRED)                      # CMakeLists.txt
//   target_link_libraries(mine PRIVATE rawabit::rawabit)
//
//   #include <rawabit.h>
//   Result<Pipeline> pipeline = Pipeline::load({.gazetteers = {"gazetteers"}, .rules = {"rules"}});
//   Result<Annotation> annotation = pipeline->annotate({.id = "a", .path = "a.txt", .bytes =
//   text}); std::string line = to_json_line(*annotation);
//
// An article is annotated (pipeline.h); many are read into a graph (extract.h, load.h, store/),
// which is asked (query/) and drawn (render/). The library neither prints nor exits: whatever
// depends on bytes from outside returns a Result.
#pragma once

#include "base/result.h"            // IWYU pragma: export
#include "check.h"                  // IWYU pragma: export
#include "extract.h"                // IWYU pragma: export
#include "load.h"                   // IWYU pragma: export
#include "model/annotation.h"       // IWYU pragma: export
#include "model/annotation_json.h"  // IWYU pragma: export
#include "model/article.h"          // IWYU pragma: export
#include "pipeline.h"               // IWYU pragma: export
#include "query/ask.h"              // IWYU pragma: export
#include "query/path.h"             // IWYU pragma: export
#include "read/inputs.h"            // IWYU pragma: export
#include "render/dot.h"             // IWYU pragma: export
#include "render/picture.h"         // IWYU pragma: export
#include "store/digest.h"           // IWYU pragma: export
#include "store/store.h"            // IWYU pragma: export
