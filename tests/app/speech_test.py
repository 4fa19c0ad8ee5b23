#!/usr/bin/env python3
"""Reported speech from outside: who says it stands with the evidence."""
import json
import unittest

from program import ProgramTest

SAID = "وقال الدكتور محمد العلي أمس إن قطر وقعت اتفاقية تعاون مع الكويت.\n"
PLAIN = "وقعت قطر اتفاقية تعاون مع الكويت.\n"


class SpeechTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.article = self.write("news/a.txt", SAID)

    def edges(self, predicate):
        annotation = json.loads(self.good("annotate", self.article))
        names = {entity["id"]: entity["name"] for entity in annotation["entities"]}
        return [[names.get(evidence.get("speaker")) for evidence in edge.get("evidence", [{}])]
                for edge in annotation["relations"] if edge["predicate"] == predicate]

    def test_annotations_name_the_speaker_beside_the_evidence(self):
        self.assertEqual(self.edges("signed"), [["محمد العلي"], ["محمد العلي"]])
        self.assertEqual(self.edges("has_title"), [[None]])

    def test_load_gives_what_extract_gives(self):
        database, loaded = self.here / "a.db", self.here / "b.db"
        self.good("extract", self.here / "news", "--db", database)
        lines = self.write("a.jsonl", self.good("annotate", self.here / "news"))
        self.good("load", lines, "--db", loaded)
        self.assertEqual(self.digest(loaded), self.digest(database))
        self.assertEqual(self.good("diff", lines, database), "")
        silent = self.write("c.jsonl", lines.read_text(encoding="utf-8").replace(',"speaker":', ',"x":'))
        self.good("load", silent, "--db", self.here / "c.db")
        self.assertNotEqual(self.digest(self.here / "c.db"), self.digest(database))

    def test_ask_show_and_explain_tell_who_says_it(self):
        database = self.here / "a.db"
        self.good("extract", self.here / "news", "--db", database)
        self.assertIn("a (says محمد العلي): ",
                      self.good("ask", "what did Qatar sign", "--db", database))
        answer = json.loads(self.good("ask", "what did Qatar sign", "--db", database, "--json"))
        self.assertEqual(answer["answers"][0]["evidence"][0]["speaker"], "محمد العلي")
        self.assertIn("الكويت (country)  a, says محمد العلي\n",
                      self.good("show", "قطر", "--db", database))
        self.assertIn("says محمد العلي", self.good("explain", self.article))
        rows = json.loads(self.good("sql", "SELECT DISTINCT speaker, predicate FROM said", "--db",
                                    database, "--json"))
        self.assertIn({"speaker": "محمد العلي", "predicate": "signed"}, rows)
        self.write("news/b.txt", PLAIN)           # now an article says so itself
        self.good("extract", self.here / "news", "--db", database)
        self.assertIn("الكويت (country)  a, 2 places\n",
                      self.good("show", "قطر", "--db", database))

    def test_a_speaker_that_is_not_there_is_refused(self):
        line = self.good("annotate", self.article).replace('"speaker":', '"speaker":9')
        self.refused(3, "expected an entity with the id 9", "load", self.write("a.jsonl", line),
                     "--db", self.here / "a.db")


if __name__ == "__main__":
    unittest.main()
