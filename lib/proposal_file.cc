#include "proposal_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "lexicon/list_file.h"
#include "text/fold.h"

namespace rawabit {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kColumns = 7;
constexpr std::string_view kEntityClassTypes[][2] = {
    {"ORG", "organization"}, {"TOPIC", "topic"},   {"CITY", "city"},
    {"REGION", "region"},    {"PERSON", "person"}, {"COUNTRY", "country"}};
constexpr std::array<std::string_view, kProposalKindNames.size()> kClassOfKind = {
    "ORG", "GIVEN", "FAMILY", "HONORIFIC", "POSITION_HEAD", "ORG_HEAD", "TOPIC"};

/// The type of a list of entities of that class; empty where the list is one of words.
std::string_view type_of(std::string_view class_name) {
  for (const auto& [name, type] : kEntityClassTypes) {
    if (name == class_name) return type;
  }
  return {};
}

bool is_class_name(std::string_view name) {
  return !name.empty() && name.front() >= 'A' && name.front() <= 'Z' &&
         name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string_view::npos;
}

struct AcceptedForm {
  std::string class_name;
  std::string form;
};

Result<std::vector<AcceptedForm>> accepted_in(const std::string& file) {
  const Result<std::vector<ListLine>> lines = read_list_file(file);
  if (!lines) return lines.error();
  std::vector<AcceptedForm> accepted;
  for (const ListLine& line : *lines) {
    const auto error = [&](std::string message) {
      return Error{Error::Kind::data, std::move(message), file, line.number};
    };
    const auto& c = line.columns;
    if (c.size() != kColumns) {
      return error(fmt::format("expected {} columns, not {}", kColumns, c.size()));
    }
    if (!c[0].empty() && c[0] != "+") {
      return error(fmt::format("expected + or nothing in the first column, not '{}'", c[0]));
    }
    if (std::ranges::find(kProposalKindNames, c[1]) == kProposalKindNames.end()) {
      return error(fmt::format("unknown kind '{}'", c[1]));
    }
    if (!is_class_name(c[2])) {
      return error(fmt::format("class '{}': expected capitals, digits and _", c[2]));
    }
    if (fold(c[3]).empty()) return error("expected a form in the fourth column");
    if (c[0] == "+") accepted.push_back({c[2], c[3]});
  }
  return accepted;
}

/// A list of the directory, and what is to be added to it.
class OwnList {
 public:
  OwnList(std::string directory, std::string class_name)
      : class_name_(std::move(class_name)), type_(type_of(class_name_)) {
    file_ = class_name_ + ".tsv";
    std::ranges::transform(file_, file_.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    path_ = std::move(directory) + "/" + file_;
  }

  Status read() {
    std::error_code failed;
    if (!fs::exists(path_, failed)) return Done{};
    const Result<std::vector<ListLine>> lines = read_list_file(path_);
    if (!lines) return lines.error();
    for (const ListLine& line : *lines) {
      const std::size_t column = type_.empty() ? 0 : 2;
      if (line.columns.size() <= column) continue;
      for (const std::string& form : split_trimmed(line.columns[column], '|')) {
        forms_.insert(name_key(form));
      }
    }
    return Done{};
  }

  /// False where the form stands there already.
  bool add(const std::string& form) {
    const std::string key = name_key(form);
    if (!forms_.insert(key).second) return false;
    std::string id = key;
    std::ranges::replace(id, ' ', '_');
    added_ += type_.empty() ? form + "\n" : fmt::format("own:{}\t-\t{}\n", id, form);
    return true;
  }

  Status write() const {
    if (added_.empty()) return Done{};
    std::ofstream out(path_, std::ios::binary | std::ios::app);
    out << added_;
    out.close();
    if (!out) return Error{Error::Kind::input, "could not be written", path_};
    return Done{};
  }

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] std::string manifest_line() const {
    return fmt::format(
        "{}\t{}\t{}\t{}\tas-is\tar\tproposed from a corpus, accepted by hand\t-\t{}\n", file_,
        type_.empty() ? "words" : "entities", class_name_, type_.empty() ? "-" : type_,
        "accepted proposals");
  }

 private:
  std::string class_name_;
  std::string_view type_;
  std::string file_, path_;
  std::set<std::string> forms_;
  std::string added_;
};

/// The manifest names every list that was made.
Status complete_manifest(const std::string& directory,
                         const std::map<std::string, OwnList>& lists) {
  const std::string path = directory + "/lists.tsv";
  std::set<std::string> named;
  std::error_code failed;
  if (fs::exists(path, failed)) {
    const Result<std::vector<ListLine>> lines = read_list_file(path);
    if (!lines) return lines.error();
    for (const ListLine& line : *lines) named.insert(line.columns.front());
  }
  std::ofstream out(path, std::ios::binary | std::ios::app);
  for (const auto& [name, list] : lists) {
    if (!named.contains(list.file())) out << list.manifest_line();
  }
  out.close();
  if (!out) return Error{Error::Kind::input, "could not be written", path};
  return Done{};
}

/// On one line, without what would break a column.
std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace

std::string proposal_header() {
  return "# Put + before what is right, change class or form where need be, then\n"
         "# rawabit suggest --accept THIS_FILE --into DIRECTORY\n"
         "# mark\tkind\tclass\tform\tarticles\tuses\tsentence\n";
}

std::string proposal_line(const Proposal& proposal) {
  const auto kind = static_cast<std::size_t>(proposal.kind);
  return fmt::format("\t{}\t{}\t{}\t{}\t{}\t{}\n", kProposalKindNames[kind], kClassOfKind[kind],
                     one_line(proposal.form), proposal.articles, proposal.uses,
                     one_line(proposal.sentence));
}

Result<Accepted> accept(const std::string& proposals, const std::string& directory) {
  const auto forms = accepted_in(proposals);
  if (!forms) return forms.error();
  std::error_code failed;
  fs::create_directories(directory, failed);
  if (failed) return Error{Error::Kind::input, failed.message(), directory};
  std::map<std::string, OwnList> lists;
  Accepted accepted;
  for (const AcceptedForm& form : *forms) {
    const auto [list, is_new] =
        lists.try_emplace(form.class_name, OwnList(directory, form.class_name));
    if (is_new) {
      if (Status read = list->second.read(); !read) return read.error();
    }
    ++(list->second.add(form.form) ? accepted.added : accepted.known);
  }
  for (const auto& [name, list] : lists) {
    if (Status written = list.write(); !written) return written.error();
  }
  if (Status written = complete_manifest(directory, lists); !written) return written.error();
  return accepted;
}

}  // namespace rawabit
