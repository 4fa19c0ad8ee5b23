"""Runs `rawabit annotate -` over texts and gives its mentions as spans of tokens."""

import dataclasses
import json
import subprocess


@dataclasses.dataclass(frozen=True)
class Found:
    """A mention: type and kind of its entity, its tokens, its text as read (the form)."""
    type: str
    kind: str
    sentence: int
    first: int
    behind: int
    text: str


def annotate(program, texts):
    """For each Text the list of Found. Offsets of a record count two line breaks before the text."""
    records = "".join(json.dumps({"id": str(i), "text": t.text}, ensure_ascii=False) + "\n"
                      for i, t in enumerate(texts))
    done = subprocess.run([program, "annotate", "-"], input=records.encode(), check=True,
                          stdout=subprocess.PIPE)
    lines = done.stdout.decode().splitlines()
    if len(lines) != len(texts):
        raise SystemExit(f"{program} annotate: {len(lines)} lines for {len(texts)} texts")
    return [list(_mentions(json.loads(line), text)) for line, text in zip(lines, texts)]


def _mentions(annotation, text):
    before = len("\n\n")
    for entity in annotation["entities"]:
        for mention in entity["mentions"]:
            span = text.span_of(mention["start"] - before, mention["end"] - before)
            if span is not None:
                yield Found(entity["type"], entity.get("kind", ""), *span,
                            mention.get("form", mention["text"]))
