"""Precision, recall and F1 by type."""

import collections


class Scores:
    def __init__(self):
        self._counts = collections.defaultdict(collections.Counter)

    def add(self, right, missed, wrong):
        """Counts sets of (span, type)."""
        for label, found in (("right", right), ("missed", missed), ("wrong", wrong)):
            for _, kind in found:
                self._counts[kind][label] += 1

    def table(self):
        total = sum(self._counts.values(), collections.Counter())
        rows = [_row(kind, self._counts[kind]) for kind in sorted(self._counts)]
        head = f"{'':8} {'right':>6} {'missed':>6} {'wrong':>6} {'P':>6} {'R':>6} {'F1':>6}"
        return "\n".join([head, *rows, _row("all", total)])


def _row(kind, counts):
    right, missed, wrong = counts["right"], counts["missed"], counts["wrong"]
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return (f"{kind:8} {right:6} {missed:6} {wrong:6} "
            f"{precision:6.3f} {recall:6.3f} {f1:6.3f}")


def show(sentence, missed, wrong, only):
    """Prints a sentence and below it what was missed (-) and wrong (+); false where nothing was."""
    marks = collections.defaultdict(list)
    for label, spans in (("-", missed), ("+", wrong)):
        for (first, behind), kind in spans:
            if only in ("all", kind):
                marks[first].append((label, kind, behind))
    if not marks:
        return False
    words = [w for w, _ in sentence]
    print(" ".join(words))
    for first in sorted(marks):
        for label, kind, behind in marks[first]:
            print(f"    {label}{kind} {' '.join(words[first:behind])}")
    return True
