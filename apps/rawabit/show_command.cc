// rawabit show NAME: all that the graph says of one entity.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <memory>
#include <span>

#include "commands.h"
#include "entity_names.h"
#include "filter_options.h"
#include "open_graph.h"
#include "print_rows.h"
#include "query/card.h"
#include "render/markup.h"
#include "terminal.h"

namespace rawabit {
namespace {

struct Options {
  std::string name;
  std::string database = "graph.db";
  std::size_t most = 20;
  FilterOptions filter;
};

template <class Things>
auto first_of(const Things& things, std::size_t most) {
  return std::span(things).first(std::min(things.size(), most));
}

/// "2019-06-22 to 2020-03-02", as much of it as is known.
std::string days_of(const CardLink& link) {
  if (link.date == link.last_date) return link.date;
  return fmt::format("{} to {}", link.date, link.last_date);
}

/// That there are more than were told.
std::string rest_text(std::size_t all, std::size_t most) {
  return all > most ? fmt::format("    and {} more\n", all - most) : "";
}

std::string section_text(const CardSection& section, std::size_t most) {
  std::string text = fmt::format("  {}:\n", section.heading);
  for (const CardLink& link : first_of(section.links, most)) {
    text += fmt::format("    {} ({})", link.name, link.type);
    if (!link.detail.empty()) text += fmt::format(" [{}]", link.detail);
    text += "  " + link.article;
    if (!link.date.empty()) text += fmt::format(", {}", days_of(link));
    if (link.evidence > 1) text += fmt::format(", {} places", link.evidence);
    if (!link.speakers.empty()) text += fmt::format(", says {}", link.speakers);
    text += "\n";
  }
  return text + rest_text(section.links.size(), most);
}

std::string as_text(const EntityCard& card, std::size_t most) {
  std::string text = fmt::format("{} ({})", card.name, card.type);
  if (!card.english.empty()) text += "  " + card.english;
  if (!card.date.empty()) text += "  " + card.date;
  text += "\n";
  if (!card.other_names.empty()) {
    text += fmt::format("  also called: {}\n", fmt::join(card.other_names, " | "));
  }
  if (!card.external_ids.empty()) {
    text += fmt::format("  elsewhere: {}\n", fmt::join(card.external_ids, " "));
  }
  if (!card.joins.empty()) text += "  one, because:\n";
  for (const CardJoin& join : first_of(card.joins, most)) {
    text += fmt::format("    {} = {}  {} ({:.2f})\n", join.name, join.other_name, join.reason,
                        join.confidence);
  }
  text += rest_text(card.joins.size(), most);
  for (const CardSection& section : card.sections) text += section_text(section, most);
  text += "  articles:\n";
  for (const CardArticle& article : first_of(card.articles, most)) {
    text += fmt::format("    {}  {} {}\n", article.article, article.date, article.title);
  }
  return text + rest_text(card.articles.size(), most);
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Writer& out, const char* key, const std::string& value) {
  out.Key(key);
  out.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void write_all(Writer& out, const char* key, const std::vector<std::string>& values) {
  out.Key(key);
  out.StartArray();
  for (const std::string& value : values) out.String(value.c_str());
  out.EndArray();
}

void write_link(Writer& out, const CardSection& section, const CardLink& link) {
  out.StartObject();
  write(out, "predicate", section.predicate);
  out.Key("is_subject");
  out.Bool(section.is_subject);
  write(out, "name", link.name);
  write(out, "type", link.type);
  out.Key("n_evidence");
  out.Int64(link.evidence);
  write(out, "article", link.article);
  write(out, "date", link.date);
  write(out, "last_date", link.last_date);
  write(out, "detail", link.detail);
  write(out, "speakers", link.speakers);
  out.EndObject();
}

void write_join(Writer& out, const CardJoin& join) {
  out.StartObject();
  write(out, "name", join.name);
  write(out, "other_name", join.other_name);
  write(out, "reason", join.reason);
  out.Key("confidence");
  out.Double(join.confidence);
  out.Key("count");
  out.Int64(join.count);
  out.EndObject();
}

void write_card(Writer& out, const EntityCard& card) {
  out.StartObject();
  write(out, "name", card.name);
  write(out, "type", card.type);
  write(out, "english", card.english);
  write(out, "iso", card.date);
  write_all(out, "names", card.other_names);
  write_all(out, "external_ids", card.external_ids);
  out.Key("joins");
  out.StartArray();
  for (const CardJoin& join : card.joins) write_join(out, join);
  out.EndArray();
  out.Key("links");
  out.StartArray();
  for (const CardSection& section : card.sections) {
    for (const CardLink& link : section.links) write_link(out, section, link);
  }
  out.EndArray();
  out.Key("articles");
  out.StartArray();
  for (const CardArticle& article : card.articles) out.String(article.article.c_str());
  out.EndArray();
  out.EndObject();
}

std::string as_json(const std::vector<EntityCard>& cards) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartArray();
  for (const EntityCard& card : cards) write_card(out, card);
  out.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

/// A row for each link.
Rows as_rows(const EntityCard& card) {
  Rows rows{{"heading", "predicate", "name", "type", "detail", "places", "article", "date"}, {}};
  for (const CardSection& section : card.sections) {
    for (const CardLink& link : section.links) {
      rows.cells.push_back({section.heading, section.predicate, link.name, link.type, link.detail,
                            link.evidence, link.article, days_of(link)});
    }
  }
  return rows;
}

Result<EntityCard> card_called(const Globals& globals, const Options& options) {
  Result<Store> store = open_graph(options.database);
  if (!store) return store.error();
  EntityFinder finder(globals);
  const Result<std::int64_t> entity = finder.find(store->db(), options.name);
  if (!entity) return entity.error();
  Result<GraphFilter> filter = read_filter(store->db(), finder, options.filter);
  if (!filter) return filter.error();
  filter->any_type = {*entity};
  if (Status done = narrow(store->db(), *filter); !done) return done.error();
  auto card = card_of(store->db(), *entity);
  if (!card) return card.error();
  return **std::move(card);
}

ExitCode show(const Globals& globals, const Options& options) {
  const Result<EntityCard> card = card_called(globals, options);
  if (!card) return report_unknown(card.error());
  if (wants_rows(globals)) return print_rows(globals, as_rows(*card));
  Output output;
  const Status written =
      output.write(globals.json ? as_json({*card}) : shown_text(as_text(*card, options.most)));
  return written ? ExitCode::done : report(written.error());
}

}  // namespace

void add_show(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command = line.add_command("show", "all that the graph says of one entity",
                                     "rawabit show INTERPOL --db graph.db",
                                     [&line, options] { return show(line.globals, *options); });
  command
      .add_option("name", options->name,
                  "its name in Arabic or English, in any spelling (also TYPE:NAME, id:NUMBER)")
      .required()
      .type_name("ENTITY");
  command
      .add_option("--most", options->most,
                  "how many of a kind to tell at most; --json and --csv tell all")
      .between(1, 1'000'000)
      .shows_default()
      .type_name("N");
  command.add_database_option(options->database);
  add_common_filter_options(command, options->filter);
}

}  // namespace rawabit
