#include "query/wanted_words.h"

#include <algorithm>

#include "query/data_lines.h"
#include "text/fold.h"

namespace rawabit {
namespace {

constexpr std::size_t kMostWords = 64;

/// Latin letters only, with or without accents (those that two bytes from C3 to C9 begin).
bool is_latin(std::string_view key) {
  const auto is_part = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (byte >= 0x80 && byte < 0xCA);
  };
  return !key.empty() && std::ranges::all_of(key, is_part);
}

WordKeys keys_of(std::string_view key_word) {
  WordKeys keys{std::string(key_word)};
  for (const Proclitics& proclitics : proclitics_of(key_word)) {
    if (proclitics == Proclitics{}) continue;
    keys.push_back(name_key(reading_form(key_word, proclitics)));
  }
  return keys;
}

}  // namespace

Result<QuestionLanguage> QuestionLanguage::load(const std::string& directory) {
  Result<QuestionWords> words = QuestionWords::load(directory + "/words.txt");
  if (!words) return words.error();
  Result<NumberWords> numbers = NumberWords::load(directory + "/numbers.tsv");
  if (!numbers) return numbers.error();
  Result<Glossary> glossary = Glossary::load(directory + "/glossary.tsv");
  if (!glossary) return glossary.error();
  Result<Sounds> sounds = Sounds::load(directory + "/letters.tsv");
  if (!sounds) return sounds.error();
  return QuestionLanguage{std::move(*words), std::move(*numbers), std::move(*glossary),
                          std::move(*sounds)};
}

WantedWords::WantedWords(const Question& question, const QuestionLanguage& language)
    : language_(&language),
      filler_(language.words.class_named("FILLER")),
      combating_(language.words.class_named("COMBATING")) {
  const std::size_t count = std::min(question.words.size(), kMostWords);
  for (std::size_t i = 0; i < count; ++i) add_word(question.words[i], WordSet{1} << i);
  // Abu Dhabi is written as one word and as two.
  for (std::size_t i = 0; i + 1 < count; ++i) {
    keys_[question.words[i].key + question.words[i + 1].key] |= WordSet{3} << i;
  }
  for (const WordMatch& match : language.words.match(question)) {
    const auto word = static_cast<std::size_t>(match.from) / 2;
    if (match.from % 2 == 0 && match.to == match.from + 2 && word < count) {
      question_words_ |= WordSet{1} << word;
    }
  }
  add_translations(question);
  add_numbers(question);
}

void WantedWords::add_word(const QuestionWord& word, WordSet bit) {
  keys_[word.key] |= bit;
  for (const QuestionWord::Rest& rest : word.rests) keys_[rest.key] |= bit;
  if (language_->words.is(word.key, filler_)) {
    fillers_ |= bit;
    return;
  }
  if (language_->words.is(word.key, combating_)) topic_fillers_ |= bit;
  for (const QuestionWord::Rest& rest : word.rests) {
    if (language_->words.is(rest.key, combating_)) topic_fillers_ |= bit;
  }
}

void WantedWords::add_translations(const Question& question) {
  std::vector<std::string> keys;
  for (const QuestionWord& word : question.words) keys.push_back(word.key);
  for (std::size_t i = 0; i < std::min(keys.size(), kMostWords);) {
    const Glossary::Found found = language_->glossary.find(keys, i);
    const std::size_t words = std::max<std::size_t>(found.words, 1);
    WordSet bits = 0;
    for (std::size_t j = i; j < std::min(i + words, kMostWords); ++j) bits |= WordSet{1} << j;
    for (const std::string& key : found.keys) keys_[key] |= bits;
    if (found.words == 0 && is_latin(keys[i]) && (question_words_ & bits) == 0) {
      for (const std::string& sound : language_->sounds.of(keys[i])) sounds_[sound] |= bits;
    }
    i += words;
  }
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

std::vector<WantedWords::Word> WantedWords::words_of(std::string_view name, bool is_topic) const {
  std::vector<Word> words;
  for (const std::string_view key : split_words(name)) {
    Word word{keys_of(key), true};
    const QuestionWords& known = language_->words;
    const bool is_filler = known.is(key, filler_);
    const bool is_combating =
        is_topic && std::ranges::any_of(word.keys, [&](const std::string& reading) {
          return known.is(reading, combating_);
        });
    word.counts = !is_filler && !is_combating;
    words.push_back(std::move(word));
  }
  const bool none_counts = std::ranges::none_of(words, &Word::counts);
  for (Word& word : words) word.counts = word.counts || none_counts;
  return words;
}

WordSet WantedWords::asked(const Word& word) const {
  WordSet set = 0;
  for (const std::string& key : word.keys) {
    const auto found = keys_.find(key);
    if (found != keys_.end()) set |= found->second;
  }
  return set;
}

/// Two words of a name may be one of the question.
void WantedWords::match_pairs(const std::vector<Word>& words, std::vector<WordSet>& asked) const {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto found = keys_.find(words[i].keys.front() + words[i + 1].keys.front());
    if (found == keys_.end()) continue;
    asked[i] |= found->second;
    asked[i + 1] |= found->second;
  }
}

/// By sound as well: Abdulrahman.
void WantedWords::match_sounds(const std::vector<Word>& words, std::vector<WordSet>& asked) const {
  if (sounds_.empty()) return;
  const auto asked_by = [this](const std::string& word) {
    WordSet set = 0;
    if (is_latin(word)) return set;  // an English name has its own spelling
    for (const std::string& sound : language_->sounds.of(word)) {
      const auto found = sounds_.find(sound);
      if (found != sounds_.end()) set |= found->second;
    }
    return set;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& key = words[i].keys.front();
    asked[i] |= asked_by(key);
    if (i + 1 == words.size()) continue;
    const std::string& next = words[i + 1].keys.front();
    const WordSet both = asked_by(key + next) | asked_by(key + "l" + next);
    asked[i] |= both;
    asked[i + 1] |= both;
  }
}

void WantedWords::match_numbers(const std::vector<Word>& words, NameWords& name,
                                std::vector<WordSet>& asked) const {
  if (numbers_.empty()) return;
  std::vector<WordKeys> keys;
  for (const Word& word : words) keys.push_back(word.keys);
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

NameWords WantedWords::match(std::string_view name_key, bool is_topic) const {
  const std::vector<Word> words = words_of(name_key, is_topic);
  std::vector<WordSet> asked_by(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) asked_by[i] = asked(words[i]);
  NameWords name;
  match_pairs(words, asked_by);
  match_sounds(words, asked_by);
  match_numbers(words, name, asked_by);
  for (std::size_t i = 0; i < words.size(); ++i) {
    name.is_asked = name.is_asked || asked_by[i] != 0;
    if (words[i].counts) name.asked_by.push_back(asked_by[i]);
  }
  return name;
}

}  // namespace rawabit
