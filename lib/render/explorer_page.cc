#include "render/explorer_page.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <unordered_map>

#include "render/markup.h"
#include "text/fold_table.h"

namespace rawabit {
namespace {

/// Arrays rather than objects where there are many of a kind: explorer/src/graph.ts reads them.
class GraphWriter {
 public:
  explicit GraphWriter(const ExplorerGraph& known) : known_(known) { out_.SetMaxDecimalPlaces(3); }

  std::string write() {
    out_.StartObject();
    names("types", kEntityTypeNames);
    names("predicates", kPredicateNames);
    names("origins", kOriginNames);
    symmetric();
    list("entities", known_.graph.nodes.size(), [this](std::size_t i) { entity(i); });
    list("edges", known_.graph.edges.size(), [this](std::size_t i) { edge(i); });
    list("sentences", known_.sentences.size(), [this](std::size_t i) { sentence(i); });
    list("articles", known_.articles.size(), [this](std::size_t i) { article(i); });
    list("rules", rules_.size(), [this](std::size_t i) { text(rules_[i]); });
    list("left_out", known_.left_out.size(), [this](std::size_t i) { number(known_.left_out[i]); });
    if (known_.chosen) {
      key("chosen");
      number(*known_.chosen);
    }
    out_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void key(std::string_view name) {
    out_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void text(std::string_view value) { string(label_text(value)); }
  void string(const std::string& value) {
    out_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void number(std::size_t value) { out_.Uint64(value); }

  template <class Write>
  void list(std::string_view name, std::size_t size, Write write) {
    key(name);
    out_.StartArray();
    for (std::size_t i = 0; i < size; ++i) write(i);
    out_.EndArray();
  }

  template <std::size_t kSize>
  void names(std::string_view name, const std::array<std::string_view, kSize>& values) {
    list(name, kSize, [&](std::size_t i) { text(values[i]); });
  }

  void symmetric() {
    list("symmetric", kPredicateNames.size(), [this](std::size_t i) {
      if (is_symmetric(static_cast<Predicate>(i))) number(i);
    });
  }

  /// [type, name, English, kind, from, to, articles, mentions, [names]]
  void entity(std::size_t i) {
    const SubgraphNode& node = known_.graph.nodes[i];
    const EntityFacts& facts = known_.entities[i];
    out_.StartArray();
    number(static_cast<std::size_t>(node.type));
    for (const std::string_view value :
         {std::string_view(node.name), std::string_view(node.english), std::string_view(facts.kind),
          std::string_view(facts.from), std::string_view(facts.to)}) {
      text(value);
    }
    out_.Int64(facts.n_documents);
    out_.Int64(facts.n_mentions);
    out_.StartArray();
    for (const std::string& alias : facts.aliases) text(alias);
    out_.EndArray();
    out_.EndArray();
  }

  /// [subject, predicate, object, origin, confidence, proofs in all, [proof, ...]]
  void edge(std::size_t i) {
    const SubgraphEdge& edge = known_.graph.edges[i];
    out_.StartArray();
    number(edge.subject);
    number(static_cast<std::size_t>(edge.predicate));
    number(edge.object);
    number(static_cast<std::size_t>(edge.origin));
    out_.Double(known_.edges[i].confidence);
    number(known_.edges[i].n_proofs);
    out_.StartArray();
    for (const Proof& one : known_.edges[i].proofs) proof(one);
    out_.EndArray();
    out_.EndArray();
  }

  /// [article, sentence or -1, [rule, ...], confidence, and the speaker where there is one]
  void proof(const Proof& one) {
    out_.StartArray();
    number(one.article);
    if (one.sentence == kNoSentence) {
      out_.Int(-1);
    } else {
      number(one.sentence);
    }
    out_.StartArray();
    for (const std::string& name : one.rules) number(rule(name));
    out_.EndArray();
    out_.Double(one.confidence);
    if (!one.speaker.empty()) text(one.speaker);
    out_.EndArray();
  }

  std::size_t rule(const std::string& name) {
    const auto [place, is_new] = rule_numbers_.try_emplace(name, rules_.size());
    if (is_new) rules_.push_back(name);
    return place->second;
  }

  /// [text, [begin, end, entity, begin, ...]]
  void sentence(std::size_t i) {
    out_.StartArray();
    string(plain_text(known_.sentences[i].text));  // its marks count what is there
    out_.StartArray();
    for (const SentenceMark& mark : known_.sentences[i].marks) {
      number(mark.begin);
      number(mark.end);
      number(mark.entity);
    }
    out_.EndArray();
    out_.EndArray();
  }

  /// [name, title, date]
  void article(std::size_t i) {
    const ProvingArticle& article = known_.articles[i];
    out_.StartArray();
    text(article.name);
    text(article.title);
    text(article.date);
    out_.EndArray();
  }

  const ExplorerGraph& known_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> out_{buffer_};
  std::vector<std::string> rules_;
  std::unordered_map<std::string, std::size_t> rule_numbers_;
};

/// What could end the element, start another, or turn what is around it: all of it is allowed in
/// JSON only inside strings, where an escape says the same.
bool needs_escape(char32_t code) {
  return code == U'<' || code == U'>' || code == U'&' || code == 0x061C ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

std::string escaped_for_html(std::string_view json) {
  std::string out;
  out.reserve(json.size() + json.size() / 16);
  for (std::size_t at = 0; at < json.size();) {
    const DecodedChar c = decode(json, at);
    if (needs_escape(c.code)) {
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c.code));
    } else {
      out.append(json, at, c.width);
    }
    at += c.width;
  }
  return out;
}

}  // namespace

std::string to_explorer_json(const ExplorerGraph& known) {
  return escaped_for_html(GraphWriter(known).write());
}

Result<std::string> to_explorer_page(std::string_view html_template, const ExplorerGraph& known) {
  const std::size_t place = html_template.find(kGraphPlace);
  if (place == std::string_view::npos ||
      html_template.find(kGraphPlace, place + 1) != std::string_view::npos) {
    return Error{Error::Kind::data,
                 fmt::format("expected one place for the graph, {}", kGraphPlace)};
  }
  std::string page(html_template.substr(0, place));
  page += to_explorer_json(known);
  page += html_template.substr(place + kGraphPlace.size());
  return page;
}

}  // namespace rawabit
