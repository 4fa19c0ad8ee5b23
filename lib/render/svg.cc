#include "render/svg.h"

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

}  // namespace

Result<std::string> to_svg(const Subgraph& graph) {
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
  const std::unique_ptr<Agraph_t, CloseGraph> drawing(agmemread(to_dot(graph).c_str()));
  if (!drawing) return failed("read the graph");
  if (gvLayout(context, drawing.get(), "dot") != 0) return failed("lay out the graph");
  const std::unique_ptr<Agraph_t, FreeLayout> layout(drawing.get(), FreeLayout{context});
  char* data = nullptr;
  unsigned int size = 0;
  const int status = gvRenderData(context, drawing.get(), "svg", &data, &size);
  const std::unique_ptr<char, FreeData> owned(data);
  if (status != 0 || data == nullptr) return failed("draw the graph");
  return std::string(data, size);
}

}  // namespace rawabit
