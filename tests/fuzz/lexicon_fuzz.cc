// Loading any list and matching any text with it: refused with file and line, or matches in order.
//
// The input is a byte for the kind of list, the list, a NUL and a text.
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "expect.h"
#include "lexicon/lexicon.h"

namespace {

/// A directory whose manifest names one list, l.tsv.
std::string directory_for(std::uint8_t kind) {
  constexpr std::array<std::string_view, 4> kKinds = {"words\tA\t-\tas-is", "words\tA\t-\tall",
                                                      "entities\tA\tcity\tboth", "shapes\t-\t-\t-"};
  const auto which = kind % kKinds.size();
  const std::filesystem::path directory =
      std::filesystem::temp_directory_path() /
      ("rawabit_fuzz_" + std::to_string(getpid()) + "_" + std::to_string(which));
  if (std::filesystem::create_directories(directory)) {
    std::ofstream(directory / "lists.tsv") << "l.tsv\t" << kKinds[which] << "\tar\ts\tl\td\n";
  }
  return directory.string();
}

void check_matches(const rawabit::Lexicon& lexicon, std::string_view text) {
  const rawabit::TokenizedText tokens = rawabit::tokenize(text);
  std::vector<std::uint32_t> free_from(lexicon.class_names().size(), 0);
  for (const rawabit::TokenRange& sentence : tokens.sentences) {
    std::vector<rawabit::LexiconMatch> matches;
    lexicon.match(tokens, sentence, matches);
    std::uint32_t first = sentence.first;
    for (const rawabit::LexiconMatch& match : matches) {
      expect(match.first >= first, "matches are ordered by their first token");
      first = match.first;
      expect(match.first < match.last && match.last <= sentence.last, "a match is inside");
      expect(match.first >= free_from[match.cls], "matches of a class do not overlap");
      free_from[match.cls] = match.last;
      expect(match.entry < lexicon.entries().size(), "a match is of an entry");
    }
  }
  for (const rawabit::Token& token : tokens.tokens) {
    for (const rawabit::ClassId cls : lexicon.shapes(tokens.form(token))) {
      expect(cls < lexicon.class_names().size(), "a shape is of a class");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view input = text_of(data + 1, size - 1);
  const std::size_t end = input.find('\0');
  const std::string_view list = input.substr(0, end);
  const std::string directory = directory_for(data[0]);
  std::ofstream(directory + "/l.tsv", std::ios::binary) << list;

  const auto lexicon = rawabit::Lexicon::load({directory});
  if (!lexicon) {
    expect(!lexicon.error().message.empty() && lexicon.error().line > 0, "a refusal has its line");
    return 0;
  }
  check_matches(*lexicon, end == std::string_view::npos ? list : input.substr(end + 1));
  return 0;
}
