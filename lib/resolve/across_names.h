// The names of one entity of the graph: those that articles use and those of its gazetteer line.
//
// The canonical name is the canonical one of the gazetteer where some article uses it; else the
// fullest name of most articles - of a country, city or region only if the gazetteer has it, so
// that no country is shown by an adjective.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "resolve/across_graph.h"

namespace rawabit {

class EntityNames {
 public:
  /// `line` may be null; then there must be members.
  EntityNames(const AcrossInput& input, std::span<const std::uint32_t> members,
              const KnownEntity* line);

  [[nodiscard]] const std::string& canonical() const { return names_.at(canonical_).text; }
  [[nodiscard]] const std::string& canonical_key() const { return canonical_; }
  [[nodiscard]] std::string english() const { return line_ == nullptr ? "" : line_->english; }
  [[nodiscard]] std::string gazetteer() const { return line_ == nullptr ? "" : line_->id; }
  void append(std::int64_t entity, std::vector<GraphName>& out) const;

 private:
  struct Name {
    std::string text;              ///< the most frequent spelling
    std::uint32_t text_count = 0;  ///< how often that spelling is used
    std::uint32_t fullest_in = 0;  ///< in how many articles it is the fullest name
    std::int64_t n_mentions = 0;
    bool from_gazetteer = false;
  };

  void add_uses(const AcrossInput& input, std::span<const std::uint32_t> members);
  void add_line();
  void choose_canonical();
  [[nodiscard]] bool is_full(const std::string& key, const Name& name) const;

  const KnownEntity* line_;
  EntityType type_;
  std::map<std::string, Name> names_;  ///< by name key
  std::string canonical_;
};

}  // namespace rawabit
