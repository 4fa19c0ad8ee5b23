#!/usr/bin/env python3
"""What bash, zsh and fish complete, asked of them where they are; the manual, read by man."""
import os
import pty
import re
import select
import shutil
import subprocess
import time
import unittest

from program import PROGRAM, ProgramTest

PATH = f"{os.path.dirname(PROGRAM)}:{os.environ['PATH']}"


class Terminal:
    """A shell at a terminal of its own, in which a line is typed."""

    PROMPT = b"ready> "

    def __init__(self, *command):
        self.said = b""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, {**os.environ, "TERM": "dumb", "PATH": PATH})

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def wait_for(self, words, seconds=30):
        """Is it said in time?"""
        end = time.monotonic() + seconds
        while words not in self.said and time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.1)[0]:
                self.said += os.read(self.terminal, 1 << 16)
        return words in self.said

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


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

    def needs(self, program):
        if not shutil.which(program):
            self.skipTest(f"no {program}")

    def test_fish(self):
        self.needs("fish")
        script = self.write("rawabit.fish", self.good("completion", "fish"))
        for line, expected in (("ex", {"explain", "export", "extract"}), ("export gr", {"graphml"}),
                               ("export svg --lay", {"--layout"}), ("export svg --layout sf", {"sfdp"}),
                               ("path --predicate met", {"met_with"}), ("--thr", {"--threads"}),
                               ("completion z", {"zsh"}), ("digest --lay", set())):
            with self.subTest(line=line):
                done = subprocess.run(["fish", "--no-config", "-c", f"source {script}; complete -C 'rawabit {line}'"],
                                      capture_output=True, encoding="utf-8", check=True,
                                      env={**os.environ, "PATH": PATH, "HOME": str(self.here)})
                self.assertEqual(done.stderr, "")
                self.assertEqual({found.split("\t")[0] for found in done.stdout.splitlines()}, expected)

    def test_zsh(self):
        self.needs("zsh")
        script = self.write("functions/_rawabit", self.good("completion", "zsh"))
        start = "autoload -U compinit; compinit -D -u"
        for setup in (f"{start}; source {script}", f"fpath=({script.parent} $fpath); {start}"):
            for line, completed in (("ex", b"extract  -- articles to the graph"), ("export gr", b"graphml"),
                                    ("export svg --layout sf", b"--layout sfdp"), ("--thr", b"--threads"),
                                    ("path --predicate met", b"met_with"), ("digest --d", b"--db")):
                with self.subTest(line=line, setup=setup):
                    shell = Terminal("zsh", "-f", "-i")
                    self.addCleanup(shell.close)
                    shell.type(f"PS1='rea''dy> '; {setup}\r")
                    self.assertTrue(shell.wait_for(Terminal.PROMPT), shell.said)
                    shell.said = b""
                    shell.type(f"rawabit {line}\t")
                    self.assertTrue(shell.wait_for(completed), shell.said)

    def test_man_shows_the_manual(self):
        self.needs("man")
        page = self.write("rawabit.1", self.good("man"))
        done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", page], capture_output=True,
                              encoding="utf-8", env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8"})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for words in ("RAWABIT(1)", "SYNOPSIS", "rawabit extract seeds --db graph.db", "--around NAME"):
            self.assertIn(words, done.stdout)

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
