// The search for a rule's matches, with all that saves searches, against RE2 over the same class
// strings.
#include <re2/re2.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <random>

#include "rules/automaton.h"
#include "rules/bound_pattern.h"
#include "rules/cascade.h"
#include "rules/gate.h"
#include "rules/openings.h"
#include "rules/program.h"
#include "rules/seed_rows.h"
#include "rules/speller.h"

namespace rawabit {
namespace {

namespace fs = std::filesystem;

constexpr char32_t kFirstLetter = 0x4E00;  // no surrogate for the next 20,000 letters
constexpr std::size_t kLetterBytes = 3;

std::string utf8(Letter letter) {
  const char32_t c = kFirstLetter + letter;
  return {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
          static_cast<char>(0x80 | (c & 0x3F))};
}

/// An atom as RE2 writes it: all letters that satisfy it.
std::string character_class(const Letters& letters, std::size_t atom) {
  std::string out;
  for (Letter letter = 0; letter < letters.size(); ++letter) {
    if (letters.has(letter, atom)) out += utf8(letter);
  }
  return out.empty() ? "[\\x01]" : "[" + out + "]";
}

std::string expression(const BoundPattern& node, const Letters& letters) {
  std::string out;
  switch (node.kind) {
    case BoundPattern::Kind::begin:
      return "^";
    case BoundPattern::Kind::end:
      return "$";
    case BoundPattern::Kind::atom:
      out = character_class(letters, node.atom);
      break;
    default:
      out = node.capture ? "(" : "(?:";
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        if (i > 0 && node.kind == BoundPattern::Kind::alternation) out += '|';
        out += expression(node.children[i], letters);
      }
      out += ')';
  }
  if (node.min == 1 && node.max == 1) return out;
  out += '{' + std::to_string(node.min) + ',';
  if (node.max >= 0) out += std::to_string(node.max);
  return out + (node.lazy ? "}?" : "}");
}

using Groups = std::vector<std::pair<std::size_t, std::size_t>>;

/// A sentence: the kinds of its nodes, and how a rule's alphabet spells them.
struct Row {
  std::vector<KindId> kinds;
  std::vector<Letter> letters;
};

/// A rule in both ways of matching it.
struct BothWays {
  BothWays(const PatternNode& pattern, const ClassTable& classes, Alphabet& alphabet)
      : captures(capture_names(pattern).size()),
        bound(*bind_pattern(pattern, classes, alphabet)),
        program(*Program::compile(bound, captures)) {
    needs = *gate.add_rule(bound, alphabet.atoms());
    openings.add_rule(program);
  }

  [[nodiscard]] Groups by_re2(const Row& row, const Letters& letters, std::size_t from) {
    if (!re2 || letters_of_re2 != letters.size()) {
      RE2::Options options;
      options.set_max_mem(64 << 20);
      re2 = std::make_unique<RE2>(expression(bound, letters), options);
      letters_of_re2 = letters.size();
    }
    REQUIRE(re2->ok());
    std::string text;
    for (const Letter letter : row.letters) text += utf8(letter);
    std::vector<re2::StringPiece> found(captures + 1);
    Groups groups;
    if (!re2->Match(text, from * kLetterBytes, text.size(), RE2::UNANCHORED, found.data(),
                    static_cast<int>(found.size()))) {
      return groups;
    }
    for (const auto& piece : found) {
      if (piece.data() == nullptr || (!groups.empty() && piece.empty())) {
        groups.emplace_back(0, 0);  // for a rule, an empty capture is none
        continue;
      }
      const auto at = static_cast<std::size_t>(piece.data() - text.data()) / kLetterBytes;
      groups.emplace_back(at, at + piece.size() / kLetterBytes);
    }
    return groups;
  }

  [[nodiscard]] Groups by_search(const Row& row, const Letters& letters, const NodeKinds& all,
                                 std::size_t from) {
    Gate::Mask served{};
    for (const KindId kind : row.kinds) {
      const Gate::Mask more = gate.mask_of(all, kind);
      for (std::size_t w = 0; w < served.size(); ++w) served[w] |= more[w];
    }
    Groups groups;
    if (!needs.may_match(served)) return groups;
    if (!automaton) automaton = std::make_unique<Automaton>(program, letters);
    if (!begins) begins = std::make_unique<LetterOpenings>(openings, letters);
    begins->find(row.letters, {1});
    const auto next_start = [&](std::size_t at) {
      for (const std::uint32_t place : begins->places()) {
        if (place < at || !begins->may_begin(place, 0)) continue;
        if (automaton->match_from(row.letters, place) != Automaton::Verdict::no)
          return std::size_t{place};
      }
      return row.letters.size();
    };
    if (begins->rules()[0] == 0) return groups;
    if (!search.run(program, row.letters, letters, from, next_start)) return groups;
    for (std::size_t g = 0; g <= captures; ++g) {
      const auto [first, last] = search.group(g);
      const bool stands = g == 0 || (first < last && last != Search::kNone);
      groups.emplace_back(stands ? first : 0, stands ? last : 0);
    }
    return groups;
  }

  std::size_t captures;
  BoundPattern bound;
  Program program;
  Gate gate;
  Gate::Needs needs;
  Openings openings;
  std::unique_ptr<LetterOpenings> begins;
  std::unique_ptr<Automaton> automaton;
  Search search;
  std::unique_ptr<RE2> re2;
  std::size_t letters_of_re2 = 0;
};

/// All matches in the row, one after another; how many there were.
std::size_t compare_row(BothWays& rule, const Row& row, const Letters& letters,
                        const NodeKinds& all) {
  std::size_t matches = 0;
  for (std::size_t from = 0; from < row.letters.size();) {
    const Groups expected = rule.by_re2(row, letters, from);
    const Groups found = rule.by_search(row, letters, all, from);
    CHECK(found == expected);
    if (expected.empty() || found != expected) break;
    ++matches;
    from = std::max(expected.front().second, expected.front().first + 1);
  }
  return matches;
}

/// The letter in the only phase of the kinds.
Letter spell(Speller& speller, NodeKinds& kinds, KindId kind) {
  const Letter letter = speller.spell(kinds, kind, 0);
  CHECK(kinds.letter(kind, 0) == letter);
  return letter;
}

/// Writes random patterns over the classes C0 to C5.
class PatternWriter {
 public:
  explicit PatternWriter(std::mt19937& random) : random_(random) {}

  std::string write(int depth) {
    std::string out;
    const int parts = 1 + pick(3);
    for (int i = 0; i < parts; ++i) out += item(depth) + ' ';
    if (depth > 0 && pick(3) == 0) out += "| " + write(depth - 1);
    return out;
  }

 private:
  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  std::string item(int depth) {
    static constexpr const char* kCounts[] = {"",   "",   "",   "?",     "*",     "+",
                                              "??", "*?", "+?", "{0,2}", "{2,3}", "{1,2}?"};
    static constexpr const char* kPrefixes[] = {"", "", "w?+", "b+", "*+"};
    const int kind = pick(12);
    if (kind == 0) return "^";
    if (kind == 1) return "$";
    std::string out;
    if (depth > 0 && kind < 6) {
      out = "(" + write(depth - 1) + ")";
      if (kind < 4) out = "@c" + std::to_string(pick(3)) + ":" + out;
    } else if (kind == 6) {
      out = ".";
    } else if (kind == 7) {
      out = "!C" + std::to_string(pick(6));
    } else {
      out = kPrefixes[pick(5)] + ("C" + std::to_string(pick(6)));
    }
    return out + kCounts[pick(12)];
  }

  std::mt19937& random_;
};

/// A lexicon without words.
Lexicon empty_lexicon() {
  const fs::path directory = fs::temp_directory_path() / "rawabit_engine_equivalence";
  fs::create_directories(directory);
  std::ofstream(directory / "lists.tsv") << "# no lists\n";
  auto lexicon = Lexicon::load({directory.string()});
  fs::remove_all(directory);
  REQUIRE(lexicon.ok());
  return std::move(*lexicon);
}

KindDraft random_draft(std::mt19937& random, const std::vector<ClassId>& classes) {
  KindDraft draft;
  const auto readings = 1 + random() % 2;
  for (std::size_t r = 0; r < readings; ++r) {
    NodeReading reading{{}, static_cast<std::uint32_t>(draft.classes.size()), 0};
    if (random() % 3 == 0) reading.proclitics.conjunction = Conjunction::waw;
    if (random() % 3 == 0) reading.proclitics.preposition = Preposition::beh;
    for (const ClassId cls : classes) {
      if (random() % 3 == 0) draft.classes.push_back(marked(cls, static_cast<Mark>(random() % 4)));
    }
    reading.last_class = static_cast<std::uint32_t>(draft.classes.size());
    draft.readings.push_back(reading);
  }
  return draft;
}

}  // namespace

TEST_CASE("the search finds in random class strings what RE2 finds") {
  std::mt19937 random(20240229);
  const Lexicon lexicon = empty_lexicon();
  ClassTable classes(lexicon);
  std::vector<ClassId> ids;
  for (int i = 0; i < 6; ++i) ids.push_back(classes.declare("C" + std::to_string(i)));
  NodeKinds kinds(1);
  PatternWriter writer(random);
  std::size_t matches = 0;
  for (int round = 0; round < 1500; ++round) {
    const std::string text = writer.write(2);
    CAPTURE(text);
    const auto pattern = parse_pattern(text, {});
    REQUIRE(pattern.ok());
    Alphabet alphabet;
    BothWays rule(*pattern, classes, alphabet);
    Letters letters(alphabet);
    const Alphabets alphabets(std::vector<const Alphabet*>{&alphabet});
    Speller speller(alphabets, {&letters});
    std::vector<Row> rows(6);
    for (Row& row : rows) {
      const bool is_long = &row == &rows.back();  // longer than an automaton reads
      for (std::size_t i = is_long ? 80U : random() % 12; i > 0; --i) {
        row.kinds.push_back(kinds.intern(random_draft(random, ids)));
        row.letters.push_back(spell(speller, kinds, row.kinds.back()));
        CHECK(letters.letter(kinds, row.kinds.back()) == row.letters.back());
      }
    }
    for (const Row& row : rows) matches += compare_row(rule, row, letters, kinds);
  }
  CHECK(matches > 3000);
}

TEST_CASE("the search finds in the seed articles what RE2 finds, by every rule") {
  const Grammar grammar;
  const auto& cascade = grammar.cascade;
  NodeKinds kinds(1);
  std::vector<Row> rows;
  for_seeds(grammar, kinds, [&](const Parse& parse) {
    for (const auto& nodes : parse.rows) {
      rows.emplace_back();
      for (const std::uint32_t node : nodes) rows.back().kinds.push_back(parse.nodes[node].kind);
    }
  });
  REQUIRE(rows.size() > 20);
  std::size_t matches = 0;
  for (const auto& step : cascade->steps()) {
    for (const Rule& rule : step.rules) {
      CAPTURE(rule.name);
      Alphabet alphabet;
      BothWays both(rule.pattern, cascade->classes(), alphabet);
      Letters letters(alphabet);
      const Alphabets alphabets(std::vector<const Alphabet*>{&alphabet});
      Speller speller(alphabets, {&letters});
      for (Row& row : rows) {
        row.letters.clear();
        for (const KindId kind : row.kinds) row.letters.push_back(spell(speller, kinds, kind));
      }
      for (const Row& row : rows) matches += compare_row(both, row, letters, kinds);
    }
  }
  CHECK(matches > 100);
}

TEST_CASE("a pattern that would be too large is refused") {
  const Lexicon lexicon = empty_lexicon();
  const ClassTable classes(lexicon);
  const struct {
    const char* text;
    bool fits;
  } rows[] = {{"WORD{0,100}", true},
              {"((WORD{1,10}){1,10}){1,10}", true},
              {"((WORD{1,100}){1,100}){1,100}", false},
              {"((((WORD+)+)+)+)+", true}};
  for (const auto& row : rows) {
    CAPTURE(row.text);
    Alphabet alphabet;
    const auto pattern = bind_pattern(*parse_pattern(row.text, {}), classes, alphabet);
    REQUIRE(pattern.ok());
    CHECK(Program::compile(*pattern, 0).ok() == row.fits);
  }
}

}  // namespace rawabit
