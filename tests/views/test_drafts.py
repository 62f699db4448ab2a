"""What is typed is sealed within a second, and nothing typed is lost behind a use case."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from tests.fakes.clock import FakeClock
from tests.views.harness import in_ring
from tests.views.phone import Pauses
from tests.views.tonight import FullJournal
from views.drafts import AGAIN_S, SEAL_AFTER_S, Drafts, Form

KEY = "case/task/safe/arr-safety"


class Keeper:
    """Drafts over a journal in memory, and a clock that the test moves."""

    def __init__(self, journal: FullJournal | None = None) -> None:
        self.clock = FakeClock()
        self.pauses = Pauses(self.clock)
        self.journal = journal or FullJournal("s-1")
        self.drafts = Drafts(self.journal, self.journal.records, self.clock, self.pauses)

    @property
    def form(self) -> Form:
        return self.drafts.form(KEY)

    def sealed(self) -> dict[str, Any]:
        found = self.journal.records.draft(KEY)
        return dict(found.value) if found else {}

    async def second(self) -> None:
        """A second passes, and what fell due in it is done."""
        await settle()
        await self.pauses.pass_time(1.0, settle)
        await until(lambda: not self.form.waiting or self.form.full)


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def until(holds: Any) -> None:
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0)


@in_ring
async def test_a_key_is_sealed_within_a_second_however_fast_the_next_ones_follow() -> None:
    keeper = Keeper()
    for number in range(1, 6):
        keeper.form.put("note", "x" * number)
        await settle()
    assert SEAL_AFTER_S < 1.0
    assert keeper.sealed() == {}
    await keeper.second()
    assert keeper.sealed() == {"note": "xxxxx"}


@in_ring
async def test_saved_is_said_only_after_the_seal() -> None:
    keeper = Keeper()
    keeper.form.put("note", "a")
    assert (keeper.form.waiting, keeper.form.saved_at) == (True, None)
    await keeper.second()
    assert not keeper.form.waiting
    assert keeper.form.saved_at == keeper.clock.now()
    keeper.form.put("note", "ab")
    assert keeper.form.waiting, "the new letter is not saved yet"


@in_ring
async def test_leaving_a_field_seals_at_once() -> None:
    keeper = Keeper()
    keeper.form.put("note", "a")
    await keeper.form.seal()
    assert keeper.sealed() == {"note": "a"}


@in_ring
async def test_only_what_was_typed_is_sealed_and_the_rest_stands_as_it_was() -> None:
    keeper = Keeper()
    form = keeper.drafts.form(KEY, {"note": "before", "who": "PC 1"})
    form.put("note", "after")
    await form.seal()
    assert keeper.sealed() == {"note": "after"}
    assert form.values() == {"note": "after", "who": "PC 1"}


class SlowJournal(FullJournal):
    """Waits in the middle of a seal until the test lets it go."""

    def __init__(self) -> None:
        super().__init__("s-1")
        self.begun, self.go_on = threading.Event(), threading.Event()

    def keep_draft(self, key: str, value: Any, at: Any) -> None:
        self.begun.set()
        assert self.go_on.wait(20)
        super().keep_draft(key, value, at)


@in_ring
async def test_a_key_typed_while_a_seal_is_under_way_is_sealed_after_it() -> None:
    journal = SlowJournal()
    keeper = Keeper(journal)
    keeper.form.put("note", "a")
    await settle()
    await keeper.pauses.pass_time(1.0, settle)
    await asyncio.to_thread(journal.begun.wait, 20)
    keeper.form.put("note", "ab")
    journal.go_on.set()
    await until(lambda: keeper.sealed() == {"note": "a"})
    assert keeper.form.waiting
    await keeper.second()
    assert keeper.sealed() == {"note": "ab"}


@in_ring
async def test_of_two_seals_at_once_the_newer_text_stands() -> None:
    journal = SlowJournal()
    keeper = Keeper(journal)
    keeper.form.put("note", "old")
    first = asyncio.create_task(keeper.drafts.seal_now())
    await asyncio.to_thread(journal.begun.wait, 20)
    keeper.form.put("note", "newer")
    second = asyncio.create_task(keeper.drafts.seal_now())
    await settle()
    journal.go_on.set()
    await asyncio.gather(first, second)
    assert keeper.sealed() == {"note": "newer"}


@in_ring
async def test_a_full_phone_says_so_keeps_the_text_and_seals_it_when_there_is_room() -> None:
    keeper = Keeper()
    keeper.journal.full = True
    keeper.form.put("note", "a")
    await keeper.second()
    assert (keeper.form.full, keeper.form.waiting, keeper.form.get("note")) == (True, True, "a")
    keeper.journal.full = False
    await keeper.pauses.pass_time(AGAIN_S, settle)
    await until(lambda: not keeper.form.waiting)
    assert (keeper.form.full, keeper.sealed()) == (False, {"note": "a"})


@in_ring
async def test_nobody_seals_a_draft_behind_the_use_case_that_makes_it_an_entry() -> None:
    keeper = Keeper()
    keeper.form.put("note", "a")
    keeper.drafts.hold(KEY)
    await keeper.drafts.seal_now()
    assert keeper.sealed() == {}
    keeper.drafts.forget(KEY)
    await keeper.pauses.pass_time(1.0, settle)
    assert keeper.sealed() == {}
    assert keeper.form.get("note") == ""


@in_ring
async def test_what_is_typed_while_an_entry_is_written_is_a_draft_again() -> None:
    keeper = Keeper()
    form = keeper.form
    form.put("note", "a")
    keeper.drafts.hold(KEY)
    form.put("note", "ab")
    keeper.drafts.forget(KEY)
    await keeper.second()
    assert keeper.sealed() == {"note": "ab"}
    assert keeper.form is form


@in_ring
async def test_a_use_case_that_wrote_nothing_leaves_the_draft_to_be_sealed() -> None:
    keeper = Keeper()
    keeper.form.put("note", "a")
    keeper.drafts.hold(KEY)
    keeper.drafts.release(KEY)
    await keeper.second()
    assert keeper.sealed() == {"note": "a"}


@in_ring
async def test_text_that_is_put_back_as_it_was_leaves_no_draft() -> None:
    keeper = Keeper()
    form = keeper.drafts.form(KEY, {"note": "as it was"})
    form.put("note", "other")
    form.put("note", "as it was")
    await form.seal()
    assert not form.changed
    await asyncio.to_thread(keeper.drafts.drop, KEY)
    assert keeper.sealed() == {}
