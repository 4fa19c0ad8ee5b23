// One person whose name an article spells in two ways: "Stefan" and "Stafan de Mistura".
//
// Takes an article's parse; tells whether the names of two mentions, each of two words or more,
// have the same words but for one slip of the pen in one word of four letters or more. Where the
// gazetteers know both spellings as given names of the Arab world (Salman, Sulayman), they are two
// people. Tells also which names are the end of a longer one ("Cavusoglu").
#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/lexicon.h"
#include "rules/parse.h"

namespace rawabit {

class PersonComparison {
 public:
  PersonComparison(const Parse& parse, const Lexicon& lexicon);

  [[nodiscard]] bool are_one_misspelt(std::uint32_t a, std::uint32_t b) const;
  /// Is it the end of a longer name: one that begins with a particle ("bin Daghr", "ould X"), or
  /// the last words of another name of the article and no given name first, or one given name?
  [[nodiscard]] bool is_end(std::uint32_t m) const;
  /// Is a name of one word all of the name? What follows it might go on with it: a word with the
  /// article, a particle of names.
  [[nodiscard]] bool may_stand_alone(std::uint32_t m) const;

  /// Does a title stand before it that goes with given names ("King Fahd")?
  [[nodiscard]] bool is_called_by_given(std::uint32_t m) const;

 private:
  [[nodiscard]] bool begins_with_particle(std::uint32_t m) const;
  [[nodiscard]] bool ends_a_longer(std::uint32_t m) const;
  [[nodiscard]] bool is_one_given(const FoundMention& name) const;
  [[nodiscard]] bool is_statesman(const FoundMention& name) const;
  [[nodiscard]] bool ends_another(std::uint32_t token, const FoundMention& whole) const;
  [[nodiscard]] std::string_view form(std::uint32_t token) const;
  /// A given name of the Arab world.
  [[nodiscard]] bool is_given(std::uint32_t token) const;
  /// Two tokens, the same word but for one letter.
  [[nodiscard]] bool differ_by_a_slip(std::uint32_t a, std::uint32_t b) const;

  const Parse& parse_;
  const Lexicon& lexicon_;
  ClassId given_, weak_, foreign_, particle_, statesman_, called_by_given_;
};

}  // namespace rawabit
