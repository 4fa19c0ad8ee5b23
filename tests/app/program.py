"""Runs the program for the tests of this folder.

The environment says where it is: RAWABIT (the program) and RAWABIT_SOURCE_DIR (the source tree).
"""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["RAWABIT"]
SOURCE = pathlib.Path(os.environ["RAWABIT_SOURCE_DIR"])
SEEDS = SOURCE / "seeds"
SHARED = SOURCE.parent / "shared"   # optional
TIMEOUT = 600


def run(*arguments, stdin=None, user=None, data=None):
    """The finished process: returncode, stdout and stderr as text. `data`: its RAWABIT_DATA."""
    environment = os.environ if data is None else {**os.environ, "RAWABIT_DATA": str(data)}
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, timeout=TIMEOUT,
                          capture_output=True, encoding="utf-8", user=user, env=environment)


class ProgramTest(unittest.TestCase):
    """A test with a directory of its own, `self.here`."""

    def setUp(self):
        self.here = pathlib.Path(tempfile.mkdtemp(prefix="rawabit-test-"))
        self.addCleanup(shutil.rmtree, self.here, ignore_errors=True)

    def good(self, *arguments, **options):
        """The standard output of a run that must succeed."""
        done = run(*arguments, **options)
        self.assertEqual(done.returncode, 0, f"{arguments}\n{done.stderr}")
        return done.stdout

    def refused(self, code, message, *arguments, **options):
        """A run that must end with this exit code and a message that holds these words."""
        done = run(*arguments, **options)
        self.assertEqual(done.returncode, code, f"{arguments}\n{done.stderr}")
        self.assertIn(message, done.stderr)
        self.assertNotIn("Sanitizer", done.stderr)
        return done

    def digest(self, database):
        return self.good("digest", "--db", database).strip()

    def write(self, name, content):
        path = self.here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8")
        return path


class GoldGraphTest(ProgramTest):
    """A test of the graph of the seeds' gold, which its tests read: `self.database`."""

    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory(prefix="rawabit-test-")
        cls.database = pathlib.Path(cls.kept.name) / "graph.db"
        made = run("load", SOURCE / "tests" / "data" / "gold_annotations.jsonl", "--articles", SEEDS,
                   "--db", cls.database)
        assert made.returncode == 0, made.stderr

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()
