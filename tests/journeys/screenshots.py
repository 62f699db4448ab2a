"""Pictures of every screen, light and dark: `./doorstep screenshots [DIR]`.

Each place of the app is opened on a real handset that holds three TRAINING cases, at a fixed time.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from playwright.sync_api import Browser

from app.timekeeping import TRAINING_CLOCK
from tests.journeys.hand import Hand, Scheme, browser
from tests.journeys.scene import NOW, Seeded, furnish
from tests.journeys.stage import PIN, ROOT, Part, Stage
from views.routes import PATHS

FOLDER = ROOT / "docs" / "pictures"
ORDERED = {"visit", "visits", "where", "note", "chronology", "order", "breach", ":about", "after", "reviews",
           "briefing", "briefings"}  # fmt: skip
SERVED = {"court", "clock", "documents", "heard"}
FITTING = {
    "briefing/:entry": "briefing/:brief",
    "breach/:entry": "breach/:about",
    ":clock/:about": "custody/:about",
    "consent/:item": "consent/cn-cocoon",
    "ledger/:purpose": "ledger/neighbours",
    "next/:item": "next/nx-support",
    "answer/:item": "answer/dv-violence",
    "weighed/:item": "weighed/ao-p-reps",
    ":item/:event": "me-tell-victim/:about",
    ":language/:card": "en/notice",
    ":document": "court_pack",
    "advice/:advice": "advice/devices",
    "support/:agency": "support/idva",
    "reviews/:event": "reviews/:order",
    "orders/:item/said": "orders/oo-aware/said",
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


@dataclass(frozen=True)
class Camera:
    """Where the pictures of one theme go, and how they are named."""

    folder: Path
    scheme: Scheme

    def shot(self, hand: Hand, name: str) -> Path:
        path = self.folder / f"{name}-{self.scheme}.png"
        hand.settle()
        hand.picture(path)
        return path


def inside(hand: Hand, seeded: Seeded, camera: Camera) -> Iterator[Path]:
    """From the PIN to the cover, one picture after the other."""
    hand.sees_key_pad()
    yield camera.shot(hand, "pin")
    hand.unlock(PIN)
    shown = hand.settle()
    for name, place in places(seeded).items():
        if place != "/":
            hand.open(place)
            shown = hand.settle(other=shown)
        yield camera.shot(hand, name)
    hand.tap("Hide")
    yield camera.shot(hand, "cover")


def at_the_door(hand: Hand, newer: Hand, stage: Stage, camera: Camera) -> Iterator[Path]:
    """The window that a newer one put aside, and how a phone is set up."""
    newer.sees_key_pad()
    hand.sees("Doorstep is open in another window")
    yield camera.shot(hand, "other-window")
    newer.tap("Set up for someone else")
    newer.write(re.compile("^Station address"), stage.station_url)
    newer.write(re.compile("^Code"), stage.code(stage.near()[1]))
    yield camera.shot(newer, "enrol")
    newer.tap("Continue")
    newer.sees("Choose a PIN")
    yield camera.shot(newer, "choose-pin")


def console(opened: Browser, stage: Stage, seeded: Seeded, camera: Camera) -> Iterator[Path]:
    """Every page of the console, as a supervisor sees it."""
    page = opened.new_context(color_scheme=camera.scheme).new_page()
    here, account = f"http://127.0.0.1:{stage.console_port}", stage.accounts["supervisor"]
    pages = {"board": "/", "referrals": "/referrals", "visits": "/visits", "handsets": "/handsets"}
    pages["incident"] = f"/incident/{seeded.ordered['case']}"
    page.goto(here)
    page.screenshot(path=camera.folder / f"console-sign-in-{camera.scheme}.png")
    page.get_by_label("User name").fill(account["user"])
    page.get_by_label("Password").fill(account["password"])
    page.get_by_role("button", name="Sign in").click()
    for name, place in pages.items():
        path = camera.folder / f"console-{name}-{camera.scheme}.png"
        page.goto(here + place)
        page.screenshot(path=path, full_page=True)
        yield path
    page.context.close()


def station_with_handset(folder: Path) -> tuple[Stage, Part, Seeded]:
    clock = folder / "clock"
    clock.write_text(NOW)
    os.environ[TRAINING_CLOCK] = str(clock)
    stage = Stage(folder / "stack")
    stage.station.start()
    phone = stage.handset("handset-1")
    stage.enrol("handset-1", "4471")
    return stage, phone, furnish(phone.folder, clock)


def schemes(opened: Browser, stage: Stage, seeded: Seeded, folder: Path) -> Iterator[Path]:
    phone = stage.handsets["handset-1"]
    for scheme in get_args(Scheme):
        camera, hand = Camera(folder, scheme), Hand.on(opened, phone.url, scheme)
        yield from inside(hand, seeded, camera)
        newer = Hand.on(opened, phone.url, scheme)
        yield from at_the_door(hand, newer, stage, camera)
        yield from console(opened, stage, seeded, camera)
        hand.page.context.close()
        newer.page.context.close()


def main(words: Sequence[str]) -> int:
    folder = Path(words[0]) if words else FOLDER
    with tempfile.TemporaryDirectory(prefix="doorstep-") as temporary, browser() as opened:
        stage, phone, seeded = station_with_handset(Path(temporary))
        try:
            phone.start()
            for path in schemes(opened, stage, seeded, folder):
                print(path)
        finally:
            stage.end()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
