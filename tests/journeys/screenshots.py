"""Pictures of every screen, light and dark: `./doorstep screenshots [DIR]`.

Each place of the app is opened on a real handset that holds three TRAINING cases, at a fixed time.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from playwright.sync_api import Browser

from app.timekeeping import TRAINING_CLOCK
from tests.journeys.hand import Hand, Scheme, browser
from tests.journeys.scene import NOW, Seeded, furnish
from tests.journeys.stage import PIN, ROOT, Part, Stage
from views.routes import PATHS

FOLDER = ROOT / "docs" / "pictures"
ORDERED = {"visit", "visits", "where", "note", "chronology", "order", "breach", ":about"}
SERVED = {"court", "clock"}
FITTING = {
    "breach/:entry": "breach/:about",
    ":clock/:about": "custody/:about",
    "consent/:item": "consent/cn-cocoon",
    "answer/:item": "answer/dv-violence",
    ":task/:item/of/:person": "children/kid-seen/of/:child",
}


def example(path: str, seeded: Seeded) -> str:
    """A place with every `:name` of its path filled from the case that suits it."""
    words = set(path.split("/"))
    case = seeded.ordered if words & ORDERED else seeded.served if words & SERVED else seeded.first
    for general, fitting in FITTING.items():
        path = path.replace(general, fitting)
    return re.sub(r":(\w+)", lambda name: case[name[1]], path)


def picture_name(path: str) -> str:
    """/incident/:case/task/:task/:item -> incident-task-item."""
    words = re.sub(r":case/?", "", path).replace(":", "").strip("/")
    return words.replace("/", "-") or "now"


def places(seeded: Seeded) -> dict[str, str]:
    """Picture name to an example of the place."""
    return {picture_name(path): example(path, seeded) for path in PATHS}


def take(hand: Hand, seeded: Seeded, folder: Path, scheme: Scheme) -> Iterator[Path]:
    """From the PIN to the cover, one picture after the other."""

    def shot(name: str) -> Path:
        path = folder / f"{name}-{scheme}.png"
        hand.settle()
        hand.picture(path)
        return path

    hand.sees_key_pad()
    yield shot("pin")
    hand.unlock(PIN)
    for name, place in places(seeded).items():
        hand.open(place)
        yield shot(name)
    hand.tap("Hide")
    yield shot("cover")


def station_with_handset(folder: Path) -> tuple[Stage, Part, Seeded]:
    clock = folder / "clock"
    clock.write_text(NOW)
    os.environ[TRAINING_CLOCK] = str(clock)
    stage = Stage(folder / "stack")
    stage.station.start()
    phone = stage.handset("handset-1")
    stage.enrol("handset-1", "4471")
    return stage, phone, furnish(phone.folder, clock)


def schemes(opened: Browser, phone: Part, seeded: Seeded, folder: Path) -> Iterator[Path]:
    for scheme in get_args(Scheme):
        hand = Hand.on(opened, f"http://127.0.0.1:{phone.port}", scheme)
        yield from take(hand, seeded, folder, scheme)
        hand.page.context.close()


def main(words: Sequence[str]) -> int:
    folder = Path(words[0]) if words else FOLDER
    with tempfile.TemporaryDirectory(prefix="doorstep-") as temporary, browser() as opened:
        stage, phone, seeded = station_with_handset(Path(temporary))
        try:
            phone.start()
            for path in schemes(opened, phone, seeded, folder):
                print(path)
        finally:
            stage.end()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
