#!/usr/bin/env python3
"""The kinds of questions that `rawabit ask` knows, as the table in docs/questions.md.

Usage: questions.py [--write]. Prints the table made from rules/questions/phrases.txt; with --write
puts it into docs/questions.md, between the two marks there.
"""
import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
BEGIN, END = "<!-- kinds: made by tools/docs/questions.py -->", "<!-- end of kinds -->"


def kinds():
    """(heading, name, English example, Arabic example) of each phrase that has an example."""
    heading, phrases = "", []
    for line in (SOURCE / "rules" / "questions" / "phrases.txt").read_text("utf-8").splitlines():
        if re.match(r"# .* -{10,}$", line):
            heading = line.strip("# -")
        elif line.startswith("phrase "):
            phrases.append([heading, line.split()[1], "", ""])
        elif line.startswith("  yes "):
            example = line[6:].strip()
            place = 3 if re.search(r"[\u0600-\u06ff]", example) else 2
            phrases[-1][place] = phrases[-1][place] or example
    return [phrase for phrase in phrases if phrase[2] or phrase[3]]


def table():
    lines, last = [], None
    found = kinds()
    lines.append(f"{len(found)} kinds, each alone or inside others "
                 "(*when did the countries that cooperate with X meet in Y*):\n")
    for heading, name, english, arabic in found:
        if heading != last:
            lines += [f"\n**{heading}**\n", "| in English | in Arabic |", "|---|---|"]
            last = heading
        lines.append(f"| {english} | {arabic} |")
    return "\n".join(lines).strip() + "\n"


def with_table(text):
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}{END}{after}"


if __name__ == "__main__":
    doc = SOURCE / "docs" / "questions.md"
    if "--write" in sys.argv[1:]:
        doc.write_text(with_table(doc.read_text("utf-8")), "utf-8")
    else:
        print(table(), end="")
