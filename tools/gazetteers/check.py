#!/usr/bin/env python3
"""Checks the gazetteers as data: the manifest, the columns of every list, and what stands twice.

    tools/gazetteers/check.py [--manifest gazetteers/lists.tsv] [--only place/,time/]

Errors (exit 1): a listed file that is missing, a wrong number of columns, an unknown format, a form
or id that is empty, an id twice in one list, a form twice in one line. Warnings: one form in two
lines of a list (the first stands), a file that the manifest does not list.
`rawabit check` does the same with the loader of the program; this one needs no build.
"""

import argparse
import pathlib
import sys

from folding import fold

COLUMNS = {"entities": (3, 4), "words": (1, 2), "shapes": (2, 2)}
MANIFEST_COLUMNS = 9


def rows(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip("\r").split("\t")



def check_forms(where, cell, seen, errors, warnings):
    own = set()
    for form in cell.split("|"):
        key = " ".join(fold(form).split())
        if not key:
            errors.append(f"{where}: expected a form, found an empty one")
        elif key in own:
            errors.append(f"{where}: the form {form!r} stands twice in the line")
        elif key in seen:
            warnings.append(f"{where}: the form {form!r} stands already in line {seen[key]}")
        if form != form.strip():
            errors.append(f"{where}: white space around {form!r}")
        own.add(key)
        seen.setdefault(key, where.rpartition(":")[2])


def check_list(path, form, errors, warnings):
    ids, seen, lines = set(), {}, 0
    low, high = COLUMNS[form]
    for number, cells in rows(path):
        where, lines = f"{path}:{number}", lines + 1
        if not low <= len(cells) <= high:
            errors.append(f"{where}: expected {low} to {high} columns, found {len(cells)}")
            continue
        if form == "shapes":
            continue
        if form == "entities":
            if not cells[0] or cells[0] in ids:
                errors.append(f"{where}: expected a new id, found {cells[0]!r}")
            ids.add(cells[0])
        check_forms(where, cells[2] if form == "entities" else cells[0], seen, errors, warnings)
        for part in (cells[high - 1].split(";") if len(cells) == high and cells[high - 1] else []):
            if "=" not in part:
                errors.append(f"{where}: expected key=value, found {part!r}")
    return lines, len(seen)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    root = pathlib.Path(__file__).resolve().parents[2]
    parser.add_argument("--manifest", type=pathlib.Path, default=root / "gazetteers/lists.tsv")
    parser.add_argument("--only", default="", help="prefixes of files, separated by commas")
    parser.add_argument("--quiet", action="store_true", help="no warnings, no counts")
    options = parser.parse_args()
    base, errors, warnings, listed = options.manifest.parent, [], [], set()
    for number, cells in rows(options.manifest):
        where = f"{options.manifest}:{number}"
        if len(cells) != MANIFEST_COLUMNS:
            errors.append(f"{where}: expected {MANIFEST_COLUMNS} columns, found {len(cells)}")
            continue
        file, form, name = cells[:3]
        listed.add(file)
        if not file.startswith(tuple(options.only.split(","))):
            continue
        if form not in COLUMNS:
            errors.append(f"{where}: expected one of {', '.join(COLUMNS)}, found {form!r}")
        elif not (base / file).is_file():
            errors.append(f"{where}: expected the file {file}, found none")
        else:
            lines, forms = check_list(base / file, form, errors, warnings)
            if not options.quiet:
                print(f"{lines:6} lines {forms:6} forms  {name:16} {file}")
    for path in sorted(base.glob("*/*.tsv")):
        if str(path.relative_to(base)) not in listed:
            warnings.append(f"{path}: the manifest does not list it")
    for message in errors + ([] if options.quiet else warnings):
        print(message, file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
