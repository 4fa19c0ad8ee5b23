#include "relate/holders.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "model/types.h"
#include "resolve/within_names.h"
#include "text/letters.h"

namespace rawabit {
namespace {

constexpr std::uint32_t kBodyAfter = 1;  ///< tokens between a title and its body, at the most

using Words = std::vector<std::string>;

class Holders {
 public:
  Holders(Parse& parse, const Lexicon& lexicon)
      : parse_(parse),
        lexicon_(lexicon),
        minister_(lexicon.class_named("MINISTER")),
        the_minister_(lexicon.class_named("MINISTER_DEF")),
        envoy_(lexicon.class_named("RANK_OFFICE")),
        president_(lexicon.class_named("PRESIDENT_HEADED")) {}

  void run() {
    if (std::ranges::none_of(parse_.relations, [&](const auto& r) { return names_a_title(r); }))
      return;
    for (const FoundRelation& found : parse_.relations) {
      if (found.predicate != Predicate::has_title) continue;
      const FoundMention& title = parse_.mentions[found.object];
      borne_.push_back(
          {found.subject, title.kind, name_words(parse_, title), begins_with(title, minister_)});
    }
    for (FoundRelation& relation : parse_.relations) {
      if (!names_a_title(relation)) continue;
      settle(relation, relation.subject);
      settle(relation, relation.object);
    }
    std::erase_if(parse_.relations,
                  [&](const auto& r) { return names_a_title(r) || r.subject == r.object; });
  }

 private:
  struct Borne {
    std::uint32_t person = 0;  ///< mention
    TitleKind kind = TitleKind::none;
    Words title;
    bool is_ministers = false;
  };

  bool is_title(std::uint32_t mention) const {
    return parse_.mentions[mention].type == EntityType::title;
  }
  bool names_a_title(const FoundRelation& relation) const {
    return relation.predicate != Predicate::has_title &&
           (is_title(relation.subject) || is_title(relation.object));
  }

  void settle(FoundRelation& relation, std::uint32_t& end) const {
    if (!is_title(end)) return;
    if (const auto person = holder_of(end)) {
      end = *person;
      relation.origin = Origin::inferred;
    }
  }

  /// "The Yemeni minister" is the one minister of Yemen.
  std::optional<std::uint32_t> holder_of(std::uint32_t title) const {
    const Words words = name_words(parse_, parse_.mentions[title]);
    const TitleKind kind = parse_.mentions[title].kind;
    // "His Excellency" is said of many.
    if (kind != TitleKind::position && words.size() < 2) {
      return begins_with(parse_.mentions[title], envoy_) ? only_one(words) : std::nullopt;
    }
    const bool is_borne = std::ranges::any_of(
        borne_, [&](const Borne& borne) { return borne.title == words && borne.kind == kind; });
    const auto body = body_of(parse_.mentions[title]);
    const bool is_minister =
        words.size() == 1 && !is_borne && begins_with(parse_.mentions[title], the_minister_);
    std::optional<std::uint32_t> holder;
    bool is_sure = false;
    for (const Borne& borne : borne_) {
      if (borne.kind != kind) continue;
      const bool is_meant = is_borne ? borne.title == words : is_short_for(words, borne.title);
      if (!is_meant && !(is_minister && borne.is_ministers)) continue;
      const auto serves = body ? serves_body(borne.person, *body) : std::optional<bool>{};
      if (serves == false || (is_minister && !serves)) continue;
      if (holder && are_two(*holder, borne.person)) {
        if (serves.has_value() == is_sure) return std::nullopt;
        if (is_sure) continue;
      }
      holder = borne.person;
      is_sure = serves.has_value();
    }
    if (holder || is_borne || body || words.size() != 1) return holder;
    return begins_with(parse_.mentions[title], president_) ? std::nullopt : only_one(words);
  }

  /// "The ambassador", "the director": the only one of whom the article tells.
  std::optional<std::uint32_t> only_one(const Words& words) const {
    std::optional<std::uint32_t> holder;
    for (const Borne& borne : borne_) {
      if (borne.kind == TitleKind::honorific || borne.title.empty()) continue;
      if (borne.title.front() != words.front()) continue;
      if (holder && are_two(*holder, borne.person)) return std::nullopt;
      holder = borne.person;
    }
    return holder;
  }

  /// "The Minister of Defence" for "the Minister of Defence and of Military Production", and "the
  /// Minister of Transport" for "the Minister of Works and Transport".
  static bool is_short_for(const Words& words, const Words& title) {
    if (words.size() < 2 || words.size() >= title.size()) return false;
    if (std::equal(words.begin(), words.end(), title.begin())) {
      return title[words.size()].starts_with(kWaw);
    }
    const auto field = title.end() - static_cast<std::ptrdiff_t>(words.size() - 1);
    return words.front() == title.front() && *field == std::string(kWaw) + words[1] &&
           std::equal(words.begin() + 2, words.end(), field + 1);
  }

  bool begins_with(const FoundMention& title, ClassId cls) const {
    return parse_.has_class_at(title.first, cls);
  }

  bool are_two(std::uint32_t a, std::uint32_t b) const {
    const Words left = name_words(parse_, parse_.mentions[a]);
    const Words right = name_words(parse_, parse_.mentions[b]);
    return left != right && !same_full_name(left, right) && left.back() != right.back();
  }

  /// The body, country or place that stands right after the title.
  std::optional<std::uint32_t> body_of(const FoundMention& title) const {
    for (std::uint32_t m = 0; m < parse_.mentions.size(); ++m) {
      const FoundMention& found = parse_.mentions[m];
      if (found.dropped || found.sentence != title.sentence) continue;
      if (found.first < title.last || found.first > title.last + kBodyAfter) continue;
      if (may_be_object(Predicate::works_for, found.type)) return m;
    }
    return std::nullopt;
  }

  std::string name_of(std::uint32_t mention) const {
    const auto& entry = parse_.mentions[mention].entry;
    if (entry) return lexicon_.entries()[*entry].id;
    std::string name;
    for (const std::string& word : name_words(parse_, parse_.mentions[mention])) name += word;
    return name;
  }

  /// The same, or the one named more fully: "the Presidential Council", "... of Libya".
  bool are_one_body(std::uint32_t a, std::uint32_t b) const {
    if (name_of(a) == name_of(b)) return true;
    const Words left = name_words(parse_, parse_.mentions[a]);
    const Words right = name_words(parse_, parse_.mentions[b]);
    const auto &shorter = left.size() < right.size() ? left : right,
               &longer = left.size() < right.size() ? right : left;
    return shorter.size() > 1 && std::equal(shorter.begin(), shorter.end(), longer.begin());
  }

  /// Does the person work for the body? Nothing where the article names no body of that type.
  std::optional<bool> serves_body(std::uint32_t person, std::uint32_t body) const {
    std::optional<bool> serves;
    const Words words = name_words(parse_, parse_.mentions[person]);
    for (const FoundRelation& found : parse_.relations) {
      if (found.predicate != Predicate::works_for) continue;
      if (parse_.mentions[found.object].type != parse_.mentions[body].type) continue;
      if (name_words(parse_, parse_.mentions[found.subject]) != words) continue;
      if (are_one_body(found.object, body)) return true;
      serves = false;
    }
    return serves;
  }

  Parse& parse_;
  const Lexicon& lexicon_;
  ClassId minister_, the_minister_, envoy_, president_;
  std::vector<Borne> borne_;
};

}  // namespace

void settle_holders(Parse& parse, const Lexicon& lexicon) { Holders(parse, lexicon).run(); }

}  // namespace rawabit
