#!/usr/bin/env python3
"""Measures people, places and bodies against ANERcorp: exact spans of tokens, by type.

    tools/ner/anercorp.py CORPUS.conll --rawabit build/release/apps/rawabit/rawabit
        [--plain] [--errors TYPE] [--limit N]

What is held against what is told in README.md of this folder. --plain leaves out the mapping of
names and their heads; --errors prints the sentences with what was missed and wrong.
"""

import argparse
import collections
import pathlib

from annotator import annotate
from conll import detokenize, documents, fold, read_sentences, spans_of
from lists import GAZETTEERS, demonym_forms, forms, with_article
from scores import Scores, show

TYPES = {"person": "PER", "organization": "ORG", "country": "LOC", "city": "LOC", "region": "LOC"}
PLACE_HEADS = ("region_heads", "city_heads", "country_heads")


class Mapping:
    """What of the one scheme stands for what of the other."""

    def __init__(self, plain):
        self.plain = plain
        place, here = GAZETTEERS / "place", pathlib.Path(__file__).parent
        heads = {f for name in PLACE_HEADS for f in forms(place / (name + ".tsv"))}
        self.demonyms = demonym_forms()
        self.short = set(forms(GAZETTEERS / "organization/heads_definite.tsv"))
        self.epithets = with_article(heads) - heads | set(forms(place / "capital_words.tsv"))
        self.places = {f for name in ("countries", "regions")
                       for f in forms(place / (name + ".tsv"), column=2)}
        self.heads = heads | set(forms(here / "anercorp_heads.tsv"))

    def judged(self, found):
        """Does the mention stand for something that the corpus sets out to tag?"""
        if found.type not in TYPES:
            return False
        if self.plain:
            return True
        words = fold(found.text).split()
        if found.type == "country" and " ".join(words) in self.demonyms:
            return False
        if (words[0] in self.epithets and found.type != "organization" and
                " ".join(words) not in self.places):
            return False
        return not (found.type == "organization" and len(words) == 1 and words[0] in self.short)

    def has_head(self, found):
        """Does it begin with a noun that the corpus leaves outside of names?"""
        return not self.plain and fold(found.text).split()[0] in self.heads

    def ends_in_origin(self, found):
        return (not self.plain and found.type == "organization" and
                fold(found.text).split()[-1] in self.demonyms)


def readings(found, mapping):
    """The spans that the mention may have in the corpus: without its head, its adjective of origin."""
    firsts, ends = [found.first], [found.behind]
    if mapping.has_head(found):
        firsts.append(found.first + 1)
    if mapping.ends_in_origin(found):
        ends.append(found.behind - 1)
    return [(first, end) for first in firsts for end in ends if first < end]


def compare(sentence, mentions, mapping):
    """(right, missed, wrong) of a sentence, each a set of (span, type), longer mentions first.

    The corpus is flat: what lies inside a longer mention counts only where that one is not judged.
    """
    gold = {((first, behind), kind) for first, behind, kind in spans_of(sentence) if kind != "MISC"}
    right, wrong, taken = set(), set(), []
    for found in sorted(mentions, key=lambda m: (m.first - m.behind, m.first)):
        if any(first <= found.first and found.behind <= behind for first, behind in taken):
            continue
        kind = TYPES[found.type]
        tried = [(span, kind) for span in readings(found, mapping)]
        hit = next((t for t in tried if t in gold - right), None)
        if hit is not None:
            right.add(hit)
        elif mapping.has_head(found):
            continue
        else:
            wrong.add(tried[0])
        taken.append(tried[0][0])
    return right, gold - right, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus")
    parser.add_argument("--rawabit", default="rawabit", help="the program")
    parser.add_argument("--plain", action="store_true", help="types only, no other mapping")
    parser.add_argument("--errors", choices=["PER", "LOC", "ORG", "all"], help="print errors")
    parser.add_argument("--limit", type=int, help="sentences with errors at most")
    args = parser.parse_args()

    docs = list(documents(list(read_sentences(args.corpus))))
    texts = [detokenize(doc) for doc in docs]
    mapping, scores, shown = Mapping(args.plain), Scores(), 0
    for doc, found in zip(docs, annotate(args.rawabit, texts)):
        by_sentence = collections.defaultdict(list)
        for mention in filter(mapping.judged, found):
            by_sentence[mention.sentence].append(mention)
        for number, sentence in enumerate(doc):
            right, missed, wrong = compare(sentence, by_sentence[number], mapping)
            scores.add(right, missed, wrong)
            if args.errors and (args.limit is None or shown < args.limit):
                shown += show(sentence, missed, wrong, args.errors)
    print(f"{len(docs)} texts of {sum(map(len, docs))} sentences")
    print(scores.table())


if __name__ == "__main__":
    main()
