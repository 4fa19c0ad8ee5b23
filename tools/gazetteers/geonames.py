"""The GeoNames rows of the optional directory ../shared/facts, cleaned for the scripts of this folder."""

import dataclasses
import pathlib
import re

from folding import strip_marks

ROOT = pathlib.Path(__file__).resolve().parents[2]
FACTS = ROOT / "../shared/facts/geonames_ar_cities.tsv"
ARAB = set("AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())

# Administrative words that GeoNames puts before the town's own name.
_HEADS = r"^(بلدية|ولاية|دائرة|محافظة|شعبية|قضاء|ناحية|قرية|مدينة|حاضرة|مقاطعة|إمارة|بلدة|إقليم|كومونة|منطقة)\s+"
_LETTERS = str.maketrans({"ی": "ي", "ک": "ك", "ہ": "ه", "ە": "ه", "ۀ": "ه", "ڤ": "ف", "پ": "ب",
                          "چ": "تش", "ژ": "ج", "گ": "غ", "ڨ": "ق", "ھ": "ه", "ے": "ي", "ﻻ": "لا"})


@dataclasses.dataclass
class City:
    arabic: str
    english: str
    country: str
    population: int
    geonameid: str


def clean(name):
    """The bare Arabic name, or nothing where it is not written in Arabic letters alone."""
    name = strip_marks(name).translate(_LETTERS)
    name = re.sub(r"\s*[(（،,].*$", "", name).strip(" .-")
    name = re.sub(r"[-–_/]", " ", name)
    bare = re.sub(_HEADS, "", name)
    name = " ".join((bare if len(bare) > 3 else name).split())
    return name if re.fullmatch(r"[\u0621-\u064A]+( [\u0621-\u064A]+)*", name) else ""


def cities():
    lines = FACTS.read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        arabic, english, country, population, geonameid = line.split("\t")
        arabic = clean(arabic)
        if len(arabic) > 1:
            yield City(arabic, english, country, int(population), geonameid)
