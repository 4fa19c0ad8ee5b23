#!/usr/bin/env python3
"""rawabit diff and rawabit cases from outside: what they print, and their exit codes."""
import json
import unittest

from program import ProgramTest, run

PERSON = {"id": 1, "type": "person", "name": "هاشم الراوي",
          "mentions": [{"start": 0, "end": 21, "text": "هاشم الراوي"}]}
RANK = {"id": 2, "type": "title", "kind": "rank", "name": "اللواء",
        "mentions": [{"start": 30, "end": 42, "text": "اللواء"}]}
EDGE = {"subject": 1, "predicate": "has_title", "object": 2, "start": 0, "end": 42}


def article(name, entities, relations=()):
    return json.dumps({"id": name, "entities": entities, "relations": list(relations)},
                      ensure_ascii=False) + "\n"


class DiffTest(ProgramTest):
    def diff(self, before, after, *options):
        return run("diff", self.write("a.jsonl", before), self.write("b.jsonl", after), *options)

    def test_what_is_one_differs_in_nothing_whatever_the_order(self):
        one, two = article("1", [PERSON]), article("2", [PERSON, RANK], [EDGE])
        done = self.diff(one + two, two + one)
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertIn("2 articles in both", done.stderr)

    def test_gained_and_lost(self):
        done = self.diff(article("1", [PERSON]), article("1", [PERSON, RANK], [EDGE]))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, "1\n  + rank اللواء\n  + هاشم الراوي has_title اللواء\n")
        back = self.diff(article("1", [PERSON, RANK], [EDGE]), article("1", [PERSON]), "--brief")
        self.assertEqual(back.stdout, f"{'rank':<16} +{0:<6} -1\n{'has_title':<16} +{0:<6} -1\n")

    def test_json(self):
        done = self.diff(article("1", [PERSON]), article("1", []), "--json")
        self.assertEqual(json.loads(done.stdout),
                         {"article": "1", "changes": [{"change": "lost", "fact": "entity",
                                                       "what": "person",
                                                       "before": "person هاشم الراوي"}]})

    def test_an_article_of_one_alone_is_a_difference_even_when_empty(self):
        done = self.diff(article("1", []), article("1", []) + article("2", []))
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("1 only in the second", done.stderr)

    def test_a_database_is_as_good_as_annotations(self):
        lines = self.write("a.jsonl", article("1", [PERSON, RANK], [EDGE]) + article("2", []))
        database = self.here / "a.db"
        self.good("load", lines, "--db", database)
        self.assertEqual(self.good("diff", lines, database), "")
        self.assertEqual(self.good("diff", database, database), "")

    def test_graphs_after_resolution(self):
        first, second = self.here / "a.db", self.here / "b.db"
        one = article("1", [PERSON, RANK], [EDGE])
        self.good("load", self.write("a.jsonl", one), "--db", first)
        self.good("load", self.write("b.jsonl", one + article("2", [PERSON])), "--db", second)
        self.assertEqual(self.good("diff", first, second, "--graph"), "")  # one person of both
        third = self.here / "c.db"
        self.good("load", self.write("c.jsonl", article("1", [PERSON])), "--db", third)
        done = run("diff", first, third, "--graph")
        self.assertEqual((done.returncode, done.stdout),
                         (1, "graph\n  - rank اللواء\n  - هاشم الراوي has_title اللواء\n"))
        self.refused(4, "a.jsonl", "diff", first, self.here / "a.jsonl", "--graph")

    def test_refused(self):
        good = self.write("a.jsonl", article("1", []))
        self.refused(3, "there twice", "diff", good, self.write("b.jsonl", article("1", []) * 2))
        self.refused(3, "c.jsonl:2", "diff", good, self.write("c.jsonl", article("1", []) + "{"))
        self.refused(3, "nowhere", "diff", self.here / "nowhere", good)
        self.refused(2, "", "diff", good)


class CasesTest(ProgramTest):
    CASE = "article\n  وصل إلى الدوحة.\n\nexpect\n  city الدوحة\n"

    def test_as_expected_or_not(self):
        case = self.write("a.case", self.CASE)
        self.assertEqual(self.good("cases", case), "")
        gap = self.write("b.case", self.CASE.replace("\nexpect", "\nexpect\n\nmissing"))
        done = run("cases", self.here)
        self.assertEqual((done.returncode, done.stdout), (1, "b\n  + city الدوحة [was missing]\n"))
        self.good("cases", gap, "--update")
        self.assertEqual(gap.read_text(encoding="utf-8"), self.CASE)

    def test_refused(self):
        self.refused(3, "x.case:1", "cases", self.write("x.case", "nonsense\n"))
        self.refused(3, "expected *.case files", "cases", self.write("d/x.txt", "").parent)


if __name__ == "__main__":
    unittest.main()
