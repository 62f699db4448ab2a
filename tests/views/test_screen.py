"""One broken screen, part or handler never freezes the phone, and never shows what was said inside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import flet as ft
import pytest

from app.case import Case
from app.incident import open_incident
from app.ports import JournalFull
from storage.read_model import ReadModel
from tests.fakes.clock import FakeClock
from tests.fakes.vault import FakeHandset, FakeVault
from tests.views.harness import alone, in_ring, ring
from tests.views.phone import FakeSyncing
from views.parts.buttons import outlined
from views.saying import Said
from views.screen import leaf

SECRET = "Rania Mensah said"


class Unreadable(ReadModel):
    """Records that cannot be read while `broken`."""

    broken = True

    def cases(self) -> Sequence[Case]:
        if self.broken:
            raise ValueError(SECRET)
        return super().cases()


def unreadable(clock: FakeClock) -> tuple[FakeHandset, Unreadable]:
    vault, records = FakeVault(clock), Unreadable("s-1")
    vault.journal.records = records
    return FakeHandset(vault), records


@in_ring
async def test_failing_screen_says_what_to_do_and_the_app_lives_on() -> None:
    clock = FakeClock()
    handset, records = unreadable(clock)
    async with ring(clock=clock, handset=handset) as phone:
        await phone.unlock()
        assert phone.sees("This page cannot be shown")
        assert phone.sees("Nothing is lost.")
        assert not phone.sees(SECRET)
        assert phone.has("ui.hide")
        await phone.tap("ui.tab.send")
        assert phone.sees("Nothing to send")
        records.broken = False
        await phone.tap("ui.tab.now")
        assert phone.sees("No incident is open")


@in_ring
async def test_failure_of_a_screen_is_logged_by_its_type_alone(caplog: pytest.LogCaptureFixture) -> None:
    clock = FakeClock()
    async with ring(clock=clock, handset=unreadable(clock)[0]) as phone:
        await phone.unlock()
        assert "A screen failed: ValueError" in caplog.text
        assert SECRET not in caplog.text


class Failing(FakeSyncing):
    """Fails with what somebody said in it."""

    fault: Exception = ValueError(SECRET)
    fails = True

    def wake(self) -> None:
        if self.fails:
            raise self.fault
        super().wake()


async def with_record(phone: Any) -> None:
    desk = phone.services.guard.desk
    desk.notebook.write("case-1", "answered", {"item": "arr-safety", "answer": "done"})
    await phone.tap("ui.tab.send")


@in_ring
async def test_text_of_a_failing_handler_never_reaches_screen_or_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    syncing = Failing()
    async with ring(syncing=syncing) as phone:
        await phone.unlock()
        await with_record(phone)
        await phone.tap("send.now")
        assert phone.sees("That did not work. Nothing is lost. Try it again.")
        assert not phone.sees(SECRET)
        assert SECRET not in caplog.text
        assert not any(SECRET in repr(message.body) for message in phone.connection.sent)
        await phone.tap("ui.problem.read")
        assert not phone.sees("That did not work.")
        syncing.fails = False
        await phone.tap("send.now")
        assert syncing.woken == 1


@in_ring
async def test_full_phone_is_named_as_what_it_is() -> None:
    syncing = Failing()
    syncing.fault = JournalFull()
    async with ring(syncing=syncing) as phone:
        await phone.unlock()
        await with_record(phone)
        await phone.tap("send.now")
        assert phone.sees("The phone is full. Nothing new was saved.")


@leaf
def broken_part() -> ft.Control:
    raise ValueError(SECRET)


@leaf
def counting_part() -> ft.Control:
    count, set_count = ft.use_state(0)
    return outlined(Said("part.count", f"counted {count}"), lambda: set_count(count + 1))


@ft.component
def two_parts() -> list[ft.View]:
    return [ft.View(controls=[broken_part(), counting_part()])]


@in_ring
async def test_part_that_fails_says_so_and_its_neighbour_works_on() -> None:
    async with alone(two_parts) as phone:
        assert phone.sees("This part cannot be shown.")
        assert not phone.sees(SECRET)
        await phone.tap("part.count")
        await phone.tap("part.count")
        assert phone.sees("counted 2")


@in_ring
async def test_traceback_that_flet_would_show_is_kept_from_the_screen() -> None:
    async with ring() as phone:
        await phone.unlock()
        phone.session.error(f"Traceback: {SECRET}")
        await phone.settle()
        assert phone.connection.crashes == []
        assert phone.sees("That did not work. Nothing is lost. Try it again.")
        assert not phone.sees(SECRET)


@in_ring
async def test_answer_for_a_control_that_has_gone_lets_its_asker_go_and_the_line_stand() -> None:
    async with ring() as phone:
        await phone.unlock()
        gone = max(phone.session.index) + 1000
        assert await phone.session.invoke_method(gone, "scroll_to", {}, timeout=5) is None
        assert phone.sees("No incident is open")


class Unreachable(FakeHandset):
    """A folder that cannot be read while `broken`."""

    broken = True

    def vaults(self) -> list[FakeVault]:
        if self.broken:
            raise PermissionError(SECRET)
        return super().vaults()


@in_ring
async def test_folder_that_cannot_be_read_is_said_and_opens_when_it_can() -> None:
    clock = FakeClock()
    handset = Unreachable(FakeVault(clock))
    async with ring(clock=clock, handset=handset) as phone:
        assert phone.sees("The records cannot be reached")
        assert not phone.sees(SECRET)
        handset.broken = False
        await phone.tap("door.shut.look")
        assert phone.sees("Enter your PIN")


@in_ring
async def test_cover_is_reached_from_the_problem_screen() -> None:
    clock = FakeClock()
    async with ring(clock=clock, handset=unreadable(clock)[0]) as phone:
        await phone.unlock()
        await phone.tap("ui.hide")
        assert phone.has("door.cover.time")


class Counting(ReadModel):
    """Records that count how often a screen has read them."""

    read = 0

    def cases(self) -> Sequence[Case]:
        self.read += 1
        return super().cases()


@in_ring
async def test_screen_under_another_is_not_drawn_by_every_change_and_is_right_when_it_is_seen() -> None:
    clock = FakeClock()
    vault, records = FakeVault(clock), Counting("s-1")
    vault.journal.records = records
    async with ring(clock=clock, handset=FakeHandset(vault)) as phone:
        await phone.unlock()
        await phone.tap("ui.tab.send")
        before = records.read
        desk = phone.services.guard.desk
        assert desk is not None
        for number in range(3):
            case = open_incident(desk.notebook, f"TRN {number}/26", clock.now()).case
            phone.services.changes.say(case)
            await phone.settle()
        assert records.read == before
        assert phone.sees("3 records not sent")
        await phone.tap("ui.tab.now")
        assert phone.sees("TRN 2/26")
