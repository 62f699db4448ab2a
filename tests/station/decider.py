"""Somebody who decides in a process of his own, on the same database as others.

`python -m tests.station.decider DATA USER ACT [DATABASE]` opens the form, says "ready", waits for a line,
sends it, and says where it was led.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.fakes.clock import FakeClock
from tests.station.console.referred import AUTHORISE, CASE, REFUSE, Sheet
from tests.station.console.visitor import Visitor
from tests.station.scene import open_scene


def main(data: str, user: str, act: str, address: str | None = None) -> None:
    scene = open_scene(Path(data), address, FakeClock())
    sheet = Sheet(Visitor(scene, user), f"/referral/{CASE}/{act}")
    print("ready", flush=True)
    sys.stdin.readline()
    answer = sheet.send(**(AUTHORISE if act == "authorise" else REFUSE))
    print(answer.status_code, answer.headers.get("location", ""), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
