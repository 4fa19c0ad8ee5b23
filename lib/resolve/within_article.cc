#include "resolve/within_article.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

#include "resolve/within_abridged.h"
#include "resolve/within_agreements.h"
#include "resolve/within_bodies.h"
#include "resolve/within_dates.h"
#include "resolve/within_meetings.h"
#include "resolve/within_names.h"
#include "resolve/within_persons.h"
#include "resolve/within_places.h"
#include "resolve/within_topics.h"

namespace rawabit {
namespace {

using Words = std::vector<std::string>;

/// A group while it grows.
struct Growing {
  EntityType type = EntityType::person;
  TitleKind kind = TitleKind::none;
  std::vector<std::uint32_t> mentions;
  std::vector<Words> names;       ///< of its mentions and, of a gazetteer's entity, all forms
  std::optional<EntryId> unread;  ///< the entity whose forms are not among the names yet
  std::string entry_id;           ///< "" when no gazetteer has it
};

class Resolver {
 public:
  Resolver(const Parse& parse, const Lexicon& lexicon, const CountryIndex& countries)
      : parse_(parse),
        lexicon_(lexicon),
        free_head_(lexicon.class_named("ORG_HEAD_FREE")),
        force_(lexicon.class_named("FORCE_HEADED")),
        bodies_(parse, lexicon, countries),
        meetings_(parse, lexicon),
        agreements_(parse, lexicon),
        topics_(parse, lexicon),
        places_(parse, lexicon, countries),
        persons_(parse, lexicon),
        words_(parse.mentions.size()) {
    for (std::uint32_t m = 0; m < parse.mentions.size(); ++m) {
      if (parse.mentions[m].dropped) continue;
      order_.push_back(m);
      words_[m] = name_words(parse, parse.mentions[m]);
    }
    std::ranges::sort(order_, [&](std::uint32_t a, std::uint32_t b) {
      const FoundMention &x = parse.mentions[a], &y = parse.mentions[b];
      if (x.first != y.first) return x.first < y.first;
      return x.last != y.last ? x.last > y.last : a < b;
    });
  }

  std::vector<MentionGroup> run() {
    for (const std::uint32_t m : order_) {
      if (!is_short(m)) place_full(m);
    }
    join_declared();
    for (const std::uint32_t m : order_) {
      if (is_end(m)) place_short(m);
    }
    for (const std::uint32_t m : order_) {
      if (is_short(m) && !is_end(m)) place_short(m);
    }
    return finish();
  }

 private:
  [[nodiscard]] const FoundMention& mention(std::uint32_t m) const { return parse_.mentions[m]; }

  bool is_short(std::uint32_t m) const {
    const FoundMention& found = mention(m);  // meetings and agreements are decided below
    if (found.type == EntityType::meeting || found.type == EntityType::agreement) return false;
    if (found.is_short) return true;
    return found.type == EntityType::person && (words_[m].size() == 1 || is_end(m));
  }

  /// The end of a person's name in two words or more.
  bool is_end(std::uint32_t m) const {
    return mention(m).type == EntityType::person && words_[m].size() > 1 && persons_.is_end(m);
  }

  std::string entry_id(const FoundMention& found) const {
    if (found.entry) return lexicon_.entries()[*found.entry].id;
    return found.type == EntityType::city ? places_.capital(found) : std::string();
  }

  void place_full(std::uint32_t m) {
    const FoundMention& found = mention(m);
    const Words& words = words_[m];
    if (words.empty()) return;
    std::optional<std::size_t> group;
    if (found.type == EntityType::meeting) {
      group = meeting_group(m);
      if (!group && meetings_.is_of_several(m)) return;
    } else if (found.type == EntityType::agreement) {
      group = agreement_group(m);
    } else {
      group = full_group(m, words, entry_id(found));
      const auto longer = group ? longer_name(parse_, m) : std::nullopt;
      if (longer && bodies_.is_of_other_country(*longer, groups_[*group].mentions))
        group = group_of(*longer);
    }
    if (!group) group = open(found);
    add(*group, m, words);
  }

  std::optional<std::size_t> full_group(std::uint32_t m, const Words& words,
                                        const std::string& id) {
    const FoundMention& found = mention(m);
    for (std::size_t g = groups_.size(); g-- > 0;) {
      Growing& group = groups_[g];
      if (group.type != found.type || group.kind != found.kind) continue;
      if (found.type == EntityType::topic) {
        if (is_same_topic(group, found, words)) return g;
        continue;
      }
      if (!id.empty() && !group.entry_id.empty()) {
        if (group.entry_id == id) return g;
        continue;
      }
      if (found.type == EntityType::date && tells_same_day(group, found)) return g;
      if (found.type == EntityType::organization) {
        if (is_of_same_place(group, m)) return g;
        if (is_home_or_foreign(group, m)) continue;
      }
      if (found.type == EntityType::person && is_misspelt(group, m)) return g;
      for (const Words& name : names_of(group)) {
        if (same_name(found.type, words, name)) return g;
      }
    }
    return std::nullopt;
  }

  bool is_misspelt(const Growing& group, std::uint32_t m) const {
    return std::ranges::any_of(
        group.mentions, [&](std::uint32_t other) { return persons_.are_one_misspelt(other, m); });
  }

  bool is_of_same_place(const Growing& group, std::uint32_t m) const {
    return std::ranges::any_of(
        group.mentions, [&](std::uint32_t other) { return bodies_.are_one_of_place(other, m); });
  }

  bool is_home_or_foreign(const Growing& group, std::uint32_t m) const {
    return std::ranges::any_of(group.mentions,
                               [&](std::uint32_t other) { return bodies_.are_apart(other, m); });
  }

  bool is_same_topic(const Growing& group, const FoundMention& found, const Words& words) const {
    return std::ranges::any_of(group.mentions, [&](std::uint32_t m) {
      return topics_.are_one(found, words, mention(m), words_[m]);
    });
  }

  bool tells_same_day(const Growing& group, const FoundMention& found) const {
    return std::ranges::any_of(group.mentions, [&](std::uint32_t m) {
      return same_day(parse_, lexicon_, mention(m), found);
    });
  }

  std::optional<std::size_t> meeting_group(std::uint32_t m) const {
    std::optional<std::size_t> latest;
    std::tuple<int, bool, std::uint32_t>
        best;  // called by the same noun, spoken of for itself, last
    for (std::size_t g = groups_.size(); g-- > 0;) {
      if (groups_[g].type != EntityType::meeting) continue;
      if (!meetings_.joins(groups_[g].mentions, m)) continue;
      const auto& group = groups_[g].mentions;
      const auto rank =
          std::tuple(meetings_.likeness(group, m), !meetings_.is_aside(group), last_at(groups_[g]));
      if (latest && rank < best) continue;
      latest = g;
      best = rank;
    }
    return latest;
  }

  std::optional<std::size_t> agreement_group(std::uint32_t m) const {
    std::optional<std::size_t> latest;
    for (std::size_t g = groups_.size(); g-- > 0;) {
      if (groups_[g].type != EntityType::agreement) continue;
      if (latest && last_at(groups_[g]) < last_at(groups_[*latest])) continue;
      if (agreements_.joins(groups_[g].mentions, m)) latest = g;
    }
    return latest;
  }

  [[nodiscard]] std::uint32_t last_at(const Growing& group) const {
    return mention(group.mentions.back()).first;
  }

  /// A name and the acronym that a rule saw beside it.
  void join_declared() {
    for (const FoundSame& same : parse_.sames) {
      const auto a = group_of(same.first), b = group_of(same.second);
      if (!a || !b || *a == *b || groups_[*a].type != groups_[*b].type) continue;
      Growing& into = groups_[std::min(*a, *b)];
      Growing& from = groups_[std::max(*a, *b)];
      into.mentions.insert(into.mentions.end(), from.mentions.begin(), from.mentions.end());
      names_of(into);
      const std::vector<Words>& more = names_of(from);
      into.names.insert(into.names.end(), more.begin(), more.end());
      if (into.entry_id.empty()) into.entry_id = from.entry_id;
      from.mentions.clear();
      from.names.clear();
    }
  }

  std::optional<std::size_t> group_of(std::uint32_t m) const {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (std::ranges::find(groups_[g].mentions, m) != groups_[g].mentions.end()) return g;
    }
    return std::nullopt;
  }

  void place_short(std::uint32_t m) {
    const FoundMention& found = mention(m);
    const Words& words = words_[m];
    if (words.empty()) return;
    const bool by_given = found.type == EntityType::person && persons_.is_called_by_given(m);
    auto group = by_given ? only_begun_with(words) : std::nullopt;
    if (!group) group = nearest(m, words);
    if (!group && found.type == EntityType::person && persons_.may_stand_alone(m))
      group = only_begun_with(words);
    if (group) {
      add(*group, m, {});
    } else if (found.type == EntityType::person || is_free_head(found) ||
               bodies_.is_ministry_of_minister(m)) {
      const auto same = full_group(m, words, entry_id(found));
      add(same ? *same : open(found), m, words);
    }
  }

  /// A noun that names a body even where the article gives no fuller name ("the parliament").
  bool is_free_head(const FoundMention& found) const {
    return found.type == EntityType::organization && has_class(found, free_head_);
  }

  bool has_class(const FoundMention& found, ClassId cls) const {
    return std::ranges::any_of(parse_.matches_at(found.first), [&](const LexiconMatch& match) {
      return match.cls == cls && match.last <= found.last;
    });
  }

  /// How much a group is what the text speaks of where a mention stands.
  struct Standing {
    int fit = 0;             ///< how well the short form fits a name of its
    bool as_written = true;  ///< the article itself writes a name that the short form fits
    std::uint32_t near = 0;  ///< one after its last mention in the same sentence, before it
    std::size_t before = 0;  ///< mentions before it
    std::uint32_t last = 0;  ///< the last of them
    std::int64_t next = 0;   ///< the first after it, negative
    auto operator<=>(const Standing&) const = default;
  };
  Standing standing_at(const Growing& group, const FoundMention& here) const {
    Standing standing;
    standing.next = std::numeric_limits<std::int64_t>::min();
    for (const std::uint32_t other : group.mentions) {
      const std::uint32_t at = mention(other).first;
      if (at < here.first) {
        ++standing.before;
        if (mention(other).sentence == here.sentence)
          standing.near = std::max(standing.near, at + 1);
        standing.last = std::max(standing.last, at);
      } else {
        standing.next = std::max(standing.next, -static_cast<std::int64_t>(at));
      }
    }
    return standing;
  }

  /// The fitting group that was last named in the sentence of `m` before it; else the one with the
  /// most mentions before, of equals the one named last; else the first one named after.
  std::optional<std::size_t> nearest(std::uint32_t m, const Words& words) {
    std::optional<std::size_t> best;
    Standing best_standing;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].type != mention(m).type || groups_[g].mentions.empty()) continue;
      const int fit = std::max(fit_of_short(groups_[g], words),
                               bodies_.is_the_ministry_of(groups_[g].mentions, m) ? 1 : 0);
      if (fit == 0) continue;
      Standing standing = standing_at(groups_[g], mention(m));
      standing.fit = fit;
      standing.as_written =
          mention(m).type != EntityType::organization || is_written(groups_[g], words);
      if (!standing.as_written && has_class(mention(m), force_)) continue;
      if (!best || best_standing < standing) best = g, best_standing = standing;
    }
    return best;
  }

  int fit_of_short(Growing& group, const Words& words) const {
    int best = 0;
    for (const Words& name : names_of(group))
      best = std::max(best, short_fit(group.type, words, name));
    return best;
  }

  /// The one person of several names whose first is the word: "Doctor Tedros".
  std::optional<std::size_t> only_begun_with(const Words& words) {
    std::optional<std::size_t> only;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].type != EntityType::person || groups_[g].mentions.empty()) continue;
      const auto begins = [&](const Words& name) {
        return name.size() > words.size() && is_prefix(words, name);
      };
      if (std::ranges::none_of(names_of(groups_[g]), begins)) continue;
      if (only) return std::nullopt;
      only = g;
    }
    return only;
  }

  /// Does a mention of the body begin with the word of its short form? "The organization" is rather
  /// one so called than one that only the gazetteers call so; "the police" is no Interpol at all.
  bool is_written(const Growing& group, const Words& words) const {
    return std::ranges::any_of(group.mentions, [&](std::uint32_t other) {
      return !words_[other].empty() && words_[other].front() == words.front();
    });
  }

  std::size_t open(const FoundMention& found) {
    Growing group{.type = found.type,
                  .kind = found.kind,
                  .mentions = {},
                  .names = {},
                  .unread = found.entry,
                  .entry_id = entry_id(found)};
    groups_.push_back(std::move(group));
    return groups_.size() - 1;
  }

  /// All names of the group. Forms of the gazetteers are read only when they are asked for: most
  /// entities are told by their ids.
  const std::vector<Words>& names_of(Growing& group) const {
    if (group.unread) {
      for (const std::string& form : lexicon_.entries()[*group.unread].forms) {
        group.names.push_back(name_words(form));
      }
      group.unread.reset();
    }
    return group.names;
  }

  void add(std::size_t group, std::uint32_t m, const Words& words) {
    Growing& into = groups_[group];
    into.mentions.push_back(m);
    if (!words.empty() && std::ranges::find(into.names, words) == into.names.end()) {
      into.names.push_back(words);
    }
    if (into.entry_id.empty() && mention(m).entry) into.entry_id = entry_id(mention(m));
  }

  std::vector<MentionGroup> finish() {
    std::vector<MentionGroup> out;
    for (Growing& group : groups_) {
      if (!group.mentions.empty())
        out.push_back({group.type, group.kind, std::move(group.mentions)});
    }
    join_abridged(parse_, bodies_, out);
    const auto at = [&](std::uint32_t m) { return std::pair(mention(m).first, m); };
    for (MentionGroup& group : out) std::ranges::sort(group.mentions, {}, at);
    std::ranges::stable_sort(out, {}, [&](const MentionGroup& group) {
      const FoundMention& first = mention(group.mentions.front());
      return std::pair(first.first, first.last);
    });
    return out;
  }

  const Parse& parse_;
  const Lexicon& lexicon_;
  ClassId free_head_, force_;
  BodyComparison bodies_;
  MeetingComparison meetings_;
  AgreementComparison agreements_;
  TopicComparison topics_;
  PlaceNames places_;
  PersonComparison persons_;
  std::vector<std::uint32_t> order_;
  std::vector<Words> words_;  ///< of the mentions that stand
  std::vector<Growing> groups_;
};

}  // namespace

std::vector<MentionGroup> resolve_within(const Parse& parse, const Lexicon& lexicon,
                                         const CountryIndex& countries) {
  return Resolver(parse, lexicon, countries).run();
}

}  // namespace rawabit
