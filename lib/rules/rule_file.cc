#include "rules/rule_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "rules/references.h"

namespace rawabit {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// The first word of `text`, which keeps the rest.
std::string_view take_word(std::string_view& text) {
  text = trimmed(text);
  const auto end = std::min(text.find_first_of(" \t"), text.size());
  const std::string_view word = text.substr(0, end);
  text = trimmed(text.substr(end));
  return word;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    if (const auto part = trimmed(text.substr(0, end)); !part.empty()) parts.emplace_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

class FileParser {
 public:
  FileParser(std::string_view file, PatternMacros& macros) : file_(file), macros_(macros) {}

  Result<RuleFile> parse(std::string_view text) {
    while (!text.empty() && !error_) {
      ++line_;
      const auto end = std::min(text.find('\n'), text.size());
      statement(trimmed(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!error_) finish_rule();
    if (error_) return *error_;
    return std::move(out_);
  }

 private:
  void fail(std::string message) {
    if (!error_) error_ = Error{Error::Kind::data, std::move(message), std::string(file_), line_};
  }

  void statement(std::string_view rest) {
    if (rest.empty() || rest.front() == '#') return;
    const std::string_view word = take_word(rest);
    if (word == "class") return class_definition(rest);
    if (word == "let") return macro(rest);
    if (word == "rule") return start_rule(rest);
    if (!in_rule_) return fail(fmt::format("expected class, let or rule, found '{}'", word));
    if (word == "match") return match(rest);
    if (word == "make") return make(rest);
    if (word == "mark") return mark(rest);
    if (word == "rel") return relation(rest);
    if (word == "same") return same(rest);
    if (word == "yes" || word == "no") return example(rest, word == "yes");
    fail(fmt::format("expected match, make, mark, rel, same, yes or no, found '{}'", word));
  }

  void class_definition(std::string_view rest) {
    ClassDefinition definition;
    definition.name = take_word(rest);
    definition.file = file_;
    definition.line = line_;
    if (take_word(rest) != "=") return fail("expected 'class NAME = CLASS & !CLASS | ...'");
    for (const std::string& alternative : split(rest, '|')) {
      std::vector<ClassTerm> terms;
      for (std::string term : split(alternative, '&')) {
        ClassTerm parsed;
        if (term.starts_with('!')) parsed.negated = true, term.erase(0, 1);
        if (term.ends_with('~')) parsed.in_longer = true, term.pop_back();
        parsed.name = std::string(trimmed(term));
        if (parsed.name.empty()) return fail("expected the name of a class after '!'");
        terms.push_back(std::move(parsed));
      }
      definition.alternatives.push_back(std::move(terms));
    }
    if (definition.alternatives.empty()) return fail("expected classes after '='");
    out_.classes.push_back(std::move(definition));
  }

  void macro(std::string_view rest) {
    const std::string name(take_word(rest));
    if (take_word(rest) != "=") return fail("expected 'let NAME = PATTERN'");
    if (macros_.contains(name)) return fail(fmt::format("'{}' is named twice", name));
    auto pattern = parse_pattern(rest, macros_);
    if (!pattern) return fail(pattern.error().message);
    macros_.emplace(name, std::move(*pattern));
  }

  void start_rule(std::string_view rest) {
    finish_rule();
    rule_ = Rule{};
    rule_.name = rest;
    rule_.file = file_;
    rule_.line = line_;
    in_rule_ = true;
    has_match_ = false;
    if (rest.empty() || rest.find(' ') != std::string_view::npos) fail("expected 'rule NAME'");
  }

  void finish_rule() {
    if (!in_rule_ || error_) return;
    if (!has_match_) fail(fmt::format("rule {} has no match line", rule_.name));
    if (rule_.makes.empty() && rule_.marks.empty() && rule_.relations.empty()) {
      fail(fmt::format("rule {} says nothing: expected make, mark or rel", rule_.name));
    }
    out_.rules.push_back(std::move(rule_));
    in_rule_ = false;
  }

  void match(std::string_view rest) {
    if (has_match_) return fail("a rule has one match line");
    auto pattern = parse_pattern(rest, macros_);
    if (!pattern) return fail(pattern.error().message);
    rule_.pattern = std::move(*pattern);
    has_match_ = true;
  }

  bool known_capture(std::string_view name) {
    const auto names = capture_names(rule_.pattern);
    if (std::ranges::find(names, name) != names.end()) return true;
    fail(fmt::format("the match line (which comes first) captures no '{}'", name));
    return false;
  }

  std::optional<CaptureRange> range(std::string_view word) {
    const auto dots = word.find("..");
    CaptureRange range{std::string(word.substr(0, dots)), std::string(word)};
    if (dots != std::string_view::npos) range.last = word.substr(dots + 2);
    if (!known_capture(range.first) || !known_capture(range.last)) return std::nullopt;
    return range;
  }

  void make(std::string_view rest) {
    MakeAction action;
    const auto type = entity_type_named(take_word(rest));
    if (!type) return fail("expected 'make TYPE CAPTURE' with an entity type of the ontology");
    action.type = *type;
    const auto what = range(take_word(rest));
    if (!what) return;
    action.what = *what;
    while (!rest.empty()) make_option(take_word(rest), action);
    if (action.type == EntityType::title && action.kind == TitleKind::none) {
      return fail("expected kind=rank, kind=honorific or kind=position for a title");
    }
    rule_.makes.push_back(std::move(action));
  }

  void make_option(std::string_view option, MakeAction& action) {
    const auto equals = std::min(option.find('='), option.size() - 1);
    const std::string_view key = option.substr(0, equals), value = option.substr(equals + 1);
    if (key == "kind") {
      const auto kind = title_kind_named(value);
      if (!kind || value.empty()) return fail("expected kind=rank, honorific or position");
      action.kind = *kind;
    } else if (key == "as") {
      action.classes = split(value, ',');
    } else if (key == "short" && value == "yes") {
      action.is_short = true;
    } else if (key == "head" && known_capture(value)) {
      action.head = value;
    } else if (key == "with" && known_capture(value)) {
      action.with = {std::string(value), std::string(value)};
    } else if (key == "drop" && value == "beginning") {
      action.drops_beginning = true;
    } else if (key == "drop") {
      action.drop = types(value);
    } else {
      fail(
          fmt::format("expected kind=, as=, drop=, head=, with= or short=yes, found '{}'", option));
    }
  }

  std::vector<EntityType> types(std::string_view list) {
    std::vector<EntityType> out;
    for (const std::string& name : split(list, ',')) {
      const auto type = entity_type_named(name);
      if (type) out.push_back(*type);
      if (!type) fail(fmt::format("expected entity types, found '{}'", name));
    }
    return out;
  }

  void mark(std::string_view rest) {
    MarkAction action;
    action.class_name = take_word(rest);
    const auto what = range(take_word(rest));
    if (!what) return;
    action.what = *what;
    if (!rest.empty()) {
      const std::string_view option = take_word(rest);
      if (!option.starts_with("head=") || !known_capture(option.substr(5))) {
        return fail("expected 'mark CLASS CAPTURE head=CAPTURE'");
      }
      action.head = option.substr(5);
    }
    rule_.marks.push_back(std::move(action));
  }

  bool known_end(std::string_view name) {
    const std::string_view end = end_capture(name);
    if (!end.starts_with('$')) return known_capture(end);
    if (is_reference(end.substr(1))) return true;
    fail(fmt::format(
        "expected an entity type, 'both_countries', 'employer', 'said', 'subject', 'visit' or "
        "'these' after '$', found '{}'",
        name));
    return false;
  }

  void relation(std::string_view rest) {
    RelationAction action;
    const auto predicate = predicate_named(take_word(rest));
    if (!predicate)
      return fail("expected 'rel PREDICATE SUBJECT OBJECT', a predicate of the ontology");
    action.predicate = *predicate;
    action.subject = take_word(rest);
    action.object = take_word(rest);
    if (!known_end(action.subject) || !known_end(action.object)) return;
    while (!rest.empty()) relation_option(take_word(rest), action);
    rule_.relations.push_back(std::move(action));
  }

  void relation_option(std::string_view option, RelationAction& action) {
    const auto equals = std::min(option.find('='), option.size() - 1);
    const std::string_view key = option.substr(0, equals), value = option.substr(equals + 1);
    const auto modality = modality_named(value);
    const auto origin = origin_named(value);
    if (key == "modality" && modality) {
      action.modality = *modality;
    } else if (key == "origin" && origin) {
      action.origin = *origin;
    } else if (key == "confidence") {
      const auto [end, problem] =
          std::from_chars(value.data(), value.data() + value.size(), action.confidence);
      if (problem != std::errc{} || action.confidence < 0 || action.confidence > 1) {
        fail("expected a confidence from 0 to 1");
      }
    } else if (key == "subject") {
      action.subject_types = types(value);
    } else if (key == "object") {
      action.object_types = types(value);
    } else {
      fail(fmt::format("expected modality=, origin=, confidence=, subject= or object=, found '{}'",
                       option));
    }
  }

  void same(std::string_view rest) {
    SameAction action;
    action.first = take_word(rest);
    action.second = take_word(rest);
    if (!known_end(action.first) || !known_end(action.second)) return;
    rule_.sames.push_back(std::move(action));
  }

  void example(std::string_view rest, bool is_yes) {
    RuleExample example{.is_yes = is_yes, .line = line_};
    const auto arrow = rest.find("=>");
    example.text = trimmed(rest.substr(0, arrow));
    if (is_yes) {
      if (arrow == std::string_view::npos) return fail("expected 'yes TEXT => FOUND; FOUND'");
      example.expected = split(rest.substr(arrow + 2), ';');
    }
    if (example.text.empty()) return fail("expected a text");
    rule_.examples.push_back(std::move(example));
  }

  std::string_view file_;
  PatternMacros& macros_;
  int line_ = 0;
  RuleFile out_;
  Rule rule_;
  bool in_rule_ = false;
  bool has_match_ = false;
  std::optional<Error> error_;
};

}  // namespace

Result<RuleFile> parse_rule_file(std::string_view text, std::string_view file,
                                 PatternMacros& macros) {
  return FileParser(file, macros).parse(text);
}

}  // namespace rawabit
