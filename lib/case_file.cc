#include "case_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "base/file.h"

namespace rawabit {
namespace {

constexpr std::string_view kIndent = "  ";
constexpr std::string_view kBlanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string> forms_in(std::string_view text) {
  std::vector<std::string> forms;
  while (true) {
    const std::size_t bar = text.find('|');
    forms.emplace_back(trimmed(text.substr(0, bar)));
    if (bar == std::string_view::npos) return forms;
    text.remove_prefix(bar + 1);
  }
}

/// Type and kind by a word such as "person" or "rank".
std::optional<std::pair<EntityType, TitleKind>> label_named(std::string_view word) {
  if (const auto kind = title_kind_named(word); kind && *kind != TitleKind::none) {
    return std::pair{EntityType::title, *kind};
  }
  if (const auto type = entity_type_named(word)) return std::pair{*type, TitleKind::none};
  return std::nullopt;
}

/// Splits "FIRST rest".
std::pair<std::string_view, std::string_view> first_word(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return {text, {}};
  return {text.substr(0, space), trimmed(text.substr(space))};
}

struct RelationWords {
  std::string_view subject, object;
  Predicate predicate = Predicate::has_title;
  Modality modality = Modality::asserted;
};

/// "X predicate Y", "X predicate Y (planned)"; nothing where no predicate stands between two names.
std::optional<RelationWords> relation_in(std::string_view line) {
  RelationWords words;
  for (const Modality modality : {Modality::negated, Modality::planned}) {
    const std::string mark = fmt::format(" ({})", name_of(modality));
    if (!line.ends_with(mark)) continue;
    words.modality = modality;
    line.remove_suffix(mark.size());
  }
  for (std::size_t i = 0; i < kPredicateNames.size(); ++i) {
    const std::string between = fmt::format(" {} ", kPredicateNames[i]);
    const std::size_t at = line.find(between);
    if (at == std::string_view::npos) continue;
    words.subject = trimmed(line.substr(0, at));
    words.object = trimmed(line.substr(at + between.size()));
    words.predicate = static_cast<Predicate>(i);
    return words;
  }
  return std::nullopt;
}

Result<std::string> encoded(const std::string& text, const std::string& encoding) {
  if (encoding.empty()) return text;
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(encoding.c_str(), &status);
  if (U_FAILURE(status)) {
    return Error{Error::Kind::data, fmt::format("expected an encoding, not '{}'", encoding)};
  }
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  std::string bytes(static_cast<std::size_t>(wide.length()) * 4 + 4, '\0');
  const std::int32_t size =
      ucnv_fromUChars(converter, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                      wide.getBuffer(), wide.length(), &status);
  ucnv_close(converter);
  if (U_FAILURE(status)) {
    return Error{Error::Kind::data,
                 fmt::format("the article has letters that {} does not have", encoding)};
  }
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

class CaseParser {
 public:
  explicit CaseParser(const std::string& file) { case_.file = file; }

  Result<ArticleCase> parse(std::string_view text) && {
    for (int number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (Status status = line(text.substr(0, end), number); !status) return status.error();
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    for (CaseLine& relation : relations_) {
      if (Status status = add_relation(std::move(relation)); !status) return status.error();
    }
    return finish();
  }

 private:
  [[nodiscard]] Error error(std::string message, int number) const {
    return {Error::Kind::data, std::move(message), case_.file, number};
  }

  Status line(std::string_view text, int number) {
    const auto section = std::ranges::find(kCaseSectionNames, trimmed(text));
    if (section != kCaseSectionNames.end() && !text.starts_with(' ')) {
      section_ = static_cast<CaseSection>(section - kCaseSectionNames.begin());
      return Done{};
    }
    if (section_) return section_line(text, number);
    case_.head += std::string(text) + "\n";
    if (in_article_) return article_line(text, number);
    return head_line(text, number);
  }

  Status head_line(std::string_view text, int number) {
    const auto [word, value] = first_word(trimmed(text));
    if (word.empty() || word.front() == '#') return Done{};
    if (word == "article" && value.empty()) {
      in_article_ = true;
    } else if (word == "date" && !value.empty()) {
      case_.document.date = value;
    } else if (word == "encoding" && !value.empty()) {
      encoding_ = value;
    } else {
      return error(fmt::format("expected date DAY, encoding NAME or article, not '{}'", text),
                   number);
    }
    return Done{};
  }

  Status article_line(std::string_view text, int number) {
    if (!trimmed(text).empty() && !text.starts_with(kIndent)) {
      return error("expected two spaces before a line of the article, or expect, missing, wrong",
                   number);
    }
    article_ += std::string(text.substr(std::min(text.size(), kIndent.size()))) + "\n";
    return Done{};
  }

  Status section_line(std::string_view text, int number) {
    const std::string_view fact = trimmed(text);
    if (fact.empty()) return Done{};
    if (fact.front() == '#') {
      remarks_ += std::string(text) + "\n";
      return Done{};
    }
    CaseLine line{*section_, std::string(fact), std::exchange(remarks_, {}), number};
    if (relation_in(fact)) {
      relations_.push_back(std::move(line));  // its ends may stand below it
      return Done{};
    }
    return add_entity(std::move(line));
  }

  Status add_entity(CaseLine line) {
    const auto [word, names] = first_word(line.text);
    const auto label = label_named(word);
    if (!label || *label == std::pair{EntityType::title, TitleKind::none} || names.empty()) {
      return error(
          fmt::format("expected TYPE NAME or NAME PREDICATE NAME, not '{}'; a type is "
                      "one of person rank honorific position {}",
                      line.text,
                      fmt::join(kEntityTypeNames.begin() + 2, kEntityTypeNames.end(), " ")),
          line.number);
    }
    EntityFact fact{label->first, label->second, {}, {}, forms_in(names), {}};
    fact.name = fact.forms.front();
    if (const std::size_t mark = fact.name.find(" #"); mark != std::string::npos) {
      fact.forms.front().resize(mark);
    }
    for (const EntityFact& other : case_.facts.entities) {
      if (other.label() == fact.label() && other.name == fact.name) {
        return error(fmt::format("{} {} stands in the case already", word, fact.name), line.number);
      }
    }
    case_.facts.entities.push_back(std::move(fact));
    case_.entity_lines.push_back(std::move(line));
    return Done{};
  }

  /// The entities that `words` may mean at that end of a relation.
  template <class May>
  std::vector<std::size_t> ends(std::string_view words, May may) const {
    std::vector<std::size_t> found;
    const auto [word, rest] = first_word(words);
    for (std::size_t i = 0; i < case_.facts.entities.size(); ++i) {
      const EntityFact& entity = case_.facts.entities[i];
      const bool by_name = entity.name == words;
      const bool by_label = entity.label() == word && entity.name == rest;
      if ((by_name || by_label) && may(entity.type)) found.push_back(i);
    }
    return found;
  }

  Result<std::size_t> the_one(const std::vector<std::size_t>& found, std::string_view words,
                              const CaseLine& line) const {
    if (found.size() == 1) return found.front();
    if (found.empty()) {
      return error(
          fmt::format("expected an entity of the case that may stand here, not '{}'", words),
          line.number);
    }
    return error(fmt::format("'{}' names several entities: expected its type before it", words),
                 line.number);
  }

  Status add_relation(CaseLine line) {
    const RelationWords words = *relation_in(line.text);
    const auto subject = the_one(
        ends(words.subject, [&](EntityType t) { return may_be_subject(words.predicate, t); }),
        words.subject, line);
    if (!subject) return subject.error();
    const auto object =
        the_one(ends(words.object, [&](EntityType t) { return may_be_object(words.predicate, t); }),
                words.object, line);
    if (!object) return object.error();
    case_.facts.relations.push_back({*subject, words.predicate, *object, words.modality, {}});
    case_.relation_lines.push_back(std::move(line));
    return Done{};
  }

  Result<ArticleCase> finish() {
    if (article_.empty()) return error("expected an article", 0);
    while (article_.ends_with("\n\n")) article_.pop_back();
    Result<std::string> bytes = encoded(article_, encoding_);
    if (!bytes) return error(bytes.error().message, 0);
    case_.document.bytes = *std::move(bytes);
    case_.document.path = case_.file;
    case_.document.id = std::filesystem::path(case_.file).stem().string();
    case_.facts.id = case_.document.id;
    return std::move(case_);
  }

  ArticleCase case_;
  bool in_article_ = false;
  std::optional<CaseSection> section_;
  std::string encoding_;
  std::string article_;
  std::string remarks_;
  std::vector<CaseLine> relations_;
};

}  // namespace

Result<ArticleCase> parse_case(std::string_view text, const std::string& file) {
  return CaseParser(file).parse(text);
}

Result<ArticleCase> read_case(const std::string& file) {
  const Result<std::string> text = read_file(file);
  if (!text) return text.error();
  return parse_case(*text, file);
}

}  // namespace rawabit
