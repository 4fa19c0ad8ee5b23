"""Folded forms of the project's gazetteers."""

import pathlib

from conll import fold

GAZETTEERS = pathlib.Path(__file__).resolve().parents[2] / "gazetteers"
ARTICLE = "ال"


def forms(path, column=0):
    """The folded forms of a list of words (column 0) or of entities (column 2)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield from (fold(form) for form in line.split("\t")[column].split("|"))


def with_article(bare):
    """The forms, and the forms with the article on each of their words."""
    return bare | {" ".join(ARTICLE + word for word in form.split()) for form in bare}


def demonym_forms():
    """Adjectives of origin."""
    return with_article({form for name in ("demonyms", "demonyms_weak", "demonyms_compound")
                         for form in forms(GAZETTEERS / "place" / (name + ".tsv"), 2)})
