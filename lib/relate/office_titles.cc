#include "relate/office_titles.h"

#include <algorithm>

#include "tokens/clitics.h"

namespace rawabit {
namespace {

/// Attribute of offices that, with a field behind them, are those of a body: the vice president for
/// finance.
constexpr const char* kOfBodyWithField = "of_body";

}  // namespace

OfficeTitles::OfficeTitles(const Parse& parse, const Lexicon& lexicon)
    : parse_(parse),
      lexicon_(lexicon),
      office_(lexicon.class_named("OFFICE")),
      minister_(lexicon.class_named("MINISTER")),
      minister_def_(lexicon.class_named("MINISTER_DEF")),
      portfolio_(lexicon.class_named("PORTFOLIO")),
      demonym_(lexicon.class_named("DEMONYM")) {}

bool OfficeTitles::is_office(const FoundMention& title) const {
  return std::ranges::any_of(parse_.matches_at(title.first), [&](const LexiconMatch& match) {
    const auto& attributes = lexicon_.entries()[match.entry].attributes;
    if (match.last < title.last && attributes.contains(kOfBodyWithField)) return false;
    if (match.cls == office_ || match.cls == minister_) return true;
    // "The Omani minister for", not "the minister" alone.
    if (match.cls == minister_def_ && match.last < title.last &&
        parse_.has_class_at(match.last, demonym_)) {
      return true;
    }
    return attributes.contains("office");
  });
}

std::vector<std::string> OfficeTitles::field_of(const FoundMention& title) const {
  std::vector<std::string> words;
  for (const LexiconMatch& match : parse_.matches_from(title.first, title.last)) {
    if (match.cls != portfolio_ || match.last > title.last) continue;
    for (std::uint32_t t = match.first; t < match.last; ++t) {
      const std::string_view form = parse_.text->form(parse_.text->tokens[t]);
      words.push_back(t == match.first ? reading_form(form, match.proclitics) : std::string(form));
    }
    break;
  }
  return words;
}

}  // namespace rawabit
