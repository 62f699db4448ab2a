"""What every journal does: the one in memory that tests use, and the sealed one on the phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.entry import GENESIS, Entry, place
from app.notebook import Notebook
from app.ports import Records, SendState
from sync.gate import SendingJournal
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal
from tests.storage.enrolled import OFFICER, enrolled, unlocked

Kept = tuple[SendingJournal, Records, FakeClock]


@pytest.fixture(params=["in memory", "sealed"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    clock = FakeClock()
    if request.param == "in memory":
        fake = FakeJournal()
        yield fake, fake.records, clock
        return
    handset = enrolled(tmp_path, clock)
    vault = handset.vaults()[0]
    unlocked(vault)
    assert vault.open is not None
    yield vault.open.journal, vault.open.records, clock
    handset.close()


def write(kept: Kept, number: int = 1, case: str = "case") -> list[Entry]:
    book = Notebook(kept[0], kept[2], OFFICER, "test")
    return [book.write(case, "answered", {"item": f"item-{each}"}) for each in range(number)]


def receipt(entries: list[Entry], name: str = "r-1") -> dict[str, object]:
    return {
        "receipt": name,
        "stream": "s-1",
        "entries": [[entry.id, entry.seq, entry.hash] for entry in entries],
        "seq": entries[-1].seq,
        "head": entries[-1].hash,
        "time": "2026-11-23T22:39:00+00:00",
    }


def other_stream(number: int) -> list[Entry]:
    """Entries of a colleague."""
    fake, clock = FakeJournal("s-2"), FakeClock()
    return write((fake, fake.records, clock), number)


def test_entries_are_numbered_without_gap_and_each_names_the_one_before(kept: Kept) -> None:
    entries = write(kept, 3)
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert [entry.prev for entry in entries] == [GENESIS, entries[0].hash, entries[1].hash]
    assert kept[0].head() == (3, entries[2].hash)


def test_everything_is_unsent_until_a_receipt_names_it(kept: Kept) -> None:
    entries = write(kept, 3)
    kept[0].take_receipt(receipt(entries[:2]))
    assert [entry.id for entry in kept[0].unsent(10)] == [entries[2].id]
    assert kept[1].unsent_count() == 1
    states = {state.entry.id: state for state in kept[1].send_states()}
    assert states[entries[0].id].state is SendState.AT_STATION
    assert states[entries[0].id].receipt == "r-1"
    assert states[entries[2].id].state is SendState.ON_PHONE
    assert kept[1].last_contact() is not None


def test_a_receipt_with_another_hash_marks_nothing(kept: Kept) -> None:
    entries = write(kept)
    forged = receipt(entries)
    forged["entries"] = [[entries[0].id, 1, "0" * 64]]
    kept[0].take_receipt(forged)
    assert kept[1].unsent_count() == 1


def test_a_refused_entry_needs_somebody_and_stays_unsent(kept: Kept) -> None:
    entry = write(kept)[0]
    kept[0].refuse(entry.id, "chain", kept[2].now())
    assert kept[1].send_states()[0].state is SendState.NEEDS_YOU
    assert kept[1].unsent_count() == 1


def test_a_page_of_a_colleague_is_read_with_the_case_and_never_sent(kept: Kept) -> None:
    own, theirs = write(kept), other_stream(2)
    kept[0].take_page(theirs, 7)
    assert kept[0].cursor() == 7
    read = {entry.id for entry in kept[1].entries("case")}
    assert read == {own[0].id, theirs[0].id, theirs[1].id}
    assert [entry.id for entry in kept[0].unsent(10)] == [own[0].id]


def test_the_same_page_twice_changes_nothing(kept: Kept) -> None:
    theirs = other_stream(2)
    kept[0].take_page(theirs, 7)
    kept[0].take_page(theirs, 7)
    assert len(kept[1].entries("case")) == 2


def test_a_draft_is_kept_until_the_fact_that_it_became_is_written(kept: Kept) -> None:
    journal, records, clock = kept
    journal.keep_draft("case/vic-own-words/note", "I want", clock.now())
    journal.keep_draft("case/vic-own-words/note", "I want him away", clock.now())
    draft = records.draft("case/vic-own-words/note")
    assert draft is not None
    assert draft.value == "I want him away"
    Notebook(journal, clock, OFFICER, "test").write(
        "case", "answered", {}, clears=["case/vic-own-words/note"]
    )
    assert records.draft("case/vic-own-words/note") is None


def test_calendar_that_the_station_sent_last_is_kept_and_is_no_entry(kept: Kept) -> None:
    journal, records, _ = kept
    assert journal.calendar() == ""
    for text in ("the first table", "the next table"):
        journal.take_calendar(text)
        assert journal.calendar() == text
    assert (journal.head(), records.send_states(), records.cases()) == ((0, GENESIS), [], [])


def test_language_that_the_officer_chose_is_kept_and_is_no_entry(kept: Kept) -> None:
    journal, records, _ = kept
    assert journal.language() == ""
    for language in ("cy", "en"):
        journal.keep_language(language)
        assert journal.language() == language
    assert (journal.head(), records.send_states(), records.cases()) == ((0, GENESIS), [], [])


def test_an_unknown_kind_and_unknown_fields_come_back_untouched(kept: Kept) -> None:
    theirs = other_stream(1)[0]
    newer = place(
        write(kept)[0],  # type: ignore[arg-type]
        "s-3", 1, GENESIS,
    )  # fmt: skip
    from app.entry import from_json, to_json

    strange = from_json({**to_json(newer), "id": "x", "kind": "drone_sent", "future": {"a": [1]}})
    kept[0].take_page([theirs, strange], 9)
    read = next(entry for entry in kept[1].entries("case") if entry.id == "x")
    assert (read.kind, read.extra, read.hash) == ("drone_sent", {"future": {"a": [1]}}, strange.hash)


def test_the_case_written_in_last_is_first(kept: Kept) -> None:
    write(kept, case="old")
    kept[2].advance(minutes=1)
    write(kept, case="new")
    assert [case.id for case in kept[1].cases()] == ["new", "old"]
