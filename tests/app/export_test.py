#!/usr/bin/env python3
"""rawabit export for other tools: each file is read by a consumer that is not ours, where there is one.

networkx, rdflib and followthemoney are looked for in the virtual environment that scripts/test makes (build/venv); without it
those tests are skipped.
"""
import csv
import html.parser
import json
import subprocess
import unittest
import xml.etree.ElementTree as xml

from program import SOURCE, ProgramTest

PYTHON = SOURCE / "build" / "venv" / "bin" / "python"
HOSTILE = '</node><script>alert("1")</script>&amp;\u202e\u0001\ufffe\'"\n\t,;\\ ' + "ط" * 10000
TEXT = "التقى هاشم الراوي وفداً من الأمثلة في الدوحة.\nوحضر بالدوحة."


def mention(text, of=TEXT, after=0):
    start = len(of[:of.index(text, after)].encode())
    return {"start": start, "end": start + len(text.encode()), "text": text}


def entity(number, kind, text, *mentions):
    return {"id": number, "type": kind, "name": text,
            "mentions": list(mentions) or [mention(text)]}


ARTICLE = {
    "id": "a/1", "text": TEXT,
    "sentences": [mention(line) for line in TEXT.split("\n")],
    "entities": [entity(1, "person", "هاشم الراوي"),
                 entity(2, "city", "الدوحة", mention("الدوحة"), mention("الدوحة", after=45)),
                 entity(3, "organization", HOSTILE, mention("الأمثلة"))],
    "relations": [{"subject": 1, "predicate": "met_with", "object": 3, "start": 0, "end": 20},
                  {"subject": 3, "predicate": "based_in", "object": 2, "start": 0, "end": 20},
                  {"subject": 1, "predicate": "works_for", "object": 2, "start": 0, "end": 20,
                   "modality": "planned"}],
}


class Marks(html.parser.HTMLParser):
    """The text of the article in a page, and what is marked in it."""

    def __init__(self):
        super().__init__()
        self.tags, self.text, self.marked, self.inside, self.open = set(), "", [], False, []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.inside = self.inside or tag == "article"
        if tag == "mark" and self.inside:
            self.open.append(len(self.text))

    def handle_endtag(self, tag):
        if tag == "mark" and self.inside:
            self.marked.append(self.text[self.open.pop():])
        self.inside = self.inside and tag != "article"

    def handle_data(self, data):
        if self.inside:
            self.text += data


class ExportTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.database = self.here / "graph.db"
        self.good("load", self.write("a.jsonl", json.dumps(ARTICLE) + "\n"), "--db", self.database)

    def export(self, form, *options, **how):
        return self.good("export", form, "--db", self.database, *options, **how)

    def run_outside(self, code, path):
        if not PYTHON.exists():
            self.skipTest("no build/venv")
        done = subprocess.run([PYTHON, "-c", code, path], capture_output=True, encoding="utf-8")
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def read_with_networkx(self, call, path):
        return self.run_outside(
            "import json, sys, networkx\n"
            f"graph = networkx.{call}(sys.argv[1])\n"
            "print(json.dumps([dict(graph.nodes(data=True)), list(graph.edges(data=True))]))", path)

    def test_rdflib_reads_turtle(self):
        query = ("SELECT ?name ?article WHERE { ?s a rdf:Statement ; rdf:subject ?who ; "
                 "rdf:predicate <urn:rawabit:terms#based_in> ; rdf:object ?place ; "
                 "<http://www.w3.org/ns/prov#wasDerivedFrom>/<https://schema.org/identifier> "
                 "?article . ?who <https://schema.org/location> ?place ; "
                 "<https://schema.org/name> ?name }")
        rows = self.run_outside(
            "import json, sys, rdflib\n"
            "graph = rdflib.Graph().parse(sys.argv[1], format='turtle')\n"
            f"print(json.dumps([[str(x) for x in row] for row in graph.query({query!r})]))",
            self.write("g.ttl", self.export("turtle")))
        self.assertEqual([row[1] for row in rows], ["a/1"])
        self.assertIn('<script>alert("1")</script>', rows[0][0])

    def test_xml_is_well_formed_whatever_a_name_holds(self):
        for form in ("graphml", "gexf"):
            root = xml.fromstring(self.export(form))
            self.assertFalse([e for e in root.iter() if e.tag.endswith("script")])

    def test_networkx_reads_graphml_and_gexf(self):
        for form, call, name in (("graphml", "read_graphml", "name"), ("gexf", "read_gexf", "label")):
            path = self.write(f"g.{form}", self.export(form))
            nodes, edges = self.read_with_networkx(call, path)
            names = {node[name] for node in nodes.values()}
            self.assertIn("هاشم الراوي", names)
            self.assertTrue(any("<script>" in one for one in names))
            self.assertEqual({edge[2]["predicate"] for edge in edges}, {"met_with", "based_in"}
                             | {edge[2]["predicate"] for edge in edges
                                if edge[2]["origin"] == "gazetteer"})

    def test_followthemoney_takes_its_entities(self):
        found = self.run_outside(
            "import json, sys\n"
            "from followthemoney import model\n"
            "found = []\n"
            "for line in open(sys.argv[1], encoding='utf-8'):\n"
            "    data = json.loads(line)\n"
            "    model.get(data['schema']).validate(data)\n"
            "    proxy = model.get_proxy(data, cleaned=False)\n"
            "    lost = set(data['properties']) - set(proxy.properties)\n"
            "    found.append([proxy.schema.name, proxy.caption, sorted(lost)])\n"
            "print(json.dumps(found))", self.write("g.jsonl", self.export("ftm")))
        self.assertEqual([row for row in found if row[2]], [])
        self.assertIn(["Person", "هاشم الراوي", []], found)
        self.assertLessEqual({"UnknownLink", "Address", "Organization"}, {row[0] for row in found})

    def test_tables(self):
        self.export("csv", "-o", self.here / "csv")
        with open(self.here / "csv" / "nodes.csv", encoding="utf-8", newline="") as file:
            nodes = list(csv.DictReader(file))
        with open(self.here / "csv" / "edges.csv", encoding="utf-8", newline="") as file:
            edges = list(csv.DictReader(file))
        self.assertIn("هاشم الراوي", {node["Label"] for node in nodes})
        self.assertLessEqual({edge["Source"] for edge in edges} | {edge["Target"] for edge in edges},
                             {node["Id"] for node in nodes})
        self.assertEqual({edge["Type"] for edge in edges if edge["Label"] == "met_with"},
                         {"Undirected"})

    def test_tables_for_neo4j(self):
        self.export("neo4j", "-o", self.here / "neo4j")
        with open(self.here / "neo4j" / "nodes.csv", encoding="utf-8", newline="") as file:
            nodes = list(csv.reader(file))
        self.assertEqual(nodes[0], ["id:ID", "name", "english", "iso", ":LABEL"])
        self.assertLessEqual({"Person", "City", "Organization"}, {row[4] for row in nodes[1:]})
        edges = (self.here / "neo4j" / "edges.csv").read_text(encoding="utf-8").split("\n")
        self.assertTrue(any(",MET_WITH," in edge for edge in edges))

    def test_json_lines(self):
        lines = [json.loads(line) for line in self.export("jsonl").splitlines()]
        nodes = {line["node"] for line in lines if "node" in line}
        edges = [line for line in lines if "edge" in line]
        self.assertTrue(all(e["subject"] in nodes and e["object"] in nodes for e in edges))
        self.assertEqual(len(lines), len(nodes) + len(edges))

    def test_brat_counts_code_points(self):
        self.export("brat", "-o", self.here / "brat")
        text = (self.here / "brat" / "a_1.txt").read_text(encoding="utf-8")
        self.assertEqual(text, TEXT)
        lines = (self.here / "brat" / "a_1.ann").read_text(encoding="utf-8").splitlines()
        found = set()
        for line in lines:
            if not line.startswith("T"):
                continue
            _, place, words = line.split("\t")
            label, start, end = place.split()
            self.assertEqual(text[int(start):int(end)], words)
            found.add((label, words))
        self.assertEqual(found, {("person", "هاشم الراوي"), ("city", "الدوحة"),
                                 ("organization", "الأمثلة")})
        self.assertIn("R1\tmet_with Arg1:T1 Arg2:T2", lines)
        self.assertIn("#3\tAnnotatorNotes R3\tplanned", lines)

    def test_conll(self):
        rows = [line.split("\t") for line in self.export("conll").splitlines() if line]
        self.assertEqual(rows[0][0], "-DOCSTART-")
        self.assertIn(["الراوي", "I-person"], rows)
        # a proclitic is a token of its own
        at = rows.index(["ب", "O"])
        self.assertEqual(rows[at + 1], ["الدوحة", "B-city"])
        self.assertEqual("".join(row[0] for row in rows[1:]), TEXT.replace(" ", "").replace("\n", ""))

    def test_pages_mark_the_mentions_and_nothing_else(self):
        self.export("pages", "-o", self.here / "pages")
        page = (self.here / "pages" / "a_1.html").read_text(encoding="utf-8")
        marks = Marks()
        marks.feed(page)
        self.assertEqual(marks.text, TEXT)
        self.assertEqual(marks.marked, ["هاشم الراوي", "الأمثلة", "الدوحة", "الدوحة"])
        self.assertNotIn("script", marks.tags)

    def test_the_explorer_holds_the_graph_as_data_that_no_name_leaves(self):
        self.write("data/explorer.html", "<html>@rawabit-graph@</html>")
        page = self.export("html", data=self.here / "data")
        data = page.removeprefix("<html>").removesuffix("</html>")
        for never in "<>&\u202e\u2028":
            self.assertNotIn(never, data)
        graph = json.loads(data)
        names = [entity[1] for entity in graph["entities"]]
        self.assertIn("هاشم الراوي", names)
        self.assertTrue(any('</node><script>alert("1")</script>' in name for name in names))
        text, marks = graph["sentences"][0]
        marked = {text[marks[i]:marks[i + 1]]: names[marks[i + 2]] for i in range(0, len(marks), 3)}
        self.assertEqual(text, TEXT.split("\n")[0])
        self.assertEqual(marked["هاشم الراوي"], "هاشم الراوي")
        self.assertEqual(marked["الدوحة"], "الدوحة")
        self.assertEqual(graph["left_out"], [0] * 10)

    def test_the_explorer_obeys_the_filters_of_export(self):
        self.write("data/explorer.html", "@rawabit-graph@")
        (self.here / "data" / "rules").symlink_to(SOURCE / "rules")
        for options, types in ((("--around", "الدوحة", "--hops", "0"), {4}), (("--type", "person,organization"), {0, 2})):
            graph = json.loads(self.export("html", *options, data=self.here / "data"))
            self.assertEqual({entity[0] for entity in graph["entities"]}, types, options)

    def test_the_explorer_refuses_a_page_without_one_place_for_the_graph(self):
        for page in ("", "@rawabit-graph@ @rawabit-graph@"):
            self.write("data/explorer.html", page)
            self.refused(3, "expected one place for the graph", "export", "html", "--db",
                         self.database, data=self.here / "data")

    def test_refused(self):
        self.refused(2, "expected -o DIRECTORY", "export", "csv", "--db", self.database)
        self.refused(2, "", "export", "word", "--db", self.database)


if __name__ == "__main__":
    unittest.main()
