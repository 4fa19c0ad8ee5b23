#!/usr/bin/env python3
"""Walks and measures on the graph of the seeds' gold, and the forms in which rows are printed."""
import csv
import io
import json
import os
import pty
import re
import subprocess
import unittest

from program import GoldGraphTest, PROGRAM, run

SESSION = "الدورة السابعة والثلاثين لمجلس وزراء الداخلية العرب"
INTERPOL = "المنظمة الدولية للشرطة الجنائية"


class WalkTest(GoldGraphTest):
    def rows(self, *arguments):
        return json.loads(self.good(*arguments, "--json", "--db", self.database))

    def test_a_card_tells_how_much_more_there_is(self):
        links = self.good("show", "INTERPOL", "--csv", "--db", self.database).count("\n") - 1
        every = self.good("show", "INTERPOL", "--db", self.database)
        self.assertNotIn(" more\n", every)
        card = self.good("show", "INTERPOL", "--most", "1", "--db", self.database)
        sections = card.partition("  articles:\n")[0]
        more = sum(int(line.split()[1]) for line in sections.splitlines() if re.match(r"    and \d+ more$", line))
        told = len(re.findall(r"^    .* \(\w+\).*  \d{3}_", sections, re.M))
        self.assertEqual(told + more, links)
        self.assertGreater(more, 0)
        self.assertEqual(self.good("show", "INTERPOL", "--most", "1", "--json", "--db", self.database),
                         self.good("show", "INTERPOL", "--json", "--db", self.database))

    def test_near(self):
        hops = {row["name"]: row["hops"] for row in self.rows("near", "INTERPOL", "--hops", "3")}
        self.assertNotIn(INTERPOL, hops)
        self.assertEqual(hops["يورغن ستوك"], 1)
        self.assertEqual(hops["هزاع بن مبارك الهاجري"], 2)
        self.assertEqual(set(hops.values()), {1, 2, 3})
        one = self.rows("near", "INTERPOL")
        self.assertEqual({row["hops"] for row in one}, {1})
        self.assertEqual([row["tied_by"] for row in one if row["name"] == "يورغن ستوك"],
                         ["works_for"])

    def test_shared(self):
        rows = self.rows("shared", "INTERPOL", "Arab League")
        self.assertEqual([(row["meeting"], row["date"], row["place"]) for row in rows],
                         [(SESSION, "2020-03-01", "تونس")])
        self.refused(1, "no meeting together", "shared", "INTERPOL", "CARICC", "--db", self.database)

    def test_timeline(self):
        rows = {row["month"]: row for row in self.rows("timeline")}
        self.assertEqual(rows["2020-03"]["meetings"], 1)
        self.assertEqual(rows["2019-06"]["articles"], 1)
        self.assertEqual(list(rows), sorted(rows))

    def test_measures(self):
        done = run("measures", "--top", "0", "--json", "--db", self.database)
        if "without igraph" in done.stderr:
            self.skipTest("the program was built without igraph")
        rows = json.loads(done.stdout)
        self.assertEqual(rows[0]["name"], SESSION)
        self.assertAlmostEqual(sum(row["pagerank"] for row in rows), 1, places=3)
        self.assertNotIn("title", {row["type"] for row in rows})
        self.assertEqual(rows, self.rows("measures", "--top", "0"))
        by_ties = self.rows("measures", "--by", "ties", "--top", "3")
        self.assertEqual([row["ties"] for row in by_ties],
                         sorted((row["ties"] for row in rows), reverse=True)[:3])
        sizes = [row["size"] for row in self.rows("measures", "--communities", "--top", "0")]
        self.assertEqual(sum(sizes), len(rows))
        self.assertEqual(sizes, sorted(sizes, reverse=True))

    def test_every_form_has_the_same_rows(self):
        for command in (("near", "INTERPOL"), ("shared", "INTERPOL", "Arab League"), ("timeline",),
                        ("sql", "SELECT name, type, iso FROM entities"), ("show", "INTERPOL"),
                        ("path", "INTERPOL", "CARICC"), ("ask", "which bodies met in Abu Dhabi")):
            with self.subTest(command=command):
                lines = self.good(*command, "--csv", "--db", self.database)
                table = list(csv.reader(io.StringIO(lines, newline="")))
                marked = self.good(*command, "--markdown", "--db", self.database).splitlines()
                self.assertEqual(len(marked), len(table) + 1)
                self.assertEqual({len(row) for row in table}, {len(table[0])})
                self.assertGreater(len(table), 1)

    def on_terminal(self, *arguments, **environment):
        """What the program writes to a terminal of 80 columns."""
        outer, inner = pty.openpty()
        subprocess.run(["stty", "cols", "80"], stdin=inner, check=True)
        done = subprocess.Popen([PROGRAM, *arguments, "--db", self.database], stdout=inner,
                                env={**os.environ, "TERM": "xterm", **environment})
        os.close(inner)
        said = b""
        while True:
            try:
                part = os.read(outer, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            said += part
        os.close(outer)
        self.assertEqual(done.wait(), 0)
        return said.decode().replace("\r\n", "\n")

    def test_a_terminal_gets_a_table_that_fits(self):
        said = self.on_terminal("near", "INTERPOL")
        self.assertIn("…", said)
        self.assertIn("\x1b[1mhops", said)
        plain = self.on_terminal("near", "INTERPOL", NO_COLOR="1")
        self.assertNotIn("\x1b", plain)
        # nothing in these names is wider or narrower than one cell
        self.assertLessEqual(max(map(len, plain.splitlines())), 80)
        self.assertNotIn("…", self.good("near", "INTERPOL", "--db", self.database))


if __name__ == "__main__":
    unittest.main()
