#include "query/question_phrases.h"

#include <fmt/format.h>

#include <algorithm>

#include "lexicon/list_file.h"
#include "query/data_lines.h"
#include "query/meaning_parser.h"

namespace rawabit {
namespace {

Error wrong(std::string message) { return {Error::Kind::data, std::move(message)}; }

/// A phrase as far as it is read: its meaning waits until all slots are known.
struct Draft {
  Phrase phrase;
  std::string gives;
  std::string means;
  int means_line = 0;
};

std::size_t slot_added(std::string_view name, Kinds kinds, Phrase& phrase) {
  const auto found = std::ranges::find(phrase.slots, name);
  const auto index = static_cast<std::size_t>(found - phrase.slots.begin());
  if (found == phrase.slots.end()) {
    phrase.slots.emplace_back(name);
    phrase.slot_kinds.push_back(0);
  }
  phrase.slot_kinds[index] |= kinds;
  return index;
}

/// "{x:type}", "{x:type!}"
Result<PatternElement> slot_element(std::string_view text, Phrase& phrase) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || text.back() != '}') {
    return wrong(fmt::format("expected {{name:type}}, not '{}'", text));
  }
  std::string_view type = text.substr(colon + 1, text.size() - colon - 2);
  PatternElement element;
  using Filler = PatternElement::Filler;
  element.filler = type.ends_with('!')   ? Filler::known_name
                   : type.ends_with('~') ? Filler::name
                   : type.ends_with('+') ? Filler::phrase
                                         : Filler::any;
  if (element.filler != Filler::any) type.remove_suffix(1);
  const std::optional<Kinds> kinds = kinds_named(type);
  if (!kinds) return wrong(fmt::format("no type: '{}'", type));
  element.kinds = *kinds;
  element.slot = slot_added(text.substr(1, colon - 1), *kinds, phrase);
  return element;
}

/// "CLASS", "CLASS|CLASS?"
Result<PatternElement> word_element(std::string_view text, const QuestionWords& words) {
  PatternElement element;
  element.optional = text.ends_with('?');
  if (element.optional) text.remove_suffix(1);
  for (const std::string& name : split_trimmed(text, '|')) {
    element.classes.push_back(words.class_named(name));
    if (element.classes.back() == QuestionWords::kNone) {
      return wrong(fmt::format("no class of words: '{}'", name));
    }
  }
  return element;
}

Status add_pattern(const DataLine& line, std::string_view text, const QuestionWords& words,
                   Phrase& phrase) {
  Phrase::Pattern pattern{.elements = {}, .line = line.number, .has_words = false};
  for (const std::string_view piece : split_words(text)) {
    Result<PatternElement> element =
        piece.starts_with('{') ? slot_element(piece, phrase) : word_element(piece, words);
    if (!element) return element.error();
    pattern.elements.push_back(std::move(*element));
  }
  const auto is_needed = [](const PatternElement& e) { return !e.optional; };
  const auto needed = std::ranges::count_if(pattern.elements, is_needed);
  const bool only_a_slot = needed == 1 && std::ranges::any_of(pattern.elements, [](const auto& e) {
                             return e.slot != PatternElement::kNoSlot;
                           });
  if (needed == 0) return wrong("a pattern needs a word that is not optional");
  pattern.is_bare = only_a_slot;
  phrase.is_bare = phrase.is_bare || only_a_slot;
  pattern.has_words = std::ranges::any_of(pattern.elements, [](const PatternElement& e) {
    return e.slot == PatternElement::kNoSlot && !e.optional;
  });
  phrase.patterns.push_back(std::move(pattern));
  return Done{};
}

Status add_line(const DataLine& line, const QuestionWords& words, Draft& draft) {
  const auto [key, text] = split_head(line.text);
  if (key == "says") return add_pattern(line, text, words, draft.phrase);
  if (key == "yes") {
    draft.phrase.examples.push_back({std::string(text), line.number});
  } else if (key == "gives" || key == "asks") {
    draft.gives = text;
    draft.phrase.is_question = key == "asks";
  } else if (key == "means") {
    draft.means = text;
    draft.means_line = line.number;
  } else {
    return wrong(fmt::format("expected says, gives, asks, means or yes, not '{}'", key));
  }
  return Done{};
}

Status set_gives(Draft& draft) {
  Phrase& phrase = draft.phrase;
  const auto slot = std::ranges::find(phrase.slots, draft.gives);
  if (slot != phrase.slots.end()) {
    phrase.gives_slot = static_cast<std::size_t>(slot - phrase.slots.begin());
    phrase.gives = phrase.slot_kinds[*phrase.gives_slot];
    return Done{};
  }
  const std::optional<Kinds> kinds = kinds_named(draft.gives);
  if (!kinds) return wrong(fmt::format("no type and no slot: '{}'", draft.gives));
  phrase.gives = *kinds;
  return Done{};
}

bool binds(const Phrase::Pattern& pattern, std::size_t slot) {
  return std::ranges::find(pattern.elements, slot, &PatternElement::slot) != pattern.elements.end();
}

/// The slots that a meaning cannot do without: all but the sides of `&`, of which one is enough.
Status check_slots(const Meaning& meaning, const Phrase& phrase, bool may_lack) {
  using How = Meaning::How;
  const bool has_period = meaning.how == How::in || meaning.how == How::since ||
                          meaning.how == How::after || meaning.how == How::before ||
                          meaning.how == How::until;
  if (has_period || (meaning.how == How::slot && !may_lack)) {
    for (const Phrase::Pattern& pattern : phrase.patterns) {
      if (binds(pattern, meaning.index)) continue;
      return Error{Error::Kind::data,
                   fmt::format("the pattern lacks {{{}}}", phrase.slots[meaning.index]),
                   {},
                   pattern.line};
    }
  }
  for (const Meaning& part : meaning.parts) {
    const bool lacks = meaning.how == Meaning::How::both && part.how == Meaning::How::slot;
    if (Status checked = check_slots(part, phrase, lacks); !checked) return checked;
  }
  return Done{};
}

Status finish(Draft& draft, const QuestionSets& sets) {
  Phrase& phrase = draft.phrase;
  const auto at = [&](int line, Error error) {
    if (error.line == 0) error.line = line;
    return error;
  };
  if (phrase.patterns.empty()) return at(phrase.line, wrong("a phrase without says"));
  if (phrase.is_bare && !phrase.is_question) {
    const auto bare = std::ranges::find(phrase.patterns, true, &Phrase::Pattern::is_bare);
    return at(bare->line, wrong("a pattern needs a word that is not optional, but in `asks`"));
  }
  if (draft.means.empty()) return at(phrase.line, wrong("a phrase without means"));
  const Status gives = set_gives(draft);
  if (!gives) return at(phrase.line, gives.error());
  Result<Meaning> meaning = parse_meaning(draft.means, phrase.slots, sets);
  if (!meaning) return at(draft.means_line, meaning.error());
  phrase.meaning = std::move(*meaning);
  const Status checked = check_slots(phrase.meaning, phrase, false);
  if (!checked) return at(draft.means_line, checked.error());
  return Done{};
}

}  // namespace

Result<QuestionPhrases> QuestionPhrases::load(const std::string& path, const QuestionWords& words,
                                              const QuestionSets& sets) {
  const Result<std::vector<DataLine>> lines = read_data_lines(path);
  if (!lines) return lines.error();
  std::vector<Draft> drafts;
  for (const DataLine& line : *lines) {
    const auto [key, name] = split_head(line.text);
    if (line.indented != (key != "phrase") || name.empty() || (line.indented && drafts.empty())) {
      return data_error(path, line.number, "expected 'phrase NAME' and indented lines under it");
    }
    if (!line.indented) {
      drafts.emplace_back();
      drafts.back().phrase.name = name;
      drafts.back().phrase.line = line.number;
      continue;
    }
    const Status added = add_line(line, words, drafts.back());
    if (!added) return data_error(path, line.number, added.error().message);
  }
  QuestionPhrases phrases;
  for (Draft& draft : drafts) {
    const Status finished = finish(draft, sets);
    if (!finished) return data_error(path, finished.error().line, finished.error().message);
    phrases.phrases_.push_back(std::move(draft.phrase));
  }
  return phrases;
}

}  // namespace rawabit
