"""What waits on the phone and what sends it: over the journal in memory and the sealed one, to the station
in memory and the real one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.entry import Entry
from app.notebook import Notebook
from app.ports import Reach, Records, SendState, SyncOutcome
from storage.handset import Handset
from storage.vault import SealedVault
from sync.client import StationClient
from sync.destination import Destination
from sync.gate import SendingJournal
from sync.notices import Notices
from sync.protocol import paths
from sync.signing import new_private, public_of, signer
from sync.syncer import HandsetSyncer
from sync.wire import Asked, Heard
from tests.contracts.test_station import Station, clock, station
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal
from tests.storage.enrolled import OFFICER, PIN, enrolled, unlocked
from tests.sync.handset import Bent

__all__ = ["clock", "station"]


class Outbox:
    """A journal, what can be read of it, and a syncer between it and the station."""

    def __init__(self, journal: SendingJournal, records: Records, station: Station, clock: FakeClock) -> None:
        self.journal, self.records, self.clock, self.station = journal, records, clock, station
        self.line, self.private = Bent(station), new_private()
        station.enrol(journal.stream, public_of(self.private))
        self.restart()

    def restart(self) -> None:
        there = Destination("https://127.0.0.1:8443", "", "", self.station.key, self.journal.stream, True)
        client = StationClient(self.line, self.journal.stream, signer(self.private), self.clock)
        told = Notices(sending=self.records.mark_sending)  # type: ignore[attr-defined]
        self.syncer = HandsetSyncer(self.journal, client, there, told)

    def write(self, number: int = 1) -> list[Entry]:
        book = Notebook(self.journal, self.clock, OFFICER, "test")
        return [book.write("case", "answered", {"item": f"item-{each}"}) for each in range(number)]

    def states(self) -> list[SendState]:
        """Of the own entries, oldest first."""
        return [state.state for state in self.records.send_states()][::-1]

    def pushes(self) -> int:
        return sum(asked.target == paths.PUSH for asked in self.station.asked)


@pytest.fixture(params=["in memory", "sealed"])
def outbox(
    request: pytest.FixtureRequest, tmp_path: Path, station: Station, clock: FakeClock
) -> Iterator[Outbox]:
    if request.param == "in memory":
        fake = FakeJournal()
        yield Outbox(fake, fake.records, station, clock)
        return
    handset: Handset = enrolled(tmp_path / "handset", clock)
    opened = unlocked(handset.vaults()[0])
    sealed: SealedVault = handset.vaults()[0]
    assert sealed.open is not None
    yield Outbox(sealed.open.journal, opened.records, station, clock)
    handset.close()


@pytest.fixture
def colleague(station: Station, clock: FakeClock) -> Outbox:
    """Another handset of the area."""
    fake = FakeJournal("s-2")
    return Outbox(fake, fake.records, station, clock)


def receipt(entries: list[Entry], end: Entry | None = None) -> dict[str, object]:
    last = end or entries[-1]
    named = [[entry.id, entry.seq, entry.hash] for entry in entries]
    return {
        "receipt": "R-1", "stream": "s-1", "entries": named, "seq": last.seq, "head": last.hash,
        "time": "2026-11-23T22:39:00+00:00",
    }  # fmt: skip


def test_everything_waits_in_order_and_as_much_as_is_asked_for(outbox):
    entries = outbox.write(5)
    assert outbox.journal.unsent(3) == entries[:3]
    assert outbox.journal.unsent(100) == entries
    assert outbox.journal.own_after(2) == entries[2:]
    assert outbox.journal.own_after(5) == []
    assert outbox.journal.head() == (5, entries[-1].hash)


def test_only_what_a_receipt_names_leaves_whatever_its_order(outbox):
    entries = outbox.write(4)
    outbox.journal.take_receipt(receipt([entries[3], entries[1]], entries[3]))
    assert outbox.journal.unsent(10) == [entries[0], entries[2]]
    assert outbox.journal.own_after(0) == entries
    assert outbox.records.unsent_count() == 2


def test_same_receipt_twice_changes_nothing(outbox):
    entries = outbox.write(2)
    for _ in range(2):
        outbox.journal.take_receipt(receipt(entries))
    assert outbox.states() == [SendState.AT_STATION] * 2


def test_receipt_for_what_was_refused_before_takes_the_refusal_away(outbox, clock):
    entry = outbox.write()[0]
    outbox.journal.refuse(entry.id, "chain", clock.now())
    assert outbox.states() == [SendState.NEEDS_YOU]
    outbox.journal.take_receipt(receipt([entry]))
    assert outbox.states() == [SendState.AT_STATION]
    assert outbox.journal.unsent(10) == []


def test_draft_never_waits_to_be_sent(outbox, clock):
    outbox.journal.keep_draft("case/note", "not yet", clock.now())
    assert outbox.journal.unsent(10) == []
    assert outbox.syncer.sync() == SyncOutcome(0, 0)
    assert outbox.pushes() == 0


def test_contact_is_remembered(outbox, clock):
    outbox.journal.keep_contact(clock.now())
    assert outbox.records.last_contact() == clock.now()


def test_everything_goes_up_and_the_colleague_gets_it(outbox, colleague):
    entries = outbox.write(7)
    assert outbox.syncer.sync() == SyncOutcome(7, 0)
    assert outbox.states() == [SendState.AT_STATION] * 7
    assert colleague.syncer.sync() == SyncOutcome(0, 7)
    assert [entry.hash for entry in colleague.records.entries("case")] == [entry.hash for entry in entries]


def test_what_the_colleague_sent_comes_down_once_and_is_never_sent_back(outbox, colleague):
    theirs = colleague.write(3)
    colleague.syncer.sync()
    assert outbox.syncer.sync() == SyncOutcome(0, 3)
    assert outbox.syncer.sync() == SyncOutcome(0, 0)
    assert [entry.hash for entry in outbox.records.entries("case")] == [entry.hash for entry in theirs]
    assert outbox.journal.unsent(10) == []
    assert outbox.pushes() == colleague.pushes() == 1


@pytest.mark.parametrize("after", range(6))
def test_line_that_breaks_at_any_question_loses_and_doubles_nothing(after, outbox, colleague):
    """The question is answered, and the answer is lost."""
    colleague.write(2)
    colleague.syncer.sync()
    entries = outbox.write(2)
    heard: list[Asked] = []

    def lose(asked: Asked, said: Heard) -> Heard | Reach:
        heard.append(asked)
        return Reach.NO_ROUTE if len(heard) == after + 1 else said

    outbox.line.after = lose
    for _ in range(3):
        outbox.syncer.sync()
    outbox.line.after = lambda asked, said: said
    assert outbox.syncer.sync() == SyncOutcome(0, 0)
    assert outbox.states() == [SendState.AT_STATION] * 2
    assert len(outbox.records.entries("case")) == 4
    colleague.syncer.sync()
    kept = [entry.hash for entry in colleague.records.entries("case")]
    assert sorted(kept) == sorted(entry.hash for entry in outbox.records.entries("case"))
    assert {entry.hash for entry in entries} <= set(kept)


def test_what_is_on_its_way_says_so_and_no_longer_once_it_is_over(outbox):
    outbox.write(2)
    seen: list[list[SendState]] = []

    def look(asked: Asked) -> Reach | None:
        if asked.target == paths.PUSH:
            seen.append(outbox.states())
            return Reach.NO_ROUTE
        return None

    outbox.line.before = look
    assert outbox.syncer.sync() == SyncOutcome(0, 0, Reach.NO_ROUTE)
    assert seen == [[SendState.SENDING] * 2]
    assert outbox.states() == [SendState.ON_PHONE] * 2


def test_revoked_handset_keeps_everything(outbox):
    outbox.write(2)
    outbox.station.revoke("s-1")
    assert outbox.syncer.sync() == SyncOutcome(0, 0, Reach.REVOKED)
    assert outbox.states() == [SendState.ON_PHONE] * 2


def test_after_a_restart_the_last_entry_is_shown_once_more_and_counted_no_more(outbox):
    outbox.write(3)
    outbox.syncer.sync()
    outbox.restart()
    assert outbox.syncer.sync() == SyncOutcome(0, 0)
    assert outbox.syncer.sync() == SyncOutcome(0, 0)
    assert outbox.pushes() == 2


def test_vault_that_locks_while_a_page_is_on_its_way_is_touched_no_more(outbox):
    outbox.write(2)
    outbox.line.after = lambda asked, said: (outbox.syncer.cut(), said)[1]
    assert outbox.syncer.sync() == SyncOutcome(0, 0, Reach.NO_ROUTE)
    assert outbox.states() == [SendState.ON_PHONE] * 2


def test_what_was_sent_is_still_sent_after_the_phone_was_locked_and_opened(tmp_path, station, clock):
    handset = enrolled(tmp_path / "handset", clock)
    vault = handset.vaults()[0]
    unlocked(vault)
    assert vault.open is not None
    sealed = Outbox(vault.open.journal, vault.open.records, station, clock)
    entries = sealed.write(3)
    sealed.syncer.sync()
    waiting = sealed.write(1)
    vault.lock()
    vault.unlock(PIN)
    assert vault.open is not None
    assert vault.open.journal.unsent(10) == waiting
    assert vault.open.journal.own_after(0) == [*entries, *waiting]
    handset.close()
