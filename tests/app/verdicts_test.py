#!/usr/bin/env python3
"""extract --verdicts, load --verdicts and review from outside: obeyed, kept, reviewed."""
import contextlib
import json
import sqlite3
import unittest

from program import ProgramTest

NAMES = {"a": "سالم بن راشد العلي", "b": "سالم العلي", "c": "هاني بن سعيد الراوي",
         "d": "هاني سعيد الراوى"}
APART = "not_same\tperson\tسالم العلي\tسالم بن راشد العلي\n"
ONE = "same\tperson\tسالم العلي\tهاني بن سعيد الراوي\n"


class VerdictsTest(ProgramTest):
    def setUp(self):
        super().setUp()
        for article, name in NAMES.items():
            self.write(f"news/{article}.txt", f"التقى اللواء {name} وفداً من المغرب في الدوحة.\n")
        self.news = self.here / "news"
        self.database = self.here / "graph.db"

    def extract(self, *options, database=None, paths=None):
        database = database or self.database
        self.good("extract", *(paths or [self.news]), "--db", database, *options)
        return self.digest(database)

    def persons(self, database=None):
        """The persons, each by the articles that name them: ["ab", "cd"]."""
        rows = self.good("sql", "SELECT group_concat(article, '') AS articles FROM (SELECT l.entity, d.article "
                         "FROM local_entities AS l JOIN documents AS d ON d.id = l.document WHERE "
                         "l.type = 'person' ORDER BY d.article) GROUP BY entity ORDER BY 1",
                         "--db", database or self.database, "--json")
        return [row["articles"] for row in json.loads(rows)]

    def test_obeyed_kept_and_replaced(self):
        plain = self.extract()
        self.assertEqual(self.persons(), ["ab", "cd"])
        told = self.extract("--verdicts", self.write("v.tsv", "# by me\n" + APART))
        self.assertEqual(self.persons(), ["a", "b", "cd"])
        self.assertEqual(self.extract(), told)                      # kept
        self.write("news/b.txt", "التقى اللواء سالم العلي وفداً من الأردن في الدوحة.\n")
        self.write("news/e.txt", "التقى اللواء سالم العلي وفداً من تونس في الدوحة.\n")
        self.extract()                                              # read again, and more of it
        self.assertEqual(self.persons(), ["a", "be", "cd"])
        self.extract("--verdicts", self.write("v.tsv", ONE))        # replaced
        self.assertEqual(self.persons(), ["abcde"])
        (self.news / "e.txt").unlink()
        self.write("news/b.txt", "التقى اللواء سالم العلي وفداً من المغرب في الدوحة.\n")
        self.assertEqual(self.extract("--prune", "--verdicts", self.write("v.tsv", "")), plain)

    def test_increment_equals_rebuild_in_any_order_with_any_threads(self):
        verdicts = self.write("v.tsv", APART + "same\tperson\tهاني بن سعيد الراوي\tسالم العلي\n")
        digest = self.extract("--verdicts", verdicts, "--threads", "1")
        self.assertEqual(self.persons(), ["a", "bcd"])
        other = self.here / "other.db"
        paths = sorted(self.news.iterdir(), reverse=True)
        self.extract("--verdicts", verdicts, "--threads", "2", database=other, paths=paths[:1])
        for path in paths[1:]:
            self.extract("--threads", "2", database=other, paths=[path])
        self.assertEqual(self.digest(other), digest)
        loaded = self.here / "loaded.db"
        lines = self.write("all.jsonl", self.good("annotate", self.news))
        self.good("load", lines, "--db", loaded, "--verdicts", verdicts)
        self.assertEqual(self.digest(loaded), digest)

    def test_review(self):
        self.extract()
        doubts = json.loads(self.good("review", "--db", self.database, "--json"))
        joined = [doubt for doubt in doubts if doubt["reason"] == "shorter_name"]
        self.assertEqual([{side["name"] for side in doubt["sides"]} for doubt in joined],
                         [{NAMES["a"], NAMES["b"]}, {NAMES["c"], NAMES["d"]}])
        self.assertTrue(joined[0]["joined"])
        self.assertIn("سالم", joined[0]["sides"][0]["sentence"])
        text = self.good("review", "--db", self.database)
        self.assertIn("person joined, 0.70: one name is the other with words left out", text)
        self.assertEqual(self.good("review", "--db", self.database, "--limit", "0"), "")

    def test_what_review_prints_confirms_the_graph_and_is_reviewed_no_more(self):
        before = self.extract()
        lines = self.good("review", "--db", self.database, "--verdict-lines")
        self.assertIn("\nsame\tperson\t", lines)
        self.extract("--verdicts", self.write("v.tsv", lines))
        self.assertEqual(self.persons(), ["ab", "cd"])
        self.assertNotEqual(self.digest(self.database), before)  # the reasons are others now
        self.assertEqual(self.good("review", "--db", self.database), "")
        overruled = lines.replace("\nsame\tperson", "\nnot_same\tperson")
        self.extract("--verdicts", self.write("v.tsv", overruled))
        self.assertIn("b", self.persons())
        self.assertEqual(self.good("review", "--db", self.database), "")

    def test_namesakes_are_told_apart_by_their_articles(self):
        """Once for each name, however many articles have it."""
        lines = ""
        for article, country in (("x", "المغرب"), ("y", "الأردن"), ("z", "تونس")):
            ends = [("person", "سالم العلي"), ("country", country)]
            lines += json.dumps({
                "id": article, "entities": [
                    {"id": i, "type": kind, "name": name,
                     "mentions": [{"start": i, "end": i + 9, "text": name}]}
                    for i, (kind, name) in enumerate(ends, 1)],
                "relations": [{"subject": 1, "predicate": "works_for", "object": 2, "start": 1,
                               "end": 9}]}, ensure_ascii=False) + "\n"
        self.good("load", self.write("x.jsonl", lines), "--db", self.database)
        printed = self.good("review", "--db", self.database, "--verdict-lines")
        self.assertIn("but they work for two countries", printed)
        self.assertEqual([line for line in printed.splitlines() if not line.startswith("#")],
                         ["same\tperson\tسالم العلي\tسالم العلي\tx\ty"])

    def test_show_tells_why(self):
        self.extract()
        shown = self.good("show", NAMES["a"], "--db", self.database)
        self.assertIn("one, because:", shown)
        self.assertIn("one name is the other with words left out", shown)
        card = json.loads(self.good("show", NAMES["a"], "--db", self.database, "--json"))[0]
        self.assertEqual([(join["confidence"], join["count"]) for join in card["joins"]], [(0.7, 1)])

    def test_refused(self):
        self.refused(3, "v.tsv:1: expected same or not_same", "extract", self.news, "--db",
                     self.database, "--verdicts", self.write("v.tsv", "equal\tperson\tأ\tب\n"))
        self.refused(3, "v.tsv:2: this not_same contradicts same in line 1", "extract", self.news,
                     "--db", self.database, "--verdicts",
                     self.write("v.tsv", "same\tperson\tأ\tب\nnot_same\tperson\tب\tأ\n"))
        self.assertFalse(self.database.exists())
        self.refused(3, "nowhere.tsv", "extract", self.news, "--db", self.database, "--verdicts",
                     self.here / "nowhere.tsv")
        self.refused(4, "nowhere.db", "review", "--db", self.here / "nowhere.db")

    def test_a_database_of_another_version_is_told_apart(self):
        self.extract()
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            connection.execute("PRAGMA user_version = 1")
        self.refused(4, "extract anew", "extract", self.news, "--db", self.database)


if __name__ == "__main__":
    unittest.main()
