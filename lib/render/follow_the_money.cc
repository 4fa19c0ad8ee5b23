#include "render/follow_the_money.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "render/markup.h"

namespace rawabit {
namespace {

/// The schema of each entity type; empty: a property of others.
constexpr std::array<std::string_view, kEntityTypeNames.size()> kSchemas = {
    "Person", "", "Organization", "PublicBody", "Address", "Address", "Event", "Document", "", ""};

std::string_view schema_of(const SubgraphNode& node) {
  return kSchemas[static_cast<std::size_t>(node.type)];
}

bool is_legal_entity(const SubgraphNode& node) {
  return node.type == EntityType::person || node.type == EntityType::organization ||
         node.type == EntityType::country;
}

bool is_body(const SubgraphNode& node) {
  return node.type == EntityType::organization || node.type == EntityType::country;
}

/// FollowTheMoney takes no name longer than this.
constexpr std::size_t kLongestValue = 380;

/// Not longer than a value may be, and no character cut in two.
std::string shortened(std::string value) {
  if (value.size() <= kLongestValue) return value;
  std::size_t end = kLongestValue;
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;
  value.resize(end);
  return value;
}

std::string node_id(std::size_t number) { return fmt::format("rawabit-n{}", number); }

using Properties = std::map<std::string, std::set<std::string>>;

std::string line_of(std::string_view id, std::string_view schema, const Properties& properties) {
  std::string text = fmt::format(R"({{"id":"{}","schema":"{}","properties":{{)", id, schema);
  std::string_view before;
  for (const auto& [name, values] : properties) {
    text += fmt::format(R"({}"{}":[)", std::exchange(before, ","), name);
    std::string_view between;
    for (const std::string& value : values) {
      text += std::exchange(between, ",");
      text += json_text(shortened(value));
    }
    text += ']';
  }
  return text + "}}\n";
}

class Writer {
 public:
  explicit Writer(const Subgraph& graph) : graph_(graph), properties_(graph.nodes.size()) {}

  std::string write() && {
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) add_names(i);
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) add_edge(i);
    std::string text;
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      const std::string_view schema = schema_of(graph_.nodes[i]);
      if (!schema.empty()) text += line_of(node_id(i), schema, properties_[i]);
    }
    return text + links_;
  }

 private:
  void add_names(std::size_t i) {
    const SubgraphNode& node = graph_.nodes[i];
    properties_[i]["name"].insert(node.name);
    if (!node.english.empty()) properties_[i]["alias"].insert(node.english);
    if (schema_of(node) == "Address") properties_[i]["full"].insert(node.name);
  }

  void add_edge(std::size_t number) {
    const SubgraphEdge& edge = graph_.edges[number];
    if (add_property(edge)) return;
    if (schema_of(graph_.nodes[edge.subject]).empty()) return;
    if (schema_of(graph_.nodes[edge.object]).empty()) return;
    const bool at_body = is_body(graph_.nodes[edge.object]);
    if (edge.predicate == Predicate::works_for && at_body) {
      link(number, "Employment", {"employee", "employer"});
    } else if (edge.predicate == Predicate::member_of) {
      link(number, "Membership", {"member", "organization"});
    } else {
      link(number, "UnknownLink", {"subject", "object"});
    }
  }

  /// True where the edge is a property of one of its ends.
  bool add_property(const SubgraphEdge& edge) {
    const SubgraphNode& subject = graph_.nodes[edge.subject];
    const SubgraphNode& object = graph_.nodes[edge.object];
    Properties& of_subject = properties_[edge.subject];
    switch (edge.predicate) {
      case Predicate::has_title:
        of_subject["position"].insert(object.name);
        return true;
      case Predicate::about:
      case Predicate::works_on:
        of_subject["keywords"].insert(object.name);
        return true;
      case Predicate::held_on:
        if (!object.iso.empty())
          of_subject["date"].insert(object.iso.substr(0, object.iso.find('/')));
        return true;
      case Predicate::held_in:
        of_subject["location"].insert(object.name);
        return true;
      case Predicate::part_of:
        of_subject["parent"].insert(node_id(edge.object));
        return true;
      case Predicate::organized:
      case Predicate::hosted:
      case Predicate::chaired:
      case Predicate::participated_in: {
        if (!is_legal_entity(subject)) return false;
        const bool organizes =
            edge.predicate == Predicate::organized || edge.predicate == Predicate::hosted;
        properties_[edge.object][organizes ? "organizer" : "involved"].insert(
            node_id(edge.subject));
        return true;
      }
      default:
        return false;
    }
  }

  void link(std::size_t number, std::string_view schema,
            std::pair<std::string_view, std::string_view> ends) {
    const SubgraphEdge& edge = graph_.edges[number];
    links_ += line_of(fmt::format("rawabit-e{}", number), schema,
                      {{std::string(ends.first), {node_id(edge.subject)}},
                       {std::string(ends.second), {node_id(edge.object)}},
                       {"role", {std::string(name_of(edge.predicate))}}});
  }

  const Subgraph& graph_;
  std::vector<Properties> properties_;
  std::string links_;
};

}  // namespace

std::string to_follow_the_money(const Subgraph& graph) { return Writer(graph).write(); }

}  // namespace rawabit
