// Stands in for centrality_igraph.cc in a build without igraph.
#include "measure/measures.h"

namespace rawabit {

Result<Centrality> centrality_of(const TieGraph& /*graph*/) {
  return Error{Error::Kind::data,
               "this program was built without igraph, which measures graphs: install "
               "libigraph-dev and build again"};
}

}  // namespace rawabit
