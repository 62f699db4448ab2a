"""The station's command line kept warm: one JSON list of words a line in, [exit code, output] a line out.

Starting Python for every code would take longer than the scenario.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys

from sync.station.__main__ import main


def answer(words: list[str]) -> tuple[int, str]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            left = main(words)
        except SystemExit as end:
            left = 2 if end.code else 0
    return left, said.getvalue()


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
