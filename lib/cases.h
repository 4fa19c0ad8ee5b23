// Do whole articles still give what their cases say? (case_file.h)
//
//   const CaseResult result = run_case(pipeline, *read_case("tests/cases/a.case"));
//   if (!result->difference.changes.empty()) ...
//
// A case is as expected when every fact of `expect` and of `wrong` is found, none of `missing`, and
// nothing else: a known gap that is closed and a known error that is gone are differences too, so
// that the case stays true. with_findings() is the case as it then has to read.
#pragma once

#include <string>

#include "base/result.h"
#include "case_file.h"
#include "compare/difference.h"
#include "evaluate/documents.h"
#include "pipeline.h"

namespace rawabit {

struct CaseResult {
  /// `before` is what the case says that is found, `after` what is found.
  ArticleDifference difference;
  Annotation annotation;
  ArticleFacts found;  ///< of the annotation
  FactPairs pairs;     ///< the facts of the case with those that were found
};

[[nodiscard]] Result<CaseResult> run_case(const Pipeline& pipeline, const ArticleCase& given);

/// The case with each fact in the section where it now belongs. What nobody expected goes to
/// `wrong`: only a person can say that it is true.
[[nodiscard]] std::string with_findings(const ArticleCase& given, const CaseResult& result);

/// What is true by the case, found or not.
[[nodiscard]] ScoreDocument gold_of(const ArticleCase& given);

}  // namespace rawabit
