// Does a sentence make candidates of all the rules that it serves, and of few others?
#include "rules/row_masks.h"

#include <catch2/catch.hpp>
#include <utility>
#include <vector>

#include "rules/bound_pattern.h"
#include "rules/seed_rows.h"

namespace rawabit {

TEST_CASE("a rule that the seed articles' sentences serve is among their candidates") {
  const Grammar grammar;
  const auto& cascade = grammar.cascade;
  Gate gate;
  std::vector<std::pair<std::size_t, Gate::Needs>> rules;  // bits in a set of all
  for (const auto& step : cascade->steps()) {
    std::size_t bit = gate.start_phase() * 64;
    Alphabet alphabet;
    for (const Rule& rule : step.rules) {
      const auto bound = bind_pattern(rule.pattern, cascade->classes(), alphabet);
      REQUIRE(bound.ok());
      const auto needs = gate.add_rule(*bound, alphabet.atoms());
      REQUIRE(needs.ok());
      rules.emplace_back(bit++, *needs);
    }
  }
  gate.finish();
  NodeKinds kinds(1);
  RowMasks masks(gate);
  std::size_t served = 0;
  std::size_t candidates = 0;
  std::size_t asked = 0;
  for_seeds(grammar, kinds, [&](const Parse& parse) {
    masks.start_article(parse);
    for (std::size_t r = 0; r < parse.rows.size(); ++r) {
      const RowMasks::Row row = masks.of_row(parse, r);
      for (const auto& [bit, needs] : rules) {
        const bool is_candidate = (row.candidates[bit / 64] >> (bit % 64) & 1U) != 0;
        candidates += is_candidate ? 1 : 0;
        ++asked;
        if (!needs.may_match(row.served)) continue;
        ++served;
        if (!is_candidate) FAIL_CHECK("rule " << bit << " in row " << r);
      }
    }
  });
  CHECK(served > 1000);
  CHECK(candidates * 2 < asked);  // most rules are left out
}

}  // namespace rawabit
