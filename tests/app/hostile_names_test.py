#!/usr/bin/env python3
"""Names that try to be more than text, in every format of export, each read by a reader of its own.

Readers that are not there (build/venv, rapper, Chromium) are passed over, with a message.
"""
import csv
import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as xml

from program import PROGRAM, ProgramTest, run, SOURCE

PYTHON = SOURCE / "build" / "venv" / "bin" / "python"
DEED = "document.documentElement.setAttribute('data-owned','1')"
NAMES = [
    f"<script>{DEED}</script>", f'"><img src=x onerror="{DEED}">', f"</title><svg onload={DEED}>",
    "]]><!--", "&lt;b&gt; &amp; &#0;", "\"quoted\" 'twice' `thrice`", "\\N \\\" {a|b} %s ${x}",
    '"]; evil [label="x', "\u202eabc\u202c \u2066def\u2069 \u200fghi", "a\u2028b\u2029c\u0085d\x0be",
    "a\nb\r\nc\td", "\x00\x01\x1b[31m\x7f\x9b31m\ufffe\uffff", '=HYPERLINK("http://x")', "+1", "-1",
    "@SUM(A1)", "\t=1", "; DROP TABLE x; --", "../../etc/passwd", "ط" * 10000, "كلمة " * 2000,
    "a\u0300" * 300, "\ufeffbom", "😀", "...", "a,b;c\td",
]
TYPES = ["organization", "person", "country", "city", "topic", "title", "agreement", "region", "date"]
TURNING = re.compile("[\u202a-\u202e\u2066-\u206f]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def hostile_article():
    """Every name is in the text, and takes part in one meeting."""
    text = "التقى الجميع. " + " ، ".join(NAMES)
    entities, at = [], len("التقى الجميع. ".encode())
    for number, name in enumerate(NAMES, 1):
        end = at + len(name.encode())
        entities.append({"id": number, "type": TYPES[number % len(TYPES)], "name": name,
                         "mentions": [{"start": at, "end": end, "text": name}]})
        at = end + len(" ، ".encode())
    whole = {"start": 0, "end": len(text.encode()), "text": text}
    entities.append({"id": 99, "type": "meeting", "name": "التقى",
                     "mentions": [{"start": 0, "end": 10, "text": "التقى"}]})
    relations = [{"subject": number, "predicate": "participated_in", "object": 99,
                  "start": 0, "end": whole["end"]} for number in range(1, len(NAMES) + 1)]
    return {"id": "a", "title": NAMES[0] + NAMES[8], "text": text, "sentences": [whole],
            "entities": entities, "relations": relations}


class HostileNamesTest(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory(prefix="rawabit-test-")
        cls.addClassCleanup(cls.kept.cleanup)
        article = pathlib.Path(cls.kept.name) / "a.jsonl"
        article.write_text(json.dumps(hostile_article()) + "\n", encoding="utf-8")
        cls.database = article.with_name("graph.db")
        made = run("load", article, "--db", cls.database)
        assert made.returncode == 0, made.stderr

    def export(self, form, *options):
        """The text of one file, or the directory of several."""
        path = self.here / form
        self.good("export", form, "--db", self.database, "-o", path, *options)
        return path if path.is_dir() else path.read_text(encoding="utf-8")

    def outside(self, code, *arguments):
        if not PYTHON.exists():
            self.skipTest("no build/venv")
        done = subprocess.run([PYTHON, "-c", code, *map(str, arguments)], capture_output=True,
                              encoding="utf-8")
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def check_names(self, names):
        """As many as went in, none of which can turn or command what is around it."""
        self.assertEqual(len(names), len(NAMES) + 1)
        for name in names:
            self.assertIsNone(TURNING.search(name), ascii(name[:80]))
            self.assertIsNone(CONTROL.search(name), ascii(name[:80]))
        self.assertIn("ط" * 10000, names)
        self.assertIn(NAMES[0], names)
        self.assertIn("abc def \u200fghi", names)

    def test_xml(self):
        for form, read in (("graphml", lambda root: [e.text for e in root.iter() if e.get("key") == "name"]),
                           ("gexf", lambda root: [e.get("label") for e in root.iter()
                                                  if e.tag.endswith("node")])):
            with self.subTest(form=form):
                root = xml.fromstring(self.export(form))
                self.check_names(read(root))
                self.assertFalse([e for e in root.iter() if e.tag.endswith("script")])

    def test_json_lines(self):
        lines = self.export("jsonl").splitlines()
        self.check_names([one["name"] for one in map(json.loads, lines) if "node" in one])
        for line in self.export("ftm").splitlines():
            self.assertIsNone(TURNING.search("".join(json.loads(line)["properties"].get("name", ""))))

    def test_csv(self):
        for form, columns in (("csv", 4), ("neo4j", 4)):
            with self.subTest(form=form):
                folder = self.export(form)
                for name in ("nodes", "edges"):
                    text = (folder / f"{name}.csv").read_bytes().decode()
                    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
                    self.assertEqual({len(row) for row in rows}, {len(rows[0])})
                    self.assertEqual(len(text.split("\r\n")), len(rows) + 1)  # a line a row
                    if name == "nodes":
                        self.check_names([row[1] for row in rows[1:]])
                    if form == "csv":
                        self.assertFalse([cell for row in rows for cell in row
                                          if cell.lstrip()[:1] in tuple("=+-@")])
        # an importer gets what is there
        self.assertIn('"=HYPERLINK(""http://x"")"', (folder / "nodes.csv").read_text(encoding="utf-8"))

    def test_parquet(self):
        self.outside("import duckdb, pyarrow; print(1)")
        done = subprocess.run([PROGRAM, "export", "parquet", "--db", self.database, "-o", self.here / "p"],
                              env={**os.environ, "RAWABIT_PYTHON": str(PYTHON)}, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.check_names([row[0] for row in self.outside(
            "import duckdb, json, sys\n"
            "print(json.dumps(duckdb.sql(f\"SELECT name FROM '{sys.argv[1]}/nodes.parquet'\").fetchall()))",
            self.here / "p")])

    def test_turtle(self):
        self.export("turtle")
        self.check_names(self.outside(
            "import json, sys, rdflib\n"
            "graph = rdflib.Graph().parse(sys.argv[1], format='turtle')\n"
            "print(json.dumps([str(name) for name in graph.objects(None, rdflib.URIRef('https://schema.org/name'))]))",
            self.here / "turtle"))

    def test_rapper_takes_the_turtle(self):
        if not shutil.which("rapper"):
            self.skipTest("no rapper")
        self.export("turtle")
        done = subprocess.run(["rapper", "-q", "-i", "turtle", "-c", self.here / "turtle"],
                              capture_output=True, encoding="utf-8")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_pictures(self):
        for options in ((), ("--clusters", "meeting"), ("--english", "--title", NAMES[0] + NAMES[7])):
            with self.subTest(options=options):
                root = xml.fromstring(self.export("svg", *options))
                self.assertEqual([e for e in root.iter() if e.tag.endswith(("script", "image", "img"))], [])
                words = " ".join(root.itertext())
                self.assertIsNone(TURNING.search(words))
                self.assertIsNone(CONTROL.search(words))
                self.assertLess(float(root.get("width").removesuffix("pt")), 3000)
                for node in ("organization", "date"):
                    self.assertIn(node, words)
        self.assertIsNone(TURNING.search(self.export("dot")))
        for form, head in (("png", b"\x89PNG"), ("pdf", b"%PDF")):
            self.good("export", form, "--db", self.database, "-o", self.here / form)
            picture = (self.here / form).read_bytes()
            self.assertTrue(picture.startswith(head))
            self.assertLess(len(picture), 2_000_000)

    def test_articles(self):
        brat = self.export("brat")
        text = (brat / "a.txt").read_bytes().decode()
        lines = (brat / "a.ann").read_bytes().decode().removesuffix("\n").split("\n")
        self.assertEqual(len(lines), len((brat / "a.ann").read_text(encoding="utf-8").splitlines()))
        found = [line.split("\t")[1].split() for line in lines if line.startswith("T")]
        self.assertIn("ط" * 10000, [text[int(begin):int(end)] for _, begin, end in found])
        rows = [line.split("\t") for line in self.export("conll").split("\n") if line]
        self.assertEqual({len(row) for row in rows[1:]}, {2})
        self.assertTrue(all(row[0].strip() for row in rows))

    def test_pages(self):
        tags = set()
        parser = html.parser.HTMLParser()
        parser.handle_starttag = lambda tag, attributes: tags.add((tag, *(name for name, _ in attributes)))
        page = (self.export("pages") / "a.html").read_text(encoding="utf-8")
        parser.feed(page)
        self.assertEqual({tag[0] for tag in tags} & {"script", "img", "svg", "b"}, set())
        self.assertFalse([tag for tag in tags if any(name.startswith("on") for name in tag)])
        self.assertIsNone(TURNING.search(page))

    def test_a_browser_runs_none_of_it(self):
        chromium = shutil.which("chromium")
        if not chromium:
            self.skipTest("no chromium")
        shown = [self.export("pages") / "a.html", self.here / "graph.svg"]
        self.good("export", "svg", "--db", self.database, "-o", shown[1])
        for path in shown:
            done = subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu",
                                   f"--user-data-dir={self.here}/profile", "--virtual-time-budget=1000",
                                   "--dump-dom", path.as_uri()], capture_output=True, encoding="utf-8",
                                  timeout=120)
            self.assertIn("التقى", done.stdout)
            self.assertNotRegex(done.stdout, r"<(html|svg)[^>]*data-owned")

    def test_what_a_terminal_is_shown(self):
        """Cards, tables, answers, and what is told of names that were read otherwise."""
        read_otherwise = ("abd", "مججتمع", "31m", "def", "abc def", "bomb", "طططط")
        for command in (("show", "id:9"), ("show", "id:12"), ("near", "id:27"), ("sql", "SELECT name FROM entities"),
                        ("ask", "who took part in التقى"), *(("show", name) for name in read_otherwise)):
            with self.subTest(command=command):
                done = run(*command, "--db", self.database)
                self.assertIn(done.returncode, (0, 1), done.stderr)
                self.assertIsNone(re.search("[\x1b\x9b\u202a-\u202e\u2066-\u2069]", done.stdout + done.stderr))
                self.assertFalse([line for line in done.stderr.splitlines() if len(line) > 500])


if __name__ == "__main__":
    unittest.main()
