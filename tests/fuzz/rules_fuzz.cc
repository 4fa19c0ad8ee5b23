// Any rule file: refused with file and line, or a cascade that reads any text the same way twice.
//
// The input is a byte for the mode, the rule file, a NUL and a text; without a NUL the rules read
// a text of their own words.
#include <array>
#include <tuple>

#include "expect.h"
#include "rules/cascade.h"
#include "rules/rule_file.h"
#include "tokens/tokens.h"
#include "workplace.h"

namespace {

constexpr std::array<std::string_view, 4> kModes = {"chunk", "repeat", "relate", "define"};

constexpr std::string_view kLists =
    "a.tsv\twords\tRANK\t-\tas-is\ten\ts\tl\td\n"
    "b.tsv\twords\tNAME\t-\tboth\ten\ts\tl\td\n"
    "c.tsv\tentities\tCITY\tcity\tas-is\ten\ts\tl\td\n";

/// A few words of classes that the rules can speak of.
const rawabit::Lexicon& lexicon(const Workplace& place) {
  static const auto loaded = [&] {
    place.write("lists.tsv", kLists);
    place.write("a.tsv", "major|general\t-\nmajor general\t-\n");
    place.write("b.tsv", "smith\t-\njones of york\t-\n");
    place.write("c.tsv", "x:york\tYork\tyork|new york\t-\n");
    return rawabit::Lexicon::load({place.path()});
  }();
  expect(loaded.ok(), "the lists load");
  return *loaded;
}

void expect_placed(const rawabit::Error& error, std::string_view file) {
  expect(error.kind == rawabit::Error::Kind::data, "an error is one of the data");
  expect(!error.message.empty() && error.file.ends_with(file), "an error names its file");
  expect(error.line > 0, "an error has its line");
}

/// What was found, in few words.
using Findings = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::string>>;

Findings run(rawabit::Cascade::Worker& worker, const rawabit::Article& article,
             const rawabit::TokenizedText& text) {
  rawabit::Parse parse;
  worker.run(article, text, parse);
  Findings found;
  for (const rawabit::FoundMention& mention : parse.mentions) {
    expect(mention.first < mention.last && mention.last <= text.tokens.size(),
           "a mention lies in the text");
    found.emplace_back(mention.first, mention.last, mention.rule);
  }
  for (const rawabit::FoundRelation& relation : parse.relations) {
    expect(relation.subject < parse.mentions.size() && relation.object < parse.mentions.size(),
           "the ends of a relation are mentions");
    found.emplace_back(relation.subject, relation.object, relation.rule);
  }
  for (const rawabit::FoundSame& same : parse.sames) {
    expect(same.first < parse.mentions.size() && same.second < parse.mentions.size(),
           "two that are the same are mentions");
  }
  return found;
}

void check_runs(const rawabit::Cascade& cascade, std::string_view words) {
  rawabit::Article article;
  article.text = words;
  const rawabit::TokenizedText text = rawabit::tokenize(words);
  rawabit::Cascade::Worker worker(cascade);
  const Findings found = run(worker, article, text);
  expect(run(worker, article, text) == found, "a worker finds the same again");
  rawabit::Cascade::Worker another(cascade);
  expect(run(another, article, text) == found, "another worker finds the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const Workplace place("rules");
  const rawabit::Lexicon& words = lexicon(place);
  const std::string_view input = text_of(data + 1, size - 1);
  const std::size_t end = input.find('\0');
  const std::string_view rules = input.substr(0, end);

  rawabit::PatternMacros macros;
  const auto parsed = rawabit::parse_rule_file(rules, "f.rules", macros);
  if (!parsed) expect_placed(parsed.error(), "f.rules");
  place.write("f.rules", rules);
  place.write("cascade.txt",
              "f.rules " + std::string(kModes[data[0] % kModes.size()]) + "\necho person\n");
  const auto cascade = rawabit::Cascade::load({place.path()}, words);
  if (!cascade) {
    if (!rules.empty()) expect_placed(cascade.error(), parsed ? "" : "f.rules");
    return 0;
  }
  expect(parsed.ok(), "what loads is well-formed");
  check_runs(*cascade, end == std::string_view::npos ? rules : input.substr(end + 1));
  return 0;
}
