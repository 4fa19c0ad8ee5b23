#!/usr/bin/env python3
"""The graph in the hands of others: DuckDB and pyarrow read the Parquet, rapper the Turtle, Datasette
opens the database as it is.

The Python packages are looked for in the virtual environment that scripts/test makes (build/venv);
without it those tests are skipped, as is that of rapper where it is not installed.
"""
import json
import os
import shutil
import subprocess
import unittest

from program import GoldGraphTest, PROGRAM, SOURCE, run

PYTHON = SOURCE / "build" / "venv" / "bin" / "python"


class ConsumersTest(GoldGraphTest):
    def run_outside(self, module, code, *arguments):
        if not PYTHON.exists() or subprocess.run([PYTHON, "-c", f"import {module}"],
                                                 capture_output=True).returncode != 0:
            self.skipTest(f"no {module} in build/venv")
        done = subprocess.run([PYTHON, "-c", code, *map(str, arguments)], capture_output=True,
                              encoding="utf-8", timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def export_parquet(self, *options):
        return subprocess.run(
            [PROGRAM, "export", "parquet", "--db", self.database, "-o", self.here / "parquet",
             *options], env={**os.environ, "RAWABIT_PYTHON": str(PYTHON)}, capture_output=True,
            encoding="utf-8")

    def test_duckdb_reads_parquet(self):
        code = ("import duckdb, json, sys\n"
                "db = duckdb.connect()\n"
                "print(json.dumps(db.execute(f'''SELECT s.name, e.predicate, o.name, e.confidence\n"
                "  FROM '{sys.argv[1]}/edges.parquet' e\n"
                "  JOIN '{sys.argv[1]}/nodes.parquet' s ON s.node = e.subject\n"
                "  JOIN '{sys.argv[1]}/nodes.parquet' o ON o.node = e.object''').fetchall()))")
        self.run_outside("pyarrow", "print(1)")
        done = self.export_parquet()
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = self.run_outside("duckdb", code, self.here / "parquet")
        graph = [json.loads(line) for line in
                 self.good("export", "jsonl", "--db", self.database).splitlines()]
        self.assertEqual(len(rows), sum("edge" in one for one in graph))
        self.assertIn(["يورغن ستوك", "works_for", "المنظمة الدولية للشرطة الجنائية", 1.0], rows)
        done = self.export_parquet("--around", "INTERPOL", "--predicate", "works_for")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.run_outside("duckdb", code, self.here / "parquet")), 1)

    def test_duckdb_reads_the_tables(self):
        """As strictly as it can: the same names, days and edges as in JSON Lines."""
        code = ("import duckdb, json, sys\n"
                "read = lambda name: (f\"read_csv('{sys.argv[1]}/{name}.csv', header=true, all_varchar=true,\"\n"
                "                     \"delim=',', quote='\\\"', escape='\\\"', strict_mode=true)\")\n"
                "number, name, start, end, kind = sys.argv[2:]\n"
                "print(json.dumps(duckdb.sql(f'SELECT s.\"{name}\", e.\"{kind}\", o.\"{name}\", o.iso'\n"
                "  f' FROM {read(\"edges\")} e JOIN {read(\"nodes\")} s ON s.\"{number}\" = e.\"{start}\"'\n"
                "  f' JOIN {read(\"nodes\")} o ON o.\"{number}\" = e.\"{end}\"').fetchall()))")
        lines = [json.loads(line) for line in self.good("export", "jsonl", "--db", self.database).splitlines()]
        node = {one["node"]: one for one in lines if "node" in one}
        edges = sorted([node[one["subject"]]["name"], one["predicate"], node[one["object"]]["name"],
                        node[one["object"]].get("iso", "")] for one in lines if "edge" in one)
        self.assertIn("2020-03-01", {edge[3] for edge in edges})
        for form, columns in (("csv", ("Id", "Label", "Source", "Target", "Label")),
                              ("neo4j", ("id:ID", "name", ":START_ID", ":END_ID", ":TYPE"))):
            with self.subTest(form=form):
                self.good("export", form, "--db", self.database, "-o", self.here / form)
                rows = self.run_outside("duckdb", code, self.here / form, *columns)
                self.assertEqual(sorted([s, kind.lower(), o, iso or ""] for s, kind, o, iso in rows), edges)

    def test_parquet_without_what_writes_it(self):
        python = self.write("python", "#!/bin/sh\nexec /usr/bin/env python3 -I -S \"$@\"\n")
        python.chmod(0o755)
        for which, message in ((str(python), "pip install pyarrow"), ("no-such-python", "no-such")):
            done = subprocess.run(
                [PROGRAM, "export", "parquet", "--db", self.database, "-o", self.here / "p"],
                env={**os.environ, "RAWABIT_PYTHON": which}, capture_output=True, encoding="utf-8")
            self.assertEqual(done.returncode, 3)
            self.assertIn(message, done.stderr)

    def test_rapper_reads_turtle(self):
        if not shutil.which("rapper"):
            self.skipTest("no rapper")
        path = self.here / "graph.ttl"
        self.good("export", "turtle", "--db", self.database, "-o", path)
        done = subprocess.run(["rapper", "-i", "turtle", "-o", "ntriples", path],
                              capture_output=True, encoding="utf-8")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("warning", done.stderr.lower())
        self.assertGreater(len(done.stdout.splitlines()), 500)

    def test_datasette_opens_the_database_as_it_is(self):
        before = self.database.read_bytes()
        code = """
import asyncio, json, sys
from datasette.app import Datasette
async def main():
    metadata = json.load(open(sys.argv[2], encoding="utf-8"))
    datasette = Datasette([sys.argv[1]], metadata=metadata)
    await datasette.invoke_startup()
    found = {}
    async def get(path):
        answer = await datasette.client.get(path)
        found[path] = [answer.status_code, answer.text]
        return answer
    await get("/graph")
    described = metadata["databases"]["graph"]["tables"]
    names = (await datasette.client.get("/graph.json")).json()
    views = [view["name"] for view in names["views"]]
    tables = [table["name"] for table in names["tables"] if not table["hidden"]]
    for name in views + tables:
        await get(f"/graph/{name}.json?_size=2&_shape=objects")
    await get("/graph/documents.json?_search=" + sys.argv[3] + "&_shape=objects")
    await get("/graph/search.json?_shape=objects&words=" + sys.argv[4])
    await get("/graph/entities")
    print(json.dumps({"found": found, "views": views, "tables": tables,
                      "described": list(described)}))
asyncio.run(main())
"""
        said = self.run_outside("datasette", code, self.database,
                                SOURCE / "tools" / "datasette" / "metadata.json", "الانتربول",
                                "الإنتربول")
        found = said["found"]
        self.assertEqual([path for path, (status, _) in found.items() if status != 200], [])
        self.assertLessEqual({"triple", "proof", "timeline", "bodies_met_in"}, set(said["views"]))
        self.assertLessEqual(set(said["views"] + said["tables"]), set(said["described"]))
        for path, (_, text) in found.items():
            if "_search" in path or "words" in path:
                self.assertEqual({row["article"] for row in json.loads(text)["rows"]},
                                 {"000_929f2b9c94ef6347", "002_4513923ae5498424",
                                  "004_0b6d1692144c6f75"}, path)
        self.assertIn("canonical Arabic name", found["/graph/entities"][1])
        self.assertEqual(self.database.read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
