#include "extract/complete.h"

#include "resolve/across_known.h"
#include "store/resolve_graph.h"

namespace rawabit {

Status complete_graph(Store& store, const Lexicon& lexicon) {
  const Result<bool> resolved = store.is_resolved();
  if (!resolved) return resolved.error();
  if (!*resolved) {
    if (const Status done = resolve_graph(store, known_names(lexicon)); !done) return done;
  }
  if (const Status made = store.make_indexes(); !made) return made;
  return store.finish_writing();
}

}  // namespace rawabit
