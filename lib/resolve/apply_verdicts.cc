#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "resolve/across_words.h"
#include "resolve/verdicts.h"
#include "text/fold.h"

namespace rawabit {
namespace {

using Locals = std::vector<std::uint32_t>;

/// What is called by the names of verdicts.
class Called {
 public:
  Called(const std::vector<Verdict>& verdicts, const AcrossInput& input, const KnownNames& known)
      : input_(input), known_(known) {
    for (std::size_t i = 0; i < input.articles.size(); ++i) {
      documents_[input.articles[i]] = static_cast<std::uint32_t>(i);
    }
    for (const Verdict& verdict : verdicts) {
      for (const int side : {0, 1}) wanted_[key_of(verdict, side)];
    }
    for (std::uint32_t i = 0; i < input.entities.size(); ++i) add(i);
  }

  [[nodiscard]] Locals find(const Verdict& verdict, int side) const {
    Locals found = wanted_.at(key_of(verdict, side));
    // Of two equal names, the one without an article is any other.
    if (verdict.articles[side].empty() && key(verdict, side) == key(verdict, 1 - side)) {
      const Locals& named = wanted_.at(key_of(verdict, 1 - side));
      std::erase_if(found, [&](auto local) { return std::ranges::count(named, local) > 0; });
    }
    return found;
  }

  /// The line of a gazetteer that alone has the name.
  [[nodiscard]] KnownId line(const Verdict& verdict, int side) const {
    const auto found = known_.find(verdict.type, name_key(verdict.names[side]));
    return found.size() == 1 ? found[0] : kUnknown;
  }

 private:
  [[nodiscard]] std::string key(EntityType type, const std::string& name,
                                const std::string& key) const {
    return type == EntityType::person ? join_words(person_words(name, known_)) : key;
  }
  [[nodiscard]] std::string key(const Verdict& verdict, int side) const {
    return key(verdict.type, verdict.names[side], name_key(verdict.names[side]));
  }

  static std::string whole_key(EntityType type, std::string_view key, std::int64_t document) {
    return std::to_string(static_cast<int>(type)) + '\t' + std::to_string(document) + '\t' +
           std::string(key);
  }

  [[nodiscard]] std::string key_of(const Verdict& verdict, int side) const {
    std::int64_t document = -1;  // any
    if (!verdict.articles[side].empty()) {
      const auto found = documents_.find(verdict.articles[side]);
      document = found == documents_.end() ? -2 : std::int64_t{found->second};
    }
    return whole_key(verdict.type, key(verdict, side), document);
  }

  void add(std::uint32_t local) {
    const LocalEntity& entity = input_.entities[local];
    add(local, entity, entity.name, -1);
    add(local, entity, entity.name, entity.document);
    for (const NameUse& use : input_.uses_of(entity)) {
      if (use.name != entity.name) add(local, entity, use.name, entity.document);
    }
  }

  void add(std::uint32_t local, const LocalEntity& entity, NameId name, std::int64_t document) {
    const std::string text = key(entity.type, input_.names.text(name), input_.names.key(name));
    const auto found = wanted_.find(whole_key(entity.type, text, document));
    if (found == wanted_.end()) return;
    if (found->second.empty() || found->second.back() != local) found->second.push_back(local);
  }

  const AcrossInput& input_;
  const KnownNames& known_;
  std::unordered_map<std::string, std::uint32_t> documents_;
  std::unordered_map<std::string, Locals> wanted_;
};

Apart apart_by(const Verdict& verdict, const Called& called) {
  Apart apart;
  for (const int side : {0, 1}) {
    apart.sides[side] = called.find(verdict, side);
    apart.is_exception[side] = !verdict.articles[side].empty();
  }
  for (const std::uint32_t local : apart.sides[0]) std::erase(apart.sides[1], local);
  return apart;
}

void join_by(const Verdict& verdict, const Called& called, Clusters& clusters) {
  Locals all;
  for (const int side : {0, 1}) {
    std::ranges::copy(called.find(verdict, side), std::back_inserter(all));
  }
  if (!all.empty()) clusters.join_group(std::move(all), {JoinReason::verdict});
  if (!verdict.articles[0].empty() || !verdict.articles[1].empty()) return;
  const KnownId first = called.line(verdict, 0), second = called.line(verdict, 1);
  if (first != kUnknown && second != kUnknown) clusters.make_one(first, second);
}

}  // namespace

void apply_verdicts(const std::vector<Verdict>& verdicts, const AcrossInput& input,
                    const KnownNames& known, Clusters& clusters) {
  if (verdicts.empty()) return;
  const Called called(verdicts, input, known);
  std::vector<Apart> apart;
  for (const Verdict& verdict : verdicts) {
    if (!verdict.same) apart.push_back(apart_by(verdict, called));
  }
  clusters.keep_apart(apart);
  for (const Verdict& verdict : verdicts) {
    if (verdict.same) join_by(verdict, called, clusters);
  }
}

}  // namespace rawabit
