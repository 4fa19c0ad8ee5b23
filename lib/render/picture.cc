#include "render/picture.h"

#include <fmt/format.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <memory>

#include "render/dot.h"

namespace rawabit {
namespace {

struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
struct FreeLayout {
  GVC_t* context;
  void operator()(Agraph_t* graph) const { gvFreeLayout(context, graph); }
};
struct FreeData {
  void operator()(char* data) const { gvFreeRenderData(data); }
};

Error failed(std::string_view what) {
  const char* said = aglasterr();
  return Error{Error::Kind::data,
               fmt::format("Graphviz could not {}{}{}", what, said == nullptr ? "" : ": ",
                           said == nullptr ? "" : said)};
}

/// One context for the whole process: Graphviz 2.42's pango plugin remembers the name of the last
/// font in static storage, and reads it after the context that owned it is freed.
GVC_t* graphviz_context() {
  static const std::unique_ptr<GVC_t, FreeContext> context(gvContext());
  return context.get();
}

/// A PDF tells when it was made, and who asks twice must get the same bytes.
std::string undated(std::string picture) {
  constexpr std::string_view kKey = "/CreationDate (D:";
  constexpr std::string_view kSomeDay = "20000101000000";
  const std::size_t at = picture.find(kKey);
  if (!picture.starts_with("%PDF") || at == std::string::npos) return picture;
  picture.replace(at + kKey.size(), kSomeDay.size(), kSomeDay);
  return picture;
}

}  // namespace

Result<std::string> draw(const Subgraph& graph, const std::string& format,
                         const DrawingStyle& style) {
  if (graph.nodes.size() > kMostDrawn) {
    return Error{
        Error::Kind::usage,
        fmt::format("{} entities are too many for a picture (the most are {}): choose some "
                    "with --around, --hops or --type, or export dot",
                    graph.nodes.size(), kMostDrawn)};
  }
  agseterr(AGMAX);  // a library does not print
  GVC_t* const context = graphviz_context();
  if (context == nullptr) return failed("start");
  const std::unique_ptr<Agraph_t, CloseGraph> drawing(agmemread(to_dot(graph, style).c_str()));
  if (!drawing) return failed("read the graph");
  if (gvLayout(context, drawing.get(), layout_of(graph, style).c_str()) != 0)
    return failed("lay out the graph");
  const std::unique_ptr<Agraph_t, FreeLayout> layout(drawing.get(), FreeLayout{context});
  char* data = nullptr;
  unsigned int size = 0;
  const int status = gvRenderData(context, drawing.get(), format.c_str(), &data, &size);
  const std::unique_ptr<char, FreeData> owned(data);
  if (status != 0 || data == nullptr) return failed("draw the graph");
  return undated(std::string(data, size));
}

}  // namespace rawabit
