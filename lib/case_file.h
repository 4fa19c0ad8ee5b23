// A case: an article with what is true of it by the ontology, written by a person.
//
//   # A minister receives a colleague.
//   date 2016-04-12                     where the publication date is known
//   encoding windows-1256               where the article is not read as UTF-8
//
//   article
//     The headline
//
//     The text, two spaces before each line.
//
//   expect
//     person FULL NAME | ANOTHER FORM
//     position WORDS
//     FULL NAME has_title WORDS
//     FULL NAME participated_in MEETING (planned)
//   missing
//     ...                               true, and not found yet
//   wrong
//     ...                               found, and not true
//
// A fact is one line: an entity, which is its type (of a title its kind: rank, honorific, position)
// and its forms, or a relation between two entities by their first forms. Where two entities share
// that form, the relation says which by the type: `city X`; the second of one type and form is
// called `X #2`. Lines that start with # in a section belong to the fact after them.
//
// Refused, with file and line: an unknown heading, section, type or predicate; an entity that
// stands twice; a relation between entities that the case does not have, or may not have; no
// article.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "compare/facts.h"
#include "model/article.h"

namespace rawabit {

enum class CaseSection : std::uint8_t { expect, missing, wrong };
inline constexpr std::array<std::string_view, 3> kCaseSectionNames = {"expect", "missing", "wrong"};

/// What a line of a section says beside the fact itself.
struct CaseLine {
  CaseSection section = CaseSection::expect;
  std::string text;     ///< the line without its indent
  std::string remarks;  ///< the lines of comment before it, with their line breaks
  int number = 0;       ///< of the line, from 1
};

struct ArticleCase {
  std::string file;
  std::string head;                      ///< all lines before the first section, as they are
  RawDocument document;                  ///< in the encoding that the case says
  ArticleFacts facts;                    ///< of all sections
  std::vector<CaseLine> entity_lines;    ///< of facts.entities
  std::vector<CaseLine> relation_lines;  ///< of facts.relations
};

[[nodiscard]] Result<ArticleCase> parse_case(std::string_view text, const std::string& file);
[[nodiscard]] Result<ArticleCase> read_case(const std::string& file);

}  // namespace rawabit
