"""A newer calendar on its way down: taken when it is whole, signed and newer, and otherwise not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from app.calendar_versions import MAX_BYTES, in_force
from app.court_calendar import bundled
from app.entry import canonical
from app.ports import JournalFull, Reach, SyncOutcome
from sync.protocol import paths
from sync.wire import Asked, Heard, pack
from tests.fakes.calendar import VERSION, boxing_day
from tests.fakes.clock import FakeClock
from tests.fakes.desk import Desk, read
from tests.sync.handset import Handset


@pytest.fixture
def desk() -> Desk:
    made = Desk(FakeClock())
    made.give_calendar(boxing_day())
    return made


@pytest.fixture
def phone(desk: Desk) -> Handset:
    return Handset(desk)


def fetched(desk: Desk) -> int:
    return sum(asked.target == paths.CALENDAR for asked in desk.asked)


def bend(phone: Handset, path: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """What comes back from `path` is changed on the line."""

    def after(asked: Asked, heard: Heard) -> Heard:
        if not asked.target.startswith(path):
            return heard
        wire, headers = pack(canonical(change(read(heard))))
        return Heard(200, wire, "Content-Encoding" in headers)

    phone.line.after = after


def version(phone: Handset) -> str:
    return in_force(phone.journal.calendar()).version


def test_newer_calendar_is_fetched_after_the_page_and_kept(desk: Desk, phone: Handset) -> None:
    assert version(phone) == bundled().version
    assert phone.syncer.sync() == SyncOutcome(0, 0)
    assert phone.journal.calendar() == boxing_day()


def test_calendar_that_is_there_is_not_fetched_again_even_after_a_restart(desk: Desk, phone: Handset) -> None:
    for _ in range(3):
        phone.syncer.sync()
        phone.restart()
    assert fetched(desk) == 1


def test_still_newer_one_takes_its_place(desk: Desk, phone: Handset) -> None:
    phone.syncer.sync()
    desk.give_calendar(boxing_day(f"{VERSION}.1"))
    phone.syncer.sync()
    assert version(phone) == f"{VERSION}.1"


@pytest.mark.parametrize("held", ["2000.1", bundled().version])
def test_calendar_that_is_not_newer_is_not_asked_for(held: str, desk: Desk, phone: Handset) -> None:
    desk.give_calendar(boxing_day(held))
    assert phone.syncer.sync() == SyncOutcome(0, 0)
    assert (fetched(desk), phone.journal.calendar()) == (0, "")


def test_calendar_of_a_station_that_went_back_leaves_the_newer_one(desk: Desk, phone: Handset) -> None:
    phone.syncer.sync()
    desk.give_calendar(boxing_day("8999.12"))
    assert phone.syncer.sync() == SyncOutcome(0, 0)
    assert version(phone) == VERSION


@pytest.mark.parametrize("odd", [None, 7, "", "newest", [VERSION]])
def test_page_without_a_version_is_a_page_all_the_same(odd: Any, desk: Desk, phone: Handset) -> None:
    other = Handset(desk, "s-2")
    other.write(2)
    other.syncer.sync()
    bend(phone, paths.PULL, lambda page: {**page, "calendar": odd})
    assert phone.syncer.sync() == SyncOutcome(0, 2)
    assert phone.journal.calendar() == ""


def test_page_of_a_station_that_knows_no_calendar_is_understood(desk: Desk, phone: Handset) -> None:
    bend(phone, paths.PULL, lambda page: {key: page[key] for key in page if key != "calendar"})
    assert phone.syncer.sync() == SyncOutcome(0, 0)
    assert phone.journal.calendar() == ""


ROW = '[[day]]\ndate = 2026-12-26\nstatus = "proclaimed"\nwhy = "a day"\n'
FORGERIES: dict[str, Callable[[Desk, dict[str, Any]], dict[str, Any]]] = {
    "unsigned": lambda desk, said: {**said, "signature": ""},
    "signed by another station": lambda desk, said: Desk(FakeClock()).sign("calendar", said),
    "signed as something else": lambda desk, said: desk.sign("receipt", said),
    "changed after signing": lambda desk, said: {**said, "toml": said["toml"] + "# "},
    "without a table": lambda desk, said: desk.sign("calendar", {**said, "toml": None}),
    "no calendar": lambda desk, said: desk.sign("calendar", {**said, "toml": "no table at all"}),
    "with a row that is none": lambda desk, said: desk.sign(
        "calendar", {**said, "toml": f'version = "{VERSION}"\n{ROW}{ROW}'}
    ),
    "older": lambda desk, said: desk.sign(
        "calendar", {**said, "version": "2000.1", "toml": boxing_day("2000.1")}
    ),
    "as old as the bundled one": lambda desk, said: desk.sign(
        "calendar", {**said, "version": bundled().version, "toml": boxing_day(bundled().version)}
    ),
    "of another version than it says": lambda desk, said: desk.sign(
        "calendar", {**said, "toml": boxing_day("9001.1")}
    ),
    "too large": lambda desk, said: desk.sign("calendar", {**said, "toml": said["toml"] + "#" * MAX_BYTES}),
    "without its time": lambda desk, said: desk.sign("calendar", {**said, "time": "soon"}),
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_calendar_that_is_not_as_it_should_be_changes_nothing_and_is_told(
    forge: Callable[[Desk, dict[str, Any]], dict[str, Any]], desk: Desk, phone: Handset
) -> None:
    written = phone.write(2)
    bend(phone, paths.CALENDAR, lambda said: forge(desk, said))
    assert phone.syncer.sync() == SyncOutcome(2, 0, Reach.BROKEN)
    assert phone.journal.calendar() == ""
    assert [value["id"] for value in desk.held["s-1"]] == [entry.id for entry in written]
    phone.line.after = lambda asked, heard: heard
    assert phone.syncer.sync() == SyncOutcome(0, 0)
    assert version(phone) == VERSION


def test_line_that_breaks_at_the_calendar_tries_it_again_next_time(desk: Desk, phone: Handset) -> None:
    phone.line.before = lambda asked: Reach.NO_ROUTE if asked.target == paths.CALENDAR else None
    assert phone.syncer.sync() == SyncOutcome(0, 0, Reach.NO_ROUTE)
    phone.line.before = lambda asked: None
    assert phone.syncer.sync() == SyncOutcome(0, 0)
    assert version(phone) == VERSION


def test_phone_without_room_for_the_calendar_keeps_what_it_has(desk: Desk, phone: Handset) -> None:
    def full(toml: str) -> None:
        raise JournalFull

    taken, phone.journal.take_calendar = phone.journal.take_calendar, full  # type: ignore[method-assign]
    with pytest.raises(JournalFull):
        phone.syncer.sync()
    phone.journal.take_calendar = taken  # type: ignore[method-assign]
    assert phone.syncer.sync() == SyncOutcome(0, 0)
    assert version(phone) == VERSION


def test_vault_that_locks_before_the_calendar_is_taken_takes_none(desk: Desk, phone: Handset) -> None:
    def lock(asked: Asked) -> None:
        if asked.target == paths.CALENDAR:
            phone.syncer.cut()

    phone.line.before = lock
    assert phone.syncer.sync().failed is Reach.NO_ROUTE
    assert phone.journal.calendar() == ""
