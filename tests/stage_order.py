#!/usr/bin/env python3
"""The stages of lib/ may include only themselves and the stages before them (lib/CMakeLists.txt).

Usage: stage_order.py LIB_DIRECTORY. Also proves on a tree of its own making that it finds what it
looks for. Exit status 1, and a line for each, where an include goes against the order.
"""
import pathlib
import re
import sys
import tempfile

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)


def stages_in(lib):
    """The stages in their order."""
    text = (lib / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.findall(r"^rawabit_stage\((\w+)", text, re.MULTILINE)


def violations(lib):
    order = stages_in(lib)
    found = []
    for index, stage in enumerate(order):
        allowed = set(order[:index + 1])
        for path in sorted((lib / stage).glob("**/*")):
            if path.suffix not in {".h", ".cc"}:
                continue
            for included in INCLUDE.findall(path.read_text(encoding="utf-8")):
                # a header right under lib/ (pipeline.h) comes after all stages
                if included.partition("/")[0] not in allowed or "/" not in included:
                    found.append(f"{path.relative_to(lib)} includes {included}, "
                                 f"which is no stage up to {stage}")
    folders = {p.name for p in lib.iterdir() if p.is_dir()}
    found += [f"{name}/ is no stage of lib/CMakeLists.txt" for name in sorted(folders - set(order))]
    return found


def prove():
    with tempfile.TemporaryDirectory() as directory:
        lib = pathlib.Path(directory)
        (lib / "CMakeLists.txt").write_text("rawabit_stage(base)\nrawabit_stage(model base)\n")
        for stage in ("base", "model", "other"):
            (lib / stage).mkdir()
        (lib / "base/a.h").write_text('#include "model/b.h"\n#include "pipeline.h"\n#include <x>\n')
        (lib / "model/b.h").write_text('#include "base/a.h"\n')
        assert len(violations(lib)) == 3, violations(lib)


def main():
    prove()
    found = violations(pathlib.Path(sys.argv[1]))
    print(*found, sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
