"""Two officers, each with a phone in hand, and one station between them: what one writes the other is told
only after both have exchanged with it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from sync.client import StationClient
from sync.destination import Destination
from sync.signing import new_private, public_of, signer
from sync.syncer import HandsetSyncer
from tests.fakes.clock import FakeClock
from tests.fakes.desk import Desk
from tests.fakes.vault import OFFICER, FakeHandset, FakeVault, fake_enrolment
from tests.views.harness import Ring, ring
from tests.views.welfare import Work


@dataclass
class Hands:
    """One officer's phone, unlocked, and the case as it stands on it."""

    phone: Ring
    work: Work
    syncer: HandsetSyncer

    async def exchange(self) -> None:
        """Send what waits and take what others sent; then every screen reads again."""
        assert self.syncer.sync().failed is None
        self.phone.services.changes.say()
        await self.phone.settle()


@asynccontextmanager
async def two_phones() -> AsyncIterator[tuple[Hands, Hands]]:
    """4471 and 4502 of one area, at one clock."""
    clock = FakeClock()
    desk = Desk(clock)
    vaults = [
        FakeVault(clock, fake_enrolment(clock, replace(OFFICER, number=number), f"s-{number}"))
        for number in ("4471", "4502")
    ]
    syncers = [_syncer(vault, desk, clock) for vault in vaults]
    async with (
        ring(clock=clock, handset=FakeHandset(vaults[0])) as one,
        ring(clock=clock, handset=FakeHandset(vaults[1])) as other,
    ):
        for phone in (one, other):
            await phone.unlock()
        yield Hands(one, Work(one), syncers[0]), Hands(other, Work(other), syncers[1])


def _syncer(vault: FakeVault, desk: Desk, clock: FakeClock) -> HandsetSyncer:
    private, stream = new_private(), vault.enrolment.stream
    desk.enrol(stream, public_of(private))
    there = Destination("https://127.0.0.1:8443", "", "", desk.key, stream, training=True)
    return HandsetSyncer(vault.journal, StationClient(desk, stream, signer(private), clock), there)
