#include "render/picture.h"

#include <fmt/format.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <unicode/ubidi.h>
#include <unicode/unistr.h>

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

/// Does the first letter run from right to left? Of XML: the letters of "&quot;" are none.
bool is_right_to_left(std::string_view xml) {
  std::string letters;
  for (bool in_entity = false; const char c : xml) {
    in_entity = c == '&' || (in_entity && c != ';');
    if (!in_entity) letters += c;
  }
  const icu::UnicodeString points = icu::UnicodeString::fromUTF8(letters);
  return ubidi_getBaseDirection(points.getBuffer(), points.length()) == UBIDI_RTL;
}

/// Graphviz lets a viewer of SVG take all text as left to right: what is neither, such as the dots
/// at the end of a name, then stands at the wrong side.
std::string with_directions(const std::string& svg) {
  constexpr std::string_view kText = "<text text-anchor=\"";
  constexpr std::string_view kStart = "start\"";
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = svg.find(kText); at != std::string::npos; at = svg.find(kText, done)) {
    const std::size_t words = svg.find('>', at) + 1;
    const std::size_t end = svg.find('<', words);
    const bool turns = is_right_to_left(std::string_view(svg).substr(words, end - words));
    out.append(svg, done, at - done);
    done = at + kText.size();
    out += turns ? "<text direction=\"rtl\" text-anchor=\"" : kText;
    if (turns && svg.compare(done, kStart.size(), kStart) == 0) {
      out += "end\"";  // there it is the left one
      done += kStart.size();
    }
  }
  return out.append(svg, done);
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
  std::string picture(data, size);
  return format == "svg" ? with_directions(picture) : undated(std::move(picture));
}

}  // namespace rawabit
