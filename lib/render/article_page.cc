#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "render/article_files.h"
#include "render/markup.h"
#include "render/placed_mentions.h"

namespace rawabit {
namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; }
body { font: 1.1rem/2.1 "Amiri", "Noto Naskh Arabic", serif; max-width: 46rem; margin: 2rem auto;
       padding: 0 1rem; }
.text { white-space: pre-wrap; }
mark { color: inherit; background: color-mix(in srgb, var(--c) 22%, transparent);
       border-bottom: 2px solid var(--c); border-radius: 3px; padding: 0 .1em; }
.key mark { margin-inline-end: .6em; }
table { border-collapse: collapse; width: 100%; line-height: 1.6; }
td, th { border-bottom: 1px solid #8884; padding: .2em .4em; text-align: start; }
.person { --c: #c98500 } .rank, .honorific, .position { --c: #7a7a7a } .organization { --c: #2a6fc9 }
.country { --c: #2f8f2f } .city { --c: #6aa84f } .region { --c: #3d9a8b } .meeting { --c: #c43d4b }
.agreement { --c: #8a4fc4 } .date { --c: #b59b00 } .topic { --c: #c44f9c }
)";

/// Marks around what is in them: one begins where the other ends, or in it.
class MarkedText {
 public:
  explicit MarkedText(const std::string& text) : text_(text) {}

  void add(const PlacedMention& mention) {
    close_until(mention.span.begin);
    if (!open_.empty() && mention.span.end > open_.back()) return;  // overlaps
    write_to(mention.span.begin);
    out_ += fmt::format(R"(<mark class="{0}" title="{0}: {1}">)", label_of(*mention.entity),
                        xml_text(mention.entity->name));
    open_.push_back(mention.span.end);
  }

  std::string finish() {
    close_until(static_cast<std::uint32_t>(text_.size()));
    write_to(static_cast<std::uint32_t>(text_.size()));
    return std::move(out_);
  }

 private:
  void close_until(std::uint32_t byte) {
    while (!open_.empty() && open_.back() <= byte) {
      write_to(open_.back());
      out_ += "</mark>";
      open_.pop_back();
    }
  }

  /// Line breaks stay, other control characters do not.
  void write_to(std::uint32_t byte) {
    std::string_view rest = std::string_view(text_).substr(at_, byte - at_);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      out_ += xml_text(rest.substr(0, end));
      if (end < rest.size()) out_ += '\n';
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    at_ = byte;
  }

  const std::string& text_;
  std::string out_;
  std::vector<std::uint32_t> open_;  ///< where the marks end that are open
  std::uint32_t at_ = 0;
};

std::string marked_text(const Annotation& annotation) {
  MarkedText text(annotation.text);
  for (const PlacedMention& mention : place_mentions(annotation)) text.add(mention);
  return text.finish();
}

std::string relation_rows(const Annotation& annotation) {
  const auto name = [&](int id) {
    const auto found = std::ranges::find(annotation.entities, id, &Entity::id);
    return found == annotation.entities.end() ? std::string() : xml_text(found->name);
  };
  std::string rows;
  for (const Relation& relation : annotation.relations) {
    const std::string_view modality =
        relation.modality == Modality::asserted ? "" : name_of(relation.modality);
    rows += fmt::format("<tr><td>{}</td><td dir=\"ltr\">{} {}</td><td>{}</td></tr>\n",
                        name(relation.subject), name_of(relation.predicate), modality,
                        name(relation.object));
  }
  return rows;
}

std::string key_of_colours() {
  std::string key;
  for (const std::string_view label : {"person", "position", "organization", "country", "city",
                                       "region", "meeting", "agreement", "date", "topic"}) {
    key += fmt::format("<mark class=\"{0}\">{0}</mark> ", label);
  }
  return key;
}

}  // namespace

std::string to_article_page(const Annotation& annotation) {
  const std::string title = xml_text(annotation.title.empty() ? annotation.id : annotation.title);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">\n<head><meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n"
      "<style>{}</style></head>\n<body>\n<p class=\"key\" dir=\"ltr\">{}</p>\n"
      "<article class=\"text\">{}</article>\n<table>\n{}</table>\n</body></html>\n",
      title, kStyle, key_of_colours(), marked_text(annotation), relation_rows(annotation));
}

}  // namespace rawabit
