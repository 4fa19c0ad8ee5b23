// rawabit export FORMAT --db FILE: the graph as a picture and for other tools, articles for
// annotators.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

#include "commands.h"
#include "entity_names.h"
#include "filter_options.h"
#include "open_graph.h"
#include "parquet_script.h"
#include "render/article_files.h"
#include "render/dot.h"
#include "render/explorer_page.h"
#include "render/follow_the_money.h"
#include "render/graph_files.h"
#include "render/picture.h"
#include "render/turtle.h"
#include "store/stored_annotations.h"
#include "terminal.h"

namespace rawabit {
namespace {

struct Options {
  std::string format;
  std::string database = "graph.db";
  std::string output;
  FilterOptions filter;
  DrawingStyle style;
  std::string clusters = "none";
};

constexpr std::array<std::string_view, 7> kLayouts = {"dot",   "fdp",   "sfdp", "neato",
                                                      "circo", "twopi", "osage"};
constexpr std::array<std::string_view, 3> kClusters = {"none", "meeting", "country"};
constexpr std::array<std::string_view, 16> kFormats = {
    "dot",   "svg",   "png",  "pdf",   "html",   "graphml", "gexf", "csv",
    "neo4j", "jsonl", "brat", "conll", "turtle", "pages",   "ftm",  "parquet"};

Status write_file(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (out) return Done{};
  return Error{Error::Kind::input, "could not be written", path};
}

Status write_text(const Options& options, const std::string& text) {
  if (!options.output.empty()) return write_file(options.output, text);
  Output output;
  return output.write(text);
}

/// Makes the directory of -o where it is not there.
Status make_directory(const Options& options) {
  std::error_code failed;
  std::filesystem::create_directories(options.output, failed);
  if (failed) return Error{Error::Kind::input, failed.message(), options.output};
  return Done{};
}

bool is_several_files(const std::string& format) {
  return format == "csv" || format == "neo4j" || format == "parquet" || format == "brat" ||
         format == "pages";
}

Status write_tables(const Options& options, const GraphTables& tables) {
  if (Status made = make_directory(options); !made) return made;
  if (Status written = write_file(options.output + "/nodes.csv", tables.nodes); !written) {
    return written;
  }
  return write_file(options.output + "/edges.csv", tables.edges);
}

/// The graph in a page to look at it.
Status write_explorer(Store& store, const GraphFilter& filter, const Options& options,
                      const Subgraph& graph) {
  const Result<std::string> page_template = explorer_template();
  if (!page_template) return page_template.error();
  Result<ExplorerGraph> known = read_explorer_graph(store.db(), graph);
  if (!known) return known.error();
  if (filter.around.size() == 1) choose(*known, *filter.around.begin());
  const Result<std::string> page = to_explorer_page(*page_template, *known);
  if (!page) return page.error();
  return write_text(options, *page);
}

Status write_picture(const Options& options, const Subgraph& graph) {
  DrawingStyle style = options.style;
  if (options.clusters == "meeting") style.clusters = ClusterBy::meeting;
  if (options.clusters == "country") style.clusters = ClusterBy::country;
  if (style.title.empty()) style.title = options.filter.around;
  if (options.format == "dot") return write_text(options, to_dot(graph, style));
  const Result<std::string> drawing = draw(graph, options.format, style);
  if (!drawing) return drawing.error();
  return write_text(options, *drawing);
}

Status write_graph(const Options& options, const Subgraph& graph) {
  if (options.format == "csv") return write_tables(options, to_gephi_tables(graph));
  if (options.format == "neo4j") return write_tables(options, to_neo4j_tables(graph));
  if (options.format == "parquet") return write_parquet(to_graph_jsonl(graph), options.output);
  if (options.format == "graphml") return write_text(options, to_graphml(graph));
  if (options.format == "gexf") return write_text(options, to_gexf(graph));
  if (options.format == "jsonl") return write_text(options, to_graph_jsonl(graph));
  if (options.format == "ftm") return write_text(options, to_follow_the_money(graph));
  return write_picture(options, graph);
}

Status export_subgraph(Store& store, const GraphFilter& filter, const Options& options) {
  const Result<Subgraph> graph = read_subgraph(store.db(), filter);
  if (!graph) return graph.error();
  if (options.format == "turtle") {
    const Result<GraphSources> sources = read_sources(store.db(), *graph);
    if (!sources) return sources.error();
    return write_text(options, to_turtle(*graph, *sources));
  }
  if (options.format == "html") return write_explorer(store, filter, options, *graph);
  return write_graph(options, *graph);
}

/// A name of an article as one of a file.
std::string file_name(std::string id) {
  std::ranges::replace_if(
      id, [](char c) { return c == '/' || c == '\\' || c == '\0'; }, '_');
  return id.starts_with('.') ? "_" + id : id;
}

/// One article, in the files that the format has for it.
Status write_article(const Options& options, const Annotation& annotation) {
  const std::string path = options.output + "/" + file_name(annotation.id);
  if (options.format == "pages") return write_file(path + ".html", to_article_page(annotation));
  const BratFiles files = to_brat(annotation);
  if (Status written = write_file(path + ".txt", files.text); !written) return written;
  return write_file(path + ".ann", files.annotations);
}

/// Without mentions of other types. What is said of them is gone already.
void keep_types(const std::set<EntityType>& types, Annotation& annotation) {
  if (types.empty()) return;
  std::erase_if(annotation.entities,
                [&](const auto& entity) { return !types.contains(entity.type); });
  std::erase_if(annotation.relations, [&](const Relation& relation) {
    const auto is_there = [&](int id) {
      return std::ranges::any_of(annotation.entities,
                                 [&](const auto& entity) { return entity.id == id; });
    };
    return !is_there(relation.subject) || !is_there(relation.object);
  });
}

Status export_articles(Store& store, const GraphFilter& filter, const Options& options) {
  if (Status narrowed = narrow(store.db(), filter); !narrowed) return narrowed;
  Result<StoredAnnotations> articles = StoredAnnotations::open(store);
  if (!articles) return articles.error();
  const bool one_file = !is_several_files(options.format);
  if (!one_file) {
    if (Status made = make_directory(options); !made) return made;
  }
  std::string conll;
  while (auto annotation = articles->next()) {
    if (!*annotation) return annotation->error();
    keep_types(filter.types, **annotation);
    if (one_file) {
      conll += to_conll(**annotation);
    } else if (Status written = write_article(options, **annotation); !written) {
      return written;
    }
  }
  return one_file ? write_text(options, conll) : Status(Done{});
}

bool is_of_articles(const std::string& format) {
  return format == "brat" || format == "conll" || format == "pages";
}

ExitCode export_graph(const Globals& globals, const Options& options) {
  if (is_several_files(options.format) && options.output.empty()) {
    return report({Error::Kind::usage,
                   fmt::format("{} is several files: expected -o DIRECTORY", options.format)});
  }
  Result<Store> store = open_graph_or_tell(options.database);
  if (!store) return report(store.error());
  EntityFinder finder(globals);
  const Result<GraphFilter> filter = read_filter(store->db(), finder, options.filter);
  if (!filter) return report_unknown(filter.error());
  const Status done = is_of_articles(options.format) ? export_articles(*store, *filter, options)
                                                     : export_subgraph(*store, *filter, options);
  return done ? ExitCode::done : report(done.error());
}

void add_options(Command& command, Options& options) {
  command
      .add_option(
          "format", options.format,
          "dot (Graphviz), svg, png, pdf; html (a page to explore it); graphml, gexf, csv (Gephi), "
          "neo4j, jsonl, parquet, turtle, ftm "
          "(FollowTheMoney): the graph; brat, "
          "conll, pages (HTML): the articles")
      .required()
      .one_of({kFormats.begin(), kFormats.end()})
      .type_name("FORMAT");
  command.add_database_option(options.database);
  add_filter_options(command, options.filter);
  command.add_option("--title", options.style.title, "of a picture (default: the name of --around)")
      .type_name("WORDS");
  command
      .add_option(
          "--layout", options.style.layout,
          fmt::format("of a picture: {} (default: what suits its size)", fmt::join(kLayouts, " ")))
      .one_of({kLayouts.begin(), kLayouts.end()})
      .type_name("LAYOUT");
  command
      .add_option("--clusters", options.clusters,
                  "boxes in a picture around what belongs to one, in the layouts dot and osage: "
                  "none meeting country")
      .one_of({kClusters.begin(), kClusters.end()})
      .shows_default()
      .type_name("WHAT");
  command.add_flag("--english", options.style.english,
                   "English names in a picture, where they are known");
  command
      .add_option("-o,--output", options.output,
                  "file to write (default: standard output); csv, neo4j, parquet, brat and pages: "
                  "directory")
      .type_name("FILE");
}

}  // namespace

void add_export(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  Command command = line.add_command(
      "export", "the graph as a picture and for other tools, articles for annotators",
      "rawabit export svg --db graph.db --around Interpol --hops 2 > interpol.svg\n"
      "  rawabit export graphml --db graph.db -o graph.graphml\n"
      "  rawabit export brat --db graph.db -o annotated/",
      [&line, options] { return export_graph(line.globals, *options); });
  add_options(command, *options);
}

}  // namespace rawabit
