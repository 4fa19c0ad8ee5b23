#!/usr/bin/env python3
"""Measures positions and dates against the Wojood corpus (nested BIO tags): exact spans of tokens.

    tools/ner/wojood.py SAMPLE.tsv... --rawabit build/release/apps/rawabit/rawabit [--errors TYPE]

What is held against what is told in README.md of this folder.
"""

import argparse

from annotator import annotate
from conll import detokenize, fold, read_sentences, spans_of
from lists import demonym_forms
from scores import Scores, show

BODIES = ("ORG", "GPE", "LOC", "FAC", "NORP")  # where a position ends and its body begins
LINKS = {"في", "ب"}  # that join it to its body


def is_borne(sentence, span, persons):
    """Is a person beside the position, punctuation apart, or does one begin inside of it?"""
    def close(end, begin):
        return end <= begin <= end + 1 and not any(w.isalnum() for w, _ in sentence[end:begin])
    first, behind = span
    return any(close(behind, begin) or close(end, first) or first < begin < behind
               for begin, end in persons)


def positions(sentence, spans, demonyms):
    """OCC up to the body that the position is held in, of those whose holder is named."""
    persons = [(b, e) for b, e, kind in spans if kind == "PERS"]
    for first, behind, kind in spans:
        if kind != "OCC" or not is_borne(sentence, (first, behind), persons):
            continue
        end = min((b for b, _, k in spans if k in BODIES and first < b < behind), default=behind)
        while end - first > 1 and fold(sentence[end - 1][0]) in demonyms | LINKS:
            end -= 1
        yield first, end


def gold_of(sentence, demonyms):
    spans = spans_of(sentence)
    gold = {(span, "OCC") for span in positions(sentence, spans, demonyms)}
    return gold | {((first, behind), "DATE") for first, behind, kind in spans if kind == "DATE"}


def found_of(mentions):
    titles = {((m.first, m.behind), "OCC") for m in mentions if m.kind == "position"}
    return titles | {((m.first, m.behind), "DATE") for m in mentions if m.type == "date"}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--rawabit", default="rawabit", help="the program")
    parser.add_argument("--errors", choices=["OCC", "DATE", "all"], help="print errors")
    args = parser.parse_args()

    sentences = [s for path in args.corpora for s in read_sentences(path)]
    texts = [detokenize([s]) for s in sentences]  # the sample's sentences come from anywhere
    demonyms, scores = demonym_forms(), Scores()
    for sentence, mentions in zip(sentences, annotate(args.rawabit, texts)):
        gold, found = gold_of(sentence, demonyms), found_of(mentions)
        scores.add(gold & found, gold - found, found - gold)
        if args.errors:
            show(sentence, gold - found, found - gold, args.errors)
    print(f"{len(sentences)} sentences")
    print(scores.table())


if __name__ == "__main__":
    main()
