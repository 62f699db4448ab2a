"""One function a claim. Each tries the real code and counts; none knows the answer beforehand."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from app.clocks.counted import both, order_ends
from app.court_calendar import bundled
from app.guidance import load
from app.ports import JournalDamaged, Opened
from app.regimes import regime_of
from storage.attempts import DELAYS, LIMIT
from storage.recovery import recover
from storage.sealed_log import HEADER, SealedLog
from tests.app.listed import APART, compared
from tests.app.listed import FIRST as FIRST_LISTED
from tests.app.listed import LAST as LAST_LISTED
from tests.app.walker import agree, scattered
from tests.fakes.clock import FakeClock
from tests.faults.killing import killed_after
from tests.faults.test_kills import KEY, checked, write
from tests.storage.enrolled import RECOVERY, enrolled, notebook, unlocked
from tests.storage.test_at_rest import forms
from views.theme.roles import DARK, LIGHT, contrast

STARTS_TRIED = 100_000
KILLS = int(os.environ.get("DOORSTEP_KILLS", "200"))
VECTORS = Path(__file__).parents[1] / "vectors" / "clocks.json"


@dataclass(frozen=True, slots=True)
class Figure:
    """What was found, in words with its numbers, and whether the claim held."""

    told: str
    held: bool


Claim = Callable[[Path], Figure]


def clocks(_: Path) -> Figure:
    """Legal deadlines against those worked out by hand."""
    vectors, calendar = json.loads(VECTORS.read_text("utf-8")), bundled()
    right = 0
    for each in vectors["clocks"]:
        found = both(datetime.fromisoformat(each["start"]), int(each["hours"]), calendar)
        right += (_utc(found.safe), _utc(found.outer)) == (each["safe"], each["statutory_outer"])
    order, days = regime_of("DVPO"), vectors["order_days"]
    for each in days:
        made, length = date.fromisoformat(each["made"]), int(each["days"])
        ends = None if order.order_days_held(length) else _utc(order_ends(made, length))
        right += ends == each["ends"]
    total = len(vectors["clocks"]) + len(days)
    return Figure(f"{right} of {total} vectors worked out by hand passed", right == total)


def starts(_: Path) -> Figure:
    """Day segments against a walk over every minute, from starts that differ at each run."""
    tried = scattered(random.Random().randrange(2**64), STARTS_TRIED)
    agreed = sum(agree(minute) for minute in tried)
    told = f"{agreed} of {len(tried)} random starts from 2020 to 2040 agreed, 24 and 48 hours, both answers"
    return Figure(told, agreed == len(tried))


def dates(_: Path) -> Figure:
    """Our calendar against the list that the government publishes."""
    found = compared()
    told = f"{found.days} dates from {FIRST_LISTED.year} to {LAST_LISTED.year} compared with the published"
    told += f" list of {found.listed} holidays: {len(found.apart)} apart, {len(APART)} of them named"
    return Figure(told, found.apart == APART.keys())


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def kills(folder: Path) -> Figure:
    """SIGKILL at random moments while facts are written."""
    path, chosen = folder / "journal", random.Random()
    SealedLog.create(path, KEY).close()
    kept, acknowledged = 0, 0
    for _ in range(KILLS):
        told = killed_after(chosen.uniform(0, 0.02), partial(write, path, kept))
        acknowledged += len(told)
        kept = checked(path, max([kept, *[int(line) + 1 for line in told]]))
    told_ = f"{KILLS} kills survived, {acknowledged} acknowledged facts, {max(0, acknowledged - kept)} lost"
    return Figure(told_, kept >= acknowledged)


def _log(folder: Path) -> tuple[Path, bytes, list[bytes]]:
    path, frames = folder / "journal", [b"first", b"second " * 20, b"third"]
    log = SealedLog.create(path, KEY)
    for frame in frames:
        log.append(frame)
    log.close()
    return path, path.read_bytes()[: log.place.end], frames


def _read(path: Path) -> list[bytes] | None:
    """The frames, or None where damage is said."""
    try:
        log = SealedLog(path, KEY)
    except JournalDamaged:
        return None
    try:
        return [plain for _, plain in log.frames()]
    except JournalDamaged:
        return None
    finally:
        log.close()


def flips(folder: Path) -> Figure:
    """Every single bit of a journal, turned over."""
    path, whole, frames = _log(folder)
    said = shorter = wrong = 0
    for bit in range(len(whole) * 8):
        at = bit // 8
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit % 8]) + whole[at + 1 :])
        found = _read(path)
        said += found is None
        shorter += found is not None and found != frames and found == frames[: len(found)]
        wrong += found is not None and found != frames[: len(found)]
    unseen = len(whole) * 8 - said - shorter - wrong
    told = f"{len(whole) * 8} bits turned over: {said} said as damage, {shorter} as an unfinished"
    return Figure(f"{told} last write, which the anchor sees, {unseen + wrong} not seen", unseen + wrong == 0)


def cuts(folder: Path) -> Figure:
    """A journal cut at every byte."""
    path, whole, frames = _log(folder)
    wrong = 0
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        found = _read(path)
        wrong += found is not None and found != frames[: len(found)]
        wrong += length < HEADER and found is not None
    return Figure(f"cut at each of {len(whole)} bytes: {wrong} times read as something else", wrong == 0)


def at_rest(folder: Path) -> Figure:
    """A text of its own behind every question, looked for in every file, in every coding."""
    handset, canaries = enrolled(folder, FakeClock()), []
    vault = handset.vaults()[0]
    opened = unlocked(vault)
    book = notebook(opened, FakeClock())
    for number, question in enumerate(load().questions()):
        canary = f"canary {number:03d} of Larkspur Row"
        canaries.append(canary)
        book.write("case", "answered", {"item": question.id, "answer": "done", "note": canary})
        opened.journal.keep_draft(f"case/{question.id}", canary, book.clock.now())
    assert vault.open is not None
    vault.open.write_snapshot()
    hits, read = _found(folder, canaries)
    handset.close()
    more, again = _found(folder, canaries)
    told = f"{len(canaries)} texts in {read + again} kB of files, open and locked: {hits + more} readable"
    return Figure(told, hits + more == 0 and read > 0)


def _found(folder: Path, canaries: list[str]) -> tuple[int, int]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    content = b"\0".join(path.name.encode() + b"\0" + path.read_bytes() for path in files)
    hits = sum(form in content for canary in canaries for form in forms(canary))
    return hits, len(content) // 1000


def wrong_pins(folder: Path) -> Figure:
    """Ten wrong PINs, and the force's key after them."""
    clock = FakeClock()
    handset = enrolled(folder, clock)
    vault = handset.vaults()[0]
    notebook(unlocked(vault), clock).write("case", "answered", {})
    vault.lock()
    tries = 0
    while vault.shut() is None:
        clock.advance(seconds=vault.attempts.wait())
        vault.unlock("00000000")
        tries += 1
    handset.close()
    left = len(recover(vault.folder, RECOVERY.private_bytes_raw()).entries)
    minutes, seconds = divmod(sum(DELAYS), 60)
    told = f"{tries} wrong PINs, {minutes} min {seconds} s apart in all, end the PIN; the force reads {left}"
    return Figure(told, tries == LIMIT and left == 1 and not isinstance(vault.unlock("27418305"), Opened))


PAIRS = (
    *(("ink", each) for each in ("canvas", "surface", "sunken")),
    *(("ink2", each) for each in ("canvas", "surface")),
    ("on_action", "action"), ("link", "surface"), ("on_soft", "soft"), ("warn", "surface"),
    ("warn", "warn_soft"), ("danger", "surface"), ("danger", "danger_soft"), ("ok", "ok_soft"),
    ("on_train", "train"), ("on_hide", "hide"),
)  # fmt: skip
OUTLINES = (
    ("edge", "surface"),
    ("edge", "canvas"),
    ("edge", "soft"),
    ("focus", "canvas"),
    ("action", "surface"),
)


def legible(_: Path) -> Figure:
    """Contrast of text and outlines, WCAG 2.2."""
    text, lines = list(_ratios(PAIRS)), list(_ratios(OUTLINES))
    told = f"{len(text)} pairs of text at {min(text):.2f} : 1 or more"
    told += f", {len(lines)} of outlines at {min(lines):.2f} : 1 or more"
    return Figure(told, min(text) >= 4.5 and min(lines) >= 3)


def _ratios(pairs: tuple[tuple[str, str], ...]) -> Iterator[float]:
    for roles in (LIGHT, DARK):
        yield from (contrast(getattr(roles, one), getattr(roles, other)) for one, other in pairs)


def guidance(_: Path) -> Figure:
    """What the officer can be asked, every word of it there."""
    found = load()
    must = sum(question.must for question in found.questions())
    tasks = sum(task.listed for task in found.tasks)
    told = f"version {found.version}: {tasks} tasks of an incident"
    told += f", {len(found.questions())} questions, {must} of them must be answered"
    return Figure(told, must > 0)


CLAIMS: dict[str, Claim] = {
    "Legal clocks": clocks,
    "A second method": starts,
    "Holidays": dates,
    "Kills": kills,
    "Bits": flips,
    "Cuts": cuts,
    "At rest": at_rest,
    "Wrong PINs": wrong_pins,
    "Legibility": legible,
    "Guidance": guidance,
}
