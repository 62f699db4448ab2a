"""An entry with all its versions, and putting it right."""

from __future__ import annotations

from app import kinds
from app.amendment import Correction, amend
from app.visits.visiting import record_visit
from tests.views.harness import Ring, in_ring, ring
from tests.views.welfare import ADDRESS, TODAY, VICTIM, Work, ordered


async def noted(phone: Ring) -> tuple[Work, str]:
    """A visit recorded with a note; its entry."""
    work = await ordered(phone)
    told = {"for": TODAY, "type": "visit", "outcome": "seen-alone", "seen": True, "alone": True}
    return work, record_visit(work.book, work.case, {**told, "note": "Grey van in the lane"}).id


@in_ring
async def test_an_entry_shows_what_was_written_by_whom_and_when() -> None:
    async with ring() as phone:
        work, entry = await noted(phone)
        await work.go("note", entry)
        assert phone.sees("Grey van in the lane")
        assert phone.sees("By 4471, Sat 21 Nov 2026, 18:00.")
        assert phone.sees("As it was written")


@in_ring
async def test_nothing_is_put_right_without_a_reason() -> None:
    async with ring() as phone:
        work, entry = await noted(phone)
        await work.go("note", entry, "amend")
        await phone.type("amend.note", "White van in the lane")
        await phone.tap("amend.save")
        assert phone.texts().count("Say why") == 2
        assert kinds.AMENDED not in work.kinds()


@in_ring
async def test_nothing_is_put_right_where_nothing_was_changed() -> None:
    async with ring() as phone:
        work, entry = await noted(phone)
        await work.go("note", entry, "amend")
        await phone.type("amend.why", "Read it again")
        await phone.tap("amend.save")
        assert phone.sees("Nothing was changed.")
        assert kinds.AMENDED not in work.kinds()


@in_ring
async def test_both_versions_of_a_note_stay_readable() -> None:
    async with ring() as phone:
        work, entry = await noted(phone)
        await work.go("note", entry, "amend")
        assert phone.find("amend.note").value == "Grey van in the lane"
        work.time("2026-11-21T18:20:00+00:00")
        await phone.type("amend.note", "White van in the lane")
        await phone.type("amend.why", "Read the wrong plate")
        await phone.tap("amend.save")
        amended = await work.until_written(kinds.AMENDED)
        assert amended.body == {
            "of": entry,
            "new": {"note": "White van in the lane"},
            "why": "Read the wrong plate",
        }
        await phone.until(lambda: phone.route == work.place("note", entry))
        texts = phone.texts()
        assert texts.index("White van in the lane") < texts.index("Grey van in the lane")
        for words in ("Version 2 of 2: this one stands", "Version 1 of 2: as it was first written"):
            assert phone.sees(words)
        assert phone.sees("Read the wrong plate")
        assert phone.sees("By 4471, Sat 21 Nov 2026, 18:00.")
        assert work.draft("note", entry, "amend") == {}


@in_ring
async def test_an_outcome_put_right_changes_what_counts_as_seen() -> None:
    async with ring() as phone:
        work, entry = await noted(phone)
        await work.go("note", entry, "amend")
        await phone.choose("outcome.seen-not-alone")
        await phone.until(lambda: work.draft("note", entry, "amend") != {})
        await phone.type("amend.why", "A neighbour was in the room")
        await phone.tap("amend.save")
        amended = await work.until_written(kinds.AMENDED)
        new = {"outcome": "seen-not-alone", "type": "visit", "seen": True, "alone": False}
        assert amended.body["new"] == new
        assert not work.case.contacts[0].complete


@in_ring
async def test_a_time_of_service_is_put_right_and_moves_the_clock() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        service = work.last(kinds.NOTICE_SERVED)
        await work.go("note", service.id, "amend")
        await phone.type("amend.served_at.time", "10:40")
        await phone.type("amend.why", "By the camera")
        await phone.tap("amend.save")
        amended = await work.until_written(kinds.AMENDED)
        assert amended.body["new"] == {"served_at": "2026-11-16T10:40:00+00:00"}
        assert work.case.served_at is not None
        assert work.case.served_at.isoformat() == "2026-11-16T10:40:00+00:00"


@in_ring
async def test_an_order_is_not_put_right_to_more_than_28_days() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        order = work.last(kinds.ORDER_MADE)
        await work.go("note", order.id, "amend")
        await phone.type("amend.days", "29")
        await phone.type("amend.why", "Misread")
        await phone.tap("amend.save")
        await phone.until(lambda: phone.sees("An order is 14 to 28 days long."))
        assert kinds.AMENDED not in work.kinds()
        assert work.draft("note", order.id, "amend")["days"] == "29"


@in_ring
async def test_an_amendment_opens_the_entry_that_it_puts_right() -> None:
    async with ring() as phone:
        work, entry = await noted(phone)
        amend(work.book, work.case, Correction(entry, {"note": "White van"}, "Plate"))
        await work.go("note", work.last(kinds.AMENDED).id)
        assert phone.sees("Grey van in the lane")
        assert phone.sees("White van")


@in_ring
async def test_the_entry_of_a_person_shows_no_name_birth_or_address() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("note", work.last(kinds.PERSON_RECORDED).id)
        person = next(entry for entry in work.case.entries if entry.body.get("role") == "victim")
        await work.go("note", person.id)
        assert not any(phone.sees(words) for words in (VICTIM, ADDRESS, "1990"))
        assert not phone.has("note.amend")
