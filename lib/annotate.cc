#include "annotate.h"

#include <algorithm>
#include <set>
#include <utility>

#include "relate/edges.h"
#include "resolve/within_dates.h"
#include "text/fold.h"

namespace rawabit {
namespace {

Span<Decoded> decoded_span(const Article& article, const Parse& parse, const FoundMention& found) {
  const Token& first = parse.text->tokens[found.first];
  const Token& last = parse.text->tokens[found.last - 1];
  const std::uint32_t cut = skip_letters(slice(article.text, first.span), found.proclitics.letters);
  return {first.span.begin + cut, last.span.end};
}

/// The text of tokens [first, last).
std::string text_of(const Article& article, const Parse& parse, std::uint32_t first,
                    std::uint32_t last) {
  if (first == last) return {};
  const auto& tokens = parse.text->tokens;
  const Span<Decoded> span{tokens[first].span.begin, tokens[last - 1].span.end};
  return std::string(slice(article.text, span));
}

/// What the mention reads with its head in the singular and what it shares with another.
std::string full_reading(const Article& article, const Parse& parse, const FoundMention& found,
                         const std::string& text) {
  FoundMention shared = found;
  shared.first = found.shared_first, shared.last = found.shared_last;
  shared.proclitics = found.shared_proclitics;
  std::string out(found.head);
  const auto add = [&](std::string_view more) {
    if (!more.empty() && !out.empty()) out += ' ';
    out += more;
  };
  if (shared.first < shared.last) {
    const std::string_view prefix = reading_prefix(shared.proclitics);
    add(std::string(prefix) +
        std::string(slice(article.text, decoded_span(article, parse, shared))));
  }
  add(found.plural == 0 ? text : text_of(article, parse, found.first + found.plural, found.last));
  return out;
}

/// The mention that says most: the one with the most tokens, of equals the first.
const FoundMention& fullest(const Parse& parse, const MentionGroup& group) {
  const FoundMention* best = &parse.mentions[group.mentions.front()];
  for (const std::uint32_t m : group.mentions) {
    const FoundMention& found = parse.mentions[m];
    if (found.last - found.first > best->last - best->first) best = &found;
  }
  return *best;
}

Entity make_entity(const Article& article, const Parse& parse, const MentionGroup& group,
                   const DateReader& dates, int id) {
  Entity entity{id, group.type, group.kind, {}, {}, {}};
  std::set<Span<Original>> seen;
  for (const std::uint32_t m : group.mentions) {
    Mention mention = make_mention(article, parse, parse.mentions[m]);
    if (seen.insert(mention.span).second) entity.mentions.push_back(std::move(mention));
  }
  entity.name = make_mention(article, parse, fullest(parse, group)).reading();
  if (group.type == EntityType::date) {
    entity.iso = iso_date(parse, group, dates, article.date);
  }
  return entity;
}

}  // namespace

Mention make_mention(const Article& article, const Parse& parse, const FoundMention& found) {
  const Span<Decoded> span = decoded_span(article, parse, found);
  Mention mention{article.origin.original(span),
                  std::string(slice(article.text, span)),
                  {},
                  std::string(found.rule)};
  if (const auto prefix = reading_prefix(found.proclitics); !prefix.empty()) {
    mention.form = std::string(prefix) + mention.text;
  }
  if (!found.head.empty() || found.shared_first < found.shared_last) {
    mention.form = full_reading(article, parse, found, mention.text);
  }
  return mention;
}

Annotation make_annotation(const Article& article, const Parse& parse,
                           const std::vector<MentionGroup>& groups, const DateReader& dates) {
  Annotation out;
  out.id = article.id;
  out.path = article.path;
  out.date = article.date;
  out.text = article.text;
  for (const Block& block : article.blocks) {
    if (block.kind != BlockKind::title) continue;
    out.title = slice(article.text, block.span);
    break;
  }
  for (const TokenRange& range : parse.text->sentences) {
    if (range.first == range.last) continue;
    const auto& tokens = parse.text->tokens;
    const Span<Decoded> span{tokens[range.first].span.begin, tokens[range.last - 1].span.end};
    out.sentences.push_back(
        {article.origin.original(span), std::string(slice(article.text, span))});
  }
  int id = 0;
  for (const MentionGroup& group : groups) {
    out.entities.push_back(make_entity(article, parse, group, dates, ++id));
  }
  out.relations = relate_entities(article, parse, groups);
  return out;
}

}  // namespace rawabit
