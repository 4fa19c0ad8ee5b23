// Which titles are offices of state, and for which field.
//
//   OfficeTitles offices(parse, lexicon);
//   offices.is_office(title)     "minister of health", "the king"; not "the director"
//   offices.field_of(title)      the words of "health"; empty where it names no field
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

class OfficeTitles {
 public:
  /// Both must outlive it.
  OfficeTitles(const Parse& parse, const Lexicon& lexicon);

  [[nodiscard]] bool is_office(const FoundMention& title) const;
  /// The folded words of the field that stands in the mention; empty where none does.
  [[nodiscard]] std::vector<std::string> field_of(const FoundMention& title) const;

 private:
  const Parse& parse_;
  const Lexicon& lexicon_;
  ClassId office_, minister_, minister_def_, portfolio_, demonym_;
};

}  // namespace rawabit
