// The field that a body works on, said in its name in words that no list knows: "the centre for
// oceans and fishing", "the Arab fund for economic and social growth".
//
// Takes the node of a body; gives the tokens of its field, without proclitics: those that begin
// with lam, or right behind the head with a word such as "studies" (FIELD_BEGIN_WORD), or are a
// noun and its adjective right behind a head of FIELD_NEXT_HEAD ("department of clinical
// medicine"), and are of the classes that the rules define for it (FIELD_OF_BODY, FIELD_BEGIN,
// FIELD_ADJ_OF_BODY, FIELD_NISBA_OF_BODY). Nothing where another body or a country comes first, for
// it is theirs.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/class_table.h"
#include "rules/parse.h"

namespace rawabit {

struct OpenField {
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  Proclitics proclitics;  ///< of the first token
};

class OpenFields {
 public:
  OpenFields(const Parse& parse, const ClassTable& classes);
  [[nodiscard]] std::optional<OpenField> in_name(std::uint32_t node) const;

 private:
  void collect(std::uint32_t node, std::vector<std::uint32_t>& out) const;
  [[nodiscard]] std::optional<Proclitics> read_as(std::uint32_t node, ClassId cls, bool lam) const;
  [[nodiscard]] bool begins_with_lam(std::uint32_t token) const;
  [[nodiscard]] bool goes_on(std::uint32_t node) const;
  [[nodiscard]] std::optional<OpenField> next_to_head(
      std::uint32_t node, const std::vector<std::uint32_t>& words) const;

  const Parse& parse_;
  ClassId noun_, begin_, begin_word_, adjective_, plain_noun_, nisba_, next_head_;
};

}  // namespace rawabit
