#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "resolve/across_articles.h"
#include "resolve/across_words.h"

namespace rawabit {
namespace {

/// The words of a meeting's name that two articles must share, at the least.
constexpr std::size_t kLeastContent = 2;
constexpr double kLikeNames = 0.6;
constexpr double kNearlyLikeNames = 0.4;
constexpr std::size_t kLongestOrdinal = 3;
/// Those who took part that two articles must share, and the length of a whole ISO date.
constexpr std::size_t kLeastPeople = 2;
constexpr std::size_t kWholeDay = 10;
/// Shares of all who took part in either: a host may receive a guest who meets others that day.
constexpr double kSamePeople = 0.5;
constexpr double kSamePeopleOtherNoun = 0.75;

/// A meeting's name taken apart: "the fourth meeting of police chiefs" is a meeting, number 4, of
/// police chiefs.
struct MeetingName {
  std::string head;
  std::string_view kind;
  std::optional<int> number;
  Words content;
};

MeetingName take_apart(const std::string& key, const KnownNames& known) {
  const Words words = split_words(key);
  const Words loose = loose_words(key);
  MeetingName name{words.empty() ? std::string() : words[0], {}, std::nullopt, {}};
  name.kind = known.meeting_kind(name.head);
  for (std::size_t at = 1; at < words.size();) {
    std::size_t taken = 0;
    for (std::size_t length = std::min(kLongestOrdinal, words.size() - at); length > 0; --length) {
      const auto first = words.begin() + static_cast<std::ptrdiff_t>(at);
      const Words run(first, first + static_cast<std::ptrdiff_t>(length));
      const std::optional<int> number = known.ordinal(join_words(run));
      if (!number || name.number) continue;
      name.number = number;
      taken = length;
      break;
    }
    if (taken == 0) name.content.push_back(loose[at]);
    at += std::max<std::size_t>(taken, 1);
  }
  return name;
}

std::size_t shared_words(const Words& a, const Words& b) {
  const double shared = word_overlap(a, b) * static_cast<double>(a.size() + b.size()) / 2;
  return static_cast<std::size_t>(std::lround(shared));
}

bool is_prefix(const Words& shorter, const Words& longer) {
  return shorter.size() <= longer.size() &&
         std::equal(shorter.begin(), shorter.end(), longer.begin());
}

struct LocalMeeting {
  std::uint32_t local = 0;
  std::uint32_t document = 0;
  MeetingName name;
  std::vector<std::uint32_t> places;  ///< sets of Clusters
  std::vector<std::string> days;      ///< ISO dates
  std::vector<std::uint32_t> people;  ///< sets of Clusters: persons who took part
};

bool is_participation(Predicate p) {
  return p == Predicate::participated_in || p == Predicate::chaired || p == Predicate::organized;
}

template <class T>
std::size_t shared(const std::vector<T>& a, const std::vector<T>& b) {
  return static_cast<std::size_t>(
      std::ranges::count_if(a, [&](const T& x) { return std::ranges::find(b, x) != b.end(); }));
}

/// Two dates of one series are two meetings.
bool are_apart(const LocalMeeting& a, const LocalMeeting& b) {
  constexpr std::size_t kMonth = 7;
  for (const std::string& day : a.days) {
    for (const std::string& other : b.days) {
      if (day.substr(0, kMonth) == other.substr(0, kMonth)) return false;
    }
  }
  return !a.days.empty() && !b.days.empty();
}

bool have_two_numbers(const LocalMeeting& a, const LocalMeeting& b) {
  return a.name.number && b.name.number && a.name.number != b.name.number;
}

class Meetings {
 public:
  Meetings(const AcrossInput& input, const KnownNames& known, Clusters& clusters)
      : clusters_(clusters) {
    std::unordered_map<std::uint32_t, std::size_t> index;
    for (std::uint32_t i = 0; i < input.entities.size(); ++i) {
      if (input.entities[i].type != EntityType::meeting) continue;
      index.emplace(i, meetings_.size());
      meetings_.push_back({i,
                           input.entities[i].document,
                           take_apart(input.key_of(input.entities[i]), known),
                           {},
                           {},
                           {}});
    }
    for (const LocalRelation& relation : input.relations) {
      const auto found = index.find(relation.subject);
      if (found != index.end()) add_circumstance(input, relation, meetings_[found->second]);
      const auto attended = index.find(relation.object);
      if (attended != index.end()) add_person(input, relation, meetings_[attended->second]);
    }
  }

  void join() {
    join_series();
    join_occasions();
    join_encounters();
  }

 private:
  void add_circumstance(const AcrossInput& input, const LocalRelation& relation,
                        LocalMeeting& meeting) {
    if (relation.object == kNoLocal || relation.modality == Modality::negated) return;
    if (relation.predicate == Predicate::held_in) {
      meeting.places.push_back(clusters_.find(relation.object));
    }
    const NameId iso = input.entities[relation.object].iso;
    if (relation.predicate == Predicate::held_on && iso != 0) {
      meeting.days.push_back(input.names.text(iso));
    }
  }

  void add_person(const AcrossInput& input, const LocalRelation& relation, LocalMeeting& meeting) {
    if (!is_participation(relation.predicate) || relation.modality == Modality::negated) return;
    if (input.entities[relation.subject].type != EntityType::person) return;
    const std::uint32_t person = clusters_.find(relation.subject);
    if (std::ranges::find(meeting.people, person) == meeting.people.end())
      meeting.people.push_back(person);
  }

  /// The same series and number. A name cut short is the full one's if there is but one.
  void join_series() {
    std::map<std::string, std::vector<const LocalMeeting*>> series;
    for (const LocalMeeting& meeting : meetings_) {
      const MeetingName& name = meeting.name;
      if (!name.number || name.content.size() < kLeastContent) continue;
      series[fmt::format("{} {} {} {}", name.head, *name.number, name.content[0], name.content[1])]
          .push_back(&meeting);
    }
    for (auto& [key, meetings] : series) {
      std::stable_sort(meetings.begin(), meetings.end(), [](const auto* a, const auto* b) {
        return a->name.content.size() < b->name.content.size();
      });
      const bool several = hold_several(meetings);
      for (std::size_t i = 0; i < meetings.size(); ++i) {
        if (!several || !meetings[i]->days.empty()) join_to_series(meetings, i, several);
      }
    }
  }

  /// Do the dates say that the name was given to several meetings?
  static bool hold_several(const std::vector<const LocalMeeting*>& meetings) {
    for (const LocalMeeting* a : meetings) {
      for (const LocalMeeting* b : meetings) {
        if (are_apart(*a, *b)) return true;
      }
    }
    return false;
  }

  /// `dated`: only with those whose date is known.
  void join_to_series(const std::vector<const LocalMeeting*>& meetings, std::size_t at,
                      bool dated) {
    const LocalMeeting& meeting = *meetings[at];
    const LocalMeeting* before = &meeting;
    std::vector<const LocalMeeting*> same;
    for (std::size_t i = at + 1; i < meetings.size(); ++i) {
      if (!is_prefix(meeting.name.content, meetings[i]->name.content)) continue;
      if (!is_prefix(before->name.content, meetings[i]->name.content)) return;
      before = meetings[i];
      if (are_apart(meeting, *before)) {
        nearly(meeting, *before, JoinReason::same_series, Objection::other_date);
      } else if (!(dated && before->days.empty())) {
        same.push_back(before);
      }
    }
    if (same.empty()) return;
    clusters_.join(meeting.local, same.front()->local, {JoinReason::same_series});
  }

  /// The same place and day, and names alike in more than a common word.
  void join_occasions() {
    std::map<std::pair<std::uint32_t, std::string>, std::vector<const LocalMeeting*>> occasions;
    for (const LocalMeeting& meeting : meetings_) {
      for (const std::uint32_t place : meeting.places) {
        for (const std::string& day : meeting.days) occasions[{place, day}].push_back(&meeting);
      }
    }
    for (const auto& [where_and_when, meetings] : occasions) {
      for (std::size_t i = 0; i < meetings.size(); ++i) {
        for (std::size_t j = i + 1; j < meetings.size(); ++j)
          join_alike(*meetings[i], *meetings[j]);
      }
    }
  }

  void join_alike(const LocalMeeting& a, const LocalMeeting& b) {
    constexpr auto kReason = JoinReason::same_occasion;
    if (shared_words(a.name.content, b.name.content) < kLeastContent) return;
    if (have_two_numbers(a, b)) return nearly(a, b, kReason, Objection::other_number);
    const double overlap = word_overlap(a.name.content, b.name.content);
    if (overlap < kNearlyLikeNames) return;
    if (overlap < kLikeNames) return nearly(a, b, kReason, Objection::other_words);
    clusters_.join(a.local, b.local, {JoinReason::same_occasion});
  }

  /// The same day and the same people, of two articles: few meet twice a day. An article that tells
  /// of two such meetings keeps them apart.
  void join_encounters() {
    std::map<std::pair<std::string, std::uint32_t>, std::vector<const LocalMeeting*>> encounters;
    for (const LocalMeeting& meeting : meetings_) {
      documents_[clusters_.find(meeting.local)].insert(meeting.document);
      if (meeting.people.size() < kLeastPeople) continue;
      for (const std::string& day : meeting.days) {
        if (day.size() != kWholeDay) continue;
        for (const std::uint32_t person : meeting.people) {
          encounters[{day, person}].push_back(&meeting);
        }
      }
    }
    for (const auto& [day_and_person, meetings] : encounters) {
      for (std::size_t i = 0; i < meetings.size(); ++i) {
        for (std::size_t j = i + 1; j < meetings.size(); ++j) join_met(*meetings[i], *meetings[j]);
      }
    }
  }

  static bool are_same_people(const LocalMeeting& a, const LocalMeeting& b) {
    const std::size_t both = shared(a.people, b.people);
    const double either = static_cast<double>(a.people.size() + b.people.size() - both);
    const double least = a.name.head == b.name.head ? kSamePeople : kSamePeopleOtherNoun;
    return static_cast<double>(both) >= least * either;
  }

  /// What speaks against it that two meetings of one day and some of the same people are one.
  static Objection objection_to(const LocalMeeting& a, const LocalMeeting& b) {
    if (a.name.kind != b.name.kind || a.name.kind.empty()) return Objection::other_kind;
    if (have_two_numbers(a, b)) return Objection::other_number;
    if (!a.places.empty() && !b.places.empty() && shared(a.places, b.places) == 0) {
      return Objection::other_place;
    }
    if (!a.name.content.empty() && !b.name.content.empty() &&
        shared_words(a.name.content, b.name.content) == 0) {
      return Objection::other_words;
    }
    return are_same_people(a, b) ? Objection::none : Objection::other_people;
  }

  void join_met(const LocalMeeting& a, const LocalMeeting& b) {
    constexpr auto kReason = JoinReason::same_people;
    const std::uint32_t left = clusters_.find(a.local), right = clusters_.find(b.local);
    if (left == right || a.document == b.document) return;
    if (shared(a.people, b.people) < kLeastPeople) return;
    const Objection against = objection_to(a, b);
    if (against != Objection::none) return nearly(a, b, kReason, against);
    std::set<std::uint32_t> documents = documents_[left];
    const std::size_t before = documents.size();
    documents.insert(documents_[right].begin(), documents_[right].end());
    if (documents.size() != before + documents_[right].size()) {
      return nearly(a, b, kReason, Objection::one_article);
    }
    if (clusters_.join(a.local, b.local, {JoinReason::same_people})) {
      documents_[clusters_.find(a.local)] = std::move(documents);
    }
  }

  void nearly(const LocalMeeting& a, const LocalMeeting& b, JoinReason reason, Objection against) {
    if (a.document != b.document) clusters_.nearly(a.local, b.local, {reason, against});
  }

  Clusters& clusters_;
  std::unordered_map<std::uint32_t, std::set<std::uint32_t>> documents_;  ///< of a set of Clusters
  std::vector<LocalMeeting> meetings_;
};

}  // namespace

void join_meetings(const AcrossInput& input, const KnownNames& known, Clusters& clusters) {
  Meetings(input, known, clusters).join();
}

}  // namespace rawabit
