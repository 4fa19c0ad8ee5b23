// What nodes keep of their classes, and the letters that are remembered for them.
#include "rules/node_kinds.h"

#include <catch2/catch.hpp>

namespace rawabit {
namespace {

/// One reading with these classes.
KindDraft draft_of(const std::vector<MarkedClass>& classes) {
  KindDraft draft;
  draft.classes = classes;
  draft.readings.push_back({{}, 0, static_cast<std::uint32_t>(classes.size())});
  return draft;
}

std::vector<MarkedClass> classes_of(const NodeKinds& kinds, KindId kind) {
  const auto classes = kinds.classes(kinds.readings(kind).front());
  return {classes.begin(), classes.end()};
}

}  // namespace

TEST_CASE("a kind has its classes in order, each once") {
  NodeKinds kinds(1);
  const KindId kind = kinds.intern(draft_of({7, 3, 9, 3}));
  CHECK(classes_of(kinds, kind) == std::vector<MarkedClass>{3, 7, 9});
  CHECK(kinds.has_class(kinds.readings(kind).front(), 9));
  CHECK_FALSE(kinds.has_class(kinds.readings(kind).front(), 8));
  CHECK(kinds.intern(draft_of({9, 3, 3, 7})) == kind);
}

TEST_CASE("nodes that differ in classes that nobody asks for are of one kind") {
  const WantedClasses wanted = {0, 0, 0, 1, 0, 0, 0, 1};
  NodeKinds kinds(1, &wanted);
  const KindId kind = kinds.intern(draft_of({7, 4, 3, 100}));
  CHECK(classes_of(kinds, kind) == std::vector<MarkedClass>{3, 7});
  CHECK(kinds.intern(draft_of({3, 5, 7})) == kind);
  CHECK(kinds.intern(draft_of({3})) != kind);
  kinds.clear();
  CHECK(classes_of(kinds, kinds.intern(draft_of({4, 3}))) == std::vector<MarkedClass>{3});
}

TEST_CASE("a letter is remembered where it is small enough") {
  NodeKinds kinds(2);
  const KindId kind = kinds.intern(draft_of({1}));
  CHECK(kinds.letter(kind, 0) == kNoLetter);
  kinds.set_letter(kind, 0, 65534);
  kinds.set_letter(kind, 1, 65535);
  CHECK(kinds.letter(kind, 0) == 65534);
  CHECK(kinds.letter(kind, 1) == kNoLetter);
}

}  // namespace rawabit
