#include "render/table.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <numeric>

#include "render/markup.h"

namespace rawabit {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 8;  ///< no column is cut to less

std::string in_one_line(std::string_view cell) {
  std::string text = shown_text(cell);
  std::ranges::replace(text, '\n', ' ');
  return text;
}

using Lines = std::vector<std::vector<std::string>>;

void append_row(std::string& out, const std::vector<std::string>& row,
                const std::vector<std::size_t>& widths) {
  std::size_t owed = 0;  // blanks are written only when something follows them
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string cell = fitted(row[i], widths[i]);
    const std::size_t width = display_width(cell);
    if (width > 0) {
      out.append(owed, ' ');
      out += cell;
      owed = 0;
    }
    owed += widths[i] - width + kGap;
  }
  out += '\n';
}

std::vector<std::size_t> widths_of(const Lines& lines) {
  std::vector<std::size_t> widths;
  for (const std::vector<std::string>& line : lines) {
    widths.resize(std::max(widths.size(), line.size()), 0);
    for (std::size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(line[i]));
    }
  }
  return widths;
}

/// Takes from the widest columns until all fit, or none can give more.
void fit_to(std::size_t terminal, std::vector<std::size_t>& widths) {
  if (widths.empty()) return;
  const std::size_t gaps = (widths.size() - 1) * kGap;
  std::size_t total = std::accumulate(widths.begin(), widths.end(), gaps);
  while (total > terminal) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= kNarrowest) return;
    --*widest;
    --total;
  }
}

/// In quotes where a comma, a quote or a line break stands in it.
std::string csv_text(const std::string& text) {
  if (!text.empty() && text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string for_markdown(const std::string& text) {
  std::string out;
  for (const char c : in_one_line(text)) {
    if (std::string_view(R"(\|<>*_`[]&)").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string to_table(const Rows& rows, const TableLook& look) {
  Lines lines{rows.head};
  for (const TableRow& row : rows.cells) {
    lines.emplace_back();
    for (const Cell& cell : row) lines.back().push_back(in_one_line(cell.text));
  }
  std::vector<std::size_t> widths = widths_of(lines);
  if (look.width > 0) fit_to(look.width, widths);
  std::vector<std::string> rule;
  rule.reserve(widths.size());
  for (const std::size_t width : widths) rule.emplace_back(width, '-');
  std::string out = look.colours ? "\x1b[1m" : "";
  append_row(out, lines.front(), widths);
  if (look.colours) out += "\x1b[0m";
  append_row(out, rule, widths);
  for (std::size_t i = 1; i < lines.size(); ++i) append_row(out, lines[i], widths);
  return out;
}

std::string to_json(const Rows& rows) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  const auto write = [&](const std::string& text) {
    out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  };
  out.StartArray();
  for (const TableRow& row : rows.cells) {
    out.StartObject();
    for (std::size_t i = 0; i < row.size(); ++i) {
      write(rows.head[i]);
      const std::string& text = row[i].text;
      if (row[i].kind == Cell::Kind::null) out.Null();
      if (row[i].kind == Cell::Kind::text) write(text);
      if (row[i].kind == Cell::Kind::number) {
        out.RawValue(text.data(), text.size(), rapidjson::kNumberType);
      }
    }
    out.EndObject();
  }
  out.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string to_csv(const Rows& rows) {
  std::string out;
  for (std::size_t i = 0; i < rows.head.size(); ++i) {
    out += (i > 0 ? "," : "") + csv_text(rows.head[i]);
  }
  out += "\r\n";
  for (const TableRow& row : rows.cells) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += i > 0 ? "," : "";
      out += row[i].kind == Cell::Kind::text ? csv_text(row[i].text) : row[i].text;
    }
    out += "\r\n";
  }
  return out;
}

std::string to_markdown(const Rows& rows) {
  std::string out = "|";
  std::string rule = "|";
  for (const std::string& name : rows.head) {
    out += ' ' + for_markdown(name) + " |";
    rule += " --- |";
  }
  out += '\n' + rule + '\n';
  for (const TableRow& row : rows.cells) {
    out += '|';
    for (const Cell& cell : row) out += ' ' + for_markdown(cell.text) + " |";
    out += '\n';
  }
  return out;
}

}  // namespace rawabit
