#!/usr/bin/env python3
"""Runs the commands of docs/tour.md and puts their true outputs there.

Usage: tour.py RAWABIT [--check]. Lines of a `console` block that begin with "$ " are run, in order,
in one empty directory with a copy of seeds/; what they print takes the place of what stands behind
them. Blocks of `console venv` need the Python packages of build/venv (scripts/test), those of
`console explorer` the page that the target `explorer` builds; without, they are left as they are.
--check changes nothing, and fails where the page says otherwise.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = SOURCE / "docs" / "tour.md"
VENV = SOURCE / "build" / "venv" / "bin"


def output(command, place, rawabit):
    bins = place / "bin"
    bins.mkdir(exist_ok=True)
    if not (bins / "rawabit").exists():
        (bins / "rawabit").symlink_to(rawabit)
        shutil.copytree(SOURCE / "seeds", place / "seeds")
    environment = {**os.environ, "PATH": f"{bins}:{VENV}:{os.environ['PATH']}",
                   "RAWABIT_DATA": str(SOURCE), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["bash", "-c", command + " 2>&1"], cwd=place, env=environment,
                          capture_output=True, encoding="utf-8", timeout=300)
    return done.stdout


def is_there(needed, rawabit):
    """What the blocks of this kind need."""
    pages = [rawabit.parents[2] / "explorer" / "explorer.html", SOURCE / "explorer.html"]
    return {"venv": VENV.exists(),
            "explorer": any(page.exists() for page in pages)}.get(needed.strip(), True)


def made(text, place, rawabit):
    def block(match):
        if not is_there(match[1], rawabit):
            return match[0]
        commands = re.findall(r"^\$ (.*(?:\n> .*)*)", match[2], re.M)
        lines = ""
        for command in commands:
            said = output(command.replace("\n> ", "\n"), place, rawabit)
            lines += f"$ {command}\n{said}"
        return f"```console{match[1]}\n{lines}```"
    return re.sub(r"```console([^\n]*)\n(.*?)```", block, text, flags=re.S)


def main(rawabit, check):
    text = PAGE.read_text("utf-8")
    with tempfile.TemporaryDirectory() as place:
        new = made(text, pathlib.Path(place), pathlib.Path(rawabit).resolve())
    if not check:
        PAGE.write_text(new, "utf-8")
    elif new != text:
        import difflib
        sys.stdout.writelines(difflib.unified_diff(
            text.splitlines(True), new.splitlines(True), "docs/tour.md", "what is true"))
        sys.exit("docs/tour.md is out of date: run tools/docs/tour.py RAWABIT")


if __name__ == "__main__":
    main(sys.argv[1], "--check" in sys.argv)
