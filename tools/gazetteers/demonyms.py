#!/usr/bin/env python3
"""Writes place/demonyms.tsv and demonyms_weak.tsv: adjectives of origin, all genders and numbers.

    tools/gazetteers/demonyms.py

Reads demonym_stems.tsv (country, masculine singulars, forms that no pattern gives) beside this
script, and the countries' English names and plain forms from gazetteers/place/countries.tsv. From
each singular in -i come the feminine, the duals, the sound plurals and the accusative. A form that
is also the plain name of a country (تشيلي, روسيا) is written with its article only, or not at all;
سورية stays, being said as often of the adjective. Adjectives that mean something else as often (قمري lunar, مالي
financial) are marked `weak` and go to the second list. Both are loaded with `article = both`.
"""

import pathlib

from folding import distinct, fold

HERE = pathlib.Path(__file__).resolve().parent
PLACE = HERE.parents[1] / "gazetteers/place"
ENDINGS = ["", "ة", "ون", "ين", "ات", "ان", "تان", "تين", "ا"]
BOTH_NAME_AND_ADJECTIVE = {fold("سورية")}
HEADER = """\
# id\tEnglish name\tforms\tattributes. Adjectives of origin; the article is added by the loader.
# Written by tools/gazetteers/demonyms.py from demonym_stems.tsv: add there.
"""


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def inflected(stem, names):
    for ending in ENDINGS:
        form = stem + ending
        if fold(form) not in names or fold(form) in BOTH_NAME_AND_ADJECTIVE:
            yield form
        elif ending == "":
            yield "ال" + form


def main():
    english, names = {}, set()
    for name in ("countries.tsv", "countries_ambiguous.tsv"):
        for cells in rows(PLACE / name):
            english[cells[0]] = cells[1]
            names.update(fold(form) for form in cells[2].split("|"))
    lists = {"": [HEADER], "weak": [HEADER]}
    for cells in rows(HERE / "demonym_stems.tsv"):
        code, stems, others, strength = (cells + ["", "", ""])[:4]
        forms = [f for stem in stems.split("|") for f in inflected(stem, names)]
        forms = distinct(forms + [f for f in others.split("|") if f])
        ident = f"country:{code}"
        lists[strength].append(f"{ident}\t{english[ident]}\t{'|'.join(forms)}\tiso2={code}\n")
    (PLACE / "demonyms.tsv").write_text("".join(lists[""]), encoding="utf-8")
    (PLACE / "demonyms_weak.tsv").write_text("".join(lists["weak"]), encoding="utf-8")


if __name__ == "__main__":
    main()
