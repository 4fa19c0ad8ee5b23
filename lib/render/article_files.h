// One annotated article in the formats of annotation tools.
//
//   const BratFiles files = to_brat(annotation);    // NAME.txt and NAME.ann for brat
//   write(to_conll(annotation));                    // token, tab, BIO tag; a blank line ends a
//   sentence
//
// Brat counts code points of the text. Where mentions lie in one another, CoNLL has the longest; a
// proclitic before a mention is a token of its own. Mentions of a title are labelled by its kind.
// An annotation without its text and sentences gives nothing to write: empty results.
#pragma once

#include <string>

#include "model/annotation.h"

namespace rawabit {

struct BratFiles {
  std::string text;
  std::string annotations;
};

[[nodiscard]] BratFiles to_brat(const Annotation& annotation);
[[nodiscard]] std::string to_article_page(const Annotation& annotation);
[[nodiscard]] std::string to_conll(const Annotation& annotation);

}  // namespace rawabit
