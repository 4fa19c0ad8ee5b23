#!/usr/bin/env python3
"""Writes what each fuzz target starts from, out of the project's own data: seeds.py DIRECTORY"""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST = 4000  # bytes of one seed: the fuzzer changes small ones better


def texts(*patterns):
    return [path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern))]


def rules():
    """A byte for the mode, then the rule alone."""
    for text in texts("rules/*.rules"):
        for rule in re.split(rb"\n(?=rule |let |class )", text):
            yield b"\0" + rule
    few = b'class X = NAME & !RANK~ | CITY\nlet P = (RANK | "of")* X\nrule a.b\n  match @t:RANK+ @w:(P{1,3}?)\n'
    yield b"\0" + few + b"  make person w\n  make title t kind=rank\n  rel has_title w t\n\0major general smith"
    yield b"\1" + few + b"  mark M t..w head=w\n\0general jones of york, new york"


def questions():
    for line in (ROOT / "tests/data/questions.jsonl").read_text().splitlines():
        question = json.loads(line)
        yield question["english"].encode()
        yield question["arabic"].encode()
    for line in (ROOT / "tests/query/paraphrases.tsv").read_text().splitlines():
        if "\t" in line:
            yield line.split("\t", 1)[1].encode()


def annotations():
    for line in (ROOT / "tests/data/gold_annotations.jsonl").read_text().splitlines():
        article = json.loads(line)
        article["entities"] = article["entities"][:6]
        known = {entity["id"] for entity in article["entities"]}
        article["relations"] = [
            r for r in article["relations"] if r["subject"] in known and r["object"] in known
        ]
        yield json.dumps(article, ensure_ascii=False).encode()


def dates():
    for text in texts("gazetteers/time/*.tsv"):
        lines = [line for line in text.splitlines() if not line.startswith(b"#")]
        for i in range(0, len(lines), 12):
            words = [re.split(rb"[\t|]", line)[0] for line in lines[i : i + 12]]
            yield b" 12 ".join(words) + b" 2015"
    yield b"2020-03-01 03/02/2020 19 - 21 1436 22/7"


def lists():
    for kind, text in enumerate(texts("gazetteers/time/*.tsv")):
        yield bytes([kind % 4]) + text[:1000] + b"\0" + text[-300:]


def records():
    for text in texts("seeds/*.txt"):
        record = {"id": "a", "title": "t", "text": text.decode()[:800], "date": "2020-03-01"}
        yield json.dumps(record, ensure_ascii=False).encode()


def articles():
    yield from texts("seeds/*.txt")
    for text in texts("seeds/*.txt"):
        yield text.decode()[:1500].encode("utf-16")
        yield text.decode()[:1500].encode("cp1256", "ignore")
    yield from cases()


def cases():
    yield from texts("tests/cases/**/*.case", "tests/bugs/*.case")


SEEDS = {
    "annotation": annotations,
    "article": articles,
    "ask": questions,
    "case": cases,
    "dates": dates,
    "decode": articles,
    "fold": articles,
    "jsonl": records,
    "lexicon": lists,
    "rules": rules,
    "tokenize": articles,
}

for target, seeds in SEEDS.items():
    directory = Path(sys.argv[1]) / target
    directory.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (directory / f"seed_{number:04}").write_bytes(seed[:MOST])
