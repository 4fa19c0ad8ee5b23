#!/usr/bin/env python3
"""Writes gazetteers/place/cities.tsv and cities_weak_geonames.tsv from GeoNames.

    tools/gazetteers/cities.py [--why]

Needs the optional directory ../shared/facts. Taken are the towns of the Arab world of any size in the
extract, and elsewhere those of 60,000 people (100,000 in the United States, whose suburbs bear the
names of persons and of other places). Left out: what the hand-made lists capitals.tsv, cities_arab.tsv,
cities_world.tsv and cities_weak.tsv have already, by id or by name; the names of countries and regions;
of two towns of one name the smaller. A name of one word goes to the weak list where it is also an Arabic
word (the Hunspell list of the same directory), a name of a person in gazetteers/person, or has two
letters only: weak towns count only where the context says "town". city_decisions.tsv overrides:
`drop` (leave out), `weak`, `keep` (not weak although a word).
"""

import argparse
import collections

import geonames
from folding import fold

GAZETTEERS = geonames.ROOT / "gazetteers"
PLACE = GAZETTEERS / "place"
HEADER = """\
# id\tEnglish name\tforms\tattributes. {what}
# Written by tools/gazetteers/cities.py from GeoNames (CC BY 4.0): decide in city_decisions.tsv,
# add in cities_arab.tsv, cities_world.tsv or cities_weak.tsv.
"""


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def forms_in(path, column):
    return {fold(form) for cells in rows(path) for form in cells[column].split("|")}


def bare(key):
    return key.removeprefix("ال") if len(key) > 4 else key


def other_words():
    """Folded words that a one-word town name may be mistaken for."""
    words = set()
    for cells in rows(geonames.FACTS.parent / "hunspell_ar_words.tsv"):
        words.add(fold(cells[0]))
    for path in sorted((GAZETTEERS / "person").glob("*.tsv")):
        words |= forms_in(path, 0)
    for name in ("demonyms.tsv", "demonyms_weak.tsv"):
        words |= forms_in(PLACE / name, 2)
    return words


def taken():
    """Ids and folded forms that other lists of places have already."""
    ids, forms = set(), set()
    for name in ("capitals.tsv", "cities_arab.tsv", "cities_world.tsv", "cities_weak.tsv"):
        for cells in rows(PLACE / name):
            ids.add(cells[0])
            forms |= {fold(form) for form in cells[2].split("|")}
    for name in ("countries.tsv", "countries_ambiguous.tsv", "regions.tsv"):
        if (PLACE / name).is_file():
            forms |= forms_in(PLACE / name, 2)
    return ids, forms


def large_enough(city):
    if city.country in geonames.ARAB or city.country in ("TR", "IR", "IL"):
        return True
    return city.population >= (100_000 if city.country == "US" else 60_000)


def decisions():
    out = collections.defaultdict(set)
    for cells in rows(geonames.pathlib.Path(__file__).with_name("city_decisions.tsv")):
        out[cells[0]].add(fold(cells[1]))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--why", action="store_true", help="print the weak towns")
    options = parser.parse_args()
    ids, forms = taken()
    words, decided = other_words(), decisions()
    lists = {"strong": [], "weak": []}
    for city in sorted(geonames.cities(), key=lambda c: (-c.population, int(c.geonameid))):
        key = fold(city.arabic)
        ident = f"geonames:{city.geonameid}"
        if not large_enough(city) or ident in ids or {key, "ال" + key} & (forms | decided["drop"]):
            continue
        forms.add(key)
        mistaken = " " not in key and (len(key) < 3 or {key, bare(key), "ال" + key} & words)
        weak = key in decided["weak"] or (mistaken and key not in decided["keep"])
        line = f"{ident}\t{city.english}\t{city.arabic}\tcountry={city.country}\n"
        lists["weak" if weak else "strong"].append(line)
        if weak and options.why:
            print(city.arabic, city.english, city.country)
    for name, kind, what in (("cities.tsv", "strong", "Cities, the largest first."),
                             ("cities_weak_geonames.tsv", "weak", "Cities named like a word or person.")):
        (PLACE / name).write_text(HEADER.format(what=what) + "".join(lists[kind]), encoding="utf-8")


if __name__ == "__main__":
    main()
