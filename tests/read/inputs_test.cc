#include "read/inputs.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "read/temporary_tree.h"

namespace rawabit {
namespace {

namespace fs = std::filesystem;

std::string without_root(const TemporaryTree& tree, std::string text) {
  for (std::size_t at = 0; (at = text.find(tree.path(), at)) != std::string::npos;) {
    text.erase(at, tree.path().size()).insert(at, 1, '~');
  }
  return text;
}

std::vector<std::string> paths_of(const TemporaryTree& tree, const InputList& list) {
  std::vector<std::string> paths;
  for (const Input& input : list.inputs) paths.push_back(without_root(tree, input.path));
  return paths;
}

std::vector<std::string> errors_of(const TemporaryTree& tree, const InputList& list) {
  std::vector<std::string> errors;
  for (const Error& error : list.errors) errors.push_back(without_root(tree, error.text()));
  return errors;
}

struct Row {
  std::string what;
  std::function<void(const TemporaryTree&)> lay_out;
  std::vector<std::string> arguments;  ///< below the tree; "" is its root
  std::vector<std::string> paths;
  std::vector<std::string> errors;
};

void link_to(const TemporaryTree& t, const std::string& target, const std::string& name) {
  fs::create_symlink(target, t.path(name));
}

const std::vector<Row>& rows() {
  using T = const TemporaryTree&;
  static const std::vector<Row> table = {
      {"a directory, sorted by bytes and recursive",
       [](T t) { t.write("b.txt"), t.write("a/z.txt"), t.write("a.txt"), t.write("B/c.txt"); },
       {""},
       {"~/B/c.txt", "~/a.txt", "~/a/z.txt", "~/b.txt"},
       {}},
      {"hidden files and directories are left out",
       [](T t) { t.write(".a.txt"), t.write(".git/b.txt"), t.write("c.txt"); },
       {""},
       {"~/c.txt"},
       {}},
      {"a hidden file that is named is read",
       [](T t) { t.write(".a.txt"); },
       {".a.txt"},
       {"~/.a.txt"},
       {}},
      {"only .txt and .jsonl in directories, in either case",
       [](T t) { t.write("a.TXT"), t.write("b.md"), t.write("c.jsonl"), t.write("d"); },
       {""},
       {"~/a.TXT", "~/c.jsonl"},
       {}},
      {"a named file is read whatever its extension",
       [](T t) { t.write("b.md"), t.write("d"); },
       {"b.md", "d"},
       {"~/b.md", "~/d"},
       {}},
      {"the order of arguments does not matter",
       [](T t) { t.write("a.txt"), t.write("b/b.txt"), t.write("c.txt"); },
       {"c.txt", "b", "a.txt"},
       {"~/a.txt", "~/b/b.txt", "~/c.txt"},
       {}},
      {"a file that is named twice is one input",
       [](T t) { t.write("a/x.txt"); },
       {"a/x.txt", "a", "a/./x.txt"},
       {"~/a/./x.txt"},
       {}},
      {"a link back to the directory above is left out",
       [](T t) { t.write("a/x.txt"), link_to(t, "..", "a/up"); },
       {""},
       {"~/a/x.txt"},
       {}},
      {"a link to itself is left out",
       [](T t) { t.write("a.txt"), link_to(t, "l.txt", "l.txt"); },
       {""},
       {"~/a.txt"},
       {}},
      {"links that lead to each other are left out",
       [](T t) { t.write("a.txt"), link_to(t, "m.txt", "l.txt"), link_to(t, "l.txt", "m.txt"); },
       {""},
       {"~/a.txt"},
       {}},
      {"a link to a directory elsewhere is followed",
       [](T t) { t.write("far/x.txt"), t.write("near/y.txt"), link_to(t, "../far", "near/l"); },
       {"near"},
       {"~/near/l/x.txt", "~/near/y.txt"},
       {}},
      {"a link to a file is a file",
       [](T t) { t.write("a.txt"), link_to(t, "a.txt", "b.txt"); },
       {""},
       {"~/a.txt", "~/b.txt"},
       {}},
      {"a broken link is an error",
       [](T t) { t.write("a.txt"), link_to(t, "gone", "b.txt"); },
       {""},
       {"~/a.txt"},
       {"~/b.txt: cannot be examined: No such file or directory"}},
      {"a missing path is an error, the other is read",
       [](T t) { t.write("a.txt"); },
       {"no", "a.txt"},
       {"~/a.txt"},
       {"~/no: cannot be examined: No such file or directory"}},
      {"a file taken for a directory",
       [](T t) { t.write("a.txt"); },
       {"a.txt/b.txt"},
       {},
       {"~/a.txt/b.txt: cannot be examined: Not a directory"}},
      {"a link that leads to itself is an error when it is named",
       [](T t) { link_to(t, "l.txt", "l.txt"); },
       {"l.txt"},
       {},
       {"~/l.txt: cannot be examined: Too many levels of symbolic links"}},
      {"an empty directory",
       [](T t) { fs::create_directory(t.path("e")); },
       {"e"},
       {},
       {"~/e: this directory has no .txt or .jsonl file"}},
      {"a directory with other things",
       [](T t) { t.write("e/a.pdf"), t.write("e/f/.x.txt"); },
       {"e"},
       {},
       {"~/e: this directory has no .txt or .jsonl file"}},
      {"a pipe is no article, and nobody waits for it",
       [](T t) { mkfifo(t.path("p.txt").c_str(), 0600); },
       {"", "p.txt"},
       {},
       {"~/p.txt: is no regular file", "~/p.txt: is no regular file"}},
      {"two files of one stem",
       [](T t) { t.write("a/x.txt"), t.write("b/x.txt"), t.write("b/y.txt"); },
       {""},
       {"~/a/x.txt", "~/b/y.txt"},
       {"~/b/x.txt: its id \"x\" is already that of ~/a/x.txt; ids must differ"}},
      {"one stem, two extensions",
       [](T t) { t.write("x.md"), t.write("x.txt"); },
       {"x.txt", "x.md"},
       {"~/x.md"},
       {"~/x.txt: its id \"x\" is already that of ~/x.md; ids must differ"}},
      {"JSON Lines have no id of their own",
       [](T t) { t.write("x.jsonl"), t.write("x.txt"); },
       {""},
       {"~/x.jsonl", "~/x.txt"},
       {}},
  };
  return table;
}

}  // namespace

TEST_CASE("paths become a sorted list of inputs") {
  for (const Row& row : rows()) {
    INFO(row.what);
    const TemporaryTree tree;
    row.lay_out(tree);
    std::vector<std::string> arguments;
    for (const std::string& argument : row.arguments) arguments.push_back(tree.path(argument));
    const InputList list = list_inputs(arguments);
    CHECK(paths_of(tree, list) == row.paths);
    CHECK(errors_of(tree, list) == row.errors);
  }
}

TEST_CASE("an input knows its id and kind") {
  const TemporaryTree tree;
  struct {
    std::string name, id;
    Input::Kind kind;
  } const table[] = {
      {"a.txt", "a", Input::Kind::article},       {"2015.07.txt", "2015.07", Input::Kind::article},
      {"README", "README", Input::Kind::article}, {"خبر.txt", "خبر", Input::Kind::article},
      {"n.jsonl", "", Input::Kind::json_lines},
  };
  for (const auto& row : table) {
    const InputList list = list_inputs({tree.write(row.name)});
    INFO(row.name);
    REQUIRE(list.inputs.size() == 1);
    CHECK(list.inputs[0].id == row.id);
    CHECK(list.inputs[0].kind == row.kind);
  }
}

TEST_CASE("a dash is standard input, once") {
  const InputList list = list_inputs({"-", "-"});
  REQUIRE(list.inputs.size() == 1);
  CHECK(list.inputs[0].path == "-");
  CHECK(list.inputs[0].kind == Input::Kind::json_lines);
  CHECK(list.errors.empty());
}

TEST_CASE("a directory that may not be listed is an error") {
  const TemporaryTree tree;
  tree.write("shut/a.txt");
  fs::permissions(tree.path(), fs::perms::all);
  fs::permissions(tree.path("shut"), fs::perms::none);
  const bool is_root = geteuid() == 0;
  if (is_root) REQUIRE(seteuid(65534) == 0);
  const InputList list = list_inputs({tree.path()});
  if (is_root) REQUIRE(seteuid(0) == 0);
  fs::permissions(tree.path("shut"), fs::perms::all);
  CHECK(errors_of(tree, list) ==
        std::vector<std::string>{"~/shut: cannot be listed: Permission denied"});
}

}  // namespace rawabit
