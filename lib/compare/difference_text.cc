#include "compare/difference_text.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace rawabit {
namespace {

std::string_view name_of(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::lost:
      return "lost";
    case Change::Kind::gained:
      return "gained";
    case Change::Kind::changed:
      break;
  }
  return "changed";
}

std::string line_of(const Change& change) {
  switch (change.kind) {
    case Change::Kind::lost:
      return fmt::format("  - {}\n", change.before);
    case Change::Kind::gained:
      return fmt::format("  + {}\n", change.after);
    case Change::Kind::changed:
      break;
  }
  return fmt::format("  ~ {} -> {}\n", change.before, change.after);
}

}  // namespace

std::string difference_text(const ArticleDifference& difference, bool with_sentences) {
  if (difference.changes.empty()) return {};
  std::string text = difference.id + "\n";
  for (const Change& change : difference.changes) {
    text += line_of(change);
    if (with_sentences && !change.sentence.empty()) {
      text += fmt::format("      {}\n", change.sentence);
    }
  }
  return text;
}

std::string difference_json(const ArticleDifference& difference) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  const auto member = [&](const char* key, std::string_view text) {
    if (text.empty()) return;
    out.Key(key);
    out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  };
  out.StartObject();
  member("article", difference.id);
  out.Key("changes");
  out.StartArray();
  for (const Change& change : difference.changes) {
    out.StartObject();
    member("change", name_of(change.kind));
    member("fact", change.is_relation ? "relation" : "entity");
    member("what", change.what);
    member("before", change.before);
    member("after", change.after);
    member("sentence", change.sentence);
    out.EndObject();
  }
  out.EndArray();
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

void DifferenceCount::add(const ArticleDifference& difference) {
  if (difference.changes.empty()) return;
  ++articles;
  for (const Change& change : difference.changes) {
    switch (change.kind) {
      case Change::Kind::lost:
        ++(change.is_relation ? relations_lost : entities_lost);
        break;
      case Change::Kind::gained:
        ++(change.is_relation ? relations_gained : entities_gained);
        break;
      case Change::Kind::changed:
        ++entities_changed;
        break;
    }
  }
}

std::string DifferenceCount::text() const {
  return fmt::format("{} differ{}: entities +{} -{} ~{}, relations +{} -{}",
                     articles == 1 ? "1 article" : fmt::format("{} articles", articles),
                     articles == 1 ? "s" : "", entities_gained, entities_lost, entities_changed,
                     relations_gained, relations_lost);
}

}  // namespace rawabit
