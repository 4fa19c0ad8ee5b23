"""The same graph, however it came to be: threads, order, annotate and load, interruptions."""
import contextlib
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from program import PROGRAM, SEEDS, SHARED, ProgramTest, run

KILLS = int(os.environ.get("RAWABIT_TEST_KILLS", "20"))


def articles():
    """A directory with enough articles to be interrupted in."""
    dev = SHARED / "dev" / "articles"
    return dev if dev.is_dir() else SEEDS


class SameBytes(ProgramTest):
    def test_twice_and_with_other_threads(self):
        first = self.good("annotate", articles(), "--threads", "1")
        self.assertGreater(len(first.splitlines()), 4)
        self.assertEqual(self.good("annotate", articles(), "--threads", "1"), first)
        self.assertEqual(self.good("annotate", articles(), "--threads", "2"), first)

    def test_files_in_another_order(self):
        paths = sorted(articles().glob("*.txt"))
        first = self.good("annotate", *paths)
        random.Random(1).shuffle(paths)
        self.assertEqual(self.good("annotate", *paths), first)

    def test_evidence_and_mentions_re_read(self):
        for line in self.good("annotate", articles()).splitlines():
            annotation = json.loads(line)
            data = (articles() / (annotation["id"] + ".txt")).read_bytes()
            for entity in annotation["entities"]:
                for mention in entity["mentions"]:
                    self.assertEqual(data[mention["start"]:mention["end"]].decode(),
                                     mention["text"])
            for relation in annotation["relations"]:
                for evidence in relation.get("evidence", [relation]):
                    self.assertLess(evidence["start"], evidence["end"])
                    data[evidence["start"]:evidence["end"]].decode()
            for sentence in annotation["sentences"]:
                self.assertEqual(data[sentence["start"]:sentence["end"]].decode(),
                                 sentence["text"])

    def test_records_on_standard_input(self):
        records = [{"id": f"r{i}", "title": "اجتماع", "text": "عقد الاجتماع في الدوحة."}
                   for i in (2, 1)]
        lines = "".join(json.dumps(record) + "\n" for record in records)
        printed = self.good("annotate", "-", stdin=lines).splitlines()
        self.assertEqual([json.loads(line)["id"] for line in printed], ["r2", "r1"])


class Evidence(ProgramTest):
    def test_every_evidence_of_the_graph_re_reads(self):
        database = self.here / "graph.db"
        self.good("extract", articles(), "--db", database)
        with contextlib.closing(sqlite3.connect(database)) as connection:
            rows = connection.execute(
                "SELECT d.path, e.start, e.end, s.start, s.end, s.text FROM evidence e "
                "JOIN documents d ON d.id = e.document LEFT JOIN sentences s ON s.id = e.sentence"
            ).fetchall()
        self.assertGreater(len(rows), 50)
        for path, start, end, sentence_start, sentence_end, text in rows:
            data = pathlib.Path(path).read_bytes()
            self.assertTrue(sentence_start <= start < end <= len(data), (path, start, end))
            self.assertEqual(data[sentence_start:sentence_end].decode(), text)
            data[start:end].decode()


class SameScores(ProgramTest):
    """What eval says is what the reference scorer says, to the last digit."""

    def test_against_the_reference(self):
        scorer = SHARED / "score.py"
        if not scorer.exists():
            self.skipTest(f"no {scorer}")
        for name in ("seeds", "dev"):
            gold = SHARED / name / "gold.jsonl"
            found = self.write("found.jsonl", self.good("annotate", SHARED / name / "articles"))
            reference = subprocess.run(["python3", str(scorer), "--json", str(gold), str(found)],
                                       capture_output=True, encoding="utf-8", check=True)
            self.assertEqual(self.good("eval", "--json", gold, found), reference.stdout)


class SameDigest(ProgramTest):
    def extract(self, name, *options):
        database = self.here / name
        self.good("extract", articles(), "--db", database, *options)
        return self.digest(database)

    def test_threads(self):
        self.assertEqual(self.extract("a.db", "--threads", "1"),
                         self.extract("b.db", "--threads", "2"))

    def test_annotate_then_load(self):
        annotations = self.write("a.jsonl", self.good("annotate", articles()))
        self.good("load", annotations, "--db", self.here / "loaded.db")
        self.assertEqual(self.digest(self.here / "loaded.db"), self.extract("extracted.db"))

    def test_one_by_one_in_another_order(self):
        database = self.here / "steps.db"
        paths = sorted(SEEDS.glob("*.txt"), reverse=True)
        for path in paths:
            self.good("extract", path, "--db", database)
        whole = self.here / "whole.db"
        self.good("extract", SEEDS, "--db", whole)
        self.assertEqual(self.digest(database), self.digest(whole))

    def test_several_programs_at_once(self):
        paths = sorted(SEEDS.glob("*.txt"))
        shared = self.here / "shared.db"
        parts = [paths, paths[:2], paths[2:], paths]
        programs = [subprocess.Popen([PROGRAM, "extract", *map(str, part), "--db", str(shared)],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                    for part in parts]
        for program in programs:
            message = program.communicate()[1]
            self.assertEqual(program.returncode, 0, message)
        self.assertEqual(self.digest(shared), self.extract_seeds())

    def extract_seeds(self):
        whole = self.here / "seeds.db"
        self.good("extract", SEEDS, "--db", whole)
        return self.digest(whole)

    def test_unchanged_changed_removed(self):
        copy = self.here / "copy"
        shutil.copytree(SEEDS, copy)
        os.chmod(copy, 0o755)
        database = self.here / "graph.db"
        self.good("extract", copy, "--db", database)
        first = self.digest(database)
        self.assertIn("5 unchanged", run("extract", copy, "--db", database).stderr)
        path = sorted(copy.glob("*.txt"))[0]
        original = path.read_bytes()
        os.chmod(path, 0o644)
        path.write_text("خبر\n\nالتقى وزير الداخلية القطري نظيره الكويتي في الدوحة.\n",
                        encoding="utf-8")
        self.assertIn("1 read again, 4 unchanged", run("extract", copy, "--db", database).stderr)
        self.assertNotEqual(self.digest(database), first)
        path.write_bytes(original)
        self.good("extract", copy, "--db", database)
        self.assertEqual(self.digest(database), first)
        path.unlink()
        self.assertIn("4 unchanged", run("extract", copy, "--db", database).stderr)
        self.assertEqual(self.digest(database), first)
        self.assertIn("1 removed", run("extract", copy, "--db", database, "--prune").stderr)
        fresh = self.here / "fresh.db"
        self.good("extract", copy, "--db", fresh)
        self.assertEqual(self.digest(database), self.digest(fresh))


class Interrupted(ProgramTest):
    def start(self, database):
        return subprocess.Popen([PROGRAM, "extract", str(articles()), "--db", str(database)],
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                encoding="utf-8")

    def test_killed_at_random_moments(self):
        whole = self.here / "whole.db"
        began = time.monotonic()
        self.good("extract", articles(), "--db", whole)
        seconds = time.monotonic() - began
        expected = self.digest(whole)
        moments = random.Random(7)
        killed = 0
        for number in range(KILLS):
            database = self.here / f"killed{number}.db"
            process = self.start(database)
            time.sleep(moments.uniform(0, seconds))
            process.kill()
            process.communicate()
            killed += process.returncode == -signal.SIGKILL
            self.good("extract", articles(), "--db", database)
            self.assertEqual(self.digest(database), expected)
        self.assertGreater(killed, 0, "no run was killed before its end")

    @staticmethod
    def wait_for_handler(pid, number):
        """Waits until the process catches the signal: before, it is still loading its data."""
        for _ in range(600):
            with open(f"/proc/{pid}/status", encoding="ascii") as status:
                caught = next(line.split()[1] for line in status if line.startswith("SigCgt"))
            if int(caught, 16) >> (number - 1) & 1:
                break
            time.sleep(0.1)
        time.sleep(1)

    def test_ctrl_c_says_how_to_go_on(self):
        load = SHARED / "load" / "saudinewsnet.jsonl"
        if not load.exists():
            self.skipTest(f"no {load}")
        with open(load, encoding="utf-8") as file:
            lines = self.write("some.jsonl", "".join(file.readline() for _ in range(8000)))
        database = self.here / "graph.db"
        process = subprocess.Popen([PROGRAM, "extract", str(lines), "--db", str(database)],
                                   stderr=subprocess.PIPE, encoding="utf-8")
        self.wait_for_handler(process.pid, signal.SIGINT)
        process.send_signal(signal.SIGINT)
        _, messages = process.communicate(timeout=300)
        if process.returncode == 0:
            self.skipTest("it was done before the interruption")
        self.assertEqual(process.returncode, 130)
        self.assertIn("run the same command to go on", messages)

    def test_reader_that_goes_away(self):
        process = subprocess.Popen([PROGRAM, "annotate", str(articles())],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.read(10)
        process.stdout.close()
        process.wait(timeout=300)
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()

    def test_no_progress_bar_in_a_pipe(self):
        done = run("extract", SEEDS, "--db", self.here / "graph.db")
        self.assertNotIn("\r", done.stderr)


if __name__ == "__main__":
    unittest.main()
