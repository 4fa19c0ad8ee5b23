#include "rules/speller.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace rawabit {
namespace {

void set_bit(std::vector<std::uint64_t>& set, std::size_t bit) {
  set[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

}  // namespace

Alphabets::Alphabets(std::span<const Alphabet* const> alphabets) {
  std::vector<std::pair<MarkedClass, Asked>> all;
  for (const Alphabet* const alphabet : alphabets) {
    parts_.push_back({words_, alphabet->words()});
    for (std::size_t a = 0; a < alphabet->atoms().size(); ++a) {
      const BoundAtom& atom = alphabet->atoms()[a];
      if (atom.kind == BoundAtom::Kind::any) continue;
      all.push_back({atom.cls,
                     {.bit = static_cast<std::uint32_t>(words_ * 64 + a),
                      .admitted = alphabet->admitted(a),
                      .excludes = atom.kind == BoundAtom::Kind::not_in_class}});
    }
    words_ += parts_.back().count;
  }
  std::ranges::stable_sort(all, {}, [](const auto& one) { return one.first; });
  asked_from_.assign(all.empty() ? 1 : all.back().first + 2, 0);
  for (const auto& [cls, asked] : all) {
    ++asked_from_[cls + 1];
    asked_.push_back(asked);
  }
  std::partial_sum(asked_from_.begin(), asked_from_.end(), asked_from_.begin());
  for (std::size_t reading = 0; reading < kReadingMasks; ++reading) {
    others_[reading].assign(words_, 0);
    for (std::size_t i = 0; i < alphabets.size(); ++i) {
      for (std::size_t a = 0; a < alphabets[i]->atoms().size(); ++a) {
        if (alphabets[i]->atoms()[a].kind == BoundAtom::Kind::in_class) continue;
        if ((alphabets[i]->admitted(a) >> reading & 1U) == 0) continue;
        set_bit(others_[reading], parts_[i].first * 64 + a);
      }
    }
  }
}

void Alphabets::add_wanted(WantedClasses& wanted) const {
  if (wanted.size() < asked_from_.size()) wanted.resize(asked_from_.size());
  for (std::size_t cls = 0; cls + 1 < asked_from_.size(); ++cls) {
    if (asked_from_[cls] != asked_from_[cls + 1]) wanted[cls] = 1;
  }
}

void Speller::add_reading(const NodeKinds& kinds, const NodeReading& reading) {
  const Alphabets& all = *alphabets_;
  const ReadingMask self = reading_mask(reading.proclitics);
  const auto& others = all.others_[static_cast<std::size_t>(std::countr_zero(self))];
  for (std::size_t w = 0; w < set_.size(); ++w) set_[w] |= others[w];
  for (const MarkedClass cls : kinds.classes(reading)) {
    if (cls + 1 >= all.asked_from_.size()) continue;
    for (std::uint32_t i = all.asked_from_[cls]; i < all.asked_from_[cls + 1]; ++i) {
      const Alphabets::Asked& asked = all.asked_[i];
      if (asked.excludes) {
        excluded_.push_back(asked.bit);
      } else if ((asked.admitted & self) != 0) {
        set_bit(set_, asked.bit);
      }
    }
  }
}

Letter Speller::spell(NodeKinds& kinds, KindId kind, std::size_t wanted) {
  set_.assign(alphabets_->words_, 0);
  excluded_.clear();
  for (const NodeReading& reading : kinds.readings(kind)) add_reading(kinds, reading);
  for (const std::uint32_t bit : excluded_) set_[bit / 64] &= ~(std::uint64_t{1} << (bit % 64));
  Letter found = kNoLetter;
  for (std::size_t phase = 0; phase < letters_.size(); ++phase) {
    const auto& [first, count] = alphabets_->parts_[phase];
    const Letter letter = letters_[phase]->letter_of({set_.data() + first, count});
    kinds.set_letter(kind, phase, letter);
    if (phase == wanted) found = letter;
  }
  return found;
}

}  // namespace rawabit
