#!/usr/bin/env python3
"""rawabit suggest from outside: proposals, their acceptance, and what they then find."""
import json
import unittest

from program import ProgramTest

ARTICLES = [
    "قال الدكتور سالم الحبابطي إن معهد الكثبان للرصد يتابع العمل.",
    "حضر محمد الحبابطي اللقاء في معهد الكثبان للرصد.",
    "أكد خالد الحبابطي ذلك، وزار معهد الكثبان للرصد.",
]


class SuggestTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.corpus = self.write("news.jsonl", "".join(
            json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(ARTICLES)))

    def proposals(self, *options):
        lines = self.good("suggest", self.corpus, *options).splitlines()
        return [line.split("\t") for line in lines if not line.startswith("#")]

    def test_what_several_articles_use_and_no_list_knows(self):
        found = {(row[1], row[3], row[4]) for row in self.proposals()}
        self.assertIn(("family", "الحبابطي", "3"), found)
        self.assertIn(("body", "معهد الكثبان للرصد", "3"), found)
        self.assertEqual(self.proposals("--min-articles", "4"), [])
        self.assertEqual(self.proposals("--threads", "1"), self.proposals("--threads", "3"))

    def test_accepted_names_are_found_and_no_longer_proposed(self):
        marked = "".join("+" + "\t".join(row) + "\n" for row in self.proposals())
        own = self.here / "own"
        self.good("suggest", "--accept", self.write("p.tsv", marked), "--into", own)
        self.assertIn("all in order", self.good("check", "--gazetteers", own))
        self.assertEqual(self.proposals("--gazetteers", own), [])

    def test_refused(self):
        self.refused(2, "expected articles", "suggest")
        self.refused(2, "--into", "suggest", "--accept", self.corpus)
        self.refused(3, "p.tsv:1", "suggest", "--accept", self.write("p.tsv", "x\n"),
                     "--into", self.here / "own")


if __name__ == "__main__":
    unittest.main()
