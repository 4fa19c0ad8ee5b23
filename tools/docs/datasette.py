#!/usr/bin/env python3
"""What Datasette shows of the graph, from the comments of schema.sql.

Usage: datasette.py [--write]. Prints the metadata; with --write to tools/datasette/metadata.json.
"""
import json
import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
METADATA = SOURCE / "tools" / "datasette" / "metadata.json"

# What fold() does, as far as plain SQLite can: enough for words as people type them.
FOLDED = ":words"
for letters, plain in (("أإآٱ", "ا"), ("ى", "ي"), ("ة", "ه"), ("ؤ", "و"), ("ئ", "ي"),
                       ("ـًٌٍَُِّْ", "")):
    for letter in letters:
        FOLDED = f"replace({FOLDED}, '{letter}', '{plain}')"

QUERIES = {
    "search": {
        "title": "Search the articles",
        "description": "Words in any common spelling; every word must be in the article.",
        "sql": "select d.article, d.date, d.title, substr(d.text, 1, 300) as begin from "
               "article_search join documents as d on d.id = article_search.rowid "
               f"where article_search match lower({FOLDED}) order by rank limit 50"},
    "between": {
        "title": "What is said of two",
        "description": "The edges between two, by parts of their names, with the sentences.",
        "sql": "select t.subject, t.predicate, t.object, p.article, p.sentence from triple as t "
               "join proof as p on p.edge = t.edge where t.subject like '%' || :one || '%' "
               "and t.object like '%' || :other || '%' limit 200"},
}


def tables(schema):
    """(kind, name, description, {column: description}) of each table and view."""
    found = []
    for match in re.finditer(
            r"((?:^--[^\n]*\n)+)CREATE (?:VIRTUAL )?(TABLE|VIEW) (\w+)(.*?);\n", schema, re.M | re.S):
        comment, kind, name, body = match.groups()
        words = " ".join(line.strip("- ") for line in comment.splitlines() if "-----" not in line)
        found.append((kind.lower(), name, words, columns(kind, body)))
    return found


def columns(kind, body):
    pattern = r"(?:\bAS (\w+),?|^\s+(?:\w+\.)?(\w+),?)\s+-- (.*)" if kind == "VIEW" else \
        r"^  (\w+)[ ,].*?-- (.*)"
    described = {}
    for match in re.finditer(pattern, body, re.M):
        groups = [group for group in match.groups() if group]
        if groups[0] not in ("REFERENCES", "CHECK"):
            described.setdefault(groups[0], groups[-1])
    return described


def metadata():
    described = {}
    for kind, name, words, its_columns in tables((SOURCE / "schema.sql").read_text("utf-8")):
        one = {"description": words, "columns": its_columns}
        if kind == "view":
            one.pop("columns")  # Datasette shows them for tables only
        described[name] = one
    described["article_search"]["hidden"] = True
    described["documents"].update({"fts_table": "article_search", "fts_pk": "id"})
    for name, label in (("entities", "name"), ("documents", "article"), ("sentences", "text"),
                        ("local_entities", "name")):
        described[name]["label_column"] = label
    return {"title": "rawabit: who cooperates with whom",
            "description": "A graph of cooperation, read from Arabic news articles. Every edge leads "
                           "back to the sentence that says it: see the views triple and proof.",
            "license": "The articles belong to their authors",
            "databases": {"graph": {"tables": described, "queries": QUERIES}}}


def text():
    return json.dumps(metadata(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        METADATA.write_text(text(), "utf-8")
    else:
        print(text(), end="")
