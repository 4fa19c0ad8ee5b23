#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "resolve/across_articles.h"
#include "text/fold.h"

namespace rawabit {
namespace {

/// The countries that each article names.
using CountriesOfDocument = std::unordered_map<std::uint32_t, std::unordered_set<KnownId>>;

/// "The kingdom" is a country where the article makes clear which: not by itself.
bool is_ambiguous(const KnownNames& known, std::span<const KnownId> found) {
  return found.size() > 1 && known.entity(found[0]).type == EntityType::country;
}

/// Of the cities of one name, the one in a country that the article names; else the first listed.
KnownId choose(const KnownNames& known, std::span<const KnownId> found,
               const std::unordered_set<KnownId>* countries) {
  if (found.empty() || is_ambiguous(known, found)) return kUnknown;
  if (found.size() == 1 || countries == nullptr) return found[0];
  for (const KnownId city : found) {
    const KnownId country = known.country_of(city);
    if (country != kUnknown && countries->contains(country)) return city;
  }
  return found[0];
}

/// The names of an entity, its fullest first, then from long to short.
std::vector<NameId> names_by_length(const AcrossInput& input, const LocalEntity& entity) {
  std::vector<NameId> names = {entity.name};
  for (const NameUse& use : input.uses_of(entity)) names.push_back(use.name);
  std::sort(names.begin() + 1, names.end(), [&](NameId a, NameId b) {
    const std::string& left = input.names.key(a);
    const std::string& right = input.names.key(b);
    return left.size() != right.size() ? left.size() > right.size() : left < right;
  });
  return names;
}

class Linker {
 public:
  Linker(const AcrossInput& input, const KnownNames& known, Clusters& clusters)
      : input_(input), known_(known), clusters_(clusters), first_(known.size(), kNoLocal) {}

  void link(EntityType type) {
    std::map<KnownId, std::vector<std::uint32_t>> of_lines;
    for (std::uint32_t i = 0; i < input_.entities.size(); ++i) {
      const LocalEntity& entity = input_.entities[i];
      if (entity.type != type) continue;
      const KnownId line = line_of(entity);
      if (line == kUnknown) continue;
      if (type == EntityType::country) countries_[entity.document].insert(line);
      of_lines[clusters_.line(line)].push_back(i);
    }
    for (auto& [line, locals] : of_lines) link_all(line, locals);
  }

 private:
  /// Whom a verdict keeps from the line comes after those who have its first name.
  void link_all(KnownId line, std::vector<std::uint32_t>& locals) {
    const std::vector<std::string>& forms = known_.entity(line).forms;
    const std::string canonical = forms.empty() ? std::string() : name_key(forms.front());
    std::ranges::stable_sort(locals, {}, [&](std::uint32_t local) {
      const int lateness = clusters_.lateness(local);
      return lateness > 0 && input_.key_of(input_.entities[local]) == canonical ? 0 : lateness;
    });
    for (const std::uint32_t local : locals) {
      const KnownId is = clusters_.known(local);
      if (is != kUnknown && is != line) continue;  // a verdict says that it is another's
      if (first_[line] == kNoLocal) {
        first_[line] = local;
        clusters_.set_known(local, line);
      }
      clusters_.join(first_[line], local, {JoinReason::gazetteer});
    }
  }

  [[nodiscard]] KnownId line_of(const LocalEntity& entity) const {
    const auto countries = countries_.find(entity.document);
    for (const NameId name : names_by_length(input_, entity)) {
      // "The base" of an article's air base is no short name of Al-Qaeda.
      if (name != entity.name && known_.is_common(input_.names.key(name))) continue;
      const KnownId line = choose(known_, known_.find(entity.type, input_.names.key(name)),
                                  countries == countries_.end() ? nullptr : &countries->second);
      if (line != kUnknown) return line;
    }
    return kUnknown;
  }

  const AcrossInput& input_;
  const KnownNames& known_;
  Clusters& clusters_;
  std::vector<std::uint32_t> first_;  ///< the first local entity of each line
  CountriesOfDocument countries_;
};

}  // namespace

void join_by_gazetteer(const AcrossInput& input, const KnownNames& known, Clusters& clusters) {
  Linker linker(input, known, clusters);
  linker.link(EntityType::country);
  for (const EntityType type :
       {EntityType::city, EntityType::region, EntityType::organization, EntityType::topic}) {
    linker.link(type);
  }
}

}  // namespace rawabit
