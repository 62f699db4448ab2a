"""Until when an officer may see: cover, idle hand, the window, and what is sealed on the way out."""

from __future__ import annotations

from typing import Any

import pytest

from app.ports import Opened
from tests.fakes.clock import FakeClock
from tests.fakes.vault import PIN, FakeHandset, FakeVault, fake_enrolment
from tests.views.harness import in_ring, ring
from views.guard import COVERED_S, IDLE_S, Guard


def with_policy(clock: FakeClock, **policy: Any) -> FakeHandset:
    enrolment = fake_enrolment(clock)
    enrolment.policy.update(policy)
    return FakeHandset(FakeVault(clock, enrolment))


@in_ring
async def test_keys_are_dropped_after_thirty_seconds_under_the_cover() -> None:
    async with ring() as phone:
        await phone.unlock()
        vault = phone.services.handset.vaults()[0]
        await phone.tap("ui.hide")
        await phone.pass_time(COVERED_S - 1)
        assert vault.is_open  # type: ignore[attr-defined]
        await phone.pass_time(1)
        await phone.until(lambda: not vault.is_open, "the keys are dropped")  # type: ignore[attr-defined]
        assert phone.has("door.cover.time")


@in_ring
async def test_keys_are_dropped_after_two_minutes_without_a_hand() -> None:
    async with ring() as phone:
        await phone.unlock()
        vault = phone.services.handset.vaults()[0]
        await phone.pass_time(IDLE_S - 1)
        assert phone.sees("No incident is open")
        await phone.pass_time(1)
        assert phone.sees("Enter your PIN")
        await phone.until(lambda: not vault.is_open, "the keys are dropped")  # type: ignore[attr-defined]


@in_ring
async def test_hand_at_work_keeps_the_vault_open() -> None:
    async with ring() as phone:
        await phone.unlock()
        for _ in range(3):
            await phone.pass_time(IDLE_S - 10)
            await phone.tap("ui.tab.now")
        await phone.pass_time(IDLE_S - 10)
        await phone.press("a")
        await phone.pass_time(IDLE_S - 10)
        assert phone.sees("No incident is open")


@pytest.mark.parametrize(("policy", "seconds"), [({"idle_s": 20}, 20), ({"idle_s": 900}, IDLE_S)])
def test_force_may_shorten_the_idle_time_and_never_lengthen_it(policy: dict[str, int], seconds: int) -> None:
    @in_ring
    async def body() -> None:
        clock = FakeClock()
        async with ring(clock=clock, handset=with_policy(clock, **policy)) as phone:
            await phone.unlock()
            await phone.pass_time(seconds - 1)
            assert phone.sees("No incident is open")
            await phone.pass_time(1)
            assert phone.sees("Enter your PIN")

    body()


@in_ring
async def test_force_may_shorten_the_covered_time() -> None:
    clock = FakeClock()
    async with ring(clock=clock, handset=with_policy(clock, background_s=5)) as phone:
        await phone.unlock()
        await phone.tap("ui.hide")
        await phone.pass_time(5)
        assert phone.services.guard.desk is None


@in_ring
async def test_pin_screen_says_when_the_last_text_was_saved() -> None:
    async with ring() as phone:
        await phone.unlock()
        desk = phone.services.guard.desk
        assert desk is not None
        desk.drafts.form("incident/new").put("ref", "TRN 9")
        await phone.tap("ui.hide")
        await phone.hold("door.cover.time")
        await phone.until(lambda: phone.sees("Saved 21:52. Opens where you left it."), "it says so")


@in_ring
async def test_text_typed_just_before_the_lock_is_there_after_it() -> None:
    async with ring() as phone:
        await phone.unlock()
        desk = phone.services.guard.desk
        assert desk is not None
        desk.drafts.form("incident/new").put("ref", "TRN 1147/26")
        await phone.tap("ui.hide")
        await phone.hold("door.cover.time")
        await phone.unlock()
        again = phone.services.guard.desk
        assert again is not None
        assert again is not desk
        assert again.drafts.form("incident/new").get("ref") == "TRN 1147/26"


class Broken(FakeVault):
    def lock(self) -> None:
        super().lock()
        raise OSError("TRN 1147/26 could not be written")


@in_ring
async def test_vault_that_fails_to_close_is_shut_all_the_same(caplog: pytest.LogCaptureFixture) -> None:
    clock = FakeClock()
    async with ring(clock=clock, handset=FakeHandset(Broken(clock))) as phone:
        await phone.unlock()
        await phone.tap("ui.hide")
        await phone.hold("door.cover.time")
        await phone.until(lambda: "Closing failed: OSError" in caplog.text, "the failure is logged")
        assert "TRN 1147/26" not in caplog.text
        await phone.unlock()
        assert phone.sees("No incident is open")


def test_syncing_starts_with_the_vault_and_ends_before_it_is_locked() -> None:
    @in_ring
    async def body() -> None:
        clock = FakeClock()
        vault, told = FakeVault(clock), list[str]()

        def closed() -> None:
            told.append("closed, vault open" if vault.is_open else "closed, vault shut")

        guard = Guard(clock, "test", opened=lambda opened: told.append("opened"), closed=closed)
        assert isinstance(await guard.unlock(vault, PIN), Opened)
        guard.lock()
        assert guard.desk is None
        assert isinstance(await guard.unlock(vault, PIN), Opened)
        assert told == ["opened", "closed, vault open", "opened"]

    body()
