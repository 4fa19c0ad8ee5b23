"""Bad input: a clear message, the right exit code, nothing half written, the other articles done."""
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import unittest

from program import PROGRAM, SEEDS, SOURCE, ProgramTest, run

ARTICLE = "اجتماع في الدوحة\n\nعقد وزراء الداخلية اجتماعهم في الدوحة أمس.\n"


def articles_in(database):
    with sqlite3.connect(database) as connection:
        return {row[0] for row in connection.execute(
            "SELECT article FROM documents WHERE status = 'done'")}


class Articles(ProgramTest):
    """What is wrong with an article is told, and the one beside it is done."""

    def check(self, message, *paths):
        good = self.write("good.txt", ARTICLE)
        done = self.refused(3, message, "annotate", good, *paths)
        self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], ["good"])
        database = self.here / "graph.db"
        self.refused(3, message, "extract", good, *paths, "--db", database)
        self.assertEqual(articles_in(database), {"good"})

    def test_missing_path(self):
        self.check("missing.txt", self.here / "missing.txt")

    def test_directory_without_articles(self):
        (self.here / "empty").mkdir()
        self.check(str(self.here / "empty"), self.here / "empty")

    def test_empty_file(self):
        self.check("empty.txt", self.write("empty.txt", ""))

    def test_binary_file(self):
        self.check("binary.txt", self.write("binary.txt", bytes(range(256)) * 40))

    def test_broken_utf8(self):
        broken = ARTICLE.encode("utf-8") * 3 + b"\xd8\xd8\xff" + ARTICLE.encode("utf-8")
        self.check("broken.txt", self.write("broken.txt", broken))

    def test_broken_record(self):
        path = self.write("news.jsonl", '{"id": "x", "text": 7}\n')
        self.check("news.jsonl:1", path)

    def test_two_files_of_one_name(self):
        first = self.write("a/same.txt", ARTICLE)
        second = self.write("b/same.txt", ARTICLE)
        done = run("annotate", first, second)
        self.assertEqual(done.returncode, 3)
        self.assertIn(str(first), done.stderr)
        self.assertIn(str(second), done.stderr)
        self.assertEqual(len(done.stdout.splitlines()), 1)

    def test_named_pipe(self):
        os.mkfifo(self.here / "pipe.txt")
        self.check("pipe.txt", self.here / "pipe.txt")

    def test_no_permission(self):
        good = self.write("good.txt", ARTICLE)
        secret = self.write("secret.txt", ARTICLE)
        secret.chmod(0)
        user = None
        if os.geteuid() == 0:   # root may read everything: be somebody else
            user = 65534
            self.here.chmod(0o755)
        done = self.refused(3, "secret.txt", "annotate", good, secret, user=user)
        self.assertEqual(len(done.stdout.splitlines()), 1)


class Databases(ProgramTest):
    """A database that cannot be used: exit code 4, and it stays as it was."""

    READERS = (("digest",), ("sql", "SELECT 1"), ("ask", "which bodies met in Doha"),
               ("show", "x"), ("export", "dot"))

    def check(self, path, message):
        before = path.read_bytes()
        for command in (*self.READERS, ("extract", SEEDS)):
            self.refused(4, message, *command, "--db", path)
            self.assertEqual(path.read_bytes(), before)

    def test_text_file(self):
        path = self.write("notes.db", "these are notes, and no database " * 50)
        self.check(path, "notes.db")

    def test_database_of_another_program(self):
        path = self.here / "other.db"
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE contacts (name TEXT)")
        connection.close()
        self.check(path, "other.db")

    def test_missing(self):
        for command in self.READERS:
            self.refused(4, "nothing.db: unable to open database file: No such file or directory; "
                         "rawabit extract PATH", *command, "--db", self.here / "nothing.db")
        self.assertFalse((self.here / "nothing.db").exists())

    def test_directory(self):
        self.refused(4, "Is a directory", "extract", SEEDS, "--db", self.here)

    def test_directory_is_missing(self):
        done = self.refused(4, "No such file or directory", "extract", SEEDS, "--db",
                            self.here / "nowhere" / "graph.db")
        self.assertIn("nowhere", done.stderr)

    def test_file_that_may_not_grow(self):
        database, whole = self.here / "graph.db", self.here / "whole.db"
        limit = 1 << 18
        done = subprocess.run([PROGRAM, "extract", SEEDS, "--db", database], capture_output=True,
                              encoding="utf-8", timeout=600,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE,
                                                                    (limit, limit)))
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn("graph.db", done.stderr)
        for path in (database, whole):
            self.good("extract", SEEDS, "--db", path)
        self.assertEqual(self.digest(database), self.digest(whole))


class Data(ProgramTest):
    """A broken line of a gazetteer or a rule: file, line and what was expected."""

    def copy(self, name):
        shutil.copytree(SOURCE / name, self.here / name)
        return self.here / name

    def check(self, option, directory, message):
        given = (option, directory, "--replace-data")
        self.refused(3, message, "annotate", SEEDS, *given)
        database = self.here / "graph.db"
        self.refused(3, message, "extract", SEEDS, "--db", database, *given)
        self.assertFalse(database.exists())
        done = run("check", *given)
        self.assertEqual(done.returncode, 1)
        self.assertIn(message, done.stdout)

    def test_broken_gazetteer_line(self):
        directory = self.copy("gazetteers")
        with open(directory / "place" / "countries.tsv", "a", encoding="utf-8") as file:
            file.write("only one column\n")
        lines = (directory / "place" / "countries.tsv").read_text(encoding="utf-8").count("\n")
        self.check("--gazetteers", directory, f"countries.tsv:{lines}: ")

    def test_gazetteer_list_is_missing(self):
        directory = self.copy("gazetteers")
        (directory / "place" / "countries.tsv").unlink()
        self.check("--gazetteers", directory, "countries.tsv")

    def test_broken_rule(self):
        directory = self.copy("rules")
        path = directory / "people.rules"
        lines = path.read_text(encoding="utf-8").count("\n")
        with open(path, "a", encoding="utf-8") as file:
            file.write("\nrule broken.rule\n  match  (((\n  make   person who\n")
        self.check("--rules", directory, f"people.rules:{lines + 3}: ")

    def test_no_gazetteers(self):
        self.check("--gazetteers", self.here / "none", str(self.here / "none"))


class Annotations(ProgramTest):
    def test_broken_line(self):
        path = self.write("annotations.jsonl", '{"id": "a", "entities": [], "relations": []}\n'
                                               '{"id": "b", "entities": 7}\n')
        database = self.here / "graph.db"
        self.refused(3, "annotations.jsonl:2: ", "load", path, "--db", database)
        self.assertEqual(articles_in(database), {"a"})

    def test_missing(self):
        self.refused(3, "none.jsonl", "load", self.here / "none.jsonl", "--db",
                     self.here / "graph.db")


class CommandLine(ProgramTest):
    def test_usage(self):
        for arguments in ((), ("nonsense",), ("annotate",), ("annotate", SEEDS, "--threads", "0"),
                          ("export", "word"), ("export", "dot", "--type", "place"),
                          ("extract", SEEDS, "--nonsense")):
            self.assertEqual(run(*arguments).returncode, 2, arguments)

    def test_what_may_have_been_meant(self):
        for arguments, message in (
                (("extrct", SEEDS), "no such command: extrct; did you mean extract?"),
                (("aks",), "no such command: aks; did you mean ask?"),
                (("extract", SEEDS, "--treads", "2"), "--treads; did you mean --threads?"),
                (("export", "dot", "--arround=x"), "--arround=x; did you mean --around?"),
                (("--jsn", "digest"), "--jsn; did you mean --json?"),
                (("xyzzy",), "no such command: xyzzy\n"),
                (("digest", "more"), "digest takes no argument here: more"),
                ((), "expected a command")):
            self.refused(2, message, *arguments)

    def test_words_behind_an_option_of_several_values_are_arguments(self):
        self.refused(3, "none/lists.tsv", "annotate", "--gazetteers", self.here / "none", SEEDS)

    def test_help_everywhere_with_an_example(self):
        self.assertIn("Example:", self.good("--help"))
        for command in ("extract", "annotate", "load", "digest", "ask", "sql", "show", "path", "export",
                        "explain", "check", "cases", "eval", "diff", "suggest"):
            self.assertIn("Example:\n  rawabit ", self.good(command, "--help"))

    def test_sql_only_reads(self):
        database = self.here / "graph.db"
        self.good("extract", SEEDS, "--db", database)
        before = self.digest(database)
        for query, message in (("DELETE FROM edges", "only reads"),
                               ("SELECT 1; SELECT 2", "one statement"),
                               ("SELECT nonsense FROM edges", "nonsense"),
                               ("-- nothing", "expected a SELECT")):
            self.refused(2, message, "sql", query, "--db", database)
        self.assertEqual(self.digest(database), before)

    def test_what_is_not_there_is_a_no(self):
        database = self.here / "graph.db"
        self.good("extract", SEEDS, "--db", database)
        self.refused(1, "nobody at all", "show", "nobody at all", "--db", database)
        self.refused(1, "nobody at all", "export", "dot", "--around", "nobody at all", "--db",
                     database)
        self.refused(1, "not understood", "ask", "xyzzy plugh", "--db", database)

    def test_an_empty_graph_says_how_to_fill_it(self):
        database = self.here / "graph.db"
        self.good("extract", self.write("a.txt", "\n"), "--db", database)
        how = f"graph is empty, nothing was found in its 1 article; rawabit extract PATH... --db {database}"
        for command in (("ask", "which bodies met in Abu Dhabi"), ("show", "Qatar"), ("near", "Qatar"),
                        ("path", "Qatar", "Egypt"), ("shared", "Qatar", "Egypt")):
            done = self.refused(1, how, *command, "--db", database)
            self.assertEqual(len(done.stderr.splitlines()), 1)
        for command in (("timeline",), ("measures",), ("export", "svg")):
            done = run(*command, "--db", database)
            self.assertEqual(done.returncode, 0)
            self.assertIn(how, done.stderr)

    def test_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        for command in (("annotate", SEEDS), ("check",)):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PROGRAM, *map(str, command)], stdout=full,
                                      stderr=subprocess.PIPE, encoding="utf-8", timeout=600)
            self.assertEqual(done.returncode, 3)
            self.assertIn("standard output: No space left", done.stderr)


if __name__ == "__main__":
    unittest.main()
