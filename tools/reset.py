"""Throws the training data away, after saying what that is."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.holding import held_in
from tools.words import Refused

KNOWN = {"station": "the TRAINING station: its ledger, its keys and its console accounts"}


def size(path: Path) -> int:
    """Bytes of a file, or of all files below a folder."""
    return sum(file.lstat().st_size for file in [path, *path.rglob("*")] if not file.is_dir())


def lost(data: Path) -> list[str]:
    """What goes with it, one line each."""
    lines = []
    for path in sorted(path for path in data.iterdir() if path.is_dir()):
        what = KNOWN.get(path.name, f"{path.name}: its enrolment and its records, sent or not")
        lines.append(f"  {what} ({size(path) / 1e6:.1f} MB)")
    return lines


def agreed() -> bool:
    if not sys.stdin.isatty():
        raise Refused("nothing was removed: nobody is there to ask. Add --yes if you mean it.")
    return input("Type yes to remove it: ").strip().lower() == "yes"


def reset(data: Path, *, sure: bool) -> str:
    """What was done, as a sentence. Refused while something holds the data, or with nobody to ask."""
    if not data.is_dir():
        return f"There is no {data}: nothing to remove."
    if lock := held_in(data):
        raise Refused(f"Doorstep is running: something holds {lock}. Stop it first (Ctrl-C in its window).")
    print("\n".join([f"This removes {data}, for good:", *lost(data)]), flush=True)
    if not sure and not agreed():
        return "Nothing was removed."
    shutil.rmtree(data)
    return f"{data} is removed. ./doorstep run starts afresh."


def main(typed: Sequence[str]) -> int:
    reads = argparse.ArgumentParser(prog="./doorstep reset", description=__doc__)
    reads.add_argument("--yes", action="store_true", help="do not ask")
    reads.add_argument("--data", type=Path, default=Path(".data"), metavar="DIR", help="where the data lies")
    asked = reads.parse_args(typed)
    try:
        print(reset(asked.data, sure=asked.yes))
    except Refused as no:
        print(f"doorstep: {no}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
