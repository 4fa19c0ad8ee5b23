#include "compare_readings.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

namespace rawabit {
namespace {

/// One of the two readings: where it comes from, what of it waits for the other.
struct Side {
  AnnotationSource& source;
  std::map<std::string, ArticleFacts> waiting;
  std::set<std::string> seen;
  bool ended = false;
};

class Comparison {
 public:
  Comparison(AnnotationSource& before, AnnotationSource& after, const UseDifference& use)
      : before_{before, {}, {}, false}, after_{after, {}, {}, false}, use_(use) {}

  Result<ReadingsCompared> run() {
    while (!before_.ended || !after_.ended) {
      for (Side* side : {&before_, &after_}) {
        if (Status read = read_one(*side); !read) return read.error();
      }
    }
    compared_.only_before = before_.waiting.size();
    compared_.only_after = after_.waiting.size();
    if (Status told = tell_rest(); !told) return told.error();
    return compared_;
  }

 private:
  Status read_one(Side& side) {
    if (side.ended) return Done{};
    const std::optional<Result<Annotation>> annotation = side.source.next();
    side.ended = !annotation;
    if (!annotation) return Done{};
    if (!*annotation) return annotation->error();
    ArticleFacts facts = facts_of(**annotation);
    if (!side.seen.insert(facts.id).second) {
      return Error{Error::Kind::data, fmt::format("the article {} stands there twice", facts.id),
                   side.source.path()};
    }
    Side& other = &side == &before_ ? after_ : before_;
    const auto waiting = other.waiting.find(facts.id);
    if (waiting == other.waiting.end()) {
      side.waiting.emplace(facts.id, std::move(facts));
      return Done{};
    }
    const ArticleFacts there = std::move(waiting->second);
    other.waiting.erase(waiting);
    ++compared_.in_both;
    return use_(&side == &after_ ? difference(there, facts) : difference(facts, there));
  }

  Status tell_rest() {
    std::map<std::string, ArticleDifference> rest;
    for (const auto& [id, facts] : before_.waiting) {
      rest.emplace(id, difference(facts, ArticleFacts{id, {}, {}}));
    }
    for (const auto& [id, facts] : after_.waiting) {
      rest.emplace(id, difference(ArticleFacts{id, {}, {}}, facts));
    }
    for (const auto& [id, found] : rest) {
      if (Status used = use_(found); !used) return used;
    }
    return Done{};
  }

  Side before_, after_;
  const UseDifference& use_;
  ReadingsCompared compared_;
};

}  // namespace

Result<ReadingsCompared> compare_readings(AnnotationSource& before, AnnotationSource& after,
                                          const UseDifference& use) {
  return Comparison(before, after, use).run();
}

}  // namespace rawabit
