"""The chronology: every entry in words, the newest first, fifty at a time."""

from __future__ import annotations

from app import kinds
from app.amendment import Correction, amend
from app.visits.visiting import Step, record_no_answer, record_visit
from tests.views.harness import in_ring, ring
from tests.views.phone import GUIDANCE
from tests.views.welfare import ADDRESS, TODAY, VICTIM, at, ordered
from views.visits.entries import PAGE


def test_every_kind_of_entry_has_words() -> None:
    named = [value for name, value in vars(kinds).items() if name.isupper()]
    assert [kind for kind in named if not GUIDANCE.has(f"kind.{kind}")] == []


@in_ring
async def test_entries_stand_newest_first_with_author_and_time() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("chronology")
        rows = phone.rows("chronology.")
        assert rows[0] == f"chronology.{work.last(kinds.VISITS_PLANNED).id}"
        assert len([row for row in rows if row.count("-") == 4]) == len(work.case.entries)
        assert phone.sees("By 4471, Wed 18 Nov 2026, 11:30.")
        assert phone.sees("7 entries")


@in_ring
async def test_an_entry_written_late_shows_its_mark_and_both_times() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        record_visit(
            work.book, work.case, {"for": TODAY, "outcome": "refused"}, at("2026-11-20T21:00:00+00:00")
        )
        await work.go("chronology")
        assert phone.sees("Late entry")
        assert phone.sees("By 4471. Happened Fri 20 Nov 2026, 21:00. Written Sat 21 Nov 2026, 18:00.")


@in_ring
async def test_an_entry_that_was_put_right_leads_to_its_versions() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        entry = record_visit(work.book, work.case, {"for": TODAY, "outcome": "refused"})
        amend(work.book, work.case, Correction(entry.id, {"note": "At the window"}, "Left out"))
        await work.go("chronology")
        assert phone.sees("2 versions")
        await phone.tap(f"chronology.{work.last(kinds.AMENDED).id}")
        assert phone.route == work.place("note", entry.id)


@in_ring
async def test_names_and_addresses_do_not_stand_in_the_chronology() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("chronology")
        assert not any(phone.sees(words) for words in (VICTIM, ADDRESS))


@in_ring
async def test_a_long_chronology_is_turned_fifty_at_a_time() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        for _ in range(PAGE):
            record_no_answer(work.book, work.case, Step("na-1", TODAY, {}))
        await work.go("chronology")
        first = phone.rows("chronology.")
        assert phone.sees(f"1 to {PAGE} of {PAGE + 7}")
        await phone.tap("ui.page.older")
        assert not set(first) & set(phone.rows("chronology."))
        assert phone.sees(f"{PAGE + 1} to {PAGE + 7} of {PAGE + 7}")
