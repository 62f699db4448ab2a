"""`python -m tests.scenarios FILE...`: one line for each expectation; exit 1 on any failure or fault."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.scenarios.play import play
from tests.scenarios.report import FAILED, Line, closing, count
from tests.scenarios.script import read, script
from tests.scenarios.validation import sentences


def main(typed: Sequence[str]) -> int:
    asks = argparse.ArgumentParser(prog="python -m tests.scenarios", description=__doc__)
    asks.add_argument("files", nargs="+", type=Path, metavar="FILE")
    lines: list[Line] = []
    faulty = False
    for path in asks.parse_args(typed).files:
        faults = _faults(path)
        for fault in faults:
            print(f"unknown {path.name}: {fault}", flush=True)
        faulty = faulty or bool(faults)
        if not faults:
            lines += _play(path)
    counted = count(lines)
    print(closing(counted))
    return 1 if faulty or counted[FAILED] else 0


def _faults(path: Path) -> list[str]:
    try:
        return sentences(read(path))
    except (OSError, ValueError) as fault:
        return [f"This is no JSON file that can be read ({type(fault).__name__})."]


def _play(path: Path) -> list[Line]:
    with tempfile.TemporaryDirectory(prefix="doorstep-scenario-") as folder:
        lines = play(script(read(path)), Path(folder))
    for line in lines:
        print(line, flush=True)
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
