#include "query/wanted_words.h"

#include <algorithm>

#include "query/data_lines.h"
#include "query/key_readings.h"
#include "text/spelling.h"

namespace rawabit {
namespace {

/// Latin letters only, with or without accents (those that two bytes from C3 to C9 begin).
bool is_latin(std::string_view key) {
  const auto is_part = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (byte >= 0x80 && byte < 0xCA);
  };
  return !key.empty() && std::ranges::all_of(key, is_part);
}

WordSet value_in(const TextMap<WordSet>& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? 0 : found->second;
}

}  // namespace

WantedWords::WantedWords(const Question& question, const QuestionLanguage& language)
    : language_(&language),
      filler_(language.words.class_named("FILLER")),
      combating_(language.words.class_named("COMBATING")) {
  const std::size_t count = std::min(question.words.size(), kMostWords);
  for (std::size_t i = 0; i < count; ++i) add_word(question.words[i], WordSet{1} << i);
  for (const WordMatch& match : language.words.match(question)) {
    const auto word = static_cast<std::size_t>(match.from) / 2;
    if (match.from % 2 == 0 && match.to == match.from + 2 && word < count) {
      question_words_ |= WordSet{1} << word;
    }
  }
  add_pairs(question);
  add_translations(question);
  add_numbers(question);
  for (const auto& [key, words] : keys_) lengths_.set(std::min(key.size(), kLongestKey - 1));
  for (const auto& [key, words] : pairs_) lengths_.set(std::min(key.size(), kLongestKey - 1));
}

void WantedWords::add_word(const QuestionWord& word, WordSet bit) {
  keys_[word.key] |= bit;
  for (const QuestionWord::Rest& rest : word.rests) keys_[rest.key] |= bit;
  if (language_->words.is(word.key, filler_)) {
    fillers_ |= bit;
    return;
  }
  bool is_combating = language_->words.is(word.key, combating_);
  for (const QuestionWord::Rest& rest : word.rests) {
    is_combating = is_combating || language_->words.is(rest.key, combating_);
  }
  if (is_combating) topic_fillers_ |= bit;
}

/// Abu Dhabi is written as one word and as two.
void WantedWords::add_pairs(const Question& question) {
  for (std::size_t i = 0; i + 1 < std::min(question.words.size(), kMostWords); ++i) {
    pairs_[question.words[i].key + question.words[i + 1].key] |= WordSet{3} << i;
  }
}

void WantedWords::add_translations(const Question& question) {
  std::vector<std::string> keys;
  keys.reserve(question.words.size());
  for (const QuestionWord& word : question.words) keys.push_back(word.key);
  for (std::size_t i = 0; i < std::min(keys.size(), kMostWords);) {
    const Glossary::Found found = language_->glossary.find(keys, i);
    const std::size_t words = std::max<std::size_t>(found.words, 1);
    WordSet bits = 0;
    for (std::size_t j = i; j < std::min(i + words, kMostWords); ++j) bits |= WordSet{1} << j;
    for (const Glossary::WordRow& form : found.forms) add_form(form, i, words);
    if (found.words == 0 && (question_words_ & bits) == 0) add_sounds(keys[i], bits);
    i += words;
  }
}

void WantedWords::add_sounds(const std::string& word, WordSet bits) {
  constexpr std::size_t kDistinct = 3;  // sounds
  if (!is_latin(word)) return;
  const std::vector<std::string> all = language_->sounds.of(word);
  const auto is_short = [](const std::string& sound) { return sound.size() < kDistinct; };
  if (all.empty() || std::ranges::any_of(all, is_short)) {
    faint_ |= bits;
  }
  add_spoken(word, bits);
  for (const std::string& sound : all) {
    sounds_[sound] |= bits;
    for (std::size_t end = 2; end < sound.size(); ++end) begins_[sound.substr(0, end)] = true;
    first_sounds_ |= 1U << static_cast<unsigned>(sound.front() - 'a');
  }
}

/// Several words stand for several: a name must have all of them, each for its share.
void WantedWords::add_form(const Glossary::WordRow& form, std::size_t first, std::size_t count) {
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool is_last = i + 1 == form.size();
    const std::size_t from = std::min(i, count - 1);
    const std::size_t to = is_last ? count : std::min(i + 1, count);
    WordSet bits = 0;
    for (std::size_t j = first + from; j < std::min(first + to, kMostWords); ++j) {
      bits |= WordSet{1} << j;
    }
    keys_[form[i]] |= bits;
  }
}

/// Of letters enough that it does not stand for anything.
void WantedWords::add_spoken(const std::string& word, WordSet bits) {
  constexpr std::size_t kShortest = 4;
  if (word.size() < kShortest) return;
  for (std::string& voiced : language_->sounds.voiced(word)) {
    if (voiced.empty()) continue;
    spoken_.emplace_back(std::move(voiced), bits);
  }
  first_sounds_ |= language_->sounds.first_of(word);
}

void WantedWords::add_numbers(const Question& question) {
  std::vector<WordKeys> words;
  for (const QuestionWord& word : question.words) {
    words.push_back({word.key});
    for (const QuestionWord::Rest& rest : word.rests) words.back().push_back(rest.key);
  }
  for (std::size_t i = 0; i < std::min(words.size(), kMostWords - 1);) {
    const auto found = language_->numbers.at(words, i);
    if (!found) {
      ++i;
      continue;
    }
    const WordSet bits = ((WordSet{1} << static_cast<unsigned>(found->words)) - 1) << i;
    numbers_.push_back({found->value, bits});
    i += static_cast<std::size_t>(found->words);
  }
}

WordSet WantedWords::asked(std::string_view word) const {
  WordSet set = value_in(pairs_, word);
  for (const std::string_view reading : key_readings(word)) set |= value_in(keys_, reading);
  return set;
}

/// Two words of a name may be one of the question.
void WantedWords::match_pairs(const std::vector<std::string_view>& words,
                              std::vector<WordSet>& asked) const {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::size_t length = words[i].size() + words[i + 1].size();
    if (!lengths_.test(std::min(length, kLongestKey - 1))) continue;
    const WordSet both = value_in(keys_, std::string(words[i]).append(words[i + 1]));
    asked[i] |= both;
    asked[i + 1] |= both;
  }
}

WordSet WantedWords::sounded(std::string_view word) const {
  WordSet set = 0;
  for (const std::string& sound : language_->sounds.of(word)) set |= value_in(sounds_, sound);
  return set;
}

/// The words of the question that the word, in Arabic letters, may be with their vowels.
WordSet WantedWords::spoken(std::string_view word) const {
  WordSet set = 0;
  for (const std::string& voiced : language_->sounds.voiced(word)) {
    for (const auto& [spoken, bits] : spoken_) {
      if (!voiced.empty() && is_spoken_as(voiced, spoken)) set |= bits;
    }
  }
  return set;
}

/// An English name has its own spelling.
void WantedWords::listen(std::string_view word, Known& known) const {
  known.is_sounded = !is_latin(word);
  if (!known.is_sounded || (language_->sounds.first_of(word) & first_sounds_) == 0) return;
  for (const std::string& sound : language_->sounds.of(word)) {
    known.heard |= value_in(sounds_, sound);
    known.may_go_on = known.may_go_on || begins_.contains(sound);
  }
  known.spoken = spoken(word);
  known.asked |= known.heard | known.spoken;
}

const WantedWords::Known& WantedWords::known(std::string_view word) {
  if (const auto found = known_.find(word); found != known_.end()) return found->second;
  const WordSet written = asked(word);
  Known known{.asked = written, .written = written};
  if (!sounds_.empty() || !spoken_.empty()) listen(word, known);
  if (!misspelt_words_.empty()) known.asked |= nearly(word);
  return known_.emplace(word, known).first->second;
}

/// Two words of a name may sound like one of the question: Abdulrahman.
void WantedWords::match_sounds(const std::vector<std::string_view>& words, NameWords& name,
                               std::vector<WordSet>& asked) {
  if (sounds_.empty()) return;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!known(words[i]).may_go_on || !known(words[i + 1]).is_sounded) continue;
    std::string joined(words[i]);
    std::string with_article = joined + "l";
    joined += words[i + 1];
    with_article += words[i + 1];
    const WordSet both = sounded(joined) | sounded(with_article);
    if (both == 0) continue;
    name.heard |= both;
    name.spoken |= both & (spoken(joined) | spoken(with_article));
    asked[i] |= both;
    asked[i + 1] |= both;
  }
}

void WantedWords::allow_misspelt(const Question& question, WordSet words) {
  constexpr std::size_t kShortest = 4;  // letters
  known_.clear();
  for (std::size_t i = 0; i < std::min(question.words.size(), kMostWords); ++i) {
    const WordSet bit = WordSet{1} << i;
    if ((words & bit & ~question_words_ & ~fillers_) == 0) continue;
    const QuestionWord& word = question.words[i];
    if (word.placeholder != 0 || word.is_number()) continue;
    std::u32string letters = letters_of(word.key);
    if (letters.size() < kShortest) continue;
    misspelt_words_.emplace_back(std::move(letters), bit);
    misspelt_ |= bit;
  }
}

WordSet WantedWords::nearly(std::string_view word) const {
  WordSet set = 0;
  for (const auto& [letters, words] : misspelt_words_) {
    if (is_one_letter_off(letters, word)) set |= words;
  }
  return set;
}

void WantedWords::match_numbers(const std::vector<std::string_view>& words, NameWords& name,
                                std::vector<WordSet>& asked) const {
  if (numbers_.empty()) return;
  std::vector<WordKeys> keys;
  for (const std::string_view word : words) {
    const KeyReadings readings = key_readings(word);
    keys.emplace_back(readings.begin(), readings.end());
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto found = language_->numbers.at(keys, i);
    if (!found) continue;
    name.numbers.push_back(found->value);
    for (const NumberInQuestion& number : numbers_) {
      if (number.value != found->value) continue;
      for (int j = 0; j < found->words; ++j) asked[i + static_cast<std::size_t>(j)] |= number.words;
    }
    i += static_cast<std::size_t>(found->words) - 1;
  }
}

bool WantedWords::counts(std::string_view word, bool is_topic) const {
  const QuestionWords& known = language_->words;
  if (known.is(word, filler_)) return false;
  if (!is_topic) return true;
  return std::ranges::none_of(
      key_readings(word), [&](std::string_view reading) { return known.is(reading, combating_); });
}

bool WantedWords::may_ask(std::string_view name_key) {
  std::string_view rest = name_key;
  std::size_t length_before = 0;
  bool went_on = false;
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    const Known& known = this->known(word);
    if (known.asked != 0 || (went_on && known.is_sounded)) return true;
    const bool is_pair =
        length_before > 0 && lengths_.test(std::min(length_before + word.size(), kLongestKey - 1));
    if (is_pair) return true;
    length_before = word.size();
    went_on = known.may_go_on;
  }
  return false;
}

NameWords WantedWords::match(std::string_view name_key, bool is_topic) {
  const std::vector<std::string_view> words = split_words(name_key);
  std::vector<WordSet> asked_by(words.size());
  WordSet any = 0;
  NameWords name;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Known& word = known(words[i]);
    asked_by[i] = word.asked;
    name.spoken |= word.spoken;
    name.heard |= word.heard;
    name.written |= word.written;
  }
  match_pairs(words, asked_by);
  match_sounds(words, name, asked_by);
  for (const WordSet set : asked_by) any |= set;
  if (any == 0) return name;  // a number alone makes no name
  match_numbers(words, name, asked_by);
  for (const WordSet set : asked_by) name.asked |= set;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (counts(words[i], is_topic)) name.asked_by.push_back(asked_by[i]);
  }
  if (name.asked_by.empty()) name.asked_by = asked_by;
  return name;
}

}  // namespace rawabit
