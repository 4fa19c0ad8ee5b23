#!/usr/bin/env python3
"""Writes the graph as Parquet: nodes.parquet and edges.parquet in a directory.

Usage: rawabit export jsonl --db graph.db | parquet.py DIRECTORY
`rawabit export parquet -o DIRECTORY` does just that. Needs pyarrow from PyPI.
"""
import json
import pathlib
import sys

NODES = {"node": "string", "type": "string", "name": "string", "english": "string", "iso": "string"}
EDGES = {"edge": "string", "subject": "string", "predicate": "string", "object": "string",
         "origin": "string", "n_evidence": "int64", "confidence": "float64"}


def main(directory, lines):
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        sys.exit(f"rawabit: Parquet is written by pyarrow, which {sys.executable} does not have: "
                 "pip install pyarrow, or name another Python with RAWABIT_PYTHON")
    records = [json.loads(line) for line in lines]
    directory.mkdir(parents=True, exist_ok=True)
    for name, columns in (("node", NODES), ("edge", EDGES)):
        table = pyarrow.table(
            {column: pyarrow.array([one.get(column) for one in records if name in one],
                                   type=getattr(pyarrow, kind)())
             for column, kind in columns.items()})
        pyarrow.parquet.write_table(table, directory / f"{name}s.parquet")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.stdin.fileno(), encoding="utf-8") as stream:
        main(pathlib.Path(sys.argv[1]), stream)
