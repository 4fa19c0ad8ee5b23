"""Corpora with one token a line, and texts made of them whose bytes lead back to the tokens.

A sentence is a list of (word, tags); a Text keeps, for each of its tokens, where its bytes are.
"""

import dataclasses
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "gazetteers"))
from folding import fold  # noqa: E402

_NO_SPACE_BEFORE = set(".،؛:؟!,;?)]»%…")
_NO_SPACE_AFTER = set("([«")
_LONG_WORD = 5        # letters: shorter words say little about what a text is about
_MOST_SENTENCES = 40  # of the texts that a word may stand in to tell a text from others
_WINDOW = 5           # sentences before and after a gap that are compared


def read_sentences(path):
    """Sentences of a file: word, white space, tags; an empty line between sentences."""
    sentence = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            word, *tags = line.split() or [None]
            if word is not None:
                sentence.append((word, tags))
            elif sentence:
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def spans_of(sentence):
    """(first, behind, type) for tags that may be nested: one span for each B- and the I- behind it."""
    spans = []
    for at, (_, tags) in enumerate(sentence):
        for tag in tags:
            if not tag.startswith("B-"):
                continue
            kind, behind = tag[2:], at + 1
            while behind < len(sentence) and "I-" + kind in sentence[behind][1]:
                behind += 1
            spans.append((at, behind, kind))
    return spans


def documents(sentences):
    """The stream of sentences cut where no rarer word of those before it comes again behind it.

    A sentence that stands in the text already opens a new one: corpora hold articles twice.
    """
    words = [{fold(w) for w, _ in s if len(w) >= _LONG_WORD} for s in sentences]
    counts = {}
    for of_sentence in words:
        for word in of_sentence:
            counts[word] = counts.get(word, 0) + 1
    rare = [{w for w in of_sentence if 1 < counts[w] <= _MOST_SENTENCES} for of_sentence in words]
    begin, seen = 0, set()
    for at, sentence in enumerate(sentences):
        text = " ".join(w for w, _ in sentence)
        before = set().union(*rare[max(begin, at - _WINDOW):at])
        behind = set().union(*rare[at:at + _WINDOW])
        if at > begin and (text in seen or not before & behind):
            yield sentences[begin:at]
            begin, seen = at, set()
        seen.add(text)
    if begin < len(sentences):
        yield sentences[begin:]


@dataclasses.dataclass
class Text:
    """Sentences as one string, a paragraph each; `tokens[i]` is (begin, end, sentence, index)."""
    text: str
    tokens: list

    def span_of(self, begin, end):
        """(sentence, first, behind) of the tokens that the bytes touch; None across sentences."""
        touched = [t for t in self.tokens if t[0] < end and begin < t[1]]
        if not touched or touched[0][2] != touched[-1][2]:
            return None
        return touched[0][2], touched[0][3], touched[-1][3] + 1


def detokenize(document):
    """The text of a document. Punctuation goes back to the word that it was cut from."""
    parts, tokens, at = [], [], 0

    def put(piece):
        nonlocal at
        parts.append(piece)
        at += len(piece.encode())

    for number, sentence in enumerate(document):
        if number:
            put("\n")
        glue = True
        for index, (word, _) in enumerate(sentence):
            if not glue and word[0] not in _NO_SPACE_BEFORE:
                put(" ")
            begin = at
            put(word)
            tokens.append((begin, at, number, index))
            glue = word[-1] in _NO_SPACE_AFTER
    return Text("".join(parts), tokens)
