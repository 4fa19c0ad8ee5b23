#include "resolve/across_articles.h"

namespace rawabit {

Clusters resolve_across(const AcrossInput& input, const KnownNames& known,
                        const std::vector<Verdict>& verdicts) {
  Clusters clusters(input.entities.size());
  apply_verdicts(verdicts, input, known, clusters);
  join_by_gazetteer(input, known, clusters);
  join_by_wording(input, known, clusters);
  join_organizations(input, known, clusters);
  join_persons(input, known, clusters);
  join_meetings(input, known, clusters);
  return clusters;
}

}  // namespace rawabit
