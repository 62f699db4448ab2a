"""A legal deadline for whoever asks, people or checks: JSON on standard output.

python -m app.clocks 48 2026-12-24T10:00     counted hours from a start (Europe/London without an offset)
python -m app.clocks order 2026-06-11 28     the last day of an order, both ends included
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from app.clocks.asked import Unanswerable, answer
from app.court_calendar import bundled


def main(words: Sequence[str]) -> int:
    """0 with an answer; 2 with one sentence on standard error, and nothing on standard output."""
    try:
        print(json.dumps(answer(words, bundled()), indent=2))
    except Unanswerable as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
