#include "tokens/clitics.h"

#include "text/fold_table.h"

namespace rawabit {
namespace {

// The letters that proclitics are made of, folded; each has two bytes.
constexpr char32_t kWaw = 0x0648;
constexpr char32_t kFeh = 0x0641;
constexpr char32_t kBeh = 0x0628;
constexpr char32_t kLam = 0x0644;
constexpr char32_t kKaf = 0x0643;
constexpr std::size_t kLetterBytes = 2;
constexpr std::string_view kAlefLam = "\xD8\xA7\xD9\x84";  // U+0627 U+0644

/// The letter at `at` if it has two bytes, as all Arabic ones do; 0 otherwise.
char32_t letter_at(std::string_view word, std::size_t at) {
  if (at + kLetterBytes > word.size()) return 0;
  const auto lead = static_cast<unsigned char>(word[at]);
  if (lead < 0xC2 || lead >= 0xE0) return 0;
  return (lead & 0x1FU) << 6U | (static_cast<unsigned char>(word[at + 1]) & 0x3FU);
}

Conjunction conjunction_of(char32_t letter) {
  if (letter == kWaw) return Conjunction::waw;
  return letter == kFeh ? Conjunction::feh : Conjunction::none;
}

Preposition preposition_of(char32_t letter) {
  if (letter == kBeh) return Preposition::beh;
  if (letter == kLam) return Preposition::lam;
  return letter == kKaf ? Preposition::kaf : Preposition::none;
}

/// Has what starts at `at` two letters or more?
bool two_letters_from(std::string_view word, std::size_t at) {
  if (at >= word.size()) return false;
  return at + decode(word, at).width < word.size();
}

bool is_letter(std::string_view text) {
  return text.size() == kLetterBytes && letter_at(text, 0) != 0;
}

void add(ProcliticList& list, Proclitics reading) { list.all[list.count++] = reading; }

/// The readings with the preposition that starts at `at`, after `conjunction`.
void add_preposition(std::string_view word, std::size_t at, Conjunction conjunction,
                     ProcliticList& list) {
  const Preposition preposition = preposition_of(letter_at(word, at));
  const std::size_t rest = at + kLetterBytes;
  if (preposition == Preposition::none || !two_letters_from(word, rest)) return;
  Proclitics reading{conjunction, preposition, static_cast<std::uint8_t>(rest / kLetterBytes)};
  add(list, reading);
  if (preposition != Preposition::lam || letter_at(word, rest) != kLam) return;
  reading.article_restored = true;
  if (two_letters_from(word, rest + kLetterBytes)) add(list, reading);
  reading.lam_restored = true;
  add(list, reading);
}

}  // namespace

ProcliticList proclitics_of(std::string_view folded_word) {
  ProcliticList list;
  add(list, {});
  const Conjunction conjunction = conjunction_of(letter_at(folded_word, 0));
  if (conjunction == Conjunction::none) {
    add_preposition(folded_word, 0, conjunction, list);
  } else if (conjunction == Conjunction::waw && is_letter(folded_word.substr(kLetterBytes))) {
    add(list, {.conjunction = conjunction, .letters = 1});  // "and Dr."
  } else if (two_letters_from(folded_word, kLetterBytes)) {
    add(list, {.conjunction = conjunction, .letters = 1});
    add_preposition(folded_word, kLetterBytes, conjunction, list);
  }
  return list;
}

std::string_view reading_prefix(const Proclitics& reading) {
  if (!reading.article_restored) return {};
  return kAlefLam.substr(0, reading.lam_restored ? 2 * kLetterBytes : kLetterBytes);
}

std::string reading_form(std::string_view folded_word, const Proclitics& reading) {
  std::string form(reading_prefix(reading));
  return form += folded_word.substr(reading.letters * kLetterBytes);
}

std::vector<Reading> clitic_readings(std::string_view folded_word) {
  std::vector<Reading> readings;
  for (const Proclitics& proclitics : proclitics_of(folded_word)) {
    readings.push_back({proclitics, reading_form(folded_word, proclitics)});
  }
  return readings;
}

}  // namespace rawabit
