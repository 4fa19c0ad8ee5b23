#include "lexicon/patterns.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>
#include <utility>

#include "lexicon/forms.h"
#include "lexicon/list_file.h"
#include "text/fold.h"

namespace rawabit {
namespace {

constexpr unsigned kParseFlags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

/// Labels of spaCy's models and of rawabit's own types.
constexpr std::array<std::pair<std::string_view, LabelMeaning>, 10> kLabels = {{
    {"PERSON", {"PERSON", "person"}},
    {"PER", {"PERSON", "person"}},
    {"ORG", {"ORG", "organization"}},
    {"ORGANIZATION", {"ORG", "organization"}},
    {"GPE", {"CITY", "city"}},
    {"CITY", {"CITY", "city"}},
    {"COUNTRY", {"COUNTRY", "country"}},
    {"LOC", {"REGION", "region"}},
    {"REGION", {"REGION", "region"}},
    {"TOPIC", {"TOPIC", "topic"}},
}};

std::string_view text_of(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

class PatternReader {
 public:
  PatternReader(std::string file, int line) : file_(std::move(file)), line_(line) {}

  [[nodiscard]] Result<EntityPattern> read(const std::string& text) const {
    rapidjson::Document document;
    document.Parse<kParseFlags>(text.data(), text.size());
    if (document.HasParseError()) {
      return error(
          fmt::format("expected JSON: {}", rapidjson::GetParseError_En(document.GetParseError())));
    }
    if (!document.IsObject()) return error("expected an object with a label and a pattern");
    EntityPattern pattern;
    pattern.line = line_;
    for (const auto& [key, value] : document.GetObject()) {
      if (Status read = member(text_of(key), value, pattern); !read) return read.error();
    }
    if (pattern.label.empty()) return error("expected a \"label\"");
    if (fold(pattern.form).empty()) return error("expected a \"pattern\"");
    if (pattern.id.empty()) pattern.id = id_of(pattern);
    return pattern;
  }

 private:
  [[nodiscard]] Error error(std::string message) const {
    return {Error::Kind::data, std::move(message), file_, line_};
  }

  [[nodiscard]] static std::string id_of(const EntityPattern& pattern) {
    std::string id = pattern.label + ":" + single_spaced(fold(pattern.form));
    std::ranges::replace(id, ' ', '_');
    return id;
  }

  Status member(std::string_view key, const rapidjson::Value& value, EntityPattern& into) const {
    if (key == "pattern") {
      Result<std::string> form = form_of(value);
      if (!form) return form.error();
      into.form = *std::move(form);
      return Done{};
    }
    if (key != "label" && key != "id") {
      return error(fmt::format("expected \"label\", \"pattern\" and \"id\", not \"{}\"", key));
    }
    if (!value.IsString()) return error(fmt::format("expected \"{}\" to be a string", key));
    (key == "label" ? into.label : into.id) = text_of(value);
    return Done{};
  }

  [[nodiscard]] Result<std::string> form_of(const rapidjson::Value& pattern) const {
    if (pattern.IsString()) return std::string(text_of(pattern));
    if (!pattern.IsArray()) {
      return error("expected \"pattern\" to be a string or a list of tokens");
    }
    std::string form;
    for (const rapidjson::Value& token : pattern.GetArray()) {
      const Result<std::string> word = word_of(token);
      if (!word) return word.error();
      form += (form.empty() ? "" : " ") + *word;
    }
    return form;
  }

  [[nodiscard]] Result<std::string> word_of(const rapidjson::Value& token) const {
    if (!token.IsObject() || token.MemberCount() != 1) {
      return error("expected each token to have exactly one of LOWER, ORTH and TEXT");
    }
    const auto& [key, value] = *token.MemberBegin();
    const std::string_view name = text_of(key);
    if (name != "LOWER" && name != "ORTH" && name != "TEXT") {
      return error(fmt::format("token attribute \"{}\": expected LOWER, ORTH or TEXT", name));
    }
    if (!value.IsString()) return error(fmt::format("expected {} to be a string", name));
    return std::string(text_of(value));
  }

  std::string file_;
  int line_;
};

}  // namespace

Result<std::vector<EntityPattern>> read_patterns(const std::string& path) {
  const Result<std::vector<ListLine>> lines = read_lines(path);
  if (!lines) return lines.error();
  std::vector<EntityPattern> patterns;
  for (const ListLine& line : *lines) {
    Result<EntityPattern> pattern = PatternReader(path, line.number).read(line.columns.front());
    if (!pattern) return pattern.error();
    patterns.push_back(*std::move(pattern));
  }
  return patterns;
}

LabelMeaning meaning_of_label(std::string_view label) {
  const auto found = std::ranges::find(kLabels, label, [](const auto& row) { return row.first; });
  return found == kLabels.end() ? LabelMeaning{} : found->second;
}

std::string known_labels() {
  std::string all;
  for (const auto& [label, meaning] : kLabels) {
    all += fmt::format("{}{}", all.empty() ? "" : ", ", label);
  }
  return all;
}

}  // namespace rawabit
