#!/usr/bin/env python3
"""What docs/ says is what the program does: parts that are made by tools/docs are as they are there."""
import subprocess
import sys
import unittest

from program import PROGRAM, SOURCE, ProgramTest


class DocsTest(ProgramTest):
    def test_the_kinds_of_questions(self):
        made = subprocess.run([sys.executable, "-B", SOURCE / "tools" / "docs" / "questions.py"],
                              capture_output=True, encoding="utf-8", check=True).stdout
        self.assertIn(made, (SOURCE / "docs" / "questions.md").read_text(encoding="utf-8"),
                      "run tools/docs/questions.py --write")
        self.assertGreater(int(made.split()[0]), 100)

    def test_the_tour(self):
        done = subprocess.run([sys.executable, "-B", SOURCE / "tools" / "docs" / "tour.py", PROGRAM,
                               "--check"], capture_output=True, encoding="utf-8")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_what_datasette_shows(self):
        made = subprocess.run([sys.executable, "-B", SOURCE / "tools" / "docs" / "datasette.py"],
                              capture_output=True, encoding="utf-8", check=True).stdout
        kept = SOURCE / "tools" / "datasette" / "metadata.json"
        self.assertEqual(made, kept.read_text(encoding="utf-8"),
                         "run tools/docs/datasette.py --write")


if __name__ == "__main__":
    unittest.main()
