#!/usr/bin/env python3
"""What bash completes, asked of bash; the other shells' scripts and the manual name every command."""
import re
import subprocess
import unittest

from program import ProgramTest


class CompletionTest(ProgramTest):
    def completed(self, *words):
        script = self.good("completion", "bash") + (
            'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); compopt() { :; }; _rawabit; '
            'printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-c", script, "bash", "rawabit", *words],
                              capture_output=True, encoding="utf-8", check=True)
        self.assertEqual(done.stderr, "")
        return set(done.stdout.split())

    def test_bash(self):
        table = [(("ex",), {"explain", "export", "extract"}), (("export", "gr"), {"graphml"}),
                 (("export", "svg", "--lay"), {"--layout"}),
                 (("export", "svg", "--layout", "s"), {"sfdp"}),
                 (("path", "--predicate", "met"), {"met_with"}), (("--thr",), {"--threads"}),
                 (("show", "--min-c"), {"--min-confidence"}), (("completion", "z"), {"zsh"}),
                 (("ask", "--db", "x"), set()), (("digest", "--lay"), set())]
        for words, expected in table:
            with self.subTest(words=words):
                self.assertEqual(self.completed(*words), expected)

    def test_every_command_is_told_of(self):
        listed = self.good("--help").partition("Subcommands:")[2].partition("Example:")[0]
        commands = set(re.findall(r"^  (\w+) ", listed, re.M))
        self.assertGreater(len(commands), 15)
        manual = self.good("man")
        for text in (self.good("completion", "fish"), self.good("completion", "zsh"), manual):
            self.assertEqual([name for name in commands if name not in text], [])
        self.assertEqual(set(re.findall(r"^\.SS rawabit (\w+)", manual, re.M)), commands)

    def test_what_to_type_instead(self):
        self.refused(2, "did you mean export", "exprot")
        self.refused(2, "did you mean --around", "export", "dot", "--arond", "x")


if __name__ == "__main__":
    unittest.main()
