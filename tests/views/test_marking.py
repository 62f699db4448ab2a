"""Guidance that was read: marked for the version that is on the phone, and unread again in a newer one."""

from __future__ import annotations

import pytest

from app import kinds
from app.entry import NO_CASE, Entry
from app.held import Held
from app.notebook import Notebook
from app.ports import Officer
from app.reference.reading import GUIDANCE, mark_read, marks, newest_mark
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal
from tests.views.harness import Ring, in_ring, ring
from tests.views.tonight import journal
from tests.views.welfare import opened


def book(store: FakeJournal, version: str, number: str = "4471") -> Notebook:
    officer = Officer(number, "TRAINING", "PC", "Northvale", "Exampleton", "B")
    return Notebook(store, FakeClock(), officer, version)


def read(store: FakeJournal, version: str, number: str = "4471") -> Entry | Held:
    return mark_read(book(store, version, number), store.records.entries(NO_CASE), GUIDANCE)


def test_a_mark_is_of_one_officer_one_page_and_one_version() -> None:
    store = FakeJournal()
    assert isinstance(read(store, "2026.11"), Entry)
    assert read(store, "2026.11") == Held(("state",))
    assert isinstance(read(store, "2026.12"), Entry)
    read(store, "2026.12", "4502")
    known = store.records.entries(NO_CASE)
    assert [(each.by, each.version) for each in marks(known)] == [
        ("4471", "2026.11"), ("4471", "2026.12"), ("4502", "2026.12"),
    ]  # fmt: skip
    assert newest_mark(known, "orders", "4471") is None


def test_a_mark_makes_no_incident() -> None:
    store = FakeJournal()
    read(store, "2026.11")
    assert list(store.records.cases()) == []
    assert len(store.unsent(9)) == 1


async def written(phone: Ring) -> Entry:
    desk = phone.services.guard.desk
    assert desk is not None

    def known() -> list[Entry]:
        return list(desk.records.entries(NO_CASE))

    await phone.until(lambda: len(known()) > 0, "it is kept")
    return known()[-1]


@in_ring
async def test_the_incident_says_that_this_version_is_unread_until_it_was_marked() -> None:
    async with ring() as phone:
        work = await opened(phone)
        version = phone.services.guidance.version
        await work.go()
        assert phone.sees("Not read in this version")
        await phone.tap("guidance.title")
        assert phone.sees(f"Version {version}. You have not said that you have read it.")
        await phone.tap("mark.read.guidance")
        entry = await written(phone)
        assert (entry.kind, entry.body, entry.content_version) == (
            kinds.GUIDANCE_READ, {"page": "guidance"}, version,
        )  # fmt: skip
        await phone.until(lambda: phone.sees(f"Version {version}. You read it 20:10 today."), "it says so")
        assert not phone.has("mark.read.guidance")
        await work.go()
        assert not phone.sees("Not read in this version")


@in_ring
async def test_what_was_read_in_an_older_version_is_unread_and_says_which_was_read() -> None:
    async with ring() as phone:
        work = await opened(phone)
        older = Notebook(journal(phone), phone.clock, work.book.officer, "2026.10")
        mark_read(older, [], GUIDANCE)
        await phone.go("/guidance")
        assert phone.sees("is newer than version 2026.10, which you read 20:10 today. It is unread.")
        assert phone.has("mark.read.guidance")


@pytest.mark.parametrize(
    ("place", "page"), [(("orders",), "orders"), (("plan", "advice", "stay"), "advice/stay")]
)
@in_ring
async def test_each_page_has_a_mark_of_its_own(place: tuple[str, ...], page: str) -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go(*place)
        await phone.tap(f"mark.read.{page}")
        assert (await written(phone)).body == {"page": page}
        await phone.go("/guidance")
        assert phone.has("mark.read.guidance")


@in_ring
async def test_the_duties_stand_on_now_until_they_were_read_once_and_afterwards_under_guidance() -> None:
    async with ring() as phone:
        await phone.unlock()
        await phone.tap("duties.row")
        assert phone.sees("Take positive action")
        assert phone.sees("What is on this phone")
        await phone.tap("mark.read.duties")
        entry = await written(phone)
        assert (entry.kind, entry.body) == (kinds.GUIDANCE_READ, {"page": "duties"})
        await phone.go("/")
        assert not phone.has("duties.row")
        await phone.go("/guidance")
        await phone.tap("duties.read")
        assert phone.route == "/duties"
