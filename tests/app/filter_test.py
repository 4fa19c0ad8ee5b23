#!/usr/bin/env python3
"""The filters that commands share, on the graph of the seeds' gold: each filter with each command."""
import json
import shutil
import sqlite3
import time
import unittest

from program import GoldGraphTest, SEEDS, run

INTERPOL = "المنظمة الدولية للشرطة الجنائية"
GULF_POLICE = "الشرطة الخليجية"
SESSION = "الدورة السابعة والثلاثين لمجلس وزراء الداخلية العرب"
STOCK = "يورغن ستوك"
MOROCCO_ARTICLE = "002_4513923ae5498424"
COUNCIL_ARTICLE = "004_0b6d1692144c6f75"

# The filter, what is then left of Interpol's ties, and what is not.
FILTERS = [
    (("--type", "organization"), [GULF_POLICE], [SESSION, STOCK]),
    (("--type", "meeting,person"), [SESSION, STOCK], [GULF_POLICE]),
    (("--predicate", "cooperates_with"), [GULF_POLICE], [SESSION, STOCK]),
    (("--predicate", "works_for,participated_in"), [SESSION, STOCK], [GULF_POLICE]),
    (("--since", "2020"), [SESSION], [GULF_POLICE, STOCK]),
    (("--until", "2020-03-01"), [SESSION], [GULF_POLICE, STOCK]),
    (("--until", "2020-02"), [], [SESSION, GULF_POLICE, STOCK]),
    (("--since", "2020-03-02"), [], [SESSION, GULF_POLICE, STOCK]),
    (("--min-confidence", "1"), [GULF_POLICE, SESSION, STOCK], []),
    (("--min-evidence", "2"), [], [SESSION, GULF_POLICE]),
    (("--article", MOROCCO_ARTICLE), [STOCK], [SESSION, GULF_POLICE]),
    (("--article", MOROCCO_ARTICLE, "--article", COUNCIL_ARTICLE), [STOCK, SESSION],
     [GULF_POLICE]),
]
# Each of these tells all ties of Interpol.
COMMANDS = [
    ("show", "INTERPOL", "--csv"),
    ("near", "INTERPOL"),
    ("export", "jsonl", "--around", "INTERPOL"),
    ("export", "dot", "--around", "INTERPOL"),
    ("export", "graphml", "--around", "INTERPOL"),
    ("export", "gexf", "--around", "INTERPOL"),
    ("export", "turtle", "--around", "INTERPOL"),
    ("export", "ftm", "--around", "INTERPOL"),
    ("sql", "SELECT subject, object FROM triple", "--around", "INTERPOL"),
]


class FilterTest(GoldGraphTest):
    def said(self, *arguments):
        return self.good(*arguments, "--db", self.database)

    def test_each_filter_with_each_command(self):
        for command in COMMANDS:
            for options, left, gone in FILTERS:
                with self.subTest(command=command, options=options):
                    # in DOT names are broken into lines
                    said = " ".join(self.said(*command, *options).replace("\\n", " ").split())
                    self.assertEqual([one for one in left if one not in said], [])
                    self.assertEqual([one for one in gone if one in said], [])

    def test_files(self):
        for form in ("csv", "neo4j"):
            self.said("export", form, "--around", "INTERPOL", "--predicate", "works_for",
                      "-o", self.here / form)
            nodes = (self.here / form / "nodes.csv").read_text(encoding="utf-8")
            self.assertIn(STOCK, nodes)
            self.assertNotIn(GULF_POLICE, nodes)

    def test_articles(self):
        everything = sorted(path.stem for path in SEEDS.glob("*.txt"))
        table = [((), everything),
                 (("--article", MOROCCO_ARTICLE), [MOROCCO_ARTICLE]),
                 (("--since", "2020"), [COUNCIL_ARTICLE]),
                 (("--since", "2019", "--until", "2019"), ["003_0b4468dfae80ad8f"]),
                 (("--around", STOCK, "--hops", "0"), [MOROCCO_ARTICLE])]
        for number, (options, expected) in enumerate(table):
            with self.subTest(options=options):
                folder = self.here / str(number)
                self.said("export", "brat", "-o", folder, *options)
                self.assertEqual(sorted(path.stem for path in folder.glob("*.ann")), expected)
        types = self.said("export", "conll", "--type", "person")
        self.assertIn("B-person", types)
        self.assertNotIn("B-organization", types)

    def test_paths(self):
        table = [((), SESSION, None), (("--type", "organization"), GULF_POLICE, SESSION),
                 (("--since", "2020"), SESSION, GULF_POLICE),
                 (("--min-evidence", "1", "--predicate", "participated_in"), SESSION, GULF_POLICE)]
        for options, through, other in table:
            with self.subTest(options=options):
                said = self.said("path", "INTERPOL", "مكتب الأمم المتحدة المعني بالمخدرات والجريمة",
                                 *options)
                self.assertIn(through, said)
                if other:
                    self.assertNotIn(other, said)
        self.refused(1, "nothing connects the two", "path", "INTERPOL", STOCK, "--predicate",
                     "signed", "--db", self.database)

    def rows(self, *arguments):
        return json.loads(self.said(*arguments, "--json"))

    def test_shared_participation(self):
        table = [((), [("2020-03-01", "تونس")]),
                 (("--since", "2020"), [("2020-03-01", "تونس")]),
                 (("--article", COUNCIL_ARTICLE), [("2020-03-01", "تونس")]),
                 # the day and the place of a meeting are ties as well
                 (("--predicate", "participated_in"), [(None, None)]),
                 (("--predicate", "participated_in,held_in"), [(None, "تونس")]),
                 (("--until", "2019"), []), (("--type", "organization"), []),
                 (("--article", MOROCCO_ARTICLE), []), (("--min-evidence", "2"), [])]
        for options, expected in table:
            with self.subTest(options=options):
                said = run("shared", "INTERPOL", "Arab League", "--json", "--db", self.database,
                           *options)
                rows = json.loads(said.stdout)
                self.assertEqual([(row["date"], row["place"]) for row in rows], expected)
                self.assertTrue(all(row["meeting"] == SESSION for row in rows))
                self.assertEqual("in no meeting together" in said.stderr, not expected)

    def test_timeline(self):
        june = ("2019-06", 0, 0, 1)
        march = ("2020-03", 1, 15, 1)
        only_article = ("2020-03", 0, 0, 1)
        table = [((), [june, march]), (("--since", "2020"), [march]), (("--until", "2019"), [june]),
                 (("--article", COUNCIL_ARTICLE), [march]), (("--article", MOROCCO_ARTICLE), []),
                 (("--predicate", "participated_in"), [june, only_article]),
                 (("--predicate", "held_on"), [june, ("2020-03", 1, 0, 1)]),
                 (("--around", "INTERPOL"), [only_article])]
        for options, expected in table:
            with self.subTest(options=options):
                rows = [tuple(row.values()) for row in self.rows("timeline", *options)]
                self.assertEqual(rows, expected)

    def test_measures(self):
        table = [((), [SESSION], []), (("--type", "person"), [], [SESSION, INTERPOL, STOCK]),
                 (("--type", "organization"), [INTERPOL], [SESSION, STOCK]),
                 (("--predicate", "works_for"), [INTERPOL, STOCK], [SESSION]),
                 (("--article", MOROCCO_ARTICLE), [INTERPOL, STOCK], [SESSION]),
                 (("--until", "2019"), [], [SESSION, INTERPOL, STOCK]),
                 (("--around", "INTERPOL"), [INTERPOL, SESSION, STOCK, GULF_POLICE], ["المغرب"])]
        for options, left, gone in table:
            with self.subTest(options=options):
                ties = {row["name"]: row["ties"] for row in self.rows("measures", *options)}
                self.assertEqual([one for one in left if one not in ties], [])
                self.assertEqual([one for one in gone if one in ties], [])
        posts = self.rows("measures", "--around", STOCK, "--predicate", "works_for")
        self.assertEqual(sorted(row["ties"] for row in posts), [1, 1, 2])

    def test_questions(self):
        question = "who took part in meetings"
        answers = {options: [item["name"] for item in json.loads(
            self.said("ask", question, "--json", *options))["answers"]]
            for options in ((), ("--type", "person"), ("--since", "2020"),
                            ("--article", MOROCCO_ARTICLE), ("--around", STOCK, "--hops", "1"))}
        self.assertLess(set(answers["--type", "person"]), set(answers[()]))
        self.assertIn(INTERPOL, answers["--since", "2020"])
        self.assertNotIn(STOCK, answers["--since", "2020"])
        self.assertIn(STOCK, answers["--article", MOROCCO_ARTICLE])
        self.assertEqual(answers["--around", STOCK, "--hops", "1"], [INTERPOL, STOCK])

    def test_what_proves_an_edge_is_counted_anew(self):
        count = "SELECT sum(n_evidence), max(n_documents) FROM edges"
        all_places = json.loads(self.said("sql", count, "--json"))[0]
        some = json.loads(self.said("sql", count, "--json", "--article", COUNCIL_ARTICLE))[0]
        self.assertLess(some["sum(n_evidence)"], all_places["sum(n_evidence)"])
        self.assertEqual(some["max(n_documents)"], 1)

    def test_a_large_graph_is_filtered_at_once(self):
        """Interpol meets 20,000 others in as many articles: what looks at each article for each of
        them is not done in time."""
        large = self.here / "large.db"
        shutil.copy(self.database, large)
        db = sqlite3.connect(large)
        interpol = db.execute("SELECT id FROM entities WHERE name = ?", [INTERPOL]).fetchone()[0]

        def multiply(table, of, **changed):
            """Copies of one row, with other numbers, and what is `changed` in the copy `i`."""
            names = [column[1] for column in db.execute(f"PRAGMA table_info({table})")][1:]
            values = ", ".join(changed.get(name, f"r.{name}") for name in names)
            number = db.execute(f"SELECT max(id) FROM {table}").fetchone()[0]
            db.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                       f" INSERT INTO {table} (id, {', '.join(names)}) SELECT {number} + i, {values}"
                       f" FROM n, (SELECT * FROM {table} WHERE {of} LIMIT 1) AS r")
            return number

        document = multiply("documents", "1", article="'copy' || i", text="NULL")
        multiply("local_entities", f"entity = {interpol}", document=f"{document} + i")
        entity = multiply("entities", "type = 'organization'")
        edge = multiply("edges", "predicate = 'met_with'", subject=str(interpol), object=f"{entity} + i")
        multiply("evidence", "sentence IS NOT NULL", edge=f"{edge} + i", document=f"{document} + i")
        db.commit()
        db.close()
        started = time.monotonic()
        for options in (("--since", "2000"), ("--min-confidence", "0.1"), ("--around", "INTERPOL"),
                        ("--predicate", "met_with,part_of")):
            for query in ("SELECT count(*) FROM documents", "SELECT count(*) FROM proof",
                          "SELECT count(*) FROM timeline"):
                self.good("sql", query, *options, "--db", large)
        self.good("path", "INTERPOL", STOCK, "--db", large)
        self.assertLess(time.monotonic() - started, 60)

    def test_names_that_match_nothing_or_several(self):
        self.write("two.jsonl", "".join(json.dumps({
            "id": f"a{number}", "text": "سمير الناصر في روما. وسمير.", "entities": [
                {"id": 1, "type": kind, "name": "سمير الناصر",
                 "mentions": [{"start": 0, "end": 21, "text": "سمير الناصر"}]}],
            "relations": []}) + "\n" for number, kind in enumerate(["person", "organization"])))
        two = self.here / "two.db"
        self.good("load", self.here / "two.jsonl", "--db", two)
        for command in (("show", "سمير الناصر"), ("export", "dot", "--around", "سمير الناصر"),
                        ("path", "سمير الناصر", "سمير الناصر"),
                        ("ask", "من شارك", "--around", "سمير الناصر")):
            with self.subTest(command=command):
                said = self.refused(1, "several are called", *command, "--db", two).stderr
                self.assertIn("(person, 1 article)", said)
                self.assertIn("(organization, 1 article)", said)
        number = said[said.index("id:"):].split()[0]
        for name in (number, "person:سمير الناصر"):
            self.assertIn("سمير الناصر", self.good("show", name, "--db", two))
        for command in (("show", "Intrpal Org"), ("export", "csv", "-o", self.here, "--around",
                                                 "Intrpal Org"), ("path", "Intrpal Org", "Qatar")):
            self.refused(1, "Intrpal Org", *command, "--db", self.database)
        self.refused(1, "no entity has the number", "show", "id:987654", "--db", self.database)
        self.refused(1, COUNCIL_ARTICLE, "export", "dot", "--article", "004_", "--db", self.database)

    def test_names_written_just_so(self):
        text = "الخطة (أ)، الخطة [أ]، !؟، الاجتماع، رئيس الاجتماع."
        names = [("agreement", "الخطة (أ)"), ("topic", "الخطة [أ]"), ("city", "!؟"),
                 ("meeting", "الاجتماع"), ("title", "رئيس الاجتماع")]
        self.write("so.jsonl", json.dumps({
            "id": "a", "text": text, "relations": [], "entities": [
                {"id": number, "type": kind, "name": name, "mentions": [
                    {"start": len(text[:text.index(name)].encode()),
                     "end": len(text[:text.index(name)].encode()) + len(name.encode()), "text": name}]}
                for number, (kind, name) in enumerate(names, 1)]}) + "\n")
        database = self.here / "so.db"
        self.good("load", self.here / "so.jsonl", "--db", database)
        for kind, name in names:
            for asked in (name, f"{kind}:{name}"):
                with self.subTest(asked=asked):
                    said = self.good("show", asked, "--db", database)
                    self.assertEqual(said.splitlines()[0], f"{name} ({kind})")
        self.refused(1, "several are called", "show", "الخطة أ", "--db", database)

    def test_refused(self):
        for options, message in ((("--since", "2020-13"), "expected a year, month or day"),
                                 (("--until", "yesterday"), "expected a year, month or day"),
                                 (("--type", "animal"), "animal"), (("--predicate", "eats"), "eats"),
                                 (("--min-confidence", "2"), "2"), (("--min-evidence", "0"), "0"),
                                 (("--hops", "2"), "--around")):
            with self.subTest(options=options):
                self.refused(2, message, "export", "dot", *options, "--db", self.database)


if __name__ == "__main__":
    unittest.main()
