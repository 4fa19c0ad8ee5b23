#include "check.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

namespace rawabit {
namespace {

namespace fs = std::filesystem;

/// Gazetteers and rules in a directory of their own, which goes with it.
class Data {
 public:
  Data(const std::string& ranks, const std::string& rules)
      : root_(fs::temp_directory_path() / "rawabit_check_test") {
    fs::remove_all(root_);
    fs::create_directories(root_ / "gazetteers");
    fs::create_directories(root_ / "rules");
    write("gazetteers/lists.tsv",
          "ranks.tsv\twords\tRANK\t-\tas-is\tar\trawabit authors\tApache-2.0\tranks\n");
    write("gazetteers/ranks.tsv", ranks);
    write("rules/cascade.txt", "all.rules chunk\n");
    write("rules/all.rules", rules);
  }
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;
  ~Data() { fs::remove_all(root_); }

  [[nodiscard]] std::string findings() const {
    std::string text;
    for (const Error& finding : report().findings) {
      const std::string whole = finding.text();
      const auto at = whole.rfind(root_.string());
      text += (at == std::string::npos ? whole : whole.substr(at + root_.string().size())) + "\n";
    }
    return text;
  }
  [[nodiscard]] CheckReport report() const {
    return check_data({{(root_ / "gazetteers").string()}, {(root_ / "rules").string()}});
  }

 private:
  void write(const char* name, const std::string& text) { std::ofstream(root_ / name) << text; }
  fs::path root_;
};

constexpr const char* kRanks = "اللواء\nالعميد\n";

std::string rule_with(const std::string& examples) {
  return "rule title.rank\n  match  @t:RANK\n  make   title t kind=rank\n" + examples;
}

std::string found(const std::string& examples) {
  return Data(kRanks, rule_with(examples)).findings();
}

TEST_CASE("what is in order has no findings") {
  const Data data(kRanks, rule_with("  yes    أكد اللواء ذلك => rank اللواء\n  no     أكد ذلك\n"));
  CHECK(data.findings().empty());
  const CheckReport report = data.report();
  CHECK(report.lists == 1);
  CHECK(report.entries == 2);
  CHECK(report.rules == 1);
  CHECK(report.examples == 2);
}

TEST_CASE("each finding has its file and line") {
  const std::pair<std::string, std::string> table[] = {
      {found(""), "/rules/all.rules:1: expected the rule title.rank to have a `yes` line\n"},
      {found("  yes    أكد اللواء => rank العميد\n"),
       "/rules/all.rules:4: expected \"rank العميد\", found rank اللواء [title.rank]\n"},
      {found("  yes    أكد ذلك => rank اللواء\n"),
       "/rules/all.rules:4: expected \"rank اللواء\", found nothing\n"},
      {found("  yes    اللواء => rank اللواء\n  no     قال العميد\n"),
       "/rules/all.rules:5: expected the rule title.rank to find nothing here, found rank العميد "
       "[title.rank]\n"},
      {Data("اللواء\nالعميد\nاللوآء\n", rule_with("  yes    اللواء => rank اللواء\n")).findings(),
       "/gazetteers/ranks.tsv:3: form 'اللوآء' stands on line 1 already\n"},
  };
  for (const auto& [findings, expected] : table) {
    INFO(findings);
    CHECK(findings.ends_with(expected));
  }
}

TEST_CASE("a form may stand twice under two classes, or as namesakes") {
  const std::string rules = rule_with("  yes    أكد اللواء ذلك => rank اللواء\n");
  CHECK(Data("اللواء\nاللواء\tclass=OTHER\n", rules).findings().empty());
  CHECK(Data("اللواء\nاللواء\tambiguous=1\n", rules).findings().empty());
}

TEST_CASE("a rule that only marks may lean on the whole cascade") {
  const std::string rank = rule_with("  yes    اللواء => rank اللواء\n");
  const std::string mark = "rule mark.said\n  match  @t:\"قال\"\n  mark   SAID t\n";
  CHECK(Data(kRanks, mark + "  yes    قال العميد => rank العميد\n" + rank).findings().empty());
  CHECK_FALSE(
      Data(kRanks, mark + "  yes    قال العميد => rank اللواء\n" + rank).findings().empty());
}

TEST_CASE("what cannot be loaded is one finding") {
  CHECK(check_data({{"/nowhere"}, {"/nowhere"}}).findings.size() == 1);
  CHECK(Data(kRanks, "rule x\n  match  (((\n").findings().starts_with("/rules/all.rules:2: "));
}

}  // namespace
}  // namespace rawabit
