#!/usr/bin/env python3
"""What `cmake --install` puts into a prefix: it may be moved, and other programs can link to it."""
import json
import os
import subprocess
import unittest

from program import SEEDS, ProgramTest, run

CMAKE = os.environ["CMAKE"]
BUILD = os.environ["RAWABIT_BUILD_DIR"]
SANITIZE = os.environ["RAWABIT_SANITIZE"]
SEED = sorted(SEEDS.glob("*.txt"))[0]

PROJECT = """\
cmake_minimum_required(VERSION 3.22)
project(mine LANGUAGES CXX)
find_package(rawabit 0.1 REQUIRED)
add_executable(mine mine.cc)
target_link_libraries(mine PRIVATE rawabit::rawabit)
target_compile_definitions(mine PRIVATE DATA="${rawabit_DATA_DIR}")
"""
SOURCE = """\
#include <rawabit.h>

#include <iostream>
#include <iterator>

int main() {
  const std::string data = DATA;
  const auto pipeline =
      rawabit::Pipeline::load({.gazetteers = {data + "/gazetteers"}, .rules = {data + "/rules"}});
  if (!pipeline) return 1;
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  const auto annotation = pipeline->annotate({.id = "a", .path = "a.txt", .bytes = text, .date = {}});
  if (!annotation) return 2;
  std::cout << rawabit::to_json_line(*annotation) << '\\n';
  const auto store = rawabit::Store::create(":memory:");
  return store ? 0 : 3;
}
"""


class InstallTest(ProgramTest):
    def setUp(self):
        super().setUp()
        before = self.here / "before"
        self.sh(CMAKE, "--install", BUILD, "--prefix", before)
        self.prefix = self.here / "after"
        before.rename(self.prefix)

    def sh(self, *command, **options):
        environment = {k: v for k, v in os.environ.items() if k != "RAWABIT_DATA"}
        done = subprocess.run([*map(str, command)], capture_output=True, encoding="utf-8",
                              env=environment, **options)
        self.assertEqual(done.returncode, 0, f"{command}\n{done.stdout}{done.stderr}")
        return done.stdout

    def test_everything_is_there(self):
        for path in ("bin/rawabit", "share/rawabit/gazetteers/lists.tsv",
                     "share/rawabit/rules/cascade.txt", "share/rawabit/rules/questions/phrases.txt",
                     "share/rawabit/schema.sql", "share/doc/rawabit/README.md",
                     "share/doc/rawabit/LICENSE", "share/doc/rawabit/docs/adding-data.md",
                     "share/man/man1/rawabit.1", "share/zsh/site-functions/_rawabit",
                     "share/bash-completion/completions/rawabit",
                     "share/fish/vendor_completions.d/rawabit.fish",
                     "include/rawabit/rawabit.h", "include/rawabit/query/ask.h"):
            self.assertTrue((self.prefix / path).is_file(), path)

    def test_the_moved_program_reads_the_data_beside_it(self):
        program = self.prefix / "bin/rawabit"
        self.assertEqual(self.sh(program, "annotate", SEED), run("annotate", SEED).stdout)
        cascade = self.prefix / "share/rawabit/rules/cascade.txt"
        cascade.write_text("what is this\n")
        done = subprocess.run([program, "annotate", SEED], capture_output=True, encoding="utf-8")
        self.assertEqual(done.returncode, 3)
        self.assertIn(f"{cascade}:1: ", done.stderr)

    def test_another_project_links_to_the_library(self):
        self.write("mine/CMakeLists.txt", PROJECT)
        self.write("mine/mine.cc", SOURCE)
        build = self.here / "build"
        flags = [f"-DCMAKE_EXE_LINKER_FLAGS=-fsanitize={SANITIZE}"] if SANITIZE else []
        self.sh(CMAKE, "-S", self.here / "mine", "-B", build, *flags,
                f"-DCMAKE_PREFIX_PATH={self.prefix}")
        self.sh(CMAKE, "--build", build)
        printed = self.sh(build / "mine", input=SEED.read_text(encoding="utf-8"))
        expected = json.loads(run("annotate", SEED).stdout)
        found = json.loads(printed)
        self.assertEqual(found["entities"], expected["entities"])
        self.assertEqual(found["relations"], expected["relations"])


if __name__ == "__main__":
    unittest.main()
