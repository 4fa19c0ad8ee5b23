// When an article was published, by its own words.
//
// Takes an article, its tokens and the reader of dates; gives the ISO date of the record, or of a
// full date that stands alone on a line above the first paragraph or below the last one (beside it
// at most a place, an agency, a label); "" where there is none. The page's clock is boilerplate and
// never asked, nor is the file name.
// "03-02-2020" is read month first where the article tells of a day just before that, and day first
// would be earlier than what it tells of.
//
//   article.date = publication_date(article, tokens, dates);
#pragma once

#include <string>

#include "model/article.h"
#include "time/date_reader.h"
#include "tokens/tokens.h"

namespace rawabit {

[[nodiscard]] std::string publication_date(const Article& article, const TokenizedText& text,
                                           const DateReader& dates);

}  // namespace rawabit
